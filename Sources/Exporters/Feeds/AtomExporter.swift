import DigestModel
import DigestSyntax

/// Writes the papers of a digest as an Atom feed, an entry for each: for feed readers and what watches feeds.
///
/// What Atom has no word for is in the namespaces that arXiv and publishers use in their feeds (PRISM, Dublin Core).
/// - Source: RFC 4287.
public struct AtomExporter: Exporter {
  /// The name on the command line.
  public let name = "atom"
  /// One line for `digest-convert formats`.
  public let summary = "an Atom feed, an entry a paper"
  /// The output is one file.
  public let layout = OutputLayout.file(fileExtension: "atom")

  /// Makes an exporter.
  public init() {}

  /// What becomes of each part of a digest; what is not listed is dropped.
  public var capabilities: [ModelPart: Fidelity] { FeedCapabilities.all }

  /// Writes the whole digest; never throws.
  /// - Parameter digest: normalised.
  /// - Complexity: O(n) in the size of the digest.
  public func export(_ digest: Digest) -> ExportResult {
    write(FeedHead(digest), Bibliography(digest, for: .feed), [digest])
  }

  /// Writes an entry for each paper of any digest; never throws.
  /// - Parameter collection: of normalised digests.
  /// - Complexity: O(n) in the size of the digests.
  public func export(_ collection: DigestCollection) -> ExportResult {
    write(FeedHead(collection), Bibliography(collection, for: .feed), collection.digests)
  }

  private func write(_ head: FeedHead, _ bibliography: Bibliography, _ digests: [Digest]) -> ExportResult {
    var (parts, losses) = bibliography.write(with: .one) { records, losses in
      var writer = AtomWriter(head)
      let entries = records.map { FeedEntry($0, fallback: head.fallback, &losses) }
      writer.begin(updated: entries.map(\.updated).max() ?? head.fallback)
      for (record, entry) in zip(records, entries) {
        let replaced = writer.replacedCharacters
        writer.write(entry)
        record.recordFeedLosses(entry, in: &losses)
        if writer.replacedCharacters > replaced {
          losses.record(
            .characters, .degraded, "characters that XML cannot hold are written as U+FFFD",
            at: record.anchor)
        }
      }
      return writer.finish()
    }
    for digest in digests { head.recordLanguage(of: digest.metadata, in: &losses) }
    return ExportResult(files: [OutputFile(bytes: Array(parts.joined()))], losses: losses)
  }
}

/// What feeds do with each part of a digest.
enum FeedCapabilities {
  static let all: [ModelPart: Fidelity] = {
    var capabilities = Bibliography.capabilities
    // Names, dates and remarks are read again as far as text can say them.
    for (part, fidelity) in capabilities where fidelity == .exact || fidelity == .encoded {
      capabilities[part] = .degraded
    }
    for part in [ModelPart.title, .period, .language] { capabilities[part] = .degraded }
    return capabilities
  }()
}

/// Writes the elements of a feed in the order of `schemas/atom.rng`.
private struct AtomWriter {
  private var xml = XMLWriter()
  private let head: FeedHead

  var replacedCharacters: Int { xml.replacedCharacters }

  init(_ head: FeedHead) { self.head = head }

  mutating func begin(updated: String) {
    xml.start("feed")
    xml.attribute("xmlns", "http://www.w3.org/2005/Atom")
    xml.attribute("xmlns:arxiv", "http://arxiv.org/schemas/atom")
    xml.attribute("xmlns:dc", "http://purl.org/dc/elements/1.1/")
    xml.attribute("xmlns:prism", "http://prismstandard.org/namespaces/basic/2.0/")
    if let language = head.language { xml.attribute("xml:lang", language) }
    xml.element("id", head.id)
    xml.element("title", head.title)
    xml.element("updated", updated)
    // Each feed has an author or all of its entries have one (RFC 4287, section 4.1.1).
    writeAuthor(head.title)
    xml.element("generator", "digest-convert")
  }

  mutating func finish() -> [UInt8] { xml.finish() }

  private mutating func writeAuthor(_ name: String) {
    xml.start("author")
    xml.element("name", name)
    xml.end()
  }

  private mutating func add(_ name: StaticString, _ text: String?) {
    guard let text, !text.isEmpty else { return }
    xml.element(name, text)
  }

  mutating func write(_ entry: FeedEntry) {
    xml.start("entry")
    xml.element("id", entry.id)
    xml.element("title", entry.title)
    for name in entry.authors { writeAuthor(name) }
    add("published", entry.published)
    xml.element("updated", entry.updated)
    if let url = entry.url { write(address: url, "alternate", title: nil) }
    for link in entry.links {
      write(address: link.url, "related", title: BibliographyLinks.label(of: link.kind))
    }
    for tag in entry.tags {
      xml.start("category")
      xml.attribute("term", tag)
      xml.end()
    }
    add("summary", entry.summary)
    xml.start("content", .mixed)
    xml.attribute("type", "html")
    xml.text(entry.html)
    xml.end()
    add("arxiv:doi", entry.doi)
    add("prism:coverDate", entry.date)
    add("dc:type", entry.type)
    for (field, text) in entry.details { add(field.atom, text) }
    for id in entry.identifiers { add("dc:identifier", id) }
    xml.end()
  }

  private mutating func write(address: String, _ relation: String, title: String?) {
    xml.start("link")
    xml.attribute("rel", relation)
    xml.attribute("href", address)
    if let title { xml.attribute("title", title) }
    xml.end()
  }
}

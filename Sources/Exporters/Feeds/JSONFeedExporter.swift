import DigestModel
import DigestSyntax

/// Writes the papers of a digest as a JSON Feed, an item for each.
///
/// What a feed has no member for is in `_paper`: names of extensions begin with an underscore.
/// - Source: JSON Feed 1.1, <https://www.jsonfeed.org/version/1.1/>.
public struct JSONFeedExporter: Exporter {
  /// The name on the command line.
  public let name = "json-feed"
  /// One line for `digest-convert formats`.
  public let summary = "a JSON Feed, an item a paper"
  /// The output is one file.
  public let layout = OutputLayout.file(fileExtension: "feed.json")

  private static let version = "https://jsonfeed.org/version/1.1"

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

  /// Writes an item for each paper of any digest; never throws.
  /// - Parameter collection: of normalised digests.
  /// - Complexity: O(n) in the size of the digests.
  public func export(_ collection: DigestCollection) -> ExportResult {
    write(FeedHead(collection), Bibliography(collection, for: .feed), collection.digests)
  }

  private func write(_ head: FeedHead, _ bibliography: Bibliography, _ digests: [Digest]) -> ExportResult {
    var (parts, losses) = bibliography.write(with: .one) { records, losses in
      var writer = JSONWriter()
      begin(head, &writer)
      for record in records {
        let entry = FeedEntry(record, fallback: head.fallback, &losses)
        write(entry, to: &writer)
        record.recordFeedLosses(entry, in: &losses)
      }
      writer.endSequence()
      writer.endMapping()
      return writer.finish()
    }
    for digest in digests { head.recordLanguage(of: digest.metadata, in: &losses) }
    return ExportResult(files: [OutputFile(bytes: Array(parts.joined()))], losses: losses)
  }

  private func add(_ name: String, _ text: String?, to writer: inout JSONWriter) {
    guard let text, !text.isEmpty else { return }
    writer.key(name)
    writer.text(text)
  }

  private func begin(_ head: FeedHead, _ writer: inout JSONWriter) {
    writer.beginMapping()
    add("version", Self.version, to: &writer)
    add("title", head.title, to: &writer)
    add("language", head.language, to: &writer)
    writer.key("_digest")
    writer.beginMapping()
    add("id", head.id, to: &writer)
    add("period", head.period, to: &writer)
    writer.endMapping()
    writer.key("items")
    writer.beginSequence()
  }

  private func write(_ entry: FeedEntry, to writer: inout JSONWriter) {
    writer.beginMapping()
    add("id", entry.id, to: &writer)
    add("url", entry.url, to: &writer)
    add("title", entry.title, to: &writer)
    add("summary", entry.summary, to: &writer)
    writer.key("content_html")
    writer.text(entry.html)
    add("date_published", entry.published, to: &writer)
    add("date_modified", entry.updated, to: &writer)
    if !entry.authors.isEmpty {
      writer.key("authors")
      writer.beginSequence()
      for name in entry.authors {
        writer.beginMapping()
        writer.key("name")
        writer.text(name)
        writer.endMapping()
      }
      writer.endSequence()
    }
    write(entry.tags, as: "tags", to: &writer)
    writePaper(of: entry, to: &writer)
    writer.endMapping()
  }

  private func write(_ texts: [String], as name: String, to writer: inout JSONWriter) {
    guard !texts.isEmpty else { return }
    writer.key(name)
    writer.beginSequence()
    for text in texts { writer.text(text) }
    writer.endSequence()
  }

  private func writePaper(of entry: FeedEntry, to writer: inout JSONWriter) {
    let members =
      [("doi", entry.doi), ("date", entry.date), ("type", entry.type)]
      + entry.details.map { ($0.field.json, $0.text) }
    guard members.contains(where: { $0.1 != nil }) || !entry.identifiers.isEmpty else { return }
    writer.key("_paper")
    writer.beginMapping()
    for (name, text) in members { add(name, text, to: &writer) }
    write(entry.identifiers, as: "identifiers", to: &writer)
    writer.endMapping()
  }
}

import DigestModel
import DigestSyntax

/// Writes the papers of a digest as Zotero's own RDF: items with their types, creators, tags, notes and links, and the topic
/// tree as collections.
///
/// No other format that Zotero imports has all of these.
/// - Source: Zotero's translators *RDF* (2019) and *Zotero RDF*, in <https://github.com/zotero/translators>.
public struct ZoteroRDFExporter: Exporter {
  /// The name on the command line.
  public let name = "zotero-rdf"
  /// One line for `digest-convert formats`.
  public let summary = "Zotero's RDF: items with tags, notes and links, topics as collections"
  /// The output is one file.
  public let layout = OutputLayout.file(fileExtension: "rdf")

  /// Makes an exporter.
  public init() {}

  /// What becomes of each part of a digest; what is not listed is dropped.
  public var capabilities: [ModelPart: Fidelity] {
    var capabilities = Bibliography.capabilities
    // What a reader would have to find again in notes and fields of free text.
    for (part, fidelity) in capabilities where fidelity == .exact || fidelity == .encoded {
      capabilities[part] = .degraded
    }
    for part in [ModelPart.title, .period, .topics] { capabilities[part] = .degraded }
    return capabilities
  }

  /// Writes the whole digest; never throws.
  /// - Parameter digest: normalised.
  /// - Complexity: O(n) in the size of the digest.
  public func export(_ digest: Digest) -> ExportResult {
    var collections = ZoteroCollections()
    collections.add(digest, named: digest.metadata.nameWithPeriod) { $0 }
    return write(Bibliography(digest, for: .zoteroRDF), digest.papers.map(\.id), collections)
  }

  /// Writes an item for each paper of any digest, and a collection for each digest; never throws.
  /// - Parameter collection: of normalised digests.
  /// - Complexity: O(n) in the size of the digests.
  public func export(_ collection: DigestCollection) -> ExportResult {
    var collections = ZoteroCollections()
    let labels = collection.labels
    for (number, digest) in collection.digests.enumerated() {
      var title = labels[number]
      if let own = digest.metadata.title?.plainText, !title.contains(own) { title += " – " + own }
      let ids = Dictionary(
        zip(digest.papers, collection.places[number]).map { ($0.id, collection.papers[$1].paper.id) }
      ) { first, _ in first }
      collections.add(digest, named: title) { ids[$0] ?? $0 }
    }
    return write(
      Bibliography(collection, for: .zoteroRDF), collection.papers.map(\.paper.id), collections)
  }

  private func write(
    _ bibliography: Bibliography, _ ids: [PaperID], _ collections: ZoteroCollections
  ) -> ExportResult {
    let (parts, losses) = bibliography.write(with: .one) { records, losses in
      var writer = ZoteroItemWriter()
      for record in records { writer.write(record, &losses) }
      writer.write(collections)
      return writer.finish()
    }
    return ExportResult(files: [OutputFile(bytes: Array(parts.joined()))], losses: losses)
  }
}

import DigestModel
import DigestSyntax
import DigestText

/// Writes the papers of a digest as BibTeX or biblatex, an entry for each.
///
/// What the digest says of a paper goes into `keywords` (topics and keywords), `abstract` (the line of the topic
/// tree), `annotation` or `annote` (everything else), `note` (the rank). A comment tells JabRef to show the topic
/// tree as groups.
public struct BibTeXExporter: Exporter {
  /// The name on the command line.
  public let name = "bibtex"
  /// One line for `digest-convert formats`.
  public let summary = "BibTeX or biblatex entries for reference managers and LaTeX"
  /// The output is one file.
  public let layout = OutputLayout.file(fileExtension: "bib")
  /// How it is written.
  public let options: BibTeXOptions

  private let workers: Workers

  /// Makes an exporter.
  public init(options: BibTeXOptions = BibTeXOptions()) { self.init(options: options, workers: .one) }

  /// - Parameter workers: who write the entries.
  package init(options: BibTeXOptions, workers: Workers) {
    self.options = options
    self.workers = workers
  }

  /// What becomes of each part of a digest; what is not listed is dropped.
  public var capabilities: [ModelPart: Fidelity] {
    var capabilities = Bibliography.capabilities
    capabilities[.math] = .degraded
    capabilities[.paperAuthors] = .degraded
    return capabilities
  }

  /// Writes the whole digest; never throws.
  /// - Parameter digest: normalised.
  /// - Complexity: O(n) in the size of the digest.
  public func export(_ digest: Digest) -> ExportResult {
    write(Bibliography(digest, for: options.dialect.bibliography))
  }

  /// Writes an entry for each paper of any digest, which says what is from which digest; never throws.
  /// - Parameter collection: of normalised digests.
  /// - Complexity: O(n) in the size of the digests.
  public func export(_ collection: DigestCollection) -> ExportResult {
    write(Bibliography(collection, for: options.dialect.bibliography))
  }

  private func write(_ bibliography: Bibliography) -> ExportResult {
    let (parts, losses) = bibliography.write(with: workers) { records, losses in write(records, &losses) }
    var writer = BibTeXWriter(capacity: parts.reduce(200) { $0 + $1.entries.count })
    for part in parts { writer.append(part.entries) }
    let tellsDialect =
      options.dialect == .bibtex || bibliography.isEmpty || parts.contains(where: \.hasOnline)
    if !tellsDialect { writer.comment(Self.databaseType) }
    if parts.contains(where: \.hasTopics) { writer.comment(Self.groups) }
    return ExportResult(files: [OutputFile(bytes: writer.finish())], losses: losses)
  }

  /// Some entries, and what the comments after all entries depend on.
  private struct Part: Sendable {
    var entries: [UInt8] = []
    var hasTopics = false
    var hasOnline = false
  }

  private func write(_ records: [BibliographicRecord], _ losses: inout LossLog) -> Part {
    var builder = BibTeXEntryBuilder(options: options, losses: losses)
    // Of 99 papers of a real digest, an entry has 760 bytes.
    var writer = BibTeXWriter(capacity: 800 * records.count)
    var part = Part()
    for record in records {
      part.hasTopics = part.hasTopics || !record.topics.isEmpty
      let type = BibTeXEntryType.type(of: record, options.dialect)
      part.hasOnline = part.hasOnline || type == "online"
      builder.write(record, as: type, to: &writer)
    }
    part.entries = writer.finish()
    losses = builder.losses
    return part
  }

  /// JabRef takes a file for BibTeX unless an entry is of a type that only biblatex has; then it would not know the
  /// fields of articles.
  private static let databaseType = "jabref-meta: databaseType:biblatex;"

  /// JabRef's serialisation of one automatic keyword group (`GroupSerializer`, JabRef 5): name, context, field,
  /// delimiter, delimiter of levels, expanded, colour, icon, description. JabRef takes line ends out before it reads
  /// a comment, so one line will do.
  private static let groups =
    #"jabref-meta: grouping:0 AllEntriesGroup:;1 AutomaticKeywordGroup:Topics\;0\;keywords\;,\;>\;1\;\;\;\;;"#
}

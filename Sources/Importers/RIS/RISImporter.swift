import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

/// Reads RIS, and the files of tagged lines of the Web of Science and of PubMed: a paper for each reference.
///
/// What the tags mean stands in tables, by the type of the reference; what has no part in a record is kept under its
/// tag.
public struct RISImporter: Importer {
  /// The name on the command line.
  public let name = "ris"
  /// What people call the format.
  public let title = "RIS"
  /// One line for `digest-convert formats`.
  public let summary = "RIS references, also tagged files of the Web of Science and PubMed"
  /// Without the point, lower case.
  public let fileExtensions = ["ris", "nbib", "ciw"]

  private let workers: Workers

  /// Makes an importer; it has no options.
  public init() { self.init(workers: .one) }

  /// - Parameter workers: who read the references.
  package init(workers: Workers) { self.workers = workers }

  /// So many lines with text may stand before the first reference.
  private static let linesBefore = 40

  /// What the bytes declare, else UTF-16 or Windows-1252, where they look like it.
  public func encoding(of bytes: [UInt8]) -> SourceEncoding? { SourceEncoding.found(in: bytes) }

  /// Whether a line begins a reference, and the next one is of the same form.
  public func recognises(_ bytes: [UInt8]) -> Recognition {
    let beginning = Array(bytes.prefix(65536))
    guard let form = RISForm.form(of: beginning, limit: Self.linesBefore) else { return .none }
    let file = RISReader.read(SourceDocument(name: "", bytes: beginning))
    guard let first = file.references.first else { return .none }
    if form == .webOfScience { return .certain }
    // Text about RIS has a reference as an example.
    let isExample = file.strays.contains { $0.text.hasPrefix("#") || $0.text.hasPrefix("```") }
    return isExample ? .none : first.fields.count > 1 ? .certain : .possible
  }

  /// Reads the whole source.
  /// - Throws: where no line begins a reference.
  /// - Complexity: O(n) in the bytes.
  public func read(_ source: SourceDocument) throws(DiagnosticError) -> ImportResult {
    let file = RISReader.read(source)
    let context = RecordFile(source)
    guard !file.references.isEmpty else {
      throw DiagnosticError(
        RISImporterDiagnostics.noReference, "found no reference, expected a line 'TY  - ' with its type",
        at: SourceLocation(source, context.start))
    }
    for diagnostic in file.diagnostics { context.report(diagnostic) }
    let dialect: RecordDialect =
      file.form == .medline ? .library : RISOwnForm.isOurs(file, source.bytes) ? .ownRIS : .plain
    let reader = RecordListReader(context, dialect: dialect)
    reader.namesUntitled = true
    reader.readEach(file.references.count, of: context, with: workers) { reader, number in
      let reference = file.references[number]
      let read = RISMembers(reference, file.form)
      if let (word, range) = read.unknownType { reader.notes.noteType(word, in: range) }
      reader.read(read.members, at: reference.range, RecordGroup())
    }
    var digest = Digest()
    digest.papers = reader.takePapers()
    let unread = reader.unreadable + file.strays.map { DataValue.string($0.text) }
    if !unread.isEmpty { digest.metadata.keepUnread(unread) }
    reader.finish()
    return context.result(digest)
  }
}

/// What can be wrong with a file as RIS.
package enum RISImporterDiagnostics {
  package static let noReference = DiagnosticID(
    "ris/no-reference", .error,
    """
    A file of references has lines that begin with a tag, `TY  - JOUR` first. Nothing of the kind was found, so the file \
    is of another format, or cut.
    """)

  package static let all = [noReference]
}

import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

/// Reads the entries of a BibTeX or biblatex file as papers.
///
/// Files of all programs are read: macros, concatenation, `crossref` and `xdata`, names and dates of both dialects, the
/// groups of JabRef, which become topics. A broken entry is reported and the others are read.
public struct BibTeXImporter: Importer {
  /// The name on the command line.
  public let name = "bibtex"
  /// What people call the format.
  public let title = "BibTeX"
  /// One line for `digest-convert formats`.
  public let summary = "a bibliography in BibTeX or biblatex, of any program"
  /// Without the point, lower case.
  public let fileExtensions = ["bib", "bibtex", "biblatex"]

  private let workers: Workers

  /// Makes an importer; it has no options.
  public init() { self.init(workers: .one) }

  /// - Parameter workers: who read the entries.
  package init(workers: Workers) { self.workers = workers }

  /// What the bytes declare, else UTF-16 or Windows-1252, where they look like it.
  public func encoding(of bytes: [UInt8]) -> SourceEncoding? { SourceEncoding.found(in: bytes) }

  /// Whether the first record, after text that is a comment, is one of BibTeX.
  public func recognises(_ bytes: [UInt8]) -> Recognition { BibTeXRecognition.recognition(of: bytes) }

  /// Reads the whole source.
  /// - Throws: where it has no entry, or none that names a paper.
  /// - Complexity: O(n) in the bytes.
  public func read(_ source: SourceDocument) throws(DiagnosticError) -> ImportResult {
    let file = RecordFile(source)
    var reader = BibTeXDigestReader(source, file, workers)
    let digest = try reader.read()
    var result = file.result(digest)
    result.isEmptyList = digest.papers.isEmpty && reader.hasRecords
    return result
  }
}

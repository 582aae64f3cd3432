import DigestDiagnostics
import DigestModel

/// How sure an importer is that bytes are of its format.
public enum Recognition: Int, Comparable, Sendable {
  /// They are not, or nothing shows it.
  case none
  /// They may be; others may be more sure.
  case possible
  /// They can hardly be anything else.
  case certain

  /// Orders by how sure they are.
  public static func < (a: Recognition, b: Recognition) -> Bool { a.rawValue < b.rawValue }
}

/// Reads a digest from one format. A value type with its options; knows nothing of files.
public protocol Importer: Sendable {
  /// The name on the command line, lower case: `markdown`.
  var name: String { get }
  /// What people call the format: `BibTeX`. The name unless the importer says otherwise.
  var title: String { get }
  /// One line for `digest-convert formats`.
  var summary: String { get }
  /// Without the point, lower case: `md`, `markdown`.
  var fileExtensions: [String] { get }
  /// Whether the format has a word for language, period and source of a digest, as YAML and JSON have. Where it has
  /// none, the pipeline notes the source's name and SHA-256. `false` unless the importer says otherwise.
  var carriesMetadata: Bool { get }
  /// Whether it reads any text, so that text of another kind has to be told apart before. `false` unless the importer
  /// says otherwise.
  var readsAnyText: Bool { get }

  /// The name of the file that stands for a directory of this format, as `csv-metadata.json` does for tables. `nil`
  /// unless the importer says otherwise.
  var directoryFile: String? { get }

  /// The names of the files beside a source that belong to it, without folders: they are its `companions` when it is
  /// read. None unless the importer says otherwise.
  /// - Throws: `DiagnosticError` where the source does not say which.
  func companions(of source: SourceDocument) throws(DiagnosticError) -> [String]

  /// The encoding of bytes that are not UTF-8. Where the importer does not say otherwise, it is what the bytes declare: by
  /// a byte order mark, in an XML declaration, in a comment of JabRef's.
  /// - Returns: `nil` where nothing tells it; the source is refused then.
  func encoding(of bytes: [UInt8]) -> SourceEncoding?

  /// Whether the bytes look like this format, of which only the beginning is looked at.
  ///
  /// Asked where the extension of a name says nothing, where several importers share it, and where what it says may be
  /// wrong.
  func recognises(_ bytes: [UInt8]) -> Recognition

  /// Reads the whole source.
  /// - Parameter source: UTF-8, which the pipeline has checked; a byte order mark may stand first.
  /// - Throws: `DiagnosticError` where nothing can be read at all.
  func read(_ source: SourceDocument) throws(DiagnosticError) -> ImportResult
}

extension Importer {
  /// `nil`.
  public var directoryFile: String? { nil }
  /// None.
  /// - Throws: nothing.
  public func companions(of source: SourceDocument) throws(DiagnosticError) -> [String] { [] }
  /// What the bytes declare.
  public func encoding(of bytes: [UInt8]) -> SourceEncoding? { SourceEncoding(declaredBy: bytes) }
  /// `name`.
  public var title: String { name }
  /// `false`.
  public var carriesMetadata: Bool { false }
  /// `false`.
  public var readsAnyText: Bool { false }
}

/// What an importer read.
public struct ImportResult: Sendable {
  /// Not yet normalised: `Digest.normalise()` derives the index.
  public var digest: Digest
  /// Those that follow in a source of several digests, as a sequence in YAML or JSON is one; empty for nearly all sources.
  public var furtherDigests: [Digest] = []
  /// Where each node of the digests stands in the source.
  public var sourceMap: SourceMap
  /// What is worth mending in the source; none of them an error.
  public var diagnostics: [Diagnostic]
  /// What the source was read as, as people call it: `BibTeX`. The pipeline sets it.
  public var format: String?

  /// Whether the source is surely of its format and lists no paper, so that nothing to convert is not a fault.
  package var isEmptyList = false

  /// Whether this source has a word for language, period and source of a digest, where that differs from what the
  /// importer says of its format (`Importer.carriesMetadata`): some Markdown has.
  public var carriesMetadata: Bool?

  /// The papers of each digest before some were selected, each with its ids; empty where none were.
  package var unselected: [Digest] = []

  /// Makes a result.
  public init(digest: Digest, sourceMap: SourceMap, diagnostics: [Diagnostic]) {
    self.digest = digest
    self.sourceMap = sourceMap
    self.diagnostics = diagnostics
  }

  /// All digests of the source, in its order.
  public var digests: [Digest] { [digest] + furtherDigests }
}

public import DigestModel

/// Writes a digest in one format. A value type with its options; knows nothing of files.
public protocol Exporter: Sendable {
  /// The name on the command line, lower case: `bibtex`.
  var name: String { get }
  /// One line for `digest-convert formats`.
  var summary: String { get }
  /// How its outputs lie on the disk.
  var layout: OutputLayout { get }
  /// What this format does with each part of the model. A part without an entry is dropped, so list only what is not.
  var capabilities: [ModelPart: Fidelity] { get }

  /// Writes the whole digest.
  /// - Parameter digest: normalised: its index of papers is up to date.
  /// - Returns: the files and what they could not carry.
  /// - Throws: `ExportError` where nothing can be written at all. What only this or that part of a digest loses is
  ///   noted in the `LossLog` instead.
  func export(_ digest: Digest) throws(ExportError) -> ExportResult

  /// Writes several digests as one output. An exporter that does not say how refuses all but one digest.
  /// - Parameter collection: of normalised digests.
  /// - Returns: the files and what they could not carry.
  /// - Throws: `ExportError` where the format cannot hold several digests, or as `export(_:)` of one digest does.
  func export(_ collection: DigestCollection) throws(ExportError) -> ExportResult

  /// Whether people are meant to write in the output, so that `mayReplace` is asked before a file is replaced. `false`
  /// unless the exporter says otherwise.
  var keepsChangedFiles: Bool { get }

  /// Whether a file that stands where one of the output would go may be replaced. `true` unless the exporter says
  /// otherwise.
  /// - Parameter existing: the bytes of that file.
  func mayReplace(_ existing: [UInt8]) -> Bool
}

extension Exporter {
  /// Writes the digest of a collection of one.
  /// - Throws: `ExportError` where there are several, or as `export(_:)` of one digest does.
  public func export(_ collection: DigestCollection) throws(ExportError) -> ExportResult {
    guard collection.digests.count == 1 else { throw ExportError.severalDigests }
    return try export(collection.digests[0])
  }

  /// `false`.
  public var keepsChangedFiles: Bool { false }
  /// `true`.
  public func mayReplace(_ existing: [UInt8]) -> Bool { true }
}

/// How the output of an exporter lies on the disk.
public enum OutputLayout: Hashable, Sendable {
  /// One file; `fileExtension` without the point: `bib`.
  case file(fileExtension: String)
  /// A directory of files; `suffix` follows the stem of the input: `-csv`.
  case directory(suffix: String)

  /// The usual name of an output: `2024-09.bib`, `2024-09-csv`.
  /// - Parameter stem: the name of the input without its extension, and with its folder where the output belongs there.
  public func name(stem: String) -> String {
    switch self {
    case .file(let fileExtension): "\(stem).\(fileExtension)"
    case .directory(let suffix): stem + suffix
    }
  }
}

/// One file of an output.
public struct OutputFile: Sendable {
  /// The name inside the directory; `nil` where the output is this one file.
  public var name: String?
  /// The whole file.
  public var bytes: [UInt8]

  /// Makes a file.
  /// - Parameters:
  ///   - name: the name inside the directory; `nil` where the output is this one file.
  ///   - bytes: the whole file.
  public init(name: String? = nil, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// Where it lies.
  /// - Parameter output: the path of the directory, or of the only file.
  public func path(in output: String) -> String { name.map { "\(output)/\($0)" } ?? output }
}

/// What an exporter made of a digest.
public struct ExportResult: Sendable {
  /// One file, or those of a directory in the order in which they are written.
  public var files: [OutputFile]
  /// What the files could not carry over as it was.
  public var losses: LossLog

  /// Makes a result.
  /// - Parameters:
  ///   - files: one file without a name, or those of a directory, each with its name.
  ///   - losses: what the files could not carry over as it was.
  public init(files: [OutputFile], losses: LossLog) {
    self.files = files
    self.losses = losses
  }
}

/// Why an exporter cannot write a digest at all.
public struct ExportError: Error, Sendable, CustomStringConvertible {
  /// One clause, lower case, no full stop: `a table has no header`.
  public var reason: String
  /// The node that cannot be written; `.none` where it is the digest as a whole.
  public var anchor: SourceAnchor

  /// - Parameters:
  ///   - reason: one clause, lower case, no full stop.
  ///   - anchor: the anchor of the node that cannot be written, so that the message shows its place.
  public init(_ reason: String, at anchor: SourceAnchor = .none) {
    self.reason = reason
    self.anchor = anchor
  }

  /// The reason.
  public var description: String { reason }

  static let severalDigests = ExportError("it has a form for one alone")
}

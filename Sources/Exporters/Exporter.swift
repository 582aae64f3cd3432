import DigestModel

/// Writes a digest in one format. A value type with its options; knows nothing of files.
public protocol Exporter: Sendable {
  /// The name on the command line, lower case: `bibtex`.
  var name: String { get }
  /// One line for `digest-convert formats`.
  var summary: String { get }
  var layout: OutputLayout { get }
  /// What this format does with each part of the model; a part that is not named is dropped.
  var capabilities: [ModelPart: Fidelity] { get }

  /// Writes the whole digest.
  /// - Parameter digest: normalised: its index of papers is up to date.
  /// - Returns: the files and what they could not carry.
  /// - Throws: only where nothing can be written at all.
  func export(_ digest: Digest) throws -> ExportResult
}

/// How the output of an exporter lies on the disk.
public enum OutputLayout: Hashable, Sendable {
  /// One file; `fileExtension` without the point: `bib`.
  case file(fileExtension: String)
  /// A directory of files; `suffix` is put behind the stem of the input: `-csv`.
  case directory(suffix: String)
}

/// One file of an output.
public struct OutputFile: Sendable {
  /// The name inside the directory; empty for the output that is one file.
  public var name: String
  public var bytes: [UInt8]

  public init(name: String = "", bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

public struct ExportResult: Sendable {
  public var files: [OutputFile]
  public var losses: LossLog

  public init(files: [OutputFile], losses: LossLog) {
    self.files = files
    self.losses = losses
  }
}

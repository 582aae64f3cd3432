public import DigestDiagnostics
public import DigestExporters
public import DigestImporters

/// One format to write and what messages call the output.
public struct ConversionTarget: Sendable {
  /// The format to write.
  public var format: ExportFormat
  /// The path, or `<stdout>`. Nothing is written there: it is a name.
  public var name: String

  /// - Parameters:
  ///   - format: the format to write.
  ///   - name: the path, or `<stdout>`.
  public init(_ format: ExportFormat, named name: String) {
    self.format = format
    self.name = name
  }
}

/// What became of one source: the digest that was read and an output for each format asked for.
public struct Conversion: Sendable {
  /// The digest, the places of its nodes and what was noticed while it was read.
  public var imported: ImportResult
  /// One for each target, in their order.
  public var outputs: [ConvertedOutput]
}

/// One output in memory.
public struct ConvertedOutput: Sendable {
  /// The name of the format: `bibtex`.
  public var format: String
  /// What messages call it: the target's name, or the name of the source with the extension of the format.
  public var name: String
  /// One file, or those of a directory.
  public var files: [OutputFile]
  /// What the format could not hold as it was.
  public var losses: LossLog
  /// What was noticed while the source was read: the same for each output of a source, none for a digest that a program
  /// made.
  public var diagnostics: [Diagnostic]
  /// Whether the output was checked against the schema of its format. Not all formats of a caller have one.
  public var isValidated: Bool
  /// What the schema of the format says against the files, and where in the source it comes from; empty where the files
  /// are valid or were not checked.
  public var findings: [Diagnostic]

  /// The text of the output; of one that is a directory, the texts of its files one after the other.
  /// - Complexity: O(n) in the bytes.
  public var text: String { files.map { String(decoding: $0.bytes, as: UTF8.self) }.joined() }
}

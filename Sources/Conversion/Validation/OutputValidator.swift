public import DigestDiagnostics
public import DigestExporters

/// Checks one file of an output against the schema of its format before it is written.
///
/// A validator is made once a run, and may be asked again about parts of a digest to find out where a fault comes from.
public protocol OutputValidator: Sendable {
  /// The file of `schemas/` that says what is valid; `nil` where rules in code do.
  var schemaName: String? { get }

  /// Reads the schema, where that is not done yet, so that the first check need not. It may be called on another thread
  /// than the checks, or not at all.
  func prepare()

  /// Checks one file.
  /// - Parameters:
  ///   - file: the whole file; its name inside a directory output says which table or part it is.
  ///   - name: what messages call the output; locations are in a `SourceDocument` of that name and the file's bytes.
  /// - Returns: the findings with their places in the output; none where the file is valid.
  func validate(_ file: OutputFile, named name: String) -> [Diagnostic]

  /// Checks a whole output; for formats whose files refer to each other.
  /// - Parameters:
  ///   - files: one file without a name, or those of a directory.
  ///   - name: what messages call the directory, or the only file.
  /// - Returns: the findings with their places in the output; none where all files are valid.
  func validate(_ files: [OutputFile], named name: String) -> [Diagnostic]
}

extension OutputValidator {
  /// `nil`.
  public var schemaName: String? { nil }

  /// Nothing, for validators that read no schema.
  public func prepare() {}

  /// Each file by itself.
  public func validate(_ files: [OutputFile], named name: String) -> [Diagnostic] {
    files.flatMap { validate($0, named: $0.path(in: name)) }
  }
}

import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

/// Reads a digest in the YAML shape of `schemas/digest.schema.json`, written by hand or by this program, a sequence of
/// them, or a plain list of papers.
///
/// Text fields take any scalar as text, so an id keeps its zeros without quotes.
public struct YAMLImporter: Importer {
  /// The name on the command line.
  public let name = "yaml"
  /// One line for `digest-convert formats`.
  public let summary = "a digest in the YAML shape, or a list of papers"
  /// Without the point, lower case.
  public let fileExtensions = ["yaml", "yml"]
  /// `true`: language, period and source are members of `metadata`.
  public let carriesMetadata = true

  /// Makes an importer; it has no options.
  public init() {}

  /// What people call the format.
  public let title = "YAML"

  /// Whether the first key is one that a digest or a list of papers begins with. JSON is YAML, too.
  public func recognises(_ bytes: [UInt8]) -> Recognition {
    if JSONImporter().recognises(bytes) == .certain { return .certain }
    for line in bytes.prefix(4096).split(whereSeparator: { $0.isNewline }) {
      var rest = line.drop { $0.isBlank || $0 == UInt8(ascii: "-") || $0 >= 0xEF }
      if rest.isEmpty || rest.first == UInt8(ascii: "#") || rest.first == UInt8(ascii: "%") { continue }
      let key = rest.prefix { $0.isLetter }
      rest = rest.dropFirst(key.count)
      let isListItem = line.first == UInt8(ascii: "-")
      let keys = ["digest", "metadata", "sections", "papers"] + (isListItem ? ["id", "title"] : [])
      return rest.first == UInt8(ascii: ":") && keys.contains(String(decoding: key, as: UTF8.self))
        ? .possible : .none
    }
    return .none
  }

  /// `nil`: it is always UTF-8.
  public func encoding(of bytes: [UInt8]) -> SourceEncoding? { nil }

  /// Reads the whole source.
  /// - Throws: everything that is wrong with it, each with its place, where any of it is an error.
  /// - Complexity: O(n) in the bytes.
  public func read(_ source: SourceDocument) throws(DiagnosticError) -> ImportResult {
    try DigestEncodingReader.read(YAMLReader.read(source))
  }
}

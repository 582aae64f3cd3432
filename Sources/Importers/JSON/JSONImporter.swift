import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

/// Reads a digest as JSON (RFC 8259), in the shape of `schemas/digest.schema.json`, several of them in an array or as
/// JSON lines, or a plain list of papers: an array, a member of an object, or JSON lines.
public struct JSONImporter: Importer {
  /// The name on the command line.
  public let name = "json"
  /// One line for `digest-convert formats`.
  public let summary = "digests as JSON in the shape of the YAML, or a list of papers, also as JSON lines"
  /// Without the point, lower case.
  public let fileExtensions = ["json", "jsonl", "ndjson"]
  /// `true`: language, period and source are members of `metadata`.
  public let carriesMetadata = true

  /// Makes an importer; it has no options.
  public init() {}

  /// What people call the format.
  public let title = "JSON"

  /// Whether an object or array begins the text.
  public func recognises(_ bytes: [UInt8]) -> Recognition {
    let start = bytes.byteOrderMarkLength
    let text = bytes[start...].drop { $0.isSpace }
    guard let bracket = text.first, let next = text.dropFirst().first(where: { !$0.isSpace }) else {
      return .none
    }
    switch (bracket, next) {
    case (UInt8(ascii: "{"), UInt8(ascii: "\"")), (UInt8(ascii: "["), UInt8(ascii: "{")): return .certain
    case (UInt8(ascii: "{"), UInt8(ascii: "}")), (UInt8(ascii: "["), UInt8(ascii: "\"")),
      (UInt8(ascii: "["), UInt8(ascii: "]")):
      return .possible
    default: return .none
    }
  }

  /// `nil`: it is always UTF-8.
  public func encoding(of bytes: [UInt8]) -> SourceEncoding? { nil }

  /// Reads the whole source.
  /// - Throws: everything that is wrong with it, each with its place, where any of it is an error.
  /// - Complexity: O(n) in the bytes.
  public func read(_ source: SourceDocument) throws(DiagnosticError) -> ImportResult {
    guard try JSONReader.looksLikeLines(source) else {
      return try DigestEncodingReader.read(JSONReader.read(source))
    }
    let (tree, badLines) = try JSONReader.readLines(source)
    // A bad line among records is kept as text; a whole digest is not left out.
    if let line = badLines.first, DigestEncodingReader.digests(in: tree.root) != nil { throw line.error }
    var result = try DigestEncodingReader.read(tree)
    for line in badLines { result.keep(line, of: source) }
    return result
  }
}

extension ImportResult {
  /// Keeps a line that is not JSON as text among the records that could not be read.
  fileprivate mutating func keep(_ line: JSONReader.BadLine, of source: SourceDocument) {
    let text = String(decoding: source.bytes[line.range.lower..<line.range.upper], as: UTF8.self)
    digest.metadata.keepUnread([.string(text)])
    for var diagnostic in line.error.diagnostics {
      diagnostic.severity = .warning
      diagnostics.append(diagnostic)
    }
  }
}

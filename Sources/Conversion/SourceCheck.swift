import DigestDiagnostics
import DigestSyntax
import DigestText

/// What can be wrong with any input before an importer sees it.
enum SourceDiagnostics {
  static let all = [empty, binary, invalidUTF8, utf16, encoding, unknownEncoding, undecodable]

  static let empty = DiagnosticID(
    "source/empty", .error,
    "The input is empty or holds nothing but white space, so there is nothing to convert. "
      + "An earlier step that was interrupted often leaves such a file.")
  static let binary = DiagnosticID(
    "source/binary", .error,
    "The input holds NUL bytes, so it is not text: perhaps a PDF, a picture or an archive. "
      + "A digest is a UTF-8 text file in Markdown, YAML or JSON.")
  static let invalidUTF8 = DiagnosticID(
    "source/invalid-utf-8", .error,
    "A byte is not allowed in UTF-8 where it stands. The file is in another encoding, or it was cut in the middle of a "
      + "character. The encoding is not guessed, since a wrong guess silently changes names and titles. Name it with "
      + "`--input-encoding`, or convert the file, for example with `iconv -f windows-1258 -t utf-8`.")
  static let encoding = DiagnosticID(
    "source/encoding", .warning,
    "A table is not UTF-8 and does not say what it is in, so its encoding was found out from its bytes: UTF-16 where every "
      + "other byte is 0, else Windows-1252, in which Excel saves tables in Western Europe. A wrong guess changes names "
      + "and titles: look at some, and name the right encoding with `--input-encoding`.")
  static let unknownEncoding = DiagnosticID(
    "source/unknown-encoding", .error,
    "The encoding that the source declares, or that `--input-encoding` names, is not one that the system knows. "
      + "`iconv -l` lists those that it knows.")
  static let undecodable = DiagnosticID(
    "source/undecodable", .error,
    "A byte is not allowed where it stands in the encoding that the source declares, or that `--input-encoding` names. The "
      + "file is in another encoding, or it was cut in the middle of a character.")
  static let utf16 = DiagnosticID(
    "source/utf-16", .error,
    "The input begins with a UTF-16 or UTF-32 byte order mark, or every second byte of its beginning is 0, as in UTF-16 "
      + "without a mark. Save it as UTF-8, or convert it with `iconv -f utf-16 -t utf-8`; the message names the "
      + "encoding.")
}

/// Requires an input to be UTF-8 text and not empty; a UTF-8 byte order mark may stand first.
///
/// - Throws: the one finding that makes the rest meaningless.
/// - Complexity: O(n), two passes that do not copy.
func checkSource(_ source: SourceDocument) throws(DiagnosticError) {
  func fail(_ id: DiagnosticID, _ summary: String, at offset: Int, help: String? = nil) -> DiagnosticError {
    DiagnosticError(id, summary, at: SourceLocation(source, SourceRange(offset, offset + 1)), help: help)
  }
  let bytes = source.bytes
  if let foreign = BinaryContent.kind(of: bytes) { throw foreign.error(in: source) }
  if let encoding = markedEncoding(bytes) {
    throw fail(
      SourceDiagnostics.utf16, "the input is \(encoding.uppercased()), not UTF-8", at: 0,
      help: "convert it with 'iconv -f \(encoding) -t utf-8'")
  }
  if let offset = bytes.withUnsafeBufferPointer({ $0.firstOffset(of: 0) }) {
    if isUTF16WithoutMark(bytes) {
      throw fail(
        SourceDiagnostics.utf16, "the input looks like UTF-16 without a byte order mark, not UTF-8", at: 0,
        help: "convert it with 'iconv -f \(bytes[0] == 0 ? "utf-16be" : "utf-16le") -t utf-8'")
    }
    throw fail(
      SourceDiagnostics.binary, "the input holds a NUL byte, so it is not text", at: offset,
      help: "give a text, such as Markdown, BibTeX or JSON")
  }
  if let offset = bytes.firstInvalidUTF8Offset {
    throw fail(
      SourceDiagnostics.invalidUTF8, "byte 0x\(bytes[offset].hexadecimal) cannot stand here in UTF-8",
      at: offset,
      help: "name its encoding with --input-encoding, or convert the file to UTF-8")
  }
  let text = bytes.dropFirst(bytes.byteOrderMarkLength)
  if text.allSatisfy(\.isSpace) { throw fail(SourceDiagnostics.empty, "the input is empty", at: 0) }
}

/// The encoding that a byte order mark other than that of UTF-8 names. The mark of UTF-32 begins like that of UTF-16.
private func markedEncoding(_ bytes: [UInt8]) -> String? {
  if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return "utf-32" }
  return bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) ? "utf-16" : nil
}

extension UInt8 {
  /// Two digits: `0A`.
  var hexadecimal: String { (self < 16 ? "0" : "") + String(self, radix: 16, uppercase: true) }
}

/// Whether every other byte at the beginning is 0: ASCII letters in UTF-16.
func isUTF16WithoutMark(_ bytes: [UInt8]) -> Bool {
  let head = bytes.prefix(64)
  guard head.count >= 4, head.count % 2 == 0 else { return false }
  let even = stride(from: 0, to: head.count, by: 2)
  let zeros = (even.count { head[$0] == 0 }, even.count { head[$0 + 1] == 0 })
  return zeros.0 == 0 && zeros.1 * 2 > head.count / 2 || zeros.1 == 0 && zeros.0 * 2 > head.count / 2
}

import DigestDiagnostics
import DigestImporters
import DigestPlatform
import DigestText

/// Makes UTF-8 of sources in other encodings.
struct SourceDecoder {
  let source: SourceDocument

  /// Whether the bytes are not UTF-8 and may be text all the same.
  var isNeeded: Bool {
    if BinaryContent.kind(of: source.bytes) != nil { return false }
    return Self.utf16(source.bytes) != nil || source.bytes.firstInvalidUTF8Offset != nil
  }

  /// UTF-16 by its byte order mark, or because every other byte at the beginning is 0.
  static func utf16(_ bytes: [UInt8]) -> String? {
    if let declared = SourceEncoding(declaredBy: bytes), declared.name.hasPrefix("utf-") {
      return declared.name
    }
    guard bytes.prefix(64).contains(0), isUTF16WithoutMark(bytes) else { return nil }
    return bytes[0] == 0 ? "utf-16be" : "utf-16le"
  }

  /// What an importer can be chosen by: the source as UTF-8 where it is UTF-16, else as it is.
  func readable() -> SourceDocument {
    guard let name = Self.utf16(source.bytes), case .success(let bytes) = Self.decode(source.bytes, name)
    else {
      return source
    }
    return document(bytes)
  }

  /// - Parameter encoding: what the user or the importer says it is.
  func decoded(as encoding: SourceEncoding) throws(DiagnosticError) -> (
    document: SourceDocument, finding: Diagnostic?
  ) {
    switch Self.decode(source.bytes, encoding.name) {
    case .success(let bytes):
      let document = document(bytes)
      if encoding.isDeclared { return (document, nil) }
      let finding = Diagnostic(
        SourceDiagnostics.encoding, "the file is not UTF-8 and was read as \(encoding.name)",
        at: SourceLocation(document, SourceRange(0, min(1, bytes.count))),
        help: "name another encoding with --input-encoding, or save the file as UTF-8")
      return (document, finding)
    case .failure(.unknownEncoding):
      throw DiagnosticError(
        SourceDiagnostics.unknownEncoding, "encoding \(quoted(encoding.name)) is not known",
        at: SourceLocation(source, SourceRange(0, min(1, source.bytes.count))),
        help: "name one that 'iconv -l' lists with --input-encoding")
    case .failure(.undecodable(let offset)):
      throw DiagnosticError(
        SourceDiagnostics.undecodable,
        "byte 0x\(source.bytes[offset].hexadecimal) cannot stand here in \(encoding.name)",
        at: SourceLocation(source, SourceRange(offset, offset + 1)),
        help: "name the right encoding with --input-encoding")
    }
  }

  private static func decode(_ bytes: [UInt8], _ name: String) -> Result<[UInt8], TextConversion.Failure> {
    let decoded: Result<[UInt8], UndecodableByte>
    switch name.lowercased() {
    case "utf-16le": decoded = TextDecoding.utf16(bytes, isBigEndian: false)
    case "utf-16be": decoded = TextDecoding.utf16(bytes, isBigEndian: true)
    case "utf-16": decoded = TextDecoding.utf16(bytes, isBigEndian: bytes.starts(with: [0xFE, 0xFF]))
    case "windows-1252", "cp1252", "iso-8859-1", "iso8859-1", "iso8859_1", "latin1", "latin-1":
      decoded = TextDecoding.windows1252(bytes)
    default: return Result { () throws(TextConversion.Failure) in try converted(bytes, from: name) }
    }
    return decoded.mapError { .undecodable(offset: $0.offset) }
  }

  /// Java and KBibTeX spell some names as `iconv` does not.
  private static func converted(_ bytes: [UInt8], from name: String) throws(TextConversion.Failure) -> [UInt8]
  {
    var spellings = [name]
    let plain = name.lowercased().hasPrefix("x-") ? String(name.dropFirst(2)) : name
    spellings += [plain, String(plain.map { $0 == "_" ? "-" : $0 })]
    if plain.lowercased() == "macroman" { spellings.append("macintosh") }
    for spelling in spellings {
      do { return try TextConversion.utf8(bytes, from: spelling) } catch .unknownEncoding { continue }
    }
    throw .unknownEncoding
  }

  /// With a declaration that says UTF-8 now, as long as before, so that parsers of XML believe it.
  private func document(_ bytes: [UInt8]) -> SourceDocument {
    var bytes = bytes
    if bytes.starts(with: "<?xml".utf8), let end = bytes.prefix(1024).firstIndex(of: UInt8(ascii: ">")) {
      let word = Array("encoding".utf8)
      let start = (0..<max(0, end - word.count)).first { bytes[$0..<($0 + word.count)].elementsEqual(word) }
      if let start { Self.replaceEncoding(in: &bytes, from: start + word.count, to: end) }
    }
    return SourceDocument(name: source.name, bytes: bytes, companions: source.companions)
  }

  private static func replaceEncoding(in bytes: inout [UInt8], from start: Int, to end: Int) {
    guard let open = bytes[start..<end].firstIndex(where: { $0.isOne(of: "'\"") }),
      let close = bytes[(open + 1)..<end].firstIndex(of: bytes[open]), close - open > "UTF-8".utf8.count
    else { return }
    let quote = bytes[open]
    let written = Array("UTF-8".utf8) + [quote]
    let padding = Array(repeating: UInt8(ascii: " "), count: close - open - written.count)
    bytes.replaceSubrange((open + 1)...close, with: written + padding)
  }
}

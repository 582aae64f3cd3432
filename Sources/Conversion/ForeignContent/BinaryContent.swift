/// Knows files that are not text by their first bytes.
/// - Source: the signatures in `magic(5)` of file 5.45, and the specifications of the formats.
enum BinaryContent {
  /// - Complexity: O(1); ZIP archives are looked at for 4 KiB.
  static func kind(of bytes: [UInt8]) -> ForeignContent? {
    if bytes.starts(with: zip) || bytes.starts(with: emptyZip) { return kind(ofZIP: bytes) }
    for (offset, signature, kind) in signatures where bytes.dropFirst(offset).starts(with: signature) {
      return kind
    }
    return nil
  }

  private static let zip: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
  private static let emptyZip: [UInt8] = [0x50, 0x4B, 0x05, 0x06]

  private static let signatures: [(offset: Int, bytes: [UInt8], kind: ForeignContent)] = [
    (0, Array("%PDF-".utf8), .pdf),
    (0, Array("SQLite format 3\0".utf8), .database),
    (0, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .document("an old Office document")),
    (0, [0x89, 0x50, 0x4E, 0x47], .picture), (0, [0xFF, 0xD8, 0xFF], .picture),
    (0, Array("GIF8".utf8), .picture), (8, Array("WEBP".utf8), .picture),
    (0, [0x49, 0x49, 0x2A, 0x00], .picture), (0, [0x4D, 0x4D, 0x00, 0x2A], .picture),
    (4, Array("ftypheic".utf8), .picture), (4, Array("ftypavif".utf8), .picture),
    (0, [0x00, 0x00, 0x01, 0x00], .picture), (0, Array("AT&TFORM".utf8), .document("a DjVu document")),
    (0, [0x1F, 0x8B], .archive("gzip")), (0, Array("BZh".utf8), .archive("bzip2")),
    (0, [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], .archive("xz")),
    (0, [0x28, 0xB5, 0x2F, 0xFD], .archive("zstd")),
    (0, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .archive("7z")),
    (0, Array("Rar!".utf8), .archive("RAR")), (257, Array("ustar".utf8), .archive("tar")),
    (0, [0x7F, 0x45, 0x4C, 0x46], .program), (0, [0x4D, 0x5A, 0x90, 0x00], .program),
    (0, [0xCA, 0xFE, 0xBA, 0xBE], .program), (0, [0xCF, 0xFA, 0xED, 0xFE], .program),
    (0, [0x00, 0x61, 0x73, 0x6D], .program),
    (4, Array("ftyp".utf8), .recording), (0, Array("ID3".utf8), .recording),
    (0, Array("OggS".utf8), .recording), (8, Array("WAVE".utf8), .recording),
    (0, Array("fLaC".utf8), .recording), (0, [0x1A, 0x45, 0xDF, 0xA3], .recording),
    (0, Array("PAR1".utf8), .file("a Parquet table")), (0, Array("ARROW1".utf8), .file("an Arrow table")),
    (0, [0x89, 0x48, 0x44, 0x46], .file("an HDF5 file")),
    (0, Array("wOF".utf8), .file("a font")), (0, [0x00, 0x01, 0x00, 0x00, 0x00], .file("a font")),
  ]

  /// Office documents and e-books are ZIP archives; the names of their first files tell them.
  private static func kind(ofZIP bytes: [UInt8]) -> ForeignContent {
    let head = bytes.prefix(4096)
    func holds(_ text: String) -> Bool {
      let text = Array(text.utf8)
      return head.indices.contains { head[$0...].starts(with: text) }
    }
    if holds("application/epub+zip") { return .document("an EPUB book") }
    if holds("opendocument.spreadsheet") { return .spreadsheet }
    if holds("opendocument.") { return .document("an OpenDocument text") }
    if holds("word/") { return .wordDocument }
    if holds("xl/") { return .spreadsheet }
    if holds("ppt/") { return .document("a presentation") }
    return .archive("ZIP")
  }
}

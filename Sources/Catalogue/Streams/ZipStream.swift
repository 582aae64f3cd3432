internal import CMinizip

/// The one file of JSON in a ZIP archive, which may be longer than 4 GiB (ZIP64).
final class ZipStream: InputStream {
  private let archive: unzFile
  private let size: UInt64
  private var count: UInt64 = 0

  /// - Throws: `.noMember` where the archive has no file of JSON, or several.
  init(path: String) throws(StreamError) {
    guard let archive = unzOpen64(path) else { throw .damaged("the ZIP archive is damaged") }
    var chosen: (position: unz64_file_pos, size: UInt64)?
    var isAlone = true
    var code = unzGoToFirstFile(archive)
    while code == UNZ_OK {
      let (name, size) = Self.current(archive)
      if Self.isOfJSON(name) {
        var position = unz64_file_pos()
        unzGetFilePos64(archive, &position)
        isAlone = chosen == nil
        chosen = (position, size)
      }
      code = unzGoToNextFile(archive)
    }
    guard var chosen, isAlone else {
      unzClose(archive)
      throw code == UNZ_END_OF_LIST_OF_FILE ? .noMember : .damaged("the ZIP archive is damaged")
    }
    guard unzGoToFilePos64(archive, &chosen.position) == UNZ_OK, unzOpenCurrentFile(archive) == UNZ_OK else {
      unzClose(archive)
      throw .damaged("the ZIP archive is damaged, or packed in a way that is not known")
    }
    self.archive = archive
    size = chosen.size
  }

  deinit { unzClose(archive) }

  private static func current(_ archive: unzFile) -> (name: String, size: UInt64) {
    var info = unz_file_info64()
    var name = [CChar](repeating: 0, count: 1024)
    unzGetCurrentFileInfo64(archive, &info, &name, UInt(name.count - 1), nil, 0, nil, 0)
    let end = name.firstIndex(of: 0) ?? name.count
    let text = String(decoding: name[..<end].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return (text, UInt64(info.uncompressed_size))
  }

  /// macOS adds files of its own, `__MACOSX/._a.json`.
  private static func isOfJSON(_ name: String) -> Bool {
    let lower = name.lowercased()
    return ["json", "jsonl", "ndjson"].contains { lower.hasSuffix("." + $0) } && !name.hasPrefix("__MACOSX/")
  }

  var progress: Double? { size > 0 ? min(1, Double(count) / Double(size)) : nil }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(StreamError) -> Int {
    let got = unzReadCurrentFile(archive, buffer.baseAddress, UInt32(clamping: buffer.count))
    guard got >= 0 else { throw .damaged("the ZIP archive is damaged") }
    count += UInt64(got)
    if got == 0, count < size { throw .damaged("the ZIP archive breaks off") }
    if got == 0, unzCloseCurrentFile(archive) == UNZ_CRCERROR {
      throw .damaged("the ZIP archive is damaged: its checksum is another one")
    }
    return Int(got)
  }
}

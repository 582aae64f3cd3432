internal import CMinizip
internal import CZlib
import DigestPlatform

/// The one file of JSON in a ZIP archive, which may be longer than 4 GiB (ZIP64).
///
/// minizip finds the file, and zlib unpacks it: minizip 1.1 takes a file for one of 4 GiB that is longer.
final class ZipStream: InputStream {
  private let bytes: ByteStream
  private let member: Member
  /// At one address, since zlib keeps pointers to it.
  private let state = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  private let packed = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 1)
  private var isReady = false
  private var count: UInt64 = 0
  private var checksum: UInt = 0
  private var isAtEnd = false

  /// What the directory of an archive says of a file.
  private struct Member {
    var name: String
    /// Where its bytes begin.
    var start: UInt64 = 0
    var size: UInt64
    var checksum: UInt
    /// 0 for bytes as they are, 8 for deflate.
    var method: UInt
  }

  /// - Throws: `.noMember` where the archive has no file of JSON, or several.
  init(path: String) throws(StreamError) {
    member = try Self.member(of: path)
    do throws(SystemError) {
      bytes = try ByteStream(file: path)
    } catch {
      throw .system(error)
    }
    state.initialize(to: z_stream())
    guard inflateInit2_(state, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      throw Self.isDamaged
    }
    isReady = true
    var skipped: UInt64 = 0
    while skipped < member.start {
      let rest = Int(min(member.start - skipped, UInt64(packed.count)))
      skipped += UInt64(try readPacked(into: UnsafeMutableRawBufferPointer(rebasing: packed[..<rest])))
    }
  }

  deinit {
    if isReady { inflateEnd(state) }
    state.deallocate()
    packed.deallocate()
  }

  // MARK: Finding

  private static func member(of path: String) throws(StreamError) -> Member {
    guard let archive = unzOpen64(path) else { throw isDamaged }
    defer { unzClose(archive) }
    var chosen: (member: Member, position: unz64_file_pos)?
    var isAlone = true
    var code = unzGoToFirstFile(archive)
    while code == UNZ_OK {
      let member = current(archive)
      if isOfJSON(member.name) {
        var position = unz64_file_pos()
        unzGetFilePos64(archive, &position)
        isAlone = chosen == nil
        chosen = (member, position)
      }
      code = unzGoToNextFile(archive)
    }
    guard var (member, position) = chosen, isAlone else {
      throw code == UNZ_END_OF_LIST_OF_FILE ? .noMember : isDamaged
    }
    // Only of an open file is it told where its bytes begin.
    guard unzGoToFilePos64(archive, &position) == UNZ_OK, unzOpenCurrentFile(archive) == UNZ_OK else {
      throw .damaged("the ZIP archive is damaged, or packed in a way that is not known")
    }
    member.start = unzGetCurrentFileZStreamPos64(archive)
    unzCloseCurrentFile(archive)
    return member
  }

  private static func current(_ archive: unzFile) -> Member {
    var info = unz_file_info64()
    var name = [CChar](repeating: 0, count: 1024)
    var extra = [UInt8](repeating: 0, count: 1024)
    unzGetCurrentFileInfo64(
      archive, &info, &name, UInt(name.count - 1), &extra, UInt(extra.count), nil, 0)
    let end = name.firstIndex(of: 0) ?? name.count
    let text = String(decoding: name[..<end].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    var size = UInt64(info.uncompressed_size)
    if size == UInt64(UInt32.max) {
      size = longSize(in: extra.prefix(Int(clamping: info.size_file_extra))) ?? size
    }
    return Member(name: text, size: size, checksum: info.crc, method: info.compression_method)
  }

  /// The size of a file that 32 bits do not hold: the first number of the extra field 1.
  /// - Source: APPNOTE.TXT 6.3.10, section 4.5.3.
  private static func longSize(in extra: ArraySlice<UInt8>) -> UInt64? {
    func number(_ start: Int, _ count: Int) -> UInt64? {
      guard start + count <= extra.count else { return nil }
      return (0..<count).reversed().reduce(0) { $0 << 8 | UInt64(extra[start + $1]) }
    }
    var start = 0
    while let id = number(start, 2), let length = number(start + 2, 2) {
      if id == 1 { return number(start + 4, 8) }
      start += 4 + Int(length)
    }
    return nil
  }

  /// macOS adds files of its own, `__MACOSX/._a.json`.
  private static func isOfJSON(_ name: String) -> Bool {
    let lower = name.lowercased()
    return ["json", "jsonl", "ndjson"].contains { lower.hasSuffix("." + $0) } && !name.hasPrefix("__MACOSX/")
  }

  // MARK: Reading

  var progress: Double? { member.size > 0 ? min(1, Double(count) / Double(member.size)) : nil }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(StreamError) -> Int {
    let got = member.method == 0 ? try copy(into: buffer) : try unpack(into: buffer)
    checksum = crc32_z(checksum, buffer.baseAddress?.assumingMemoryBound(to: UInt8.self), got)
    count += UInt64(got)
    guard got == 0 else { return got }
    if count < member.size { throw .damaged("the ZIP archive breaks off") }
    if count != member.size || checksum != member.checksum {
      throw .damaged("the ZIP archive is damaged: its checksum is another one")
    }
    return 0
  }

  /// Bytes of a file that is not packed.
  private func copy(into buffer: UnsafeMutableRawBufferPointer) throws(StreamError) -> Int {
    let wanted = Int(min(UInt64(buffer.count), member.size - count))
    return wanted == 0 ? 0 : try readPacked(into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<wanted]))
  }

  /// - Throws: where the archive is at its end.
  private func readPacked(into buffer: UnsafeMutableRawBufferPointer) throws(StreamError) -> Int {
    do throws(SystemError) {
      let got = try bytes.read(into: buffer)
      if got > 0 { return got }
    } catch {
      throw .system(error)
    }
    throw .damaged("the ZIP archive breaks off")
  }

  private func unpack(into buffer: UnsafeMutableRawBufferPointer) throws(StreamError) -> Int {
    state.pointee.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
    state.pointee.avail_out = UInt32(clamping: buffer.count)
    let room = state.pointee.avail_out
    while state.pointee.avail_out == room, !isAtEnd {
      if state.pointee.avail_in == 0 {
        let got = try readPacked(into: packed)
        state.pointee.next_in = packed.baseAddress?.assumingMemoryBound(to: UInt8.self)
        state.pointee.avail_in = UInt32(got)
      }
      switch inflate(state, Z_NO_FLUSH) {
      case Z_OK, Z_BUF_ERROR: break
      case Z_STREAM_END: isAtEnd = true
      default: throw Self.isDamaged
      }
    }
    return Int(room - state.pointee.avail_out)
  }

  private static var isDamaged: StreamError { .damaged("the ZIP archive is damaged") }
}

internal import CZlib

/// The bytes of data in the gzip format (RFC 1952), which may have several members one after the other.
final class GzipStream: InputStream {
  private let source: any InputStream
  /// At one address, since zlib keeps pointers to it.
  private let state = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  private let packed = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 1)
  private var isReady = false
  private var isInsideMember = false
  private var isAtEnd = false

  init(_ source: any InputStream) throws(StreamError) {
    self.source = source
    state.initialize(to: z_stream())
    // 15 bits of window, and 16 for the header of gzip alone.
    let code = inflateInit2_(state, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard code == Z_OK else { throw .damaged("zlib gives error \(code)") }
    isReady = true
  }

  deinit {
    if isReady { inflateEnd(state) }
    state.deallocate()
    packed.deallocate()
  }

  var progress: Double? { source.progress }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(StreamError) -> Int {
    state.pointee.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
    state.pointee.avail_out = UInt32(clamping: buffer.count)
    let room = state.pointee.avail_out
    while state.pointee.avail_out == room, !isAtEnd {
      if state.pointee.avail_in == 0 { try fill() }
      if isAtEnd { break }
      try unpack()
    }
    return Int(room - state.pointee.avail_out)
  }

  private func fill() throws(StreamError) {
    let count = try source.read(into: packed)
    if count == 0 {
      if isInsideMember { throw .damaged("the gzip data breaks off") }
      isAtEnd = true
    }
    state.pointee.next_in = packed.baseAddress?.assumingMemoryBound(to: UInt8.self)
    state.pointee.avail_in = UInt32(count)
  }

  private func unpack() throws(StreamError) {
    isInsideMember = true
    switch inflate(state, Z_NO_FLUSH) {
    case Z_OK, Z_BUF_ERROR: break
    case Z_STREAM_END:
      isInsideMember = false
      guard inflateReset(state) == Z_OK else { throw .damaged("the gzip data is damaged") }
    default: throw .damaged("the gzip data is damaged")
    }
  }
}

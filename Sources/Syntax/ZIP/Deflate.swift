internal import CZlib

/// Data without a header that is packed as RFC 1951 says.
enum Deflate {
  /// - Returns: `nil` without memory.
  static func packed(_ bytes: [UInt8]) -> [UInt8]? {
    var stream = z_stream()
    return withUnsafeMutablePointer(to: &stream) { stream -> [UInt8]? in
      let code = deflateInit2_(
        stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
        Int32(MemoryLayout<z_stream>.size))
      guard code == Z_OK else { return nil }
      defer { deflateEnd(stream) }
      return run(stream, bytes, capacity: Int(deflateBound(stream, UInt(bytes.count)))) { deflate($0, $1) }
    }
  }

  /// - Parameter count: of the bytes that it must become.
  /// - Returns: `nil` where it becomes anything else.
  static func unpacked(_ bytes: ArraySlice<UInt8>, count: Int) -> [UInt8]? {
    var stream = z_stream()
    return withUnsafeMutablePointer(to: &stream) { stream -> [UInt8]? in
      let code = inflateInit2_(stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
      guard code == Z_OK else { return nil }
      defer { inflateEnd(stream) }
      let unpacked = run(stream, Array(bytes), capacity: count) { inflate($0, $1) }
      return unpacked?.count == count ? unpacked : nil
    }
  }

  /// zlib takes at most 4 GB at a time.
  private static func run(
    _ stream: UnsafeMutablePointer<z_stream>, _ bytes: [UInt8], capacity: Int,
    _ step: (UnsafeMutablePointer<z_stream>, Int32) -> Int32
  ) -> [UInt8]? {
    guard let available = UInt32(exactly: bytes.count), let room = UInt32(exactly: capacity) else {
      return nil
    }
    // zlib wants an address, even for nothing.
    var input = bytes.isEmpty ? [0] : bytes
    var isDone = false
    let output = [UInt8](unsafeUninitializedCapacity: max(1, capacity)) { buffer, count in
      input.withUnsafeMutableBufferPointer { source in
        stream.pointee.next_in = source.baseAddress
        stream.pointee.avail_in = available
        stream.pointee.next_out = buffer.baseAddress
        stream.pointee.avail_out = max(1, room)
        isDone = step(stream, Z_FINISH) == Z_STREAM_END
      }
      // The buffer may be larger than what was asked for.
      count = Int(max(1, room)) - Int(stream.pointee.avail_out)
    }
    return isDone ? output : nil
  }

  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    bytes.withUnsafeBufferPointer { UInt32(truncatingIfNeeded: crc32_z(0, $0.baseAddress, $0.count)) }
  }
}

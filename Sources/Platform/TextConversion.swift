#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Converts text of any encoding that the system knows to UTF-8.
package enum TextConversion {
  package enum Failure: Error, Equatable {
    /// The system knows no encoding of this name.
    case unknownEncoding
    /// The bytes at this offset are not text in the encoding.
    case undecodable(offset: Int)
  }

  /// - Parameter encoding: a name that `iconv` knows.
  package static func utf8(_ bytes: [UInt8], from encoding: String) throws(Failure) -> [UInt8] {
    let converter = iconv_open("UTF-8", encoding)
    // The value that means failure is -1, as a pointer.
    guard Int(bitPattern: converter) != -1 else { throw .unknownEncoding }
    defer { iconv_close(converter) }
    var input = bytes.map { CChar(bitPattern: $0) }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 2)
    var piece = [CChar](repeating: 0, count: 1 << 16)
    let failed: Int? = input.withUnsafeMutableBufferPointer { input in
      piece.withUnsafeMutableBufferPointer { piece in
        var next = input.baseAddress
        var left = input.count
        var isFlushed = false
        while true {
          var out = piece.baseAddress
          var room = piece.count
          // After the text the state of encodings that have one is written out.
          let result =
            left > 0 ? iconv(converter, &next, &left, &out, &room) : iconv(converter, nil, nil, &out, &room)
          let isFull = result == -1 && errno == E2BIG
          text.append(contentsOf: piece[..<(piece.count - room)].map { UInt8(bitPattern: $0) })
          if result == -1, !isFull { return input.count - left }
          if left == 0, !isFull {
            if isFlushed { return nil }
            isFlushed = true
          }
        }
      }
    }
    if let failed { throw .undecodable(offset: failed) }
    return text
  }
}

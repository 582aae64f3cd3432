/// Memory for one short text after the other, at a fixed place; the owner frees it.
struct ByteBuffer {
  private let buffer: UnsafeMutableBufferPointer<UInt8>
  private var count = 0

  /// - Parameter capacity: the most bytes that it ever holds.
  init(capacity: Int) { buffer = .allocate(capacity: capacity) }

  func deallocate() { buffer.deallocate() }

  /// Valid until the next change.
  var text: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: buffer[..<count]) }

  mutating func clear() { count = 0 }

  mutating func append(_ byte: UInt8) {
    buffer[count] = byte
    count += 1
  }

  mutating func append(contentsOf bytes: UnsafeBufferPointer<UInt8>) {
    _ = UnsafeMutableBufferPointer(rebasing: buffer[count...]).update(fromContentsOf: bytes)
    count += bytes.count
  }

  mutating func append(_ scalar: Unicode.Scalar) {
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { append(byte) }
  }

  mutating func removeLast() { count -= 1 }
}

import Glibc

extension UnsafeBufferPointer<UInt8> {
  /// The offset of the first such byte, or `nil`.
  /// - Complexity: O(n), as fast as the C library looks.
  package func firstOffset(of byte: UInt8) -> Int? {
    guard let base = baseAddress, let found = memchr(base, Int32(byte), count) else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }
}

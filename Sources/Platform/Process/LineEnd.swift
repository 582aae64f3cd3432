#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension UnsafeRawBufferPointer {
  /// Where the first line ends; `nil` where none does.
  package var firstLineEnd: Int? {
    guard let start = baseAddress, let end = memchr(start, 0x0A, count) else { return nil }
    return UnsafeRawPointer(end) - start
  }
}

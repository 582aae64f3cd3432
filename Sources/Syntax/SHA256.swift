internal import CLibMD

/// The SHA-256 of bytes, by libmd.
package enum SHA256 {
  /// - Returns: 64 lower-case hexadecimal digits.
  /// - Complexity: O(n).
  package static func hexDigest(of bytes: [UInt8]) -> String {
    var context = SHA256_CTX()
    SHA256Init(&context)
    bytes.withUnsafeBufferPointer { SHA256Update(&context, $0.baseAddress, $0.count) }
    var digest = [UInt8](repeating: 0, count: 32)
    digest.withUnsafeMutableBufferPointer { SHA256Final($0.baseAddress, &context) }
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}

internal import CNettle

/// The SHA-256 of bytes, by nettle, which uses the instructions that a processor has for it.
package enum SHA256 {
  /// - Returns: 64 lower-case hexadecimal digits.
  /// - Complexity: O(n).
  package static func hexDigest(of bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: digest(of: bytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// - Returns: 32 bytes.
  /// - Complexity: O(n).
  package static func digest(of bytes: [UInt8]) -> [UInt8] {
    var context = sha256_ctx()
    nettle_sha256_init(&context)
    bytes.withUnsafeBufferPointer { nettle_sha256_update(&context, $0.count, $0.baseAddress) }
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
    digest.withUnsafeMutableBufferPointer { dc_sha256_digest(&context, $0.baseAddress) }
    return digest
  }
}

/// Bytes as text in 64 characters of ASCII.
///
/// Source: RFC 4648, section 4: with padding, without line breaks.
package enum Base64 {
  private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  private static let padding = UInt8(ascii: "=")

  /// By the byte of a digit its value; 255 for other bytes.
  private static let values: [UInt8] = {
    var values = [UInt8](repeating: 255, count: 256)
    for (value, digit) in digits.enumerated() { values[Int(digit)] = UInt8(value) }
    return values
  }()

  package static func text(of bytes: [UInt8]) -> String {
    let count = (bytes.count + 2) / 3 * 4
    return String(unsafeUninitializedCapacity: count) { text in
      var at = 0
      var index = 0
      while index < bytes.count {
        let length = min(3, bytes.count - index)
        let second = length > 1 ? bytes[index + 1] : 0
        let third = length > 2 ? bytes[index + 2] : 0
        let group = UInt32(bytes[index]) << 16 | UInt32(second) << 8 | UInt32(third)
        for place in 0..<4 {
          text[at] = place > length ? padding : digits[Int(group >> (18 - 6 * UInt32(place)) & 63)]
          at += 1
        }
        index += 3
      }
      return count
    }
  }

  /// - Returns: `nil` where a byte is not one of the digits, or digits or padding are missing.
  package static func bytes(of text: String) -> [UInt8]? {
    let source = Array(text.utf8)
    guard source.count % 4 == 0 else { return nil }
    let padded = source.suffix(2).count { $0 == padding }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(source.count / 4 * 3)
    var index = 0
    while index < source.count {
      let missing = index + 4 == source.count ? padded : 0
      var group: UInt32 = 0
      for place in 0..<4 {
        let value = place < 4 - missing ? values[Int(source[index + place])] : 0
        // The padding ends the text: `A=B=` has it in the middle.
        guard value < 64, place < 4 - missing || source[index + place] == padding else { return nil }
        group = group << 6 | UInt32(value)
      }
      for place in 0..<(3 - missing) {
        bytes.append(UInt8(truncatingIfNeeded: group >> (16 - 8 * UInt32(place))))
      }
      index += 4
    }
    return bytes
  }
}

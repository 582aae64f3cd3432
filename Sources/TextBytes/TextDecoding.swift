/// Decodes the encodings that need no tables of the system.
package enum TextDecoding {
  /// UTF-16 as UTF-8, without its byte order mark.
  /// - Returns: the text, or the offset of the byte pair that is not text: half of a surrogate pair, or a lone last byte.
  package static func utf16(_ bytes: [UInt8], isBigEndian: Bool) -> Result<[UInt8], UndecodableByte> {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    func unit(_ i: Int) -> UInt32 {
      isBigEndian
        ? UInt32(bytes[i]) << 8 | UInt32(bytes[i + 1]) : UInt32(bytes[i + 1]) << 8 | UInt32(bytes[i])
    }
    var i = 0
    while i < bytes.count {
      guard i + 1 < bytes.count else { return .failure(UndecodableByte(offset: i)) }
      var code = unit(i)
      let start = i
      i += 2
      if (0xD800..<0xDC00).contains(code), i + 1 < bytes.count, (0xDC00..<0xE000).contains(unit(i)) {
        code = 0x10000 + (code - 0xD800) << 10 + (unit(i) - 0xDC00)
        i += 2
      }
      if code == 0xFEFF, start == 0 { continue }
      guard let scalar = Unicode.Scalar(code) else { return .failure(UndecodableByte(offset: start)) }
      append(scalar, to: &text)
    }
    return .success(text)
  }

  /// Windows-1252, as the Web reads ISO-8859-1, too.
  /// - Source: WHATWG, *Encoding Standard*, index windows-1252.
  /// - Returns: the text, or the offset of a byte that stands for nothing.
  package static func windows1252(_ bytes: [UInt8]) -> Result<[UInt8], UndecodableByte> {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    for (offset, byte) in bytes.enumerated() {
      if byte < 0x80 {
        text.append(byte)
        continue
      }
      let code = byte < 0xA0 ? windowsCodes[Int(byte) - 0x80] : UInt16(byte)
      guard code != 0, let scalar = Unicode.Scalar(code) else {
        return .failure(UndecodableByte(offset: offset))
      }
      append(scalar, to: &text)
    }
    return .success(text)
  }

  /// Of the bytes 0x80 to 0x9F; 0 where there is none.
  private static let windowsCodes: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,
    0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,
    0x017E,
    0x0178,
  ]

  @inline(__always)
  private static func append(_ scalar: Unicode.Scalar, to text: inout [UInt8]) {
    if scalar.isASCII { return text.append(UInt8(scalar.value)) }
    text.append(contentsOf: UTF8.encode(scalar).map { Array($0) } ?? [])
  }
}

/// A byte that is not text in an encoding.
package struct UndecodableByte: Error {
  /// 0-based.
  package var offset: Int
}

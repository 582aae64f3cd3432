import DigestText

/// What a byte can mean to XML.
enum XMLByteClass: UInt8 {
  case plain, space, lineEnd, less, greater, ampersand, quote, noncharacterStart, forbidden

  @inline(__always)
  static func of(_ byte: UInt8) -> XMLByteClass {
    if byte >= 0x40 { return byte == 0xEF ? .noncharacterStart : .plain }
    switch byte {
    case 0x20, 0x09: return .space
    case 0x0A: return .lineEnd
    case 0x22: return .quote
    case 0x26: return .ampersand
    case 0x3C: return .less
    case 0x3E: return .greater
    // CR is among them: a reader turns it into LF, so writers write a reference.
    case 0x00...0x1F: return .forbidden
    default: return .plain
    }
  }

  /// The first byte from `start` on that is neither plain nor a space, or the end.
  @inline(__always)
  static func firstMark(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    bytes.firstOffset(
      from: start,
      where: { byte in
        let meaning = of(byte)
        return meaning != .plain && meaning != .space
      },
      distance)
  }

  /// 0 for what is neither plain nor a space, and for a tab; for `firstOffset`. Two characters that differ in one bit
  /// are looked for together.
  @inline(__always)
  static func distance(_ byte: UInt8) -> UInt8 {
    min(min(byte.distance(below: 0x20), byte ^ 0xEF), min((byte | 0x04) ^ 0x26, (byte | 0x02) ^ 0x3E))
  }
}

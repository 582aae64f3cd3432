import TextBytes

/// Numbers before labels: `II.`, `A.`, `1.`, `1.2.`, `II.B.1`, `a)`, and `1\.` where a program has escaped the point.
enum Enumerator {
  /// The end of the enumerator that a text begins with, delimiter included, or `nil`.
  ///
  /// A letter or a roman number needs a point or bracket behind it, and a space behind that, so that `C++` and
  /// `AI safety` stay whole.
  static func end(in bytes: ArraySlice<UInt8>, requiresSpace: Bool = true) -> Int? {
    var i = bytes.startIndex
    var hasPart = false
    while i < bytes.endIndex {
      guard var part = partEnd(in: bytes[i...]) else { break }
      if part < bytes.endIndex, bytes[part] == UInt8(ascii: "\\") { part += 1 }
      guard part < bytes.endIndex, bytes[part] == UInt8(ascii: ".") || bytes[part] == UInt8(ascii: ")") else {
        break
      }
      i = part + 1
      hasPart = true
      if bytes[part] == UInt8(ascii: ")") { break }
    }
    guard hasPart else { return nil }
    // `1.2 Label`: the last part may come without a point.
    if i < bytes.endIndex, bytes[i].isDigit {
      var k = i
      while k < bytes.endIndex, bytes[k].isDigit { k += 1 }
      guard k < bytes.endIndex, bytes[k].isBlank, k - i <= 2 else { return nil }
      i = k
    }
    if i == bytes.endIndex { return requiresSpace ? nil : i }
    return bytes[i].isBlank || (!requiresSpace && bytes[i] == UInt8(ascii: "*")) ? i : nil
  }

  /// Digits (up to three), one letter, or a roman number.
  private static func partEnd(in bytes: ArraySlice<UInt8>) -> Int? {
    var i = bytes.startIndex
    while i < bytes.endIndex, bytes[i].isDigit { i += 1 }
    if i > bytes.startIndex { return i - bytes.startIndex <= 3 ? i : nil }
    while i < bytes.endIndex, bytes[i].isLetter { i += 1 }
    let count = i - bytes.startIndex
    if count == 1 { return i }
    guard count > 1, count <= 6 else { return nil }
    return bytes[bytes.startIndex..<i].allSatisfy { "IVXLivxl".utf8.contains($0) } ? i : nil
  }
}

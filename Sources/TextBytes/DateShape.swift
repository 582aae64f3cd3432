extension UnsafeBufferPointer<UInt8> {
  /// Whether these are digits and hyphens as in `2024`, `2024-09` or `2024-09-13` (ISO 8601), whatever the numbers are.
  package var hasShapeOfDate: Bool {
    guard count == 4 || count == 7 || count == 10 else { return false }
    return indices.allSatisfy { i in i == 4 || i == 7 ? self[i] == UInt8(ascii: "-") : self[i].isDigit }
  }
}

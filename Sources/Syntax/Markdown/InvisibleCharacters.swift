import DigestText

/// Takes invisible characters out of a text where they mean nothing and hide what stands beside them: an id after
/// U+200B is not at the beginning of its line, and `##` after it is no heading.
enum InvisibleCharacters {
  private struct Run {
    var range: Range<Int>
    var hasJoiner = false
    var hasDirection = false
  }

  /// - Complexity: O(n).
  static func edits(in bytes: UnsafeBufferPointer<UInt8>) -> [MarkdownEdit] {
    var edits: [MarkdownEdit] = []
    var i = 0
    while true {
      i = bytes.firstOffset(
        from: i, where: { $0 == 0xC2 || $0 == 0xE2 || $0 == 0xEF }, { min(($0 | 0x20) ^ 0xE2, $0 ^ 0xEF) })
      guard i < bytes.count else { return edits }
      guard let run = run(at: i, in: bytes) else {
        i &+= 1
        continue
      }
      i = run.range.upperBound
      if isIdle(run, in: bytes) { edits.append(MarkdownEdit(run.range)) }
    }
  }

  private static func run(at start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Run? {
    var run = Run(range: start..<start)
    var i = start
    while i < bytes.count, let (role, length) = InvisibleCharacter.at(i, in: bytes) {
      if role == .joiner { run.hasJoiner = true }
      if role == .direction { run.hasDirection = true }
      i += length
    }
    run.range = start..<i
    return i > start ? run : nil
  }

  /// Whether a run means nothing where it stands.
  private static func isIdle(_ run: Run, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let before = run.range.lowerBound > 0 ? bytes[run.range.lowerBound - 1] : 0x0A
    let after = run.range.upperBound < bytes.count ? bytes[run.range.upperBound] : 0x0A
    if !before.isNonASCII, !after.isNonASCII {
      // Among words of Hebrew or Arabic a direction may matter even between signs, though not to a number.
      return !run.hasDirection || before.isDigit || after.isDigit || before.isNewline
        || !hasLettersFromRightToLeft(around: run.range, in: bytes)
    }
    guard !run.hasJoiner, !run.hasDirection else { return false }
    return !before.isNonASCII && !before.isAlphanumeric || !after.isNonASCII && !after.isAlphanumeric
  }

  /// Whether the line has letters of Hebrew, Arabic or their relatives: U+0580 to U+07FF.
  private static func hasLettersFromRightToLeft(
    around range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    func isPart(_ byte: UInt8) -> Bool { 0xD6...0xDF ~= byte }
    // A line of reasonable length; so a text of such characters alone is read in linear time.
    let before = bytes[max(0, range.lowerBound - 500)..<range.lowerBound].reversed().prefix { !$0.isNewline }
    let after = bytes[range.upperBound..<min(bytes.count, range.upperBound + 500)].prefix { !$0.isNewline }
    return before.contains(where: isPart) || after.contains(where: isPart)
  }
}

import DigestText

/// Finds where code spans end in time linear in the text: a length of backticks that was not found after some place
/// is not looked for again.
package struct CodeSpanSearch {
  private var isAbsent: Set<Int> = []

  package init() {}

  /// - Returns: the offset after the code span that begins at `start`, or after its backticks where no span does.
  package mutating func end(ofSpanAt start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var i = start
    while i < bytes.count, bytes[i] == UInt8(ascii: "`") { i += 1 }
    let length = i - start
    guard !isAbsent.contains(length) else { return i }
    var k = i
    while k < bytes.count {
      guard bytes[k] == UInt8(ascii: "`") else {
        k += 1
        continue
      }
      let run = k
      while k < bytes.count, bytes[k] == UInt8(ascii: "`") { k += 1 }
      if k - run == length { return k }
    }
    isAbsent.insert(length)
    return i
  }
}

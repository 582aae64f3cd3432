import DigestText

extension MarkdownText {
  /// A range without what hides or breaks up its text, or the range itself where there is nothing of the kind: invisible
  /// characters that mean nothing, tags of HTML that Markdown has marks for, and links whose address stands elsewhere.
  /// - Parameter isTextLabel: see `blocks(in:isTextLabel:)`.
  /// - Complexity: O(n); about two instructions a byte where nothing is to be done.
  package mutating func rewritten(
    _ range: Range<Int>, isTextLabel: @escaping (UnsafeBufferPointer<UInt8>) -> Bool
  ) -> Range<Int> {
    let needs = withBytes(range, Needs.init)
    var range = range
    if needs.isHidden { range = rewrite(range, withBytes(range, InvisibleCharacters.edits)) }
    if needs.hasTags {
      range = rewrite(range, withBytes(range) { TagMarks.edits(in: $0, isTextLabel: isTextLabel) })
    }
    if needs.hasDefinitions {
      range = rewrite(range, withBytes(range) { ReferenceLinks.edits(in: $0, isTextLabel: isTextLabel) })
    }
    return range
  }

  private func withBytes<Result>(
    _ range: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
  }
}

/// What a look at the bytes of a text says that may have to be done.
private struct Needs {
  /// Whether there are invisible characters.
  var isHidden = false
  /// Whether `]:` stands anywhere, as in `[label]: address`.
  var hasDefinitions = false
  /// Whether a closing tag stands anywhere that `TagMarks` may know.
  var hasTags = false

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var i = 0
    while true {
      i = bytes.firstOffset(
        from: i,
        where: {
          $0 == 0xC2 || $0 == 0xE2 || $0 == 0xEF || $0 == UInt8(ascii: "]") || $0 == UInt8(ascii: "<")
        },
        {
          let ascii = min($0 ^ UInt8(ascii: "]"), $0 ^ UInt8(ascii: "<"))
          return min(min(($0 | 0x20) ^ 0xE2, $0 ^ 0xEF), ascii)
        })
      guard i < bytes.count else { return }
      if bytes[i] == UInt8(ascii: "]") {
        hasDefinitions = hasDefinitions || i &+ 1 < bytes.count && bytes[i &+ 1] == UInt8(ascii: ":")
      } else if bytes[i] == UInt8(ascii: "<") {
        hasTags =
          hasTags || i &+ 2 < bytes.count && bytes[i &+ 1] == UInt8(ascii: "/") && bytes[i &+ 2].isLetter
      } else if !isHidden {
        isHidden = InvisibleCharacter.at(i, in: bytes) != nil
      }
      i &+= 1
    }
  }
}

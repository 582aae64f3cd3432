import DigestText

extension NameCleaner {
  /// `[Ann Bee](https://…)` and `[Ann Bee][1]` are a name, `[1]` and `[MIT]` after a name are not.
  mutating func squareBracket() {
    guard let close = brackets.partner(of: i) else {
      i += 1
      return
    }
    if let end = linkTarget(after: close) {
      continuations[close] = end
      i += 1
    } else if isInsideWord(i, close) {
      while i <= close { emitAndAdvance(input[i]) }
    } else if takeForMore(i, close) {
      i = close + 1
    } else if isWholeName(i, close) {
      i += 1
    } else {
      skipRemark(until: close)
    }
  }

  /// `]`: goes on after the target of a link.
  mutating func closeSquareBracket() { i = continuations.removeValue(forKey: i) ?? i + 1 }

  /// `![…](…)` is left out.
  mutating func exclamationMark() {
    if peek(1) == UInt8(ascii: "["), let close = brackets.partner(of: i + 1),
      let end = linkTarget(after: close)
    {
      i = end
    } else {
      i += 1
    }
  }

  /// `(MIT)` is a remark, `(3 more)` says that there are more, `William (Bill) Bee` has a nickname.
  mutating func parenthesis() {
    guard let close = brackets.partner(of: i) else {
      while i < input.count, !Self.endsOpenRemark(input[i]) { i += 1 }
      return
    }
    if takeForMore(i, close) {
      i = close + 1
    } else if isNickname(i, close) {
      while i <= close { emitAndAdvance(input[i]) }
    } else if isWholeName(i, close) {
      i += 1
    } else {
      skipRemark(until: close)
    }
  }

  /// Brackets around names, not before one: `[Ann Bee]`, `(Ann Bee, Cee Dee)`.
  private func isWholeName(_ open: Int, _ close: Int) -> Bool {
    guard isAtNameStart, input[(open + 1)..<close].contains(where: { $0.isLetter || $0.isNonASCII }) else {
      return false
    }
    guard let next = input[(close + 1)...].prefix(4).first(where: { $0 != 0x20 }) else { return true }
    return !next.isUppercase && !next.isNonASCII
  }

  private static func endsOpenRemark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "|") || byte == 0x0A
  }

  /// The offset after `(…)` or `[…]` that follows a closing bracket immediately.
  private func linkTarget(after close: Int) -> Int? {
    guard close + 1 < input.count,
      input[close + 1] == UInt8(ascii: "(") || input[close + 1] == UInt8(ascii: "[")
    else { return nil }
    return brackets.partner(of: close + 1).map { $0 + 1 }
  }

  /// `D[onald]`: letters before and in the brackets.
  private func isInsideWord(_ open: Int, _ close: Int) -> Bool {
    open > 0 && input[open - 1].isLetter && input[open + 1].isLetter && !input[open + 1].isUppercase
      && close - open < 40
  }

  private mutating func takeForMore(_ open: Int, _ close: Int) -> Bool {
    guard close - open < 80, NameMore.isPhrase(input[(open + 1)..<close].words, afterAnd: true) else {
      return false
    }
    hasMore = true
    return true
  }

  /// One word, not an acronym, with more of the name after it.
  private func isNickname(_ open: Int, _ close: Int) -> Bool {
    let content = input[(open + 1)..<close]
    guard !isAtNameStart, content.count < 40, content.count > 1, let first = content.first, first.isUppercase,
      content.dropFirst().contains(where: { $0.isLetter && !$0.isUppercase }),
      content.allSatisfy({ $0.isLetter || $0.isNonASCII || $0 == UInt8(ascii: ".") })
    else { return false }
    guard let next = input[(close + 1)...].prefix(4).first(where: { $0 != 0x20 }) else { return false }
    return next.isUppercase
  }

  private mutating func skipRemark(until close: Int) {
    let remark = input[(i + 1)..<close].trimmed
    if remark.contains(where: { $0.isLetter || $0 >= 0xC3 }) { remarks.append(remark.text) }
    i = close + 1
  }

  /// `<sup>1</sup>` goes with what it holds, of other tags only the tag; `<ann@bee.org>` is a remark.
  mutating func angleBracket() {
    let next = peek(1) ?? 0
    guard next.isLetter || next == UInt8(ascii: "/") || next == UInt8(ascii: "!") else {
      i += 1
      return
    }
    if nextGreater <= i { nextGreater = input[i...].firstIndex(of: UInt8(ascii: ">")) ?? input.count }
    guard nextGreater < input.count else {
      i += 1
      return
    }
    let name = input[(i + 1)..<nextGreater].prefix { $0.isLetter }.map(\.lowercased)
    i = nextGreater + 1
    if name.elementsEqual("sup".utf8) || name.elementsEqual("sub".utf8) {
      skipToTag()
    } else if name.elementsEqual("br".utf8) || name.elementsEqual("li".utf8) || name.elementsEqual("p".utf8) {
      emit(0x0A)
    }
  }

  /// To the next `<`, which closes what was opened.
  private mutating func skipToTag() {
    guard let end = input[i...].prefix(120).firstIndex(of: UInt8(ascii: "<")) else { return }
    i = end
  }
}

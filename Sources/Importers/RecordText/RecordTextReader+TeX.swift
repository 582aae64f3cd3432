import DigestSyntax
import DigestText

// Commands and mathematics.
extension RecordTextReader {
  // MARK: - Commands

  /// What begins at the backslash at `i`. A command that is not known stays as it is written, with its arguments.
  mutating func readCommand() {
    let start = i
    var end = i + 1
    guard end < bytes.count else { return }
    if bytes[end].isLetter {
      while end < bytes.count, bytes[end].isLetter { end += 1 }
    } else {
      end += 1
      while end < bytes.count, bytes[end].isContinuation { end += 1 }
    }
    let name = String(decoding: bytes[(start + 1)..<end], as: UTF8.self)
    let isRead =
      readAccent(name, end) || readCharacter(name, end) || readFormatting(name, end)
      || readDeclaration(name, end)
      || readSpacing(name, end) || readDelimitedMath(name, end) || readWithArguments(name, end)
    if !isRead { copyCommand(to: end) }
  }

  /// `\'e`, `\"{\i}`, `\v{c}`, `\c c`.
  private mutating func readAccent(_ name: String, _ nameEnd: Int) -> Bool {
    guard LaTeXDecoder.isAccent(name), let end = accentEnd(name, nameEnd, depth: 0) else { return false }
    // `\"Owl\"` is a quotation that some program has escaped twice: an accent stands on a letter.
    if name == "\"" || name == "'", endsQuotation(name) { return false }
    builder.append(LaTeXDecoder.decode(String(decoding: bytes[i..<end], as: UTF8.self)).utf8)
    i = end
    return true
  }

  /// Where the letter ends that an accent stands on.
  private func accentEnd(_ name: String, _ nameEnd: Int, depth: Int) -> Int? {
    var k = nameEnd
    let isWord = bytes[k - 1].isLetter
    while isWord, k < bytes.count, bytes[k] == 0x20 { k += 1 }
    guard k < bytes.count, depth < 4 else { return nil }
    if let close = closingBrace(of: k) {
      let content = bytes[(k + 1)..<close]
      let isLetter = content.first.map {
        $0.isLetter || $0.isNonASCII || $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "{")
      }
      return isLetter == true && content.count < 40 ? close + 1 : nil
    }
    if bytes[k] == UInt8(ascii: "\\") {
      var end = k + 1
      while end < bytes.count, bytes[end].isLetter { end += 1 }
      if end == k + 1 { end += 1 }
      guard end <= bytes.count else { return nil }
      let inner = String(decoding: bytes[(k + 1)..<end], as: UTF8.self)
      if LaTeXDecoder.isAccent(inner) { return accentEnd(inner, end, depth: depth + 1) }
      return LaTeXDecoder.letter(ofCommand: inner) == nil ? nil : end
    }
    guard bytes[k].isLetter || bytes[k].isNonASCII, !isWord || k > nameEnd else { return nil }
    // `\d docs`: a letter alone takes an accent, a word does not, unless the accent is a sign.
    var end = k + 1
    while end < bytes.count, bytes[end].isContinuation { end += 1 }
    return end
  }

  /// Whether a sign after a backslash stands somewhere on no letter, so that it is a quotation mark.
  private mutating func endsQuotation(_ sign: String) -> Bool {
    guard let sign = sign.utf8.first else { return false }
    if let known = quotationSigns[sign] { return known }
    let isQuotation = isQuotation(sign)
    quotationSigns[sign] = isQuotation
    return isQuotation
  }

  private func isQuotation(_ sign: UInt8) -> Bool {
    for k in bytes.indices.dropLast() where bytes[k] == UInt8(ascii: "\\") && bytes[k + 1] == sign {
      let next = k + 2 < bytes.count ? bytes[k + 2] : 0x20
      if next.isSpace || next.isPunctuation && next != UInt8(ascii: "{") && next != UInt8(ascii: "\\") {
        return true
      }
    }
    return false
  }

  /// `\o`, `\&`, `\textbullet`.
  private mutating func readCharacter(_ name: String, _ nameEnd: Int) -> Bool {
    guard let character = LaTeXDecoder.character(ofCommand: name) else { return false }
    builder.append(String(character).utf8)
    i = endOfWord(nameEnd)
    // `\&amp;` was escaped for both languages.
    if name == "&", languages.contains(.marks), bytes[i...].starts(with: "amp;".utf8) { i += 4 }
    return true
  }

  /// TeX swallows the spaces after a command of letters; empty braces end one, too.
  private func endOfWord(_ nameEnd: Int) -> Int {
    guard bytes[nameEnd - 1].isLetter, nameEnd < bytes.count else { return nameEnd }
    if closingBrace(of: nameEnd) == nameEnd + 1 { return nameEnd + 2 }
    return bytes[nameEnd] == 0x20 ? nameEnd + 1 : nameEnd
  }

  /// `\textit{…}`.
  private mutating func readFormatting(_ name: String, _ nameEnd: Int) -> Bool {
    var k = nameEnd
    while k < bytes.count, bytes[k] == 0x20 { k += 1 }
    guard let mark = RecordTextTables.commands[name], let close = closingBrace(of: k),
      open.count < Self.depthLimit
    else { return false }
    openScope(.brace(close), mark)
    i = k + 1
    return true
  }

  /// `{\em …}`.
  private mutating func readDeclaration(_ name: String, _ nameEnd: Int) -> Bool {
    guard let mark = RecordTextTables.declarations[name], case .brace? = open.last?.end else { return false }
    if let mark {
      open[open.count - 1].marks.append(mark)
      builder.open(mark)
    }
    i = endOfWord(nameEnd)
    return true
  }

  private mutating func readSpacing(_ name: String, _ nameEnd: Int) -> Bool {
    if let text = RecordTextTables.texts[name] {
      if text != " " || !builder.endsInSpace { builder.append(text.utf8) }
      i = endOfWord(nameEnd)
      return true
    }
    guard name == "par" || name == "\\" && isLineEnd(nameEnd) else { return readLayout(name, nameEnd) }
    if name == "par" { builder.endParagraph(form) } else if !builder.endsInSpace { builder.append(0x20) }
    i = nameEnd
    while i < bytes.count, bytes[i].isSpace { i += 1 }
    return true
  }

  /// `\relax`, `\hspace{1em}`.
  private mutating func readLayout(_ name: String, _ nameEnd: Int) -> Bool {
    guard let layout = LaTeXDecoder.layout(ofCommand: name) else { return false }
    var end = endOfWord(nameEnd)
    if layout.takesArgument {
      let argument = nameEnd < bytes.count && bytes[nameEnd] == UInt8(ascii: "*") ? nameEnd + 1 : nameEnd
      guard let close = closingBrace(of: argument) else { return false }
      end = close + 1
    }
    if layout.text != " " || !builder.endsInSpace { builder.append(layout.text.utf8) }
    i = end
    return true
  }

  /// Two backslashes end a line of TeX, but not in `\\server` and `C:\\new`.
  private func isLineEnd(_ end: Int) -> Bool {
    i > 0 && bytes[i - 1] != UInt8(ascii: ":") && (end == bytes.count || bytes[end] != UInt8(ascii: "\\"))
  }

  /// `\href{address}{text}`, `\enquote{text}`, `\ensuremath{x}`, `\texorpdfstring{tex}{text}`.
  private mutating func readWithArguments(_ name: String, _ nameEnd: Int) -> Bool {
    guard let close = closingBrace(of: nameEnd), open.count < Self.depthLimit else { return false }
    switch name {
    case "enquote", "mkbibquote", "textquote":
      builder.append("\u{201C}".utf8)
      openScope(.brace(close), closing: "\u{201D}")
      i = nameEnd + 1
    case "ensuremath":
      builder.appendMath(bytes[(nameEnd + 1)..<close], isDisplay: false)
      i = close + 1
    case "texorpdfstring":
      guard let textEnd = closingBrace(of: close + 1) else { return false }
      openScope(.brace(textEnd))
      i = close + 2
    case "href":
      guard let textEnd = closingBrace(of: close + 1) else { return false }
      let address = String(decoding: bytes[(nameEnd + 1)..<close], as: UTF8.self)
      openScope(.brace(textEnd), closing: " (\(address))")
      i = close + 2
    default: return false
    }
    return true
  }

  /// A command that is not known, with the arguments that stand directly after it.
  private mutating func copyCommand(to nameEnd: Int) {
    var end = nameEnd
    if bytes[nameEnd - 1].isLetter {
      while let close = closingBrace(of: end) { end = close + 1 }
    }
    builder.append(bytes[i..<end])
    i = end
  }

  // MARK: - Mathematics

  /// `\(…\)` and `\[…\]`; the second only with TeX in it, since a bracket may be escaped for another reason.
  private mutating func readDelimitedMath(_ name: String, _ nameEnd: Int) -> Bool {
    guard name == "(" || name == "[" else { return false }
    let close = name == "(" ? UInt8(ascii: ")") : UInt8(ascii: "]")
    guard !absentMathEnds.contains(close) else { return false }
    var k = nameEnd
    while k + 1 < bytes.count, bytes[k] != UInt8(ascii: "\\") || bytes[k + 1] != close { k += 1 }
    guard k + 1 < bytes.count else {
      absentMathEnds.insert(close)
      return false
    }
    let tex = Self.trimmed(bytes[nameEnd..<k])
    guard !tex.isEmpty, !tex.contains(UInt8(ascii: "$")), name == "(" || Self.isTeX(tex) else { return false }
    i = k + 2
    appendMath(tex, isDisplay: name == "[")
    return true
  }

  private mutating func appendMath(_ tex: ArraySlice<UInt8>, isDisplay: Bool) {
    // A dollar sign that a digit follows closes nothing.
    let isFollowedByDigit = i < bytes.count && bytes[i].isDigit
    if isFollowedByDigit, !isDisplay, appendWithoutDollars(tex) { return }
    if tex.count == 1, let sign = tex.first, "<>|".utf8.contains(sign) { return builder.append(sign) }
    builder.appendMath(tex, isDisplay: isDisplay)
  }

  /// `$…$` by pandoc's rule; in HTML only with TeX between.
  mutating func readDollar() {
    let end = bytes.withUnsafeBufferPointer { LaTeXMath.end($0, at: i) }
    if let end {
      let width = bytes[i + 1] == UInt8(ascii: "$") ? 2 : 1
      let tex = bytes[(i + width)..<(end - width)]
      guard languages.contains(.tex) || Self.isTeX(tex) else { return }
      i = end
      appendMath(tex, isDisplay: width == 2)
    } else if languages.contains(.tex), i + 1 < bytes.count,
      let close = bytes[(i + 1)...].firstIndex(of: UInt8(ascii: "$")), close + 1 < bytes.count,
      bytes[close + 1].isDigit
    {
      let tex = bytes[(i + 1)..<close]
      if !tex.isEmpty, appendWithoutDollars(tex) { i = close + 1 }
    }
  }

  /// Mathematics before a digit, `$\sim$10`, which dollar signs cannot close: a symbol, or one script.
  private mutating func appendWithoutDollars(_ tex: ArraySlice<UInt8>) -> Bool {
    if let character = LaTeXDecoder.character(ofMath: String(decoding: tex, as: UTF8.self)) {
      builder.append(character.utf8)
      return true
    }
    guard let sign = tex.first, sign == UInt8(ascii: "^") || sign == UInt8(ascii: "_") else { return false }
    var script = tex.dropFirst()
    if script.first == UInt8(ascii: "{"), script.last == UInt8(ascii: "}") {
      script = script.dropFirst().dropLast()
    }
    guard !script.isEmpty, script.allSatisfy({ $0.isAlphanumeric || "+-".utf8.contains($0) }) else {
      return false
    }
    let mark: RecordTextBuilder.Mark = sign == UInt8(ascii: "^") ? .superscript : .subscript
    builder.open(mark)
    builder.append(script)
    builder.close(mark)
    return true
  }

  private static func isTeX(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.contains { "\\^_{=".utf8.contains($0) }
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var bytes = bytes.drop { $0.isSpace }
    while let last = bytes.last, last.isSpace { bytes.removeLast() }
    return bytes
  }
}

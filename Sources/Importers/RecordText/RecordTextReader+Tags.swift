import DigestSyntax
import DigestText

// Tags and character references of HTML and JATS.
extension RecordTextReader {
  /// A tag as it stands in the text.
  private struct Tag {
    /// In lower case, without `jats:`.
    var name: String
    var isClosing: Bool
    var isEmpty: Bool
    var end: Int
    /// Where an anchor leads.
    var address: String?
  }

  // MARK: - References

  mutating func readReference() {
    guard let end = bytes[i...].prefix(40).firstIndex(of: UInt8(ascii: ";")) else { return }
    let text = bytes[i...end].withUnsafeBufferPointer { CharacterReference.decode($0) }
    guard text.utf8.first != UInt8(ascii: "&") || text == "&" else { return }
    if languages.contains(.escapedOnce) {
      builder.append(text.utf8)
      i = end + 1
      return
    }
    // What is escaped twice: `&amp;lt;`.
    if text == "&", let second = bytes[(end + 1)...].prefix(40).firstIndex(of: UInt8(ascii: ";")) {
      let name = [UInt8(ascii: "&")] + bytes[(end + 1)...second]
      let inner = name.withUnsafeBufferPointer { CharacterReference.decode($0) }
      if inner.utf8.first != UInt8(ascii: "&") || inner == "&" {
        builder.append(inner.utf8)
        i = second + 1
        return
      }
    }
    if text == "<", languages.contains(.html), let tag = escapedTag(from: end + 1) {
      i = tag.end
      return read(tag)
    }
    builder.append(text.utf8)
    i = end + 1
  }

  /// `&lt;sub&gt;`, as OpenAlex and some publishers give it.
  private func escapedTag(from start: Int) -> Tag? {
    var k = start
    let isClosing = k < bytes.count && bytes[k] == UInt8(ascii: "/")
    if isClosing { k += 1 }
    if bytes[k...].starts(with: "jats:".utf8) { k += 5 }
    let lower = k
    while k < bytes.count, bytes[k].isLetter { k += 1 }
    let name = String(decoding: bytes[lower..<k], as: UTF8.self).lowercased()
    guard RecordTextTables.commonTags.contains(name) || RecordTextTables.blocks.contains(name),
      bytes[k...].starts(with: "&gt;".utf8)
    else {
      return nil
    }
    return Tag(name: name, isClosing: isClosing, isEmpty: false, end: k + 4)
  }

  // MARK: - Tags

  mutating func readTag() {
    guard let tag = tag(at: i) else { return }
    let start = i
    i = tag.end
    if !isKnown(tag) { i = start } else { read(tag) }
  }

  private mutating func isKnown(_ tag: Tag) -> Bool {
    if languages.contains(.html) {
      if RecordTextTables.blocks.contains(tag.name) || tag.name == "math" || tag.name == "tex-math" {
        return true
      }
      guard RecordTextTables.tags[tag.name] != nil || tag.name == "a" else { return false }
    } else if languages.contains(.csl) {
      guard RecordTextTables.cslTags.contains(tag.name) else { return false }
    } else {
      if tag.name == "br" || tag.name == "p" { return true }
      guard RecordTextTables.commonTags.contains(tag.name) else { return false }
    }
    // A mark has both tags, or it is text.
    return tag.isClosing ? openedTags.contains(tag.name) : tag.isEmpty || content(of: tag) != nil
  }

  private mutating func read(_ tag: Tag) {
    if tag.name == "br" || tag.name == "break" {
      builder.removeTrailingSpace()
      if !builder.endsInSpace { builder.append(form == .line ? 0x20 : 0x0A) }
    } else if RecordTextTables.blocks.contains(tag.name) {
      // A heading that says what the text is anyway.
      if tag.name == "title", tag.isClosing, builder.plainText.lowercased() == "abstract" {
        builder.removeAll()
      }
      builder.endParagraph(form)
    } else if tag.name == "math" || tag.name == "tex-math" {
      if !tag.isClosing { readElement(tag) }
    } else if tag.isClosing {
      close(tag)
    } else if !tag.isEmpty, open.count < Self.depthLimit {
      openedTags.insert(tag.name)
      openScope(
        .tag(tag.name),
        tag.address.map { .link(address: $0, title: nil) } ?? RecordTextTables.tags[tag.name] ?? nil)
    }
    skipSpaceAfterSpace()
  }

  private mutating func close(_ tag: Tag) {
    guard let position = open.lastIndex(where: { $0.end == .tag(tag.name) }) else { return }
    // A tag closes no group of TeX that was opened inside it.
    guard open[position...].allSatisfy({ if case .tag = $0.end { true } else { false } }) else { return }
    while open.count > position { closeScope() }
  }

  private mutating func skipSpaceAfterSpace() {
    if builder.endsInSpace { while i < bytes.count, bytes[i].isSpace { i += 1 } }
  }

  private func tag(at start: Int) -> Tag? {
    var k = start + 1
    let isClosing = k < bytes.count && bytes[k] == UInt8(ascii: "/")
    if isClosing { k += 1 }
    let lower = k
    while k < bytes.count,
      bytes[k].isAlphanumeric || bytes[k] == UInt8(ascii: ":") || bytes[k] == UInt8(ascii: "-")
    { k += 1 }
    guard k > lower, k < bytes.count,
      bytes[k].isSpace || bytes[k] == UInt8(ascii: ">") || bytes[k] == UInt8(ascii: "/")
    else { return nil }
    let name = String(decoding: bytes[lower..<k], as: UTF8.self).lowercased()
    while k < bytes.count, bytes[k] != UInt8(ascii: ">"), bytes[k] != UInt8(ascii: "<") { k += 1 }
    guard k < bytes.count, bytes[k] == UInt8(ascii: ">") else { return nil }
    let local =
      name.utf8.lastIndex(of: UInt8(ascii: ":")).map { String(name[name.utf8.index(after: $0)...]) } ?? name
    let address = local == "a" && !isClosing ? Self.address(in: bytes[lower..<k]) : nil
    let isEmpty = bytes[k - 1] == UInt8(ascii: "/") && address == nil
    return Tag(name: local, isClosing: isClosing, isEmpty: isEmpty, end: k + 1, address: address)
  }

  /// Where a tag leads.
  private static func address(in tag: ArraySlice<UInt8>) -> String? {
    let value = TagAttributes.value(of: "href", in: tag)
    let address = value?.withUnsafeBufferPointer { CharacterReference.decodeAll($0) }.trimmed
    return address?.isEmpty == false ? address : nil
  }

  // MARK: - Mathematics

  /// `mml:math` and `tex-math`: TeX where there is some, else the words.
  private mutating func readElement(_ tag: Tag) {
    guard let (content, end) = content(of: tag) else { return }
    if tag.name == "tex-math" {
      appendTeX(content)
    } else if let annotation = texAnnotation(in: content) {
      appendTeX(annotation)
    } else {
      appendMathML(content)
    }
    i = end
  }

  /// What stands between a tag and the next end tag of its name.
  private mutating func content(of tag: Tag) -> (Range<Int>, end: Int)? {
    // Looked for once where there is none, so that time stays linear.
    guard !unclosedTags.contains(tag.name) else { return nil }
    var k = tag.end
    while let next = bytes[k...].firstIndex(of: UInt8(ascii: "<")) {
      if let other = self.tag(at: next), other.isClosing, other.name == tag.name {
        return (tag.end..<next, other.end)
      }
      k = next + 1
    }
    unclosedTags.insert(tag.name)
    return nil
  }

  private mutating func texAnnotation(in range: Range<Int>) -> Range<Int>? {
    var k = range.lowerBound
    while let next = bytes[k..<range.upperBound].firstIndex(of: UInt8(ascii: "<")) {
      if let tag = tag(at: next), tag.name == "annotation", !tag.isClosing,
        let (content, _) = content(of: tag), content.upperBound <= range.upperBound,
        String(decoding: bytes[next..<tag.end], as: UTF8.self).contains("tex")
      {
        return content
      }
      k = next + 1
    }
    return nil
  }

  /// TeX with or without the dollar signs or the document around it.
  private mutating func appendTeX(_ range: Range<Int>) {
    var text = bytes[range]
    if let start = text.firstIndex(of: UInt8(ascii: "$")), let end = text.lastIndex(of: UInt8(ascii: "$")),
      start < end
    {
      text = text[start...end]
    }
    let isSpaceOrDollar = { (byte: UInt8) in byte.isSpace || byte == UInt8(ascii: "$") }
    text = text.drop(while: isSpaceOrDollar)
    while let last = text.last, isSpaceOrDollar(last) { text.removeLast() }
    if !text.isEmpty { builder.appendMath(text.map { $0.isSpace ? 0x20 : $0 }, isDisplay: false) }
  }

  /// The words of MathML, with its scripts as marks.
  private mutating func appendMathML(_ range: Range<Int>) {
    var elements: [(name: String, children: Int)] = []
    var k = range.lowerBound
    while k < range.upperBound {
      guard bytes[k] == UInt8(ascii: "<"), let tag = tag(at: k) else {
        let end = bytes[(k + 1)..<range.upperBound].firstIndex(of: UInt8(ascii: "<")) ?? range.upperBound
        appendWords(k..<end)
        k = end
        continue
      }
      k = tag.end
      if tag.isClosing {
        guard elements.popLast() != nil else { continue }
        if let mark = script(of: elements.last) { builder.close(mark) }
      } else {
        if let parent = elements.indices.last { elements[parent].children += 1 }
        if let parent = elements.last, parent.name == "mfrac", parent.children == 2 {
          builder.append(UInt8(ascii: "/"))
        }
        if tag.isEmpty { continue }
        if let mark = script(of: elements.last) { builder.open(mark) }
        elements.append((tag.name, 0))
      }
    }
  }

  private mutating func appendWords(_ range: Range<Int>) {
    let end = i
    var words = bytes[range].drop { $0.isSpace }
    while let last = words.last, last.isSpace { words.removeLast() }
    i = words.startIndex
    while i < words.endIndex {
      let before = i
      if bytes[i] == UInt8(ascii: "&") { readReference() }
      if i == before {
        builder.append(bytes[i])
        i += 1
      }
    }
    i = end
  }

  /// Whether the child that was counted last stands below or above the first one.
  private func script(of parent: (name: String, children: Int)?) -> RecordTextBuilder.Mark? {
    switch (parent?.name, parent?.children) {
    case ("msub", 2), ("msubsup", 2): .subscript
    case ("msup", 2), ("msubsup", 3): .superscript
    default: nil
    }
  }
}

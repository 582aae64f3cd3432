import DigestText

/// Splits the names of a BibTeX field: at the word `and` outside braces, each name at its commas.
/// - Source: bibtex.web 0.99d, sections 383 and following; `and` counts in any case.
struct BibTeXNameList {
  private let memory: NameMemory?

  /// - Parameter memory: of names that were read, if there is one.
  init(_ memory: NameMemory?) { self.memory = memory }

  func read(_ text: NameBytes, into builder: inout NameBuilder) {
    var text = text.trimmed
    // An `and` at an end parts nothing.
    if text.first.map({ $0.lowercased == UInt8(ascii: "a") }) == true,
      Self.isAnd(at: text.startIndex, in: text)
    {
      text = text.dropFirst(4)
    }
    if text.count > 4, text.suffix(3).map(\.lowercased).elementsEqual("and".utf8),
      text[text.endIndex - 4].isSpace
    {
      text = text.dropLast(4)
    }
    var start = text.startIndex
    var depth = 0
    var i = start
    while i < text.endIndex {
      let byte = text[i]
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      if byte == NameSeparator.and || depth == 0 && byte.isSpace && Self.isAnd(at: i + 1, in: text) {
        add(text[start..<i], isAfterAnd: start > text.startIndex, to: &builder)
        i += byte == NameSeparator.and ? 1 : 4
        start = i
      } else {
        i += 1
      }
    }
    add(text[start...], isAfterAnd: start > text.startIndex, to: &builder)
  }

  /// Whether the word `and` stands at an offset, with a space after it.
  private static func isAnd(at i: Int, in text: NameBytes) -> Bool {
    guard i + 3 < text.endIndex, text[i + 3].isSpace else { return false }
    return text[i].lowercased == UInt8(ascii: "a") && text[i + 1].lowercased == UInt8(ascii: "n")
      && text[i + 2].lowercased == UInt8(ascii: "d")
  }

  private func add(_ name: NameBytes, isAfterAnd: Bool, to builder: inout NameBuilder) {
    guard let memory else { return Self.add(name, isAfterAnd: isAfterAnd, to: &builder) }
    let reader = builder.reader
    let list = memory.list(of: NameMemory.Spelling(bytes: name, isAfterAnd: isAfterAnd)) {
      var alone = NameBuilder(reader: reader)
      Self.add(name, isAfterAnd: isAfterAnd, to: &alone)
      return alone.list
    }
    builder.list.append(list)
  }

  private static func add(_ name: NameBytes, isAfterAnd: Bool, to builder: inout NameBuilder) {
    var pieces = name.pieces { $0 == UInt8(ascii: ",") }.map(\.words)
    if let last = pieces.last, NameMore.mayEnd(last) {
      let tail = NameMore.isPhrase(last, afterAnd: isAfterAnd) ? last.count : NameMore.tail(of: last)
      if tail > 0 {
        builder.list.hasMore = true
        pieces[pieces.count - 1].removeLast(tail)
      }
    }
    if pieces.count > 2 || name.contains(UInt8(ascii: ";")),
      BibTeXCommaList.read(name, pieces, into: &builder)
    {
      return
    }
    guard let family = pieces.first(where: { !$0.isEmpty }) else { return }
    var parts = [NamePart(family)]
    if pieces.count == 2, !pieces[1].isEmpty, !pieces[0].isEmpty { parts.append(NamePart(pieces[1])) }
    if pieces.count > 2 {
      parts[0].suffix = pieces[1]
      let first = pieces[2...].joined()
      if !first.isEmpty { parts.append(NamePart(Array(first))) }
    }
    builder.add(parts)
  }
}

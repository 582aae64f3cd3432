import DigestModel
import DigestText

/// The names that sections go by.
///
/// Names are compared without markup, number, signs and case; `_`, `-`, `&` and spaces count as one space. What
/// follows a name in brackets or after a colon does not count.
public struct SectionAliases: Sendable {
  /// Normalised names.
  private var names: [(name: [UInt8], kind: Digest.Section.Kind)]

  /// The built-in names, in a dozen languages.
  public static let standard: SectionAliases = {
    var aliases = SectionAliases([])
    for (kind, names) in SectionNames.standard + headings {
      // None of them begins with a number.
      for name in names { aliases.names.append((words(Array(name.utf8)), kind)) }
    }
    return aliases
  }()

  /// The headings that the model gives its kinds of sections.
  private static let headings: [(kind: Digest.Section.Kind, names: [String])] =
    Digest.Section.Kind.allCases.compactMap { kind in kind.traits.heading.map { (kind, [$0]) } }

  /// The names of a table, and no others.
  /// - Parameter aliases: names as they stand in headings, each with its kind.
  public init(_ aliases: [(String, Digest.Section.Kind)]) {
    names = aliases.map { (Self.normalise(Array($0.0.utf8)), $0.1) }
  }

  /// These names and more; a name that is there already gets the new kind.
  /// - Parameter aliases: names as they stand in headings, each with its kind.
  public func adding(_ aliases: [(String, Digest.Section.Kind)]) -> SectionAliases {
    var copy = self
    let added = aliases.map { (name: Self.normalise(Array($0.0.utf8)), kind: $0.1) }
    copy.names.removeAll { old in added.contains { $0.name == old.name } }
    copy.names += added
    return copy
  }

  // MARK: - Looking up

  /// The kind of a heading, or `nil` where its name is not known.
  /// - Parameter heading: UTF-8 inline Markdown of one line.
  func kind(of heading: some Sequence<UInt8>) -> Digest.Section.Kind? {
    let text = Self.normalise(Array(heading.prefix(HeadingLimits.line)))
    if let kind = kind(ofNormalised: text[...], needsTwoWords: false) { return kind }
    // `Cây chủ đề (TOPIC_TREE)`, `Phần 3 – Reading List`: a name of one word proves too little there.
    for (i, byte) in text.enumerated() where byte.isNonASCII || "(:[/|".utf8.contains(byte) {
      guard !byte.isNonASCII || Self.isDash(text, at: i) else { continue }
      let part = text[(i + (byte.isNonASCII ? 3 : 1))...].drop { $0 == 0x20 }
      let end = part.firstIndex { ")]".utf8.contains($0) } ?? part.endIndex
      if let kind = kind(ofNormalised: part[..<end], needsTwoWords: true) { return kind }
    }
    return nil
  }

  /// The kind of a text that begins with a name: of the longest, which tells most.
  private func kind(ofNormalised text: ArraySlice<UInt8>, needsTwoWords: Bool) -> Digest.Section.Kind? {
    var longest: (count: Int, kind: Digest.Section.Kind)?
    for (name, kind) in names where name.first == text.first && name.count > longest?.count ?? 0 {
      if Self.goes(text, by: name, needsTwoWords: needsTwoWords) { longest = (name.count, kind) }
    }
    return longest?.kind
  }

  /// Whether a text begins with a name, and what follows does not make it another one.
  private static func goes(_ text: ArraySlice<UInt8>, by name: [UInt8], needsTwoWords: Bool) -> Bool {
    guard text.starts(with: name) else { return false }
    let hasTwoWords = name.contains(0x20) || name.contains(where: \.isNonASCII)
    guard hasTwoWords || !needsTwoWords else { return false }
    guard text.count > name.count else { return true }
    // A name is followed by a bracket, a colon or a dash, or by a word that says more of it
    // (`READING_LIST của tháng`), never by any other word.
    let next = text.dropFirst(name.count)
    // 0xEF begins the full-width `：` and `（`.
    if let sign = next.first(where: { $0 != 0x20 }), sign == 0xEF || "(:[–—/|.".utf8.contains(sign) {
      return true
    }
    return hasTwoWords && next.first == 0x20 && connectors.contains(where: next.dropFirst().starts)
  }

  private static let connectors = SectionNames.connectors.map { Array($0.utf8) }
  private static let ordinals = SectionNames.ordinals.map { Array($0.utf8) }

  private static func isDash(_ text: [UInt8], at i: Int) -> Bool {
    text.matches(enDash, at: i, before: text.count) || text.matches(emDash, at: i, before: text.count)
  }

  private static let enDash = Array("–".utf8)
  private static let emDash = Array("—".utf8)

  // MARK: - Normalising

  /// Lower case, without markup and leading numbers, separators as one space.
  package static func normalise(_ bytes: [UInt8]) -> [UInt8] {
    var text = words(bytes)
    text.removeFirst(startOfName(in: text))
    return text
  }

  /// Lower case, without markup, separators as one space.
  private static func words(_ bytes: [UInt8]) -> [UInt8] {
    var text = bytes.lowercasedText
    if text.contains(where: beginsSign) { text = withoutSigns(text) }
    let count = text.withUnsafeMutableBufferPointer(moveWordsTogether)
    text.removeLast(text.count - count)
    return text
  }

  /// Moves what is left without markup to the beginning.
  /// - Returns: how many bytes are left.
  private static func moveWordsTogether(_ text: inout UnsafeMutableBufferPointer<UInt8>) -> Int {
    var count = 0
    for byte in text {
      switch byte {
      case UInt8(ascii: "*"), UInt8(ascii: "`"), UInt8(ascii: "#"), UInt8(ascii: "\\"): continue
      case UInt8(ascii: "_"), UInt8(ascii: "&"), UInt8(ascii: "-"), 0x09...0x0D, 0x20:
        guard count > 0, text[count - 1] != 0x20 else { continue }
        text[count] = 0x20
      default: text[count] = byte
      }
      count += 1
    }
    while count > 0, text[count - 1] == 0x20 || text[count - 1] == UInt8(ascii: ":") { count -= 1 }
    return count
  }

  /// Whether a byte may begin a sign that `isSign` knows, since it begins more than the letters of the languages of the
  /// vocabulary.
  private static func beginsSign(_ byte: UInt8) -> Bool {
    switch byte {
    // Latin, Cyrillic, Vietnamese, Chinese, Korean.
    case 0xC3...0xC9, 0xD0...0xD3, 0xE1, 0xE5...0xE9, 0xEB...0xED: false
    default: byte >= 0xC2
    }
  }

  private static func withoutSigns(_ text: [UInt8]) -> [UInt8] {
    var scalars = String(decoding: text, as: UTF8.self).unicodeScalars
    guard scalars.contains(where: isSign) else { return text }
    scalars.removeAll(where: isSign)
    return Array(String(scalars).utf8)
  }

  /// Whether a scalar only decorates a heading, an emoji with its variation selector or keycap, or cannot be seen.
  private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // ASCII, then the letters of Latin, Cyrillic, Vietnamese, Japanese, Chinese, Korean: no need to ask the tables.
    case ..<0x80, 0xC0...0x24F, 0x400...0x52F, 0x1E00...0x1EFF, 0x3041...0x30FF, 0x4E00...0x9FFF,
      0xAC00...0xD7A3:
      return false
    default: break
    }
    if InvisibleCharacter.role(of: scalar) != nil { return true }
    let isPartOfEmoji = scalar.value == 0xFE0F || scalar.value == 0x20E3
    return isPartOfEmoji || scalar.properties.isEmoji || scalar.properties.generalCategory == .otherSymbol
  }

  /// The offset after `1.`, `II.`, `a)`, `Part 3:`, `Phần 3 –` and the like.
  private static func startOfName(in text: [UInt8]) -> Int {
    let word = ordinals.first { text.count > $0.count && text.matches($0, at: 0, before: text.count) }
    var start = word?.count ?? 0
    if let end = Enumerator.end(in: text[start...], requiresSpace: false) {
      start = end
    } else if let digits = text[start...].firstIndex(where: { !$0.isDigit }), digits > start {
      start = digits
    } else {
      start = 0
    }
    while start < text.count {
      if text[start] == 0x20 || word != nil && text[start] == UInt8(ascii: ":") {
        start += 1
      } else if word != nil, isDash(text, at: start) {
        start += 3
      } else {
        break
      }
    }
    return start
  }
}

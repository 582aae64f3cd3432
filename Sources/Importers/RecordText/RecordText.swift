import DigestModel
import DigestSyntax
import DigestText

/// Reads the text of records: titles and abstracts of lists, bibliographies and catalogues.
///
/// Which language a text is in follows from where it comes from; nothing is guessed. In none of them is `*`, `_`, a
/// backtick or a bracket markup.
package enum RecordText {
  /// What line ends mean.
  package enum Form: Hashable, Sendable {
    /// A title: they are spaces.
    case line
    /// An abstract: a blank line parts paragraphs, any other line end is a space.
    case paragraphs
    /// A text of an outline: they stay.
    case lines
  }

  struct Languages: OptionSet {
    let rawValue: UInt8
    /// Accents, symbols and commands of LaTeX, and `$…$`.
    static let tex = Languages(rawValue: 1)
    /// Every tag of the tables, MathML, and `$…$` with TeX in it.
    static let html = Languages(rawValue: 2)
    /// Tags of marks that have a partner, and character references.
    static let marks = Languages(rawValue: 4)
    /// With TeX: every pair of braces is a group and every `~` a tie, as BibTeX has it.
    static let groups = Languages(rawValue: 64)
    /// Tags of CSL that have a partner.
    static let csl = Languages(rawValue: 8)
    /// References of HTML mean what they say: `&amp;lt;` is `&lt;`, and `&lt;b&gt;` is not a tag.
    static let escapedOnce = Languages(rawValue: 16)
  }

  /// Text of BibTeX and RIS files and of arXiv's metadata.
  package static func tex(_ text: String, as form: Form = .line, anchor: SourceAnchor = .none) -> RichText {
    read(text, .tex, form, anchor)
  }

  /// Fields of BibTeX.
  package static func bibTeX(_ text: String, as form: Form = .line, anchor: SourceAnchor = .none) -> RichText
  {
    read(text, [.tex, .groups], form, anchor)
  }

  /// Text of Crossref, OpenAlex and Zotero, and JATS inside it.
  package static func html(_ text: String, as form: Form = .line, anchor: SourceAnchor = .none) -> RichText {
    read(text, .html, form, anchor)
  }

  /// Text that says what it is; `$…$` with TeX in it is mathematics.
  package static func plain(_ text: String, as form: Form = .line, anchor: SourceAnchor = .none) -> RichText {
    read(text, [], form, anchor)
  }

  /// The same with the tags of CSL, as our CSL-JSON has it.
  package static func csl(_ text: String, as form: Form = .line, anchor: SourceAnchor = .none) -> RichText {
    read(text, .csl, form, anchor)
  }

  /// Text of lists that people and programs make of both: TeX, with marks and character references of HTML.
  package static func plainList(
    _ text: String, as form: Form = .line, anchor: SourceAnchor = .none
  ) -> RichText {
    read(text, [.tex, .marks], form, anchor)
  }

  /// Text of outlines: characters or HTML, with `$…$`. Line ends stay.
  static func outline(_ text: String, isHTML: Bool, anchor: SourceAnchor = .none) -> RichText {
    read(text, isHTML ? [.html, .escapedOnce] : [], .lines, anchor)
  }

  /// - Complexity: O(n), a few instructions a byte for a text that holds nothing of either language, as most.
  private static func read(
    _ text: String, _ languages: Languages, _ form: Form, _ anchor: SourceAnchor
  ) -> RichText {
    var text = text
    let isPlain = text.withUTF8 { RecordTextScan.isPlain($0) }
    if isPlain { return words(text, anchor) }
    let lines = RecordTextLines.joined(text, form)
    // Abstracts of arXiv have line ends, and mostly nothing else to decode.
    if lines.withUnsafeBufferPointer({ RecordTextScan.isPlain($0) }) {
      return words(String(decoding: lines, as: UTF8.self), anchor)
    }
    var reader = RecordTextReader(lines, languages, form)
    return reader.read().richText(anchor: anchor)
  }

  /// Text without marks. Ids and addresses in it are found as in any other text.
  static func words(_ text: String, _ anchor: SourceAnchor) -> RichText {
    let text = text.utf8.first?.isSpace == true || text.utf8.last?.isSpace == true ? text.trimmed : text
    if let words = RichText(surelyPlain: text, anchor: anchor) { return words }
    let escaped = RichText(markdown: RichText(plain: text).markdown, anchor: anchor)
    if escaped.plainText == text { return escaped }
    // The text has an address with signs in it.
    var markdown: [UInt8] = []
    var bytes = text
    bytes.withUTF8 { MarkdownEscaping.append($0, beside: .any, to: &markdown) }
    return RichText(markdown: String(decoding: markdown, as: UTF8.self), anchor: anchor)
  }
}

/// Tells texts that say what they are from those with something to decode.
enum RecordTextScan {
  static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var i = 0
    while true {
      i = bytes.firstOffset(from: i, where: isMark, distance)
      guard i < bytes.count else { return true }
      switch bytes[i] {
      // Only two together are TeX.
      case UInt8(ascii: "-"), UInt8(ascii: "'"), UInt8(ascii: "`"):
        if i + 1 < bytes.count, bytes[i + 1] == bytes[i] { return false }
      default: return false
      }
      i += 1
    }
  }

  @inline(__always)
  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, UInt8(ascii: "\\"), UInt8(ascii: "$"), UInt8(ascii: "{"), UInt8(ascii: "}"),
      UInt8(ascii: "~"),
      UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "-"), UInt8(ascii: "'"), UInt8(ascii: "`"):
      true
    default: false
    }
  }

  /// 0 for a mark. Marks that differ in one bit are looked for together.
  @inline(__always)
  private static func distance(_ byte: UInt8) -> UInt8 {
    let low = min(
      byte.distance(below: 0x20), min((byte | 0x02) ^ UInt8(ascii: "&"), byte ^ UInt8(ascii: "'")))
    let middle = min(byte ^ UInt8(ascii: "-"), min(byte ^ UInt8(ascii: "\\"), byte ^ UInt8(ascii: "<")))
    let high = min(byte ^ UInt8(ascii: "{"), min(byte ^ UInt8(ascii: "}"), byte ^ UInt8(ascii: "~")))
    return min(min(low, middle), min(high, byte ^ UInt8(ascii: "`")))
  }
}

/// Joins the lines of a text.
enum RecordTextLines {
  /// Line ends, and the white space around them, are a space, or `\n\n` where paragraphs part; tabs are spaces, and
  /// no white space stands at the ends.
  ///
  /// arXiv begins a paragraph with an indented line. Where all lines but the first are indented, that says nothing.
  static func joined(_ text: String, _ form: RecordText.Form) -> [UInt8] {
    var text = text
    return text.withUTF8 { joined($0, form) }
  }

  private static func joined(_ bytes: UnsafeBufferPointer<UInt8>, _ form: RecordText.Form) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var isIndentMeant: Bool?
    var i = bytes.firstIndex { !$0.isSpace } ?? bytes.count
    while i < bytes.count {
      let start = i
      i = bytes.firstOffset(from: i, where: { $0 < 0x20 }, { $0.distance(below: 0x20) })
      var end = i
      // Spaces before a line end go with it.
      while end > start, bytes[end - 1] == 0x20 { end -= 1 }
      result.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<end]))
      while i < bytes.count, bytes[i].isSpace { i += 1 }
      if i == bytes.count || end == i {
        // A control that is not white space.
        if i < bytes.count {
          result.append(bytes[i])
          i += 1
        }
        continue
      }
      let gap = UnsafeBufferPointer(rebasing: bytes[end..<i])
      if !gap.contains(where: { $0.isNewline }) {
        result.append(contentsOf: gap.map { _ in 0x20 })
      } else if form == .lines {
        result.append(contentsOf: lineEnds(of: gap) > 1 ? [0x0A, 0x0A] : [0x0A])
      } else if form == .paragraphs,
        gap.count(where: { $0 == 0x0A }) > 1 || isIndented(gap, in: bytes, &isIndentMeant)
      {
        result.append(contentsOf: [0x0A, 0x0A])
      } else {
        result.append(0x20)
      }
    }
    return result
  }

  /// CR LF is one.
  private static func lineEnds(of gap: UnsafeBufferPointer<UInt8>) -> Int {
    zip([0] + gap, gap).count { $1 == 0x0D || $1 == 0x0A && $0 != 0x0D }
  }

  /// Whether white space between lines ends in an indentation that says something.
  private static func isIndented(
    _ gap: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>, _ isMeant: inout Bool?
  ) -> Bool {
    guard gap.count > 2, gap.suffix(2).allSatisfy({ $0.isBlank }) else { return false }
    if let isMeant { return isMeant }
    let hasFlushLine = zip(bytes, bytes.dropFirst()).contains { $0 == 0x0A && !$1.isSpace }
    isMeant = hasFlushLine
    return hasFlushLine
  }
}

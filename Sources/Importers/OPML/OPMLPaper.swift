import DigestDiagnostics
import DigestModel
import DigestText

/// The address that an outline leads to.
enum OPMLAddress {
  /// By their names in lower case, in the order in which they count.
  private static let names = ["url", "xmlurl", "htmlurl", "href", "link"]

  static func all(of outline: OPMLOutline) -> [(value: String, range: SourceRange)] {
    names.compactMap { name in
      guard let attribute = outline[name] else { return nil }
      let value = attribute.value.trimmed
      return value.isEmpty ? nil : (value, attribute.range)
    }
  }

  static func first(of outline: OPMLOutline) -> (value: String, range: SourceRange)? {
    all(of: outline).first
  }
}

/// The paper that an outline of another program is about.
struct OPMLPaper {
  let id: PaperID
  /// As the outline writes it.
  let written: String
  /// The address that names it.
  let address: String?
  let range: SourceRange
  /// What the outline calls it.
  private(set) var name: RichText?
  /// The words of the link to it, where more stands beside them.
  private var linkWords: RichText?

  /// An outline is about a paper where it leads to one, where its text begins with a link to one, or with its id.
  init?(_ outline: OPMLOutline, _ text: RichText) {
    let addresses = OPMLAddress.all(of: outline)
    let place = outline["text"]?.range ?? outline.range
    let leading = LeadingPaper(text)
    for address in addresses {
      guard let id = PaperID(address.value), id.scheme != .url else { continue }
      // `2409.10000 – Name`: the id is not a part of the name.
      let isNamed = leading.map { $0.id.withoutVersion == id.withoutVersion } ?? false
      self.init(
        id: isNamed ? leading?.id ?? id : id,
        written: isNamed ? leading?.written ?? address.value : id.description,
        address: address.value, range: address.range)
      name = isNamed ? leading?.rest : text.isEmpty ? nil : text
      linkWords = isNamed ? leading?.linkWords : nil
      return
    }
    if addresses.isEmpty, leading == nil, outline.outlines.isEmpty, let trailing = TrailingPaper(text) {
      self.init(id: trailing.id, written: trailing.written, address: nil, range: place)
      name = trailing.name
      return
    }
    guard addresses.isEmpty, let leading else { return nil }
    self.init(id: leading.id, written: leading.written, address: nil, range: place)
    name = leading.rest
    linkWords = leading.linkWords
  }

  private init(id: PaperID, written: String, address: String?, range: SourceRange) {
    self.id = id
    self.written = written
    self.address = address
    self.range = range
  }

  func citation(_ file: RecordFile) -> Citation {
    Citation(id, written: written, anchor: file.anchor(at: range))
  }

  /// A name of several words is the title; where the text is a link with more after it, the words of the link are.
  var title: RichText? {
    guard let name = linkWords ?? name else { return nil }
    let words = name.plainText.split(whereSeparator: \.isWhitespace).count
    let isEastAsian = name.plainText.unicodeScalars.count { (0x3040...0x9FFF).contains($0.value) } >= 4
    return words >= 3 || isEastAsian ? name : nil
  }
}

/// The paper that a text begins with.
private struct LeadingPaper {
  let id: PaperID
  let written: String
  /// What follows, without the signs between; the whole text without the link where its words are not the id.
  let rest: RichText?
  private(set) var linkWords: RichText?

  init?(_ text: RichText) {
    switch text.inlines.first {
    case .citation(let citation):
      (id, written) = (citation.id, citation.written)
      rest = Self.rest(of: text, after: citation.written)
    case .link(let words, let destination, _):
      guard let linked = PaperID(destination), linked.scheme != .url else { return nil }
      id = linked
      let label = words.plainText
      // `<a href="…">2409.10000</a> – Name`, or the title is the link.
      let isID = PaperID(label)?.withoutVersion == linked.withoutVersion
      written = isID ? label : linked.description
      let after = RichText(characters: text.wordsAfterFirst, anchor: text.anchor)
      rest =
        isID
        ? Self.rest(of: after, after: "")
        : RichText(characters: label + text.wordsAfterFirst, anchor: text.anchor)
      if !isID, !after.isEmpty { linkWords = RichText(characters: label, anchor: text.anchor) }
    default: return nil
    }
  }

  /// The signs that stand between an id and a name.
  private static func rest(of text: RichText, after written: String) -> RichText? {
    guard text.markdown.hasPrefix(written) else { return nil }
    let rest = text.markdown.dropFirst(written.count).drop { " \u{A0}\t–—-|:·,.)]".contains($0) }
    return rest.isEmpty ? nil : RichText(markdown: String(rest), anchor: text.anchor)
  }
}

/// The paper that a text ends with, after what it is called: `Attention Is All You Need (arXiv:1706.03762)`.
private struct TrailingPaper {
  let id: PaperID
  let written: String
  let name: RichText

  init?(_ text: RichText) {
    var citations: [Citation] = []
    for inline in text.inlines {
      switch inline {
      case .citation(let citation): citations.append(citation)
      case .link(let words, let destination, _):
        // A link with words of its own says more than an id.
        guard let linked = PaperID(destination), linked.scheme != .url,
          PaperID(words.plainText)?.withoutVersion == linked.withoutVersion
        else { return nil }
        citations.append(Citation(linked, written: words.plainText))
      case .text: continue
      default: return nil
      }
    }
    guard citations.count == 1, let citation = citations.first, citation.id.scheme != .url,
      let (before, after) = Self.cut(text.markdown, at: citation.written),
      after.utf8.allSatisfy({ $0.isOne(of: " )].,;>") })
    else { return nil }
    var name = before[...]
    for scheme in ["arXiv:", "arxiv:", "arXiv", "DOI:", "doi:"] where name.hasSuffix(scheme) {
      name = name.dropLast(scheme.count)
    }
    while let last = name.last, " \u{A0}\t–—-|:·,([<\\".contains(last) { name.removeLast() }
    guard name.split(separator: " ").count > 1 else { return nil }
    (id, written) = (citation.id, citation.written)
    self.name = RichText(markdown: String(name), anchor: text.anchor)
  }

  private static func cut(_ text: String, at word: String) -> (before: String, after: String)? {
    guard let range = text.firstRange(of: word) else { return nil }
    return (String(text[..<range.lowerBound]), String(text[range.upperBound...]))
  }
}

/// The text of an outline with the number that it begins with.
struct OPMLLabel {
  var enumerator: String?
  var text: RichText

  init(_ text: RichText) {
    self.text = text
    let bytes = Array(text.markdown.utf8)
    guard let end = Enumerator.end(in: bytes[...]), end < bytes.count else { return }
    let number = String(decoding: bytes[..<end], as: UTF8.self)
    let rest = String(decoding: bytes[end...].drop(while: \.isSpace), as: UTF8.self)
    let label = RichText(markdown: rest, anchor: text.anchor)
    // Nothing may change but that the number stands apart.
    guard number + " " + label.plainText == text.plainText else { return }
    (enumerator, self.text) = (number, label)
  }
}

extension Inline {
  var holdsLink: Bool {
    switch self {
    case .link: true
    case .emphasis(let inner), .strong(let inner), .subscript(let inner), .superscript(let inner):
      inner.contains(where: \.holdsLink)
    default: false
    }
  }
}

extension RichText {
  /// The words of all but the first inline.
  fileprivate var wordsAfterFirst: String { Array(inlines.dropFirst()).plainText }

  /// The text followed by an address.
  func appending(_ address: String) -> RichText {
    RichText(markdown: markdown + " " + RichText(plain: "<\(address)>").markdown, anchor: anchor)
  }

  /// The text as a link; `nil` where Markdown cannot express that.
  func linked(to address: String) -> RichText? {
    let destination = address.contains { "()<>\\".contains($0) } ? nil : address
    guard let destination else { return nil }
    let linked = RichText(markdown: "[\(markdown)](\(destination))", anchor: anchor)
    guard case .link(let words, destination, _)? = linked.inlines.first, linked.inlines.count == 1,
      words.plainText == plainText
    else { return nil }
    return linked
  }
}

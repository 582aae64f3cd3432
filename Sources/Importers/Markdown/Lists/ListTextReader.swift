import DigestModel
import DigestSyntax
import DigestText

/// Reads lines of a list as one text: Markdown, the HTML that lists use, and ids in plain text, which are links, too.
///
/// A number alone, `2401.00011`, is an id only in tables: in other texts it is how digests cite.
final class ListTextReader: InlineHandler {
  private enum Open {
    case style(ListStyle)
    case link(String, isHTML: Bool)
    case image(String)
    case other
  }

  private let html: ListHTML
  private var open: [Open] = []
  /// The text, and above it the labels of the links and pictures that are open.
  private var texts = [ListText()]
  /// Whether a picture stands in each link that is open.
  private var hasImage = [false]
  private var pending: [UInt8] = []
  private var counts: [ListStyle: Int] = [:]

  private let hasNumbers: Bool

  private init(_ html: ListHTML, hasNumbers: Bool) {
    self.html = html
    self.hasNumbers = hasNumbers
  }

  /// - Parameters:
  ///   - lines: ranges of `bytes`.
  ///   - hasNumbers: whether a number alone is an id.
  static func read(_ lines: [Range<Int>], of bytes: [UInt8], hasNumbers: Bool = false) -> ListText {
    let html = ListHTML(lines, of: bytes)
    let reader = ListTextReader(html, hasNumbers: hasNumbers)
    html.bytes.withUnsafeBufferPointer { InlineParser.parse($0, into: reader) }
    while !reader.open.isEmpty { reader.leave() }
    reader.flush()
    return reader.texts[0]
  }

  private var style: ListStyle {
    var style: ListStyle = []
    for (part, count) in counts where count > 0 { style.formUnion(part) }
    return style
  }

  // MARK: InlineHandler

  func enter(_ span: InlineSpan) {
    flush()
    switch span {
    case .emphasis: push(.emphasis)
    case .strong: push(.strong)
    case .link(let destination, _): push(link: destination, isHTML: false)
    case .image(let source, _):
      open.append(.image(source))
      texts.append(ListText())
    default: open.append(.other)
    }
  }

  func leave() {
    flush()
    guard let closed = open.popLast() else { return }
    switch closed {
    case .style(let style): counts[style, default: 1] -= 1
    case .link(let address, _): closeLink(address)
    case .image(let source):
      guard let description = texts.popLast() else { return }
      addImage(description.string(description.range), source)
    case .other: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) { pending.append(contentsOf: bytes) }

  func code(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) {
    flush()
    let words = String(decoding: bytes, as: UTF8.self)
    if let id = PaperID(words), id.scheme != .url, !isInLink, isID(words) {
      appendLink(words)
    } else {
      texts[texts.count - 1].append(words.unicodeScalars, style.union(.code))
    }
  }

  func math(_ bytes: UnsafeBufferPointer<UInt8>, isDisplay: Bool) {
    flush()
    let tex = String(decoding: bytes, as: UTF8.self)
    texts[texts.count - 1].append(formula: isDisplay ? "$$\(tex)$$" : "$\(tex)$", style)
  }

  func lineBreak() { pending.append(0x20) }

  func tag(_ tag: InlineTag, _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) {}

  // MARK: Parts

  private var isInLink: Bool { texts.count > 1 }

  private func push(_ style: ListStyle) {
    open.append(.style(style))
    counts[style, default: 0] += 1
  }

  private func push(link address: String, isHTML: Bool) {
    open.append(.link(address, isHTML: isHTML))
    texts.append(ListText())
    hasImage.append(false)
  }

  private func closeLink(_ address: String) {
    guard texts.count > 1, let label = texts.popLast(), let isBadge = hasImage.popLast() else { return }
    let isOnlyImage =
      isBadge && label.range.allSatisfy { label.styles[$0].contains(.code) || label.isSpace($0) }
    let link = ListLink(label: label, address: address.trimmed, isBadge: isOnlyImage)
    texts[texts.count - 1].append(link, style)
  }

  private func appendLink(_ written: String) {
    var label = ListText()
    label.append(written.unicodeScalars, [])
    let isNumber = written.utf8.first?.isDigit == true
    texts[texts.count - 1].append(ListLink(label: label, address: written, isNumber: isNumber), style)
  }

  /// A picture says something only as the label of a link; its words stand there as code.
  private func addImage(_ description: String, _ source: String) {
    guard hasImage.count > 1 else {
      // `![](https://img.shields.io/badge/ICLR-2024-blue)` says where a paper was published.
      if let words = BadgeWords.drawn(by: source), VenueReader.read(words) != nil {
        texts[0].append((" " + words).unicodeScalars, .code)
      }
      return
    }
    hasImage[hasImage.count - 1] = true
    let words = BadgeWords.words(description: description, source: source)
    texts[texts.count - 1].append(words.unicodeScalars, .code)
  }

  private func flush() {
    guard !pending.isEmpty else { return }
    let text = String(decoding: pending, as: UTF8.self)
    pending.removeAll(keepingCapacity: true)
    var words = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      guard scalar.value >= ListHTML.first else {
        words.append(scalar)
        continue
      }
      append(String(words))
      words = String.UnicodeScalarView()
      if let tag = html.tag(scalar) { apply(tag) }
    }
    append(String(words))
  }

  private func append(_ words: String) {
    guard !words.isEmpty else { return }
    guard !isInLink else {
      texts[texts.count - 1].append(words.unicodeScalars, style)
      return
    }
    var words = words
    var links: [Range<Int>] = []
    words.withUTF8 { bytes in links = PaperIDScanner.scan(bytes).map { $0.lower..<$0.upper } }
    let utf8 = Array(words.utf8)
    links.removeAll { !isID(String(decoding: utf8[$0], as: UTF8.self)) }
    var start = 0
    for link in links {
      appendPlain(utf8[start..<link.lowerBound])
      appendLink(String(decoding: utf8[link], as: UTF8.self))
      start = link.upperBound
    }
    appendPlain(utf8[start...])
  }

  private func isID(_ written: String) -> Bool {
    if hasNumbers || written.hasPrefix("10.") { return true }
    let lower = written.lowercased()
    return lower.hasPrefix("arxiv") || lower.hasPrefix("doi") || lower.hasPrefix("http")
      || lower.contains(".org/")
  }

  private func appendPlain(_ bytes: ArraySlice<UInt8>) {
    texts[texts.count - 1].append(String(decoding: bytes, as: UTF8.self).unicodeScalars, style)
  }

  private func apply(_ tag: ListTag) {
    switch tag {
    case .lineBreak: texts[texts.count - 1].append(["\n"], [])
    case .openLink(let address): push(link: address, isHTML: true)
    case .closeLink:
      guard case .link(_, isHTML: true) = open.last else { return }
      leave()
    case .openStyle(let style): counts[style, default: 0] += 1
    case .closeStyle(let style): counts[style] = max(0, (counts[style] ?? 0) - 1)
    case .image(let description, let source): addImage(description, source)
    case .raised(let text): texts[texts.count - 1].append(formula: text, style)
    case .arrangement: break
    }
  }
}

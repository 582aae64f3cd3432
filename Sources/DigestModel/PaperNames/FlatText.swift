import DigestText

/// A text without markup, as bytes, that knows which of them are ids and which were marked.
struct FlatText {
  struct ID {
    var range: Range<Int>
    var paper: PaperID
    var anchor: SourceAnchor
  }

  private(set) var bytes: [UInt8] = []
  private(set) var ids: [ID] = []
  /// What stood in emphasis, in code or in a link.
  private(set) var marked: [Range<Int>] = []

  /// Of the text, for ids in code and in addresses.
  private let anchor: SourceAnchor

  init(_ text: RichText) {
    anchor = text.anchor
    add(text.inlines)
  }

  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// Whether a range has bytes of an id.
  func holdsID(_ range: Range<Int>) -> Bool {
    var (lower, upper) = (0, ids.count)
    while lower < upper {
      let middle = (lower + upper) / 2
      if ids[middle].range.upperBound <= range.lowerBound { lower = middle + 1 } else { upper = middle }
    }
    return lower < ids.count && ids[lower].range.overlaps(range)
  }

  /// A range without the blanks at both ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper, bytes[lower].isSpace { lower += 1 }
    while upper > lower, bytes[upper - 1].isSpace { upper -= 1 }
    return lower..<upper
  }

  private mutating func add(_ inlines: [Inline]) {
    for inline in inlines {
      switch inline {
      case .text(let text): bytes += text.utf8
      case .citation(let citation): add(id: citation.id, written: citation.written, citation.anchor)
      case .emphasis(let children), .strong(let children):
        let start = bytes.count
        add(children)
        marked.append(start..<bytes.count)
      case .subscript(let children), .superscript(let children): add(children)
      case .code(let code): add(code: code)
      case .link(let children, let destination, _): add(link: children, to: destination)
      case .math(let tex, _): bytes += "$\(tex)$".utf8
      case .image: break
      case .lineBreak: bytes.append(0x0A)
      }
    }
  }

  private mutating func add(id: PaperID, written: String, _ anchor: SourceAnchor) {
    let start = bytes.count
    bytes += written.utf8
    ids.append(ID(range: start..<bytes.count, paper: id.withoutVersion, anchor: anchor))
  }

  private mutating func add(code: String) {
    let start = bytes.count
    bytes += code.utf8
    let matches = bytes[start...].withUnsafeBufferPointer { PaperIDScanner.scan($0) }
    for match in matches {
      ids.append(
        ID(range: start + match.lower..<start + match.upper, paper: match.id.withoutVersion, anchor: anchor))
    }
    if matches.isEmpty { marked.append(start..<bytes.count) }
  }

  /// The text of a link that names a paper by its address is followed by the id in brackets, as if written out.
  private mutating func add(link children: [Inline], to destination: String) {
    let start = bytes.count
    guard let id = PaperID(destination), id.scheme != .url else {
      add(children)
      return
    }
    let text = children.plainText
    if PaperName.holdsID(text) {
      add(id: id, written: text, anchor)
      return
    }
    bytes += text.utf8
    marked.append(start..<bytes.count)
    bytes += " (".utf8
    add(id: id, written: "\(id)", anchor)
    bytes += ")".utf8
  }
}

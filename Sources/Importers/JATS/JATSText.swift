import DigestModel
import DigestSyntax
import DigestText

/// Reads phrases of JATS: text with elements in it.
struct JATSText {
  /// What white space says.
  enum Spacing {
    /// Nothing: it is one space, and none at the ends.
    case collapsed
    /// What it is: articles of this package are written so. A line end is a line break, unless an indentation follows.
    case kept
  }

  var spacing = Spacing.collapsed

  /// The text of an element.
  func rich(_ element: XMLNode, _ file: RecordFile) -> RichText {
    rich(element.children, file.anchor(at: element.textRange))
  }

  func rich(_ nodes: some Sequence<XMLNode>, _ anchor: SourceAnchor) -> RichText {
    var phrase = JATSPhraseReader(spacing)
    phrase.add(Array(nodes))
    phrase.builder.removeTrailingSpace()
    return phrase.builder.richText(anchor: anchor)
  }

  /// The Markdown of an element's text.
  func markdown(_ element: XMLNode) -> String { rich(element.children, .none).markdown }

  /// The words of an element, with one space for white space and none at the ends.
  static func plain(_ element: XMLNode) -> String { collapsed(element.text) }

  /// The words of an element that may hold paragraphs, people or addresses, each apart from the next.
  static func words(_ element: XMLNode) -> String {
    guard element.children.allSatisfy({ !$0.isText || $0.isBlank }) else { return plain(element) }
    return element.elements.map(words).filter { !$0.isEmpty }.joined(separator: " ")
  }

  static func collapsed(_ text: String) -> String {
    var isClean = true
    var previous: UInt8 = 0x20
    for byte in text.utf8 {
      if byte.isSpace, byte != 0x20 || previous == 0x20 { isClean = false }
      previous = byte
    }
    if isClean, previous != 0x20 || text.isEmpty { return text }
    return text.utf8.split(whereSeparator: \.isSpace).map { String(Substring($0)) }.joined(separator: " ")
  }
}

/// Puts one phrase together.
private struct JATSPhraseReader {
  private let spacing: JATSText.Spacing
  var builder = RecordTextBuilder()
  private var isInLink = false

  init(_ spacing: JATSText.Spacing) { self.spacing = spacing }

  mutating func add(_ node: XMLNode) {
    if node.isText { return add(text: node.textBytes) }
    switch JATSElements.phrases[node.localName] ?? .transparent {
    case .transparent: addChildren(node)
    case .mark(let mark):
      builder.open(mark)
      addChildren(node)
      builder.close(mark)
    case .code: builder.appendCode(verbatim(node))
    case .link: addLink(node)
    case .formula: addFormula(node)
    case .graphic: addGraphic(node)
    case .lineBreak: addBreak()
    case .alternatives: if let best = JATSElements.best(of: node) { add(best) }
    case .hidden: break
    }
  }

  private mutating func addChildren(_ node: XMLNode) { add(Array(node.children)) }

  mutating func add(_ nodes: [XMLNode]) {
    for (index, node) in nodes.enumerated() {
      if node.is("xref"), isGluedID(node, next: index + 1 < nodes.count ? nodes[index + 1] : nil) {
        builder.appendCode(node.text)
      } else {
        add(node)
      }
    }
  }

  /// Whether an id that an element sets apart stands beside letters or digits, which would be part of it in plain text.
  private func isGluedID(_ node: XMLNode, next: XMLNode?) -> Bool {
    guard node["ref-type"] == "bibr", PaperID(node.text) != nil else { return false }
    let neighbours = [builder.lastByte, next?.firstByte]
    return neighbours.contains { $0.map { $0.isAlphanumeric || $0.isNonASCII || $0 == 0x2E } ?? false }
  }

  // MARK: - Words

  private mutating func add(text: ArraySlice<UInt8>) {
    switch spacing {
    case .collapsed: addCollapsed(text)
    case .kept: addKept(text)
    }
  }

  private mutating func addCollapsed(_ text: ArraySlice<UInt8>) {
    var i = text.startIndex
    while i < text.endIndex {
      if text[i].isSpace {
        if !builder.endsInSpace { builder.append(0x20) }
        i = text[i...].firstIndex { !$0.isSpace } ?? text.endIndex
      } else {
        let end = text[i...].firstIndex(where: \.isSpace) ?? text.endIndex
        builder.append(text[i..<end])
        i = end
      }
    }
  }

  private mutating func addKept(_ text: ArraySlice<UInt8>) {
    var start = text.startIndex
    if builder.lastByte == nil { start = text.firstIndex { !$0.isSpace } ?? text.endIndex }
    while let end = text[start...].firstIndex(of: 0x0A) {
      builder.append(text[start..<end])
      let next = text[(end + 1)...].firstIndex { !$0.isSpace } ?? text.endIndex
      if next == end + 1 {
        addBreak()
      } else if !builder.endsInSpace {
        builder.append(0x20)
      }
      start = next
    }
    builder.append(text[start...])
  }

  /// A `break`, and a line end that is one. Both stand in articles of ours, for one break.
  private mutating func addBreak() {
    guard !builder.endsInBreak else { return }
    builder.removeTrailingSpace()
    if builder.lastByte != nil { builder.append(0x0A) }
  }

  private func verbatim(_ node: XMLNode) -> String {
    spacing == .kept ? node.text : JATSText.collapsed(node.text)
  }

  // MARK: - Links, pictures and formulas

  private mutating func addLink(_ node: XMLNode) {
    let address = JATSElements.address(of: node)
    guard let address, !address.isEmpty, !isInLink else { return addChildren(node) }
    let title = node.attribute("title", in: .xlink)?.value
    let label = node.text
    if title == nil, label == address || label.utf8.allSatisfy(\.isSpace) {
      return builder.appendAddress(address)
    }
    isInLink = true
    builder.open(.link(address: address, title: title))
    addChildren(node)
    builder.close(.link(address: address, title: title))
    isInLink = false
  }

  private mutating func addGraphic(_ node: XMLNode) {
    guard let source = JATSElements.address(of: node), !source.isEmpty else { return addChildren(node) }
    let description = node.first("alt-text").map(verbatim) ?? ""
    builder.appendImage(description, source: source, title: node.attribute("title", in: .xlink)?.value)
  }

  private mutating func addFormula(_ node: XMLNode) {
    guard let formula = JATSFormula(node) else { return addChildren(node) }
    if let label = node.first("label").map(JATSText.plain), !label.isEmpty, spacing == .collapsed {
      addFormula(formula)
      builder.append(" \(label)".utf8)
    } else {
      addFormula(formula)
    }
  }

  private mutating func addFormula(_ formula: JATSFormula) {
    if formula.isWritable {
      builder.appendMath(formula.tex.utf8, isDisplay: formula.isDisplay)
    } else {
      builder.appendCode(formula.tex)
    }
  }
}

extension XMLNode {
  /// The first byte of the text in it; that of a code is a backtick.
  fileprivate var firstByte: UInt8? {
    if case .code? = JATSElements.phrases[localName] { return UInt8(ascii: "`") }
    return text.utf8.first
  }
}

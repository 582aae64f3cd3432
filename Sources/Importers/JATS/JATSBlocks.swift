import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

/// Reads elements that stand among paragraphs. What it does not know is read for what it holds.
struct JATSBlocks {
  let file: RecordFile
  let text: JATSText
  /// Whether sections have headings; in an abstract their titles are bold words.
  var hasHeadings = true

  /// - Parameter level: that of the headings of sections inside.
  func read(_ nodes: some Sequence<XMLNode>, level: Int = 3) -> [Digest.Block] {
    var blocks: [Digest.Block] = []
    var loose: [XMLNode] = []
    for node in nodes {
      if node.isText || isPhrase(node) {
        loose.append(node)
      } else {
        addParagraph(&loose, to: &blocks)
        add(node, level, to: &blocks)
      }
    }
    addParagraph(&loose, to: &blocks)
    return blocks
  }

  /// Whether an element is part of a line of text, where it stands beside text.
  private func isPhrase(_ node: XMLNode) -> Bool {
    guard JATSElements.blocks[node.localName] == nil else { return false }
    if JATSElements.phrases[node.localName] != nil { return true }
    // An unknown element is a block where it holds blocks.
    return !node.elements.contains { JATSElements.blocks[$0.localName] != nil }
  }

  private func addParagraph(_ nodes: inout [XMLNode], to blocks: inout [Digest.Block]) {
    defer { nodes = [] }
    guard let first = nodes.first, let last = nodes.last, !nodes.allSatisfy(\.isBlank) else { return }
    let text = text.rich(nodes, file.anchor(at: SourceRange(first.range.lower, last.range.upper)))
    if !text.isEmpty { blocks.append(.paragraph(text)) }
  }

  private func add(_ node: XMLNode, _ level: Int, to blocks: inout [Digest.Block]) {
    switch JATSElements.blocks[node.localName] ?? .group {
    case .paragraph: addParagraph(node, level, to: &blocks)
    case .list: addList(node, level, to: &blocks)
    case .definitions: addDefinitions(node, level, to: &blocks)
    case .quote, .verse: blocks.append(.quote(quote(node, level)))
    case .boxed: addBox(node, level, to: &blocks)
    case .code: blocks.append(.code(code(node)))
    case .tableWrap: addTableWrap(node, level, to: &blocks)
    case .table: addTable(node, to: &blocks)
    case .figure: addFigure(node, level, to: &blocks)
    case .formula, .graphic:
      var nodes = [node]
      addParagraph(&nodes, to: &blocks)
    case .section: addSection(node, level, to: &blocks)
    case .statement: addStatement(node, level, to: &blocks)
    case .speech: addSpeech(node, level, to: &blocks)
    case .footnote: addFootnote(node, level, to: &blocks)
    case .rule: blocks.append(.thematicBreak(file.anchor(at: node.startTag)))
    case .alternatives: if let best = JATSElements.best(of: node) { add(best, level, to: &blocks) }
    case .group: blocks += read(node.children, level: level)
    case .label, .title: addLead(node, to: &blocks)
    case .hidden: break
    }
  }

  // MARK: - Paragraphs

  /// A paragraph may hold lists, quotes and tables, which divide it; a formula stays in its sentence.
  private func addParagraph(_ node: XMLNode, _ level: Int, to blocks: inout [Digest.Block]) {
    if text.spacing == .kept, let heading = runInHeading(node) { return blocks.append(.heading(heading)) }
    var loose: [XMLNode] = []
    var notes: [XMLNode] = []
    for child in node.children {
      if child.isText || staysInLine(child) {
        loose.append(child)
      } else if child.is("fn") {
        notes.append(child)
      } else {
        addParagraph(&loose, to: &blocks)
        add(child, level, to: &blocks)
      }
    }
    addParagraph(&loose, to: &blocks)
    for note in notes { add(note, level, to: &blocks) }
  }

  /// A heading of ours where no section can begin.
  private func runInHeading(_ node: XMLNode) -> Digest.Heading? {
    guard let type = node["content-type"], type.hasPrefix("heading-"), let bold = node.first("bold"),
      let level = Int(type.dropFirst("heading-".count)), (1...6).contains(level)
    else { return nil }
    return Digest.Heading(level: level, text: text.rich(bold, file))
  }

  private func staysInLine(_ node: XMLNode) -> Bool {
    switch JATSElements.blocks[node.localName] {
    case .formula, .graphic, .label, .title, .hidden: true
    case .code: node.is("code") && !node.text.utf8.contains(0x0A)
    case .alternatives: node.first("table") == nil
    case .figure: node.is("media")
    case nil: isPhrase(node)
    default: false
    }
  }

  /// A bold line: the label or title of a thing that has no heading of its own here.
  private func addLead(_ node: XMLNode, to blocks: inout [Digest.Block]) {
    let title = text.rich(node, file)
    guard !title.isEmpty else { return }
    blocks.append(.paragraph(Self.bold(title)))
  }

  static func bold(_ text: RichText) -> RichText {
    let bold = RichText(markdown: "**\(text.markdown)**", anchor: text.anchor)
    return bold.plainText == text.plainText ? bold : text
  }

  /// Puts bold words before the first paragraph of what follows.
  func lead(_ lead: RichText?, _ blocks: [Digest.Block], mark: String = "") -> [Digest.Block] {
    guard let lead, !lead.isEmpty else { return blocks }
    let words = Self.bold(lead)
    guard case .paragraph(let first)? = blocks.first, !first.markdown.isEmpty else {
      return [.paragraph(words)] + blocks
    }
    let joined = RichText(markdown: words.markdown + mark + " " + first.markdown, anchor: words.anchor)
    return [.paragraph(joined)] + blocks.dropFirst()
  }

  // MARK: - Lists

  private func addList(_ node: XMLNode, _ level: Int, to blocks: inout [Digest.Block]) {
    if let title = node.first("title") { addLead(title, to: &blocks) }
    let type = node["list-type"] ?? (node.is("ol") ? "order" : "bullet")
    let isOrdered = type == "order" || type.hasPrefix("alpha") || type.hasPrefix("roman")
    var items: [Digest.List.Item] = []
    for child in node.elements where !["title", "label"].contains(child.localName) {
      items.append(item(child, type, number: items.count + 1, level))
    }
    guard !items.isEmpty else { return }
    blocks.append(
      .list(Digest.List(isOrdered: isOrdered, items: items, anchor: file.anchor(at: node.startTag))))
  }

  private func item(_ node: XMLNode, _ type: String, number: Int, _ level: Int) -> Digest.List.Item {
    var label = node.first("label").map { text.spacing == .kept ? $0.text : JATSText.plain($0) }
    if label == nil, text.spacing == .collapsed { label = JATSListNumber.text(number, type) }
    if text.spacing == .kept, let only = node.first("p"), only["content-type"] == "label" {
      return Digest.List.Item(enumerator: only.text, blocks: [], anchor: file.anchor(at: node.startTag))
    }
    let isItem = node.is("list-item") || node.is("li")
    return Digest.List.Item(
      enumerator: label,
      blocks: isItem
        ? read(node.children.filter { !$0.is("label") }, level: level) : read([node], level: level),
      anchor: file.anchor(at: node.startTag))
  }

  /// A list, each item a term in bold before its definition.
  private func addDefinitions(_ node: XMLNode, _ level: Int, to blocks: inout [Digest.Block]) {
    if let title = node.first("title") { addLead(title, to: &blocks) }
    var items: [Digest.List.Item] = []
    var term: XMLNode?
    func add(_ definition: XMLNode?) {
      let words = term.map { text.rich($0, file) }
      let content = definition.map { read($0.children, level: level) } ?? []
      items.append(
        Digest.List.Item(
          blocks: lead(words, content, mark: content.isEmpty ? "" : ":"),
          anchor: file.anchor(at: (term ?? definition ?? node).startTag)))
      term = nil
    }
    for part in node.elements.flatMap({
      ["def-item", "div"].contains($0.localName) ? Array($0.elements) : [$0]
    }) {
      switch part.localName {
      case "term", "dt":
        if term != nil { add(nil) }
        term = part
      case "def", "dd": add(part)
      case "def-list", "dl":
        items.append(
          Digest.List.Item(blocks: read([part], level: level), anchor: file.anchor(at: part.startTag)))
      default: break
      }
    }
    if term != nil { add(nil) }
    guard !items.isEmpty else { return }
    blocks.append(.list(Digest.List(isOrdered: false, items: items, anchor: file.anchor(at: node.startTag))))
  }

  // MARK: - Quotes, code, boxes

  private func quote(_ node: XMLNode, _ level: Int) -> Digest.Quote {
    var blocks: [Digest.Block] = []
    if node.is("verse-group") {
      let lines = node.elements("verse-line").map { text.rich($0, file).markdown }
      blocks = read(node.children.filter { !$0.is("verse-line") && !$0.is("attrib") }, level: level)
      if !lines.isEmpty {
        blocks.append(
          .paragraph(
            RichText(markdown: lines.joined(separator: "\n"), anchor: file.anchor(at: node.startTag))))
      }
      blocks += read(node.elements("attrib"), level: level)
    } else {
      blocks = read(node.children, level: level)
    }
    return Digest.Quote(blocks: blocks, anchor: file.anchor(at: node.startTag))
  }

  private func code(_ node: XMLNode) -> Digest.CodeBlock {
    var text = node.text
    if self.text.spacing == .collapsed {
      if text.utf8.first == 0x0A { text.removeFirst() }
      if !text.isEmpty, text.utf8.last != 0x0A { text += "\n" }
    }
    return Digest.CodeBlock(info: node["language"] ?? "", text: text, anchor: file.anchor(at: node.startTag))
  }

  private func addBox(_ node: XMLNode, _ level: Int, to blocks: inout [Digest.Block]) {
    let content =
      caption(of: node)
      + read(node.children.filter { !["label", "caption"].contains($0.localName) }, level: level)
    guard !content.isEmpty else { return }
    blocks.append(.quote(Digest.Quote(blocks: content, anchor: file.anchor(at: node.startTag))))
  }

  private func addStatement(_ node: XMLNode, _ level: Int, to blocks: inout [Digest.Block]) {
    blocks += lead(labelAndTitle(of: node), read(rest(of: node), level: level))
  }

  private func addSpeech(_ node: XMLNode, _ level: Int, to blocks: inout [Digest.Block]) {
    let content = read(node.children.filter { !$0.is("speaker") }, level: level)
    blocks += lead(node.first("speaker").map { text.rich($0, file) }, content, mark: ":")
  }

  /// A footnote is a paragraph after what it belongs to, its mark before it.
  private func addFootnote(_ node: XMLNode, _ level: Int, to blocks: inout [Digest.Block]) {
    let content = read(rest(of: node), level: level)
    guard let label = node.first("label").map(JATSText.plain), !label.isEmpty,
      case .paragraph(let first)? = content.first
    else {
      blocks += content
      return
    }
    let mark = RichText(plain: label).markdown
    blocks.append(
      .paragraph(RichText(markdown: "<sup>\(mark)</sup> \(first.markdown)", anchor: first.anchor)))
    blocks += content.dropFirst()
  }

  // MARK: - Sections

  private func addSection(_ node: XMLNode, _ level: Int, to blocks: inout [Digest.Block]) {
    guard hasHeadings else {
      blocks += lead(labelAndTitle(of: node), read(rest(of: node), level: level))
      return
    }
    if let heading = labelAndTitle(of: node) {
      blocks.append(.heading(Digest.Heading(level: min(level, 6), text: heading)))
    }
    blocks += read(rest(of: node), level: level + 1)
  }

  /// `1.2 Title`
  func labelAndTitle(of node: XMLNode) -> RichText? {
    let label = node.first("label").map(JATSText.plain) ?? ""
    let title = JATSBlocks.title(of: node).map { text.rich($0, file) }
    guard let title, !title.isEmpty else {
      return label.isEmpty ? nil : RichText(plain: label, anchor: file.anchor(at: node.startTag))
    }
    if label.isEmpty { return title }
    return RichText(markdown: RichText(plain: label).markdown + " " + title.markdown, anchor: title.anchor)
  }

  static func title(of node: XMLNode) -> XMLNode? {
    node.elements.first { JATSElements.blocks[$0.localName] == .title }
  }

  func rest(of node: XMLNode) -> [XMLNode] {
    let title = Self.title(of: node)?.range
    return node.children.filter { !$0.is("label") && (title == nil || $0.range != title) }
  }
}

/// The numbers of lists that do not write them.
enum JATSListNumber {
  /// - Returns: `nil` for a list without numbers.
  static func text(_ number: Int, _ type: String) -> String? {
    switch type {
    case "order": "\(number)."
    case "alpha-lower": letters(number).map { "\($0.lowercased())." }
    case "alpha-upper": letters(number).map { "\($0)." }
    case "roman-lower": roman(number).lowercased() + "."
    case "roman-upper": roman(number) + "."
    default: nil
    }
  }

  private static func letters(_ number: Int) -> String? {
    var number = number
    var letters = ""
    while number > 0 {
      let digit = (number - 1) % 26
      letters = String(UnicodeScalar(UInt8(0x41 + digit))) + letters
      number = (number - 1) / 26
    }
    return letters.isEmpty ? nil : letters
  }

  private static func roman(_ number: Int) -> String {
    guard number < 4000 else { return "\(number)" }
    var number = number
    var text = ""
    let signs = [
      (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
      (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
    for (value, sign) in signs {
      while number >= value {
        text += sign
        number -= value
      }
    }
    return text
  }
}

import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

/// Reads the sections of an article of ours: their attributes say what each part is.
struct JATSEntryReader {
  let blocks: JATSBlocks
  /// The papers of references, for ids that are written in a way that says nothing.
  var papers: [String: PaperID] = [:]

  private var file: RecordFile { blocks.file }
  private func anchor(_ node: XMLNode) -> SourceAnchor { file.anchor(at: node.startTag) }
  private func rich(_ node: XMLNode) -> RichText { blocks.text.rich(node, file) }

  /// - Parameter parentTitle: the Markdown of the title above it, which stands for a title that it has not.
  func section(_ node: XMLNode, in parentTitle: String) -> Digest.Section {
    Digest.Section(
      kind: JATSWords.value(node["sec-type"]) ?? .other, enumerator: node.first("label")?.text,
      heading: title(of: node, orElse: parentTitle) ?? RichText(plain: ""), entries: entries(of: node),
      anchor: anchor(node))
  }

  private func title(of node: XMLNode, orElse parent: String) -> RichText? {
    guard let title = node.first("title").map(rich), !title.isEmpty else { return nil }
    return title.markdown == parent ? nil : title
  }

  private func titleMarkdown(_ node: XMLNode) -> String {
    node.first("title").map(blocks.text.markdown) ?? ""
  }

  // MARK: - Sections

  private func entries(of section: XMLNode) -> [Digest.Entry] {
    section.elements.flatMap { node -> [Digest.Entry] in
      switch node.localName {
      case "label", "title", "sec-meta": []
      case "sec": entries(ofChild: node, in: section)
      default: entries(at: node)
      }
    }
  }

  private func entries(ofChild node: XMLNode, in parent: XMLNode) -> [Digest.Entry] {
    switch node["sec-type"] {
    case "gap":
      let title = title(of: node, orElse: titleMarkdown(parent))
      return [.gap(Digest.Gap(title: title, parts: parts(rest(of: node)), anchor: anchor(node)))]
    case "idea": return [.idea(idea(node, in: parent))]
    case "continuation": return entries(of: node)
    case let type:
      let level = type.flatMap { Int($0.dropFirst("heading-".count)) } ?? 3
      let heading = node.first("title").map(rich) ?? RichText(plain: "")
      return [.block(.heading(Digest.Heading(level: level, text: heading)))] + entries(of: node)
    }
  }

  private func rest(of node: XMLNode) -> [XMLNode] {
    node.elements.filter { !["label", "title", "sec-meta"].contains($0.localName) }
  }

  /// A list of entries, a ranked table, or a block.
  private func entries(at node: XMLNode) -> [Digest.Entry] {
    if let table = highlightTable(in: node) { return [.highlights(highlights(table))] }
    if node.is("list"), let content = node["list-content"], content != "items" {
      return node.elements("list-item").map(entry)
    }
    return blocks.read([node]).map { .block($0) }
  }

  /// The ranked table, also inside a paragraph of its own.
  private func highlightTable(in node: XMLNode) -> XMLNode? {
    var node = node
    if node.is("p"), let only = node.elements.first, only.is("table-wrap") {
      node = only
    }
    return node.is("table-wrap") && node.first("label") != nil ? node : nil
  }

  // MARK: - Items

  private func entry(_ item: XMLNode) -> Digest.Entry {
    var content = ItemContent(item)
    switch item["specific-use"] {
    case "topic":
      let label = content.takeParagraph().map(rich) ?? RichText(plain: "")
      return .topic(
        Digest.Topic(
          enumerator: content.enumerator, label: label, children: content.rest.flatMap { entries(at: $0) },
          anchor: anchor(item)))
    case "placeholder": return .placeholder(content.takeParagraph().map(rich) ?? RichText(plain: ""))
    case "contribution":
      let line = content.takeLine()
      return .contribution(
        Digest.Contribution(
          papers: papers(line), technique: named("technique", line), remarkLabel: named("remark-label", line),
          remark: named("remark", line), opinionLabel: named("opinion-label", line),
          opinion: named("opinion", line), kindTag: named("kind", line), details: blocks.read(content.rest),
          anchor: anchor(item)))
    case "reading":
      let line = content.takeLine()
      return .reading(
        Digest.ReadingItem(
          enumerator: content.enumerator, papers: papers(line), name: named("paper-name", line),
          reason: named("reason", line), details: blocks.read(content.rest), anchor: anchor(item)))
    case "gap": return .gap(gap(content, item))
    case "idea": return .idea(idea(content, item))
    default:
      let line = content.takeLine()
      return .paper(
        Digest.PaperMention(
          papers: papers(line), name: named("paper-name", line), summary: named("summary", line),
          note: named("note", line), isDuplicate: item["specific-use"] == "duplicate",
          details: blocks.read(content.rest), anchor: anchor(item)))
    }
  }

  /// The ids that stand in the line itself.
  private func papers(_ line: XMLNode?) -> [Citation] {
    guard let line else { return [] }
    return line.elements("xref").compactMap { reference in
      let written = reference.text
      let id = PaperID(written) ?? reference["rid"].flatMap { papers[$0] }
      return id.map { Citation($0, written: written, anchor: file.anchor(at: reference.range)) }
    }
  }

  private func named(_ type: String, _ line: XMLNode?) -> RichText? {
    line?.elements("named-content").first { $0["content-type"] == type }.map(rich)
  }

  // MARK: - The ranked table

  private func highlights(_ wrap: XMLNode) -> Digest.HighlightTable {
    let rows = wrap.descendants.filter { $0.is("tr") }
    let columns = (rows.first?.elements ?? []).compactMap { cell in
      JATSWords.value(cell["content-type"], Digest.HighlightTable.Column.Role.self).map {
        Digest.HighlightTable.Column(header: rich(cell), role: $0)
      }
    }
    return Digest.HighlightTable(
      columns: columns, rows: rows.dropFirst().map { highlight($0, columns) }, anchor: anchor(wrap))
  }

  private func highlight(_ row: XMLNode, _ columns: [Digest.HighlightTable.Column]) -> Digest.Highlight {
    var highlight = Digest.Highlight(papers: [], anchor: anchor(row))
    for (index, cell) in row.elements.enumerated() {
      switch index < columns.count ? columns[index].role : .text {
      case .rank: if !cell.isEmpty { highlight.rankText = cell.text }
      case .papers: (highlight.papers, highlight.name) = (papers(cell), named("paper-name", cell))
      case .keywords: highlight.keywords = cell.elements("named-content").map(\.text)
      case .text: highlight.cells.append(rich(cell))
      }
    }
    // Cells that a short row lacks.
    while highlight.cells.last?.isEmpty == true { highlight.cells.removeLast() }
    return highlight
  }

  // MARK: - Gaps

  private func gap(_ content: ItemContent, _ item: XMLNode) -> Digest.Gap {
    var content = content
    let title = content.takeBoldLine().map(rich)
    return Digest.Gap(title: title, parts: parts(content.rest), anchor: anchor(item))
  }

  private func parts(_ nodes: [XMLNode]) -> [Digest.Gap.Part] {
    var parts: [Digest.Gap.Part] = []
    for node in nodes {
      if node.is("list"), node["list-content"] == "points" {
        parts += node.elements("list-item").map(point)
      } else if node.is("list"), node["list-content"] == "parts" {
        if parts.isEmpty { parts.append(Digest.Gap.Part(role: .body, anchor: anchor(node))) }
        parts[parts.count - 1].parts += node.elements("list-item").map(nested)
      } else if node.is("p"), let role = JATSWords.value(node["content-type"], Digest.Gap.Part.Role.self) {
        parts.append(part(node, role))
      } else {
        // What no part begins belongs to the last one.
        if parts.isEmpty { parts.append(Digest.Gap.Part(role: .body, anchor: anchor(node))) }
        parts[parts.count - 1].details += blocks.read([node])
      }
    }
    return parts
  }

  private func part(_ line: XMLNode, _ role: Digest.Gap.Part.Role) -> Digest.Gap.Part {
    var part = Digest.Gap.Part(role: role, anchor: anchor(line))
    var children = Array(line.children)
    if let first = children.first, first.is("named-content"), first["content-type"] == "label" {
      part.label = first.first("bold").map(rich)
      children.removeFirst()
    }
    let text = blocks.text.rich(children, file.anchor(at: line.textRange))
    if part.label != nil, text.markdown.hasPrefix(":") {
      part.text = RichText(markdown: String(text.markdown.dropFirst()), anchor: text.anchor)
    } else if !text.isEmpty {
      part.text = text
    }
    return part
  }

  /// A part below another: of a list, or with its own line first.
  private func nested(_ item: XMLNode) -> Digest.Gap.Part {
    if item["specific-use"] == "point" { return point(item) }
    var parts = parts(item.elements)
    return parts.isEmpty ? Digest.Gap.Part(role: .body, anchor: anchor(item)) : parts.removeFirst()
  }

  /// Its own line, if it has one, then what it groups.
  private func point(_ item: XMLNode) -> Digest.Gap.Part {
    let nodes = item.elements
    var inner = parts(nodes)
    guard inner.first?.role == .point, nodes.first?["content-type"] == "point" else {
      return Digest.Gap.Part(role: .point, parts: inner, anchor: anchor(item))
    }
    var point = inner.removeFirst()
    point.parts = inner
    return point
  }

  // MARK: - Ideas

  private func idea(_ section: XMLNode, in parent: XMLNode) -> Digest.Idea {
    var idea = Digest.Idea(title: RichText(plain: ""), anchor: anchor(section))
    idea.marker = section.first("label")?.text
    idea.tags = section.first("sec-meta")?.descendants.filter { $0.is("kwd") }.map(\.text) ?? []
    if let title = section.first("title") {
      (idea.label, idea.title) = head(title)
      if idea.label == nil, idea.title.markdown == titleMarkdown(parent) { idea.title = RichText(plain: "") }
    }
    let prose = blocks.read(rest(of: section).filter { !$0.is("sec") })
    if !prose.isEmpty { idea.fields.append(Digest.Idea.Field(role: .other, label: nil, content: prose)) }
    let shown = idea.title.isEmpty ? titleMarkdown(parent) : idea.title.markdown
    for field in section.elements("sec") {
      idea.fields.append(
        Digest.Idea.Field(
          role: JATSWords.value(field["sec-type"]) ?? .other, label: title(of: field, orElse: shown),
          content: blocks.read(rest(of: field))))
    }
    return idea
  }

  /// `Idea 2: Title`
  private func head(_ node: XMLNode) -> (label: RichText?, title: RichText) {
    var children = Array(node.children)
    guard let first = children.first, first.is("named-content"), first["content-type"] == "idea-label" else {
      return (nil, rich(node))
    }
    children.removeFirst()
    let text = blocks.text.rich(children, file.anchor(at: node.textRange))
    let title =
      text.markdown.hasPrefix(":")
      ? RichText(markdown: String(text.markdown.dropFirst()), anchor: text.anchor) : text
    return (rich(first), title)
  }

  /// An idea in a list: what its fields hold follows their labels.
  private func idea(_ content: ItemContent, _ item: XMLNode) -> Digest.Idea {
    var content = content
    var idea = Digest.Idea(marker: content.enumerator, title: RichText(plain: ""), anchor: anchor(item))
    if let line = content.takeParagraph() { (idea.label, idea.title) = head(line) }
    for node in content.rest {
      if node.is("p"), node["content-type"] == "tags" {
        idea.tags = node.elements("named-content").map(\.text)
      } else if node.is("p"), let role = JATSWords.value(node["content-type"], Digest.Idea.Field.Role.self) {
        idea.fields.append(Digest.Idea.Field(role: role, label: node.first("bold").map(rich), content: []))
      } else {
        if idea.fields.isEmpty {
          idea.fields.append(Digest.Idea.Field(role: .other, label: nil, content: []))
        }
        idea.fields[idea.fields.count - 1].content += blocks.read([node])
      }
    }
    return idea
  }
}

/// What a list item of ours holds, and how much of it has been read.
private struct ItemContent {
  private(set) var enumerator: String?
  private(set) var rest: [XMLNode]

  init(_ item: XMLNode) {
    rest = item.elements
    guard let first = rest.first else { return }
    // A number that stands alone is a paragraph.
    if first.is("label") || first.is("p") && first["content-type"] == "label" {
      enumerator = first.text
      rest.removeFirst()
    }
  }

  /// The first element, where it is a paragraph that says nothing of itself.
  mutating func takeParagraph() -> XMLNode? {
    guard let first = rest.first, first.is("p"), first["content-type"] == nil else { return nil }
    return rest.removeFirst()
  }

  /// The paragraph with the parts of an entry: ids and named parts, and signs between them.
  mutating func takeLine() -> XMLNode? {
    guard let first = rest.first, first.is("p"), first["content-type"] == nil, !first.isEmpty,
      first.children.allSatisfy(Self.isPart)
    else { return nil }
    return rest.removeFirst()
  }

  private static let separators: Set<String> = [" – ", ", ", ": ", " "]

  private static func isPart(_ node: XMLNode) -> Bool {
    node.isText ? separators.contains(node.text) : node.is("xref") || node.is("named-content")
  }

  /// A paragraph of bold words alone.
  mutating func takeBoldLine() -> XMLNode? {
    guard let first = rest.first, first.is("p"), first["content-type"] == nil,
      let bold = first.elements.first, bold.is("bold"),
      bold.range == first.textRangeOfElements
    else { return nil }
    rest.removeFirst()
    return bold
  }
}

extension XMLNode {
  /// From the first to the last child; `nil` for an empty element.
  fileprivate var textRangeOfElements: SourceRange? {
    let children = Array(children)
    guard let first = children.first, let last = children.last else { return nil }
    return SourceRange(first.range.lower, last.range.upper)
  }
}

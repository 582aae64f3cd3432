import DigestTestSupport

@testable import DigestModel

/// Reads the body of an article of ours back into sections: the proof that what is declared exact or encoded can be
/// recovered. Texts come back as plain text.
struct JATSReader {
  private(set) var sections: [Digest.Section] = []
  private(set) var preamble: [Digest.Block] = []
  private let articleTitle: String

  init(_ bytes: [UInt8]) throws {
    let root = try XMLElement.parse(bytes)
    articleTitle = root.descendants("article-title").first?.plainText ?? ""
    preamble = blocks(root.descendants("abstract").first?.elements ?? [])
    sections = root.descendants("body").first?.elements.map(section) ?? []
  }

  private func section(_ element: XMLElement) -> Digest.Section {
    let kind = Digest.Section.Kind.allCases.first { $0.rawValue.hyphenated == element["sec-type"] } ?? .other
    return Digest.Section(
      kind: kind, enumerator: element.elements("label").first?.plainText,
      heading: title(of: element, orElse: articleTitle) ?? RichText(plain: ""), entries: entries(element))
  }

  /// A section that the source gives no title has its parent's.
  private func title(of element: XMLElement, orElse parent: String) -> RichText? {
    let title = element.elements("title").first?.plainText ?? ""
    return title == parent ? nil : RichText(plain: title)
  }

  // MARK: - Entries

  private func entries(_ section: XMLElement) -> [Digest.Entry] {
    section.elements.flatMap { element -> [Digest.Entry] in
      switch element.name {
      case "label", "title", "sec-meta": return []
      case "sec": return entries(ofChild: element, in: section)
      default: return entry(element).map { [$0] } ?? listEntries(element)
      }
    }
  }

  private func entries(ofChild element: XMLElement, in parent: XMLElement) -> [Digest.Entry] {
    let parentTitle = parent.elements("title").first?.plainText ?? ""
    switch element["sec-type"] ?? "" {
    case "gap":
      return [
        .gap(Digest.Gap(title: title(of: element, orElse: parentTitle), parts: parts(element.elements)))
      ]
    case "idea": return [.idea(idea(element))]
    case "continuation": return entries(element)
    case let type:
      let level = Int(type.dropFirst("heading-".count)) ?? 1
      let heading = Digest.Heading(
        level: level, text: RichText(plain: element.elements("title").first?.plainText ?? ""))
      return [.block(.heading(heading))] + entries(element)
    }
  }

  /// A table or a block; `nil` for a list of entries.
  private func entry(_ element: XMLElement) -> Digest.Entry? {
    if element.name == "table-wrap", element.elements("label").first != nil {
      return .highlights(highlights(element))
    }
    if element.name == "list", element["list-content"] != "items" { return nil }
    return blocks([element]).first.map { .block($0) }
  }

  private func listEntries(_ list: XMLElement) -> [Digest.Entry] {
    list.elements("list-item").map { item in
      let line = item.elements("p").first
      let rest = Array(item.elements.filter { $0.name != "label" }.dropFirst(line == nil ? 0 : 1))
      let enumerator = item.elements("label").first?.plainText
      switch item["specific-use"] {
      case "topic":
        let children = rest.flatMap { element in entry(element).map { [$0] } ?? listEntries(element) }
        return .topic(
          Digest.Topic(
            enumerator: enumerator, label: RichText(plain: line?.plainText ?? ""), children: children))
      case "placeholder": return .placeholder(RichText(plain: line?.plainText ?? ""))
      case "contribution":
        return .contribution(
          Digest.Contribution(
            papers: line?.papers ?? [], technique: line?.named("technique"),
            remarkLabel: line?.named("remark-label"),
            remark: line?.named("remark"), opinionLabel: line?.named("opinion-label"),
            opinion: line?.named("opinion"), kindTag: line?.named("kind"), details: blocks(rest)))
      case "reading":
        return .reading(
          Digest.ReadingItem(
            enumerator: enumerator, papers: line?.papers ?? [], name: line?.named("paper-name"),
            reason: line?.named("reason"), details: blocks(rest)))
      default:
        return .paper(
          Digest.PaperMention(
            papers: line?.papers ?? [], name: line?.named("paper-name"), summary: line?.named("summary"),
            note: line?.named("note"), isDuplicate: item["specific-use"] == "duplicate", details: blocks(rest)
          ))
      }
    }
  }

  private func highlights(_ wrap: XMLElement) -> Digest.HighlightTable {
    let rows = wrap.descendants("tr")
    let columns = (rows.first?.elements ?? []).compactMap { cell in
      Digest.HighlightTable.Column.Role(rawValue: cell["content-type"] ?? "").map {
        Digest.HighlightTable.Column(header: RichText(plain: cell.plainText), role: $0)
      }
    }
    return Digest.HighlightTable(
      columns: columns,
      rows: rows.dropFirst().map { row in
        var highlight = Digest.Highlight(papers: [])
        for (index, cell) in row.elements.enumerated() {
          switch index < columns.count ? columns[index].role : .text {
          case .rank: highlight.rankText = cell.plainText
          case .papers: (highlight.papers, highlight.name) = (cell.papers, cell.named("paper-name"))
          case .keywords: highlight.keywords = cell.elements("named-content").map(\.plainText)
          case .text: highlight.cells.append(RichText(plain: cell.plainText))
          }
        }
        return highlight
      })
  }

  // MARK: - Gaps and ideas

  private func parts(_ elements: [XMLElement]) -> [Digest.Gap.Part] {
    var parts: [Digest.Gap.Part] = []
    for element in elements where !["label", "title"].contains(element.name) {
      if element.name == "list", element["list-content"] == "points" {
        parts += element.elements("list-item").map(point)
      } else if element.name == "p", let role = Digest.Gap.Part.Role(rawValue: element["content-type"] ?? "")
      {
        parts.append(part(element, role))
      } else {
        // What no part begins belongs to the last one.
        if parts.isEmpty { parts.append(Digest.Gap.Part(role: .body)) }
        parts[parts.count - 1].details += blocks([element])
      }
    }
    return parts
  }

  private func part(_ line: XMLElement, _ role: Digest.Gap.Part.Role) -> Digest.Gap.Part {
    guard let label = line.named("label")?.plainText else {
      return Digest.Gap.Part(role: role, text: RichText(plain: line.plainText))
    }
    let text = line.plainText.dropFirst(label.count)
    return Digest.Gap.Part(
      role: role, label: RichText(plain: label),
      text: text.isEmpty ? nil : RichText(plain: String(text.dropFirst(text.hasPrefix(": ") ? 2 : 0))))
  }

  /// Its own line, if it has one, then what it groups.
  private func point(_ item: XMLElement) -> Digest.Gap.Part {
    var inner = parts(item.elements)
    guard inner.first?.role == .point, item.elements.first?["content-type"] == "point" else {
      return Digest.Gap.Part(role: .point, parts: inner)
    }
    var point = inner.removeFirst()
    point.parts = inner
    return point
  }

  private func idea(_ section: XMLElement) -> Digest.Idea {
    let title = section.elements("title").first
    let label = title?.named("idea-label")
    let whole = title?.plainText ?? ""
    let words = label.map { whole.dropFirst($0.plainText.count + 2) } ?? whole[...]
    var fields: [Digest.Idea.Field] = []
    let prose = blocks(section.elements.filter { !["sec-meta", "label", "title", "sec"].contains($0.name) })
    if !prose.isEmpty { fields.append(Digest.Idea.Field(role: .other, label: nil, content: prose)) }
    fields += section.elements("sec").map { field in
      let role = Digest.Idea.Field.Role.allCases.first { $0.rawValue.hyphenated == field["sec-type"] }
      return Digest.Idea.Field(
        role: role ?? .other, label: self.title(of: field, orElse: String(words)),
        content: blocks(field.elements.filter { $0.name != "title" }))
    }
    return Digest.Idea(
      marker: section.elements("label").first?.plainText, label: label, title: RichText(plain: String(words)),
      tags: section.descendants("kwd").map(\.plainText), fields: fields)
  }

  // MARK: - Blocks

  private func blocks(_ elements: [XMLElement]) -> [Digest.Block] { elements.map(block) }

  private func block(_ element: XMLElement) -> Digest.Block {
    switch element.name {
    case "list":
      let items = element.elements("list-item").map { item in
        if item.elements.count == 1, item.elements[0]["content-type"] == "label" {
          return Digest.List.Item(enumerator: item.elements[0].plainText, blocks: [])
        }
        return Digest.List.Item(
          enumerator: item.elements("label").first?.plainText,
          blocks: blocks(item.elements.filter { $0.name != "label" }))
      }
      return .list(Digest.List(isOrdered: element["list-type"] == "order", items: items))
    case "disp-quote": return .quote(Digest.Quote(blocks: blocks(element.elements)))
    case "code": return .code(Digest.CodeBlock(info: element["language"] ?? "", text: element.plainText))
    case "hr": return .thematicBreak(.none)
    case "table-wrap":
      let rows = element.descendants("tr").map { $0.elements.map { RichText(plain: $0.plainText) } }
      return .table(
        Digest.Table(header: rows.first ?? [], rows: rows.dropFirst().map { Digest.Table.Row(cells: $0) }))
    default:
      let display: Set = ["disp-quote", "code", "hr", "table-wrap", "list"]
      if let only = element.elements.first, display.contains(only.name) { return block(only) }
      let type = element["content-type"] ?? ""
      guard type.hasPrefix("heading-") else { return .paragraph(RichText(plain: element.plainText)) }
      return .heading(
        Digest.Heading(level: Int(type.dropFirst(8)) ?? 1, text: RichText(plain: element.plainText)))
    }
  }
}

extension XMLElement {
  /// What `RichText.plainText` says of the same text.
  var plainText: String {
    children.map { child in
      switch child {
      case .text(let text): text
      case .element(let element): element.plainWords
      }
    }.joined()
  }

  private var plainWords: String {
    switch name {
    case "ext-link": words(plainText, address: self["xlink:href"])
    case "inline-graphic": words(elements("alt-text").first?.text ?? "", address: self["xlink:href"])
    case "disp-formula": "$$\(text)$$"
    case "inline-formula": self["content-type"] == "display" ? "$$\(text)$$" : "$\(text)$"
    default: plainText
    }
  }

  private func words(_ label: String, address: String?) -> String {
    let address = address ?? ""
    let shown = label.isEmpty ? address : label == address ? label : "\(label) <\(address)>"
    return shown + (self["xlink:title"].map { " (\($0))" } ?? "")
  }

  /// The ids that stand in the line itself.
  fileprivate var papers: [Citation] {
    elements("xref").compactMap { reference in
      PaperID(reference.text).map { Citation($0, written: reference.text) }
    }
  }

  fileprivate func named(_ type: String) -> RichText? {
    elements("named-content").first { $0["content-type"] == type }.map { RichText(plain: $0.plainText) }
  }
}

extension String {
  /// `data-and-metrics` of `dataAndMetrics`.
  fileprivate var hyphenated: String {
    reduce(into: "") { $0 += $1.isUppercase ? "-" + $1.lowercased() : String($1) }
  }
}

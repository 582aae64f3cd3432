import DigestDiagnostics
import DigestModel
import DigestSyntax

extension DigestEncodingReader {
  /// The words that `type` takes in an entry.
  private static let entryTypes = [
    "topic", "paper", "placeholder", "highlights", "contribution", "gap", "idea", "reading",
  ]

  /// An entry of a section or a child of a topic; plain text is a paragraph.
  func entry(_ node: LocatedNode) -> Digest.Entry? {
    if case .scalar = node.content { return text(node, for: "entries").map { .block(.paragraph($0)) } }
    guard let record = DigestEncodingMapping(node, self, "entry") else { return nil }
    guard let type = record.node("type") else {
      report(
        DigestEncodingDiagnostics.missingKey, "entry has no 'type', expected one",
        at: SourceRange(node.range.lower, min(node.range.lower + 1, node.range.upper)))
      return nil
    }
    guard let word = string(type, .asText, for: "type") else { return nil }
    switch word {
    case "topic": return named(node, word).map { .topic(topic($0, anchor(node))) }
    case "paper": return named(node, word).map { .paper(mention($0, anchor(node))) }
    case "placeholder": return named(node, word).map { .placeholder(placeholder($0)) }
    case "highlights": return named(node, word).map { .highlights(highlights($0, anchor(node))) }
    case "contribution": return named(node, word).map { .contribution(contribution($0, anchor(node))) }
    case "gap": return named(node, word).map { .gap(gap($0, anchor(node))) }
    case "idea": return named(node, word).map { .idea(idea($0, anchor(node))) }
    case "reading": return named(node, word).map { .reading(reading($0, anchor(node))) }
    default:
      return block(node, type: word, at: type.range, known: Self.entryTypes + Self.blockTypes).map {
        .block($0)
      }
    }
  }

  /// The node as a record of its type, whose `type` was looked at.
  func named(_ node: LocatedNode, _ type: String) -> DigestEncodingMapping? {
    let record = DigestEncodingMapping(node, self, type)
    _ = record?.member("type")
    return record
  }

  private func topic(_ record: DigestEncodingMapping, _ anchor: SourceAnchor) -> Digest.Topic {
    defer { record.finish() }
    return Digest.Topic(
      enumerator: record.string("enumerator", .orNumber), label: record.requiredText("label"),
      children: record.list("children").compactMap(entry), anchor: anchor)
  }

  private func mention(_ record: DigestEncodingMapping, _ anchor: SourceAnchor) -> Digest.PaperMention {
    defer { record.finish() }
    return Digest.PaperMention(
      papers: record.requiredPapers(), name: record.text("name"), summary: record.text("summary"),
      note: record.text("note"), isDuplicate: record.boolean("duplicate") ?? false,
      details: record.blocks("details"), anchor: anchor)
  }

  private func placeholder(_ record: DigestEncodingMapping) -> RichText {
    defer { record.finish() }
    return record.requiredText("text")
  }

  private func highlights(_ record: DigestEncodingMapping, _ anchor: SourceAnchor) -> Digest.HighlightTable {
    defer { record.finish() }
    let columns = record.list("columns").compactMap { node -> Digest.HighlightTable.Column? in
      guard let column = DigestEncodingMapping(node, self, "column") else { return nil }
      defer { column.finish() }
      return Digest.HighlightTable.Column(
        header: column.requiredText("header"),
        role: column.word("role", Digest.HighlightTable.Column.Role.self) ?? .text)
    }
    let rows = record.list("rows").compactMap { node -> Digest.Highlight? in
      guard let row = DigestEncodingMapping(node, self, "row") else { return nil }
      defer { row.finish() }
      return Digest.Highlight(
        rankText: row.string("rank", .orNumber), papers: row.papers(), name: row.text("name"),
        keywords: row.words("keywords"), cells: row.texts("cells"), anchor: self.anchor(node))
    }
    return Digest.HighlightTable(columns: columns, rows: rows, anchor: anchor)
  }

  private func contribution(_ record: DigestEncodingMapping, _ anchor: SourceAnchor) -> Digest.Contribution {
    defer { record.finish() }
    return Digest.Contribution(
      papers: record.papers(), technique: record.text("technique"), remarkLabel: record.text("remarkLabel"),
      remark: record.text("remark"), kindTag: record.text("kindTag"), details: record.blocks("details"),
      anchor: anchor)
  }

  private func gap(_ record: DigestEncodingMapping, _ anchor: SourceAnchor) -> Digest.Gap {
    defer { record.finish() }
    return Digest.Gap(
      title: record.text("title"), parts: record.list("parts").compactMap(gapPart), anchor: anchor)
  }

  private func gapPart(_ node: LocatedNode) -> Digest.Gap.Part? {
    guard let record = DigestEncodingMapping(node, self, "part") else { return nil }
    defer { record.finish() }
    return Digest.Gap.Part(
      role: record.word("role", Digest.Gap.Part.Role.self) ?? .body, label: record.text("label"),
      text: record.text("text"),
      parts: record.list("parts").compactMap(gapPart), details: record.blocks("details"), anchor: anchor(node)
    )
  }

  private func idea(_ record: DigestEncodingMapping, _ anchor: SourceAnchor) -> Digest.Idea {
    defer { record.finish() }
    return Digest.Idea(
      marker: record.string("marker"), label: record.text("label"), title: record.requiredText("title"),
      tags: record.words("tags"), fields: record.list("fields").compactMap(ideaField), anchor: anchor)
  }

  private func ideaField(_ node: LocatedNode) -> Digest.Idea.Field? {
    guard let record = DigestEncodingMapping(node, self, "field") else { return nil }
    defer { record.finish() }
    return Digest.Idea.Field(
      role: record.word("role", Digest.Idea.Field.Role.self) ?? .other, label: record.text("label"),
      content: record.blocks("content"), anchor: anchor(node))
  }

  private func reading(_ record: DigestEncodingMapping, _ anchor: SourceAnchor) -> Digest.ReadingItem {
    defer { record.finish() }
    return Digest.ReadingItem(
      enumerator: record.string("enumerator", .orNumber), papers: record.papers(), name: record.text("name"),
      reason: record.text("reason"), details: record.blocks("details"), anchor: anchor)
  }
}

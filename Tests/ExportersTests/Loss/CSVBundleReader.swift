import DigestExporters

@testable import DigestModel

/// Reads the tables of a bundle back into sections: the proof that what is declared exact or encoded can be recovered.
struct CSVBundleReader {
  private typealias Row = [String: String]

  private var tables: [CSVTable: [Row]] = [:]
  /// Blocks by what they are part of or belong to, in order.
  private var blocksByOwner: [String: [Row]] = [:]
  private var papersByEntry: [String: [Citation]] = [:]

  init(_ files: [OutputFile]) {
    for table in CSVTable.allCases {
      let bytes = files.first { $0.name == table.fileName }?.bytes ?? []
      tables[table] =
        CSVTableReader(bytes, alwaysText: ["heading", "topic_label", "cell_text", "block_text"]).rows
    }
    for row in rows(.blocks) {
      let owner = row["parent_id"] ?? row["owner_id"] ?? row["section_id"] ?? "preamble"
      blocksByOwner[owner, default: []].append(row)
    }
    for row in rows(.mentions) where row["mention_role"] == "subject" {
      guard let entry = row["entry_id"], let id = row["paper_id"].flatMap({ PaperID($0) }) else { continue }
      let versioned = PaperID(
        scheme: id.scheme, value: id.value, version: row["paper_version"].flatMap { Int($0) })
      papersByEntry[entry, default: []].append(Citation(versioned, written: row["written"]))
    }
  }

  var preamble: [Digest.Block] { blocks(of: "preamble") }

  var sections: [Digest.Section] {
    rows(.sections).compactMap { row in
      guard let id = row["section_id"], let kind: Digest.Section.Kind = word(row["kind"]) else { return nil }
      return Digest.Section(
        kind: kind, enumerator: row["enumerator"], heading: text(row["heading"]),
        entries: entries(below: id, topic: nil))
    }
  }

  private func rows(_ table: CSVTable) -> [Row] { tables[table] ?? [] }

  private func word<Word: RawRepresentable<String> & CaseIterable>(_ text: String?) -> Word? {
    Word.allCases.first { word in
      text == word.rawValue.reduce(into: "") { $0 += $1.isUppercase ? "_" + $1.lowercased() : String($1) }
    }
  }

  private func text(_ text: String?) -> RichText { RichText(plain: text ?? "") }
  private func optional(_ text: String?) -> RichText? { text.map { RichText(plain: $0) } }
  private func list(_ text: String?) -> [String] {
    text.map { $0.split(separator: "; ", omittingEmptySubsequences: false).map(String.init) } ?? []
  }

  // MARK: - Entries

  /// What stands directly below a section or a topic, by position.
  private func entries(below section: String, topic: String?) -> [Digest.Entry] {
    var found: [(position: Int, entry: Digest.Entry)] = []
    func add(_ table: CSVTable, _ entry: (Row) -> Digest.Entry) {
      for row in rows(table) where row["section_id"] == section && row["topic_id"] == topic {
        found.append((Int(row["sort_order"] ?? "") ?? 0, entry(row)))
      }
    }
    for row in rows(.topics) where row["section_id"] == section && row["parent_id"] == topic {
      let children = entries(below: section, topic: row["topic_id"])
      let topic = Digest.Topic(
        enumerator: row["enumerator"], label: text(row["topic_label"]), children: children)
      found.append((Int(row["sort_order"] ?? "") ?? 0, .topic(topic)))
    }
    add(.listings) { .paper(mention($0)) }
    add(.contributions) { .contribution(contribution($0)) }
    add(.gaps) { .gap(Digest.Gap(title: optional($0["title"]), parts: parts(of: $0["gap_id"], below: nil))) }
    add(.ideas) { .idea(idea($0)) }
    add(.readingItems) { .reading(reading($0)) }
    found += highlightTables(below: section, topic: topic)
    for row in blocksByOwner[topic ?? section] ?? [] {
      let entry: Digest.Entry =
        row["kind"] == "placeholder" ? .placeholder(text(row["block_text"])) : .block(block(row))
      found.append((Int(row["sort_order"] ?? "") ?? 0, entry))
    }
    return found.sorted { $0.position < $1.position }.map(\.entry)
  }

  private func papers(_ id: String?) -> [Citation] { id.flatMap { papersByEntry[$0] } ?? [] }
  private func details(_ id: String?) -> [Digest.Block] { id.map { blocks(of: $0) } ?? [] }

  private func mention(_ row: Row) -> Digest.PaperMention {
    let id = row["listing_id"]
    return Digest.PaperMention(
      papers: papers(id), name: optional(row["paper_name"]), summary: optional(row["paper_summary"]),
      note: optional(row["note"]),
      isDuplicate: row["is_duplicate"] == "true", details: details(id))
  }

  private func contribution(_ row: Row) -> Digest.Contribution {
    let id = row["contribution_id"]
    return Digest.Contribution(
      papers: papers(id), technique: optional(row["technique"]), remarkLabel: optional(row["remark_label"]),
      remark: optional(row["remark"]), opinionLabel: optional(row["opinion_label"]),
      opinion: optional(row["opinion"]), kindTag: optional(row["kind_tag"]), details: details(id))
  }

  private func reading(_ row: Row) -> Digest.ReadingItem {
    let id = row["reading_item_id"]
    return Digest.ReadingItem(
      enumerator: row["enumerator"], papers: papers(id), name: optional(row["paper_name"]),
      reason: optional(row["reason"]),
      details: details(id))
  }

  private func parts(of gap: String?, below parent: String?) -> [Digest.Gap.Part] {
    rows(.gapParts).filter { $0["gap_id"] == gap && $0["parent_id"] == parent }.map { row in
      let id = row["gap_part_id"]
      return Digest.Gap.Part(
        role: word(row["part_role"]) ?? .body, label: optional(row["part_label"]),
        text: row["part_text"].flatMap(filled),
        parts: parts(of: gap, below: id), details: details(id))
    }
  }

  private func filled(_ text: String) -> RichText? { text.isEmpty ? nil : RichText(plain: text) }

  private func idea(_ row: Row) -> Digest.Idea {
    let fields = rows(.ideaFields).filter { $0["idea_id"] == row["idea_id"] }.map { row in
      Digest.Idea.Field(
        role: word(row["field_role"]) ?? .other, label: optional(row["field_label"]),
        content: details(row["idea_field_id"]))
    }
    return Digest.Idea(
      marker: row["marker"], label: optional(row["idea_label"]), title: text(row["title"]),
      tags: list(row["tags"]),
      fields: fields)
  }

  private func highlightTables(below section: String, topic: String?) -> [(
    position: Int, entry: Digest.Entry
  )] {
    let places = (rows(.highlightColumns) + rows(.highlights)).filter {
      $0["section_id"] == section && $0["topic_id"] == topic
    }
    var seen: Set<String> = []
    return places.compactMap { place in
      guard let id = place["table_id"], seen.insert(id).inserted else { return nil }
      let columns = rows(.highlightColumns).filter { $0["table_id"] == id }.map { row in
        Digest.HighlightTable.Column(
          header: text(row["column_header"]), role: word(row["column_role"]) ?? .text)
      }
      let rows = rows(.highlights).filter { $0["table_id"] == id }.map(highlight)
      let table = Digest.HighlightTable(columns: columns, rows: rows)
      return (Int(place["sort_order"] ?? "") ?? 0, .highlights(table))
    }
  }

  private func highlight(_ row: Row) -> Digest.Highlight {
    let id = row["highlight_id"]
    let cells = rows(.highlightCells).filter { $0["highlight_id"] == id }
    return Digest.Highlight(
      rankText: row["rank_text"], papers: papers(id), name: optional(row["paper_name"]),
      keywords: cells.filter { $0["cell_role"] == "keyword" }.map { $0["cell_text"] ?? "" },
      cells: cells.filter { $0["cell_role"] == "text" }.map { text($0["cell_text"]) })
  }

  // MARK: - Blocks

  private func blocks(of owner: String) -> [Digest.Block] { (blocksByOwner[owner] ?? []).map(block) }

  private func block(_ row: Row) -> Digest.Block {
    let inside = blocksByOwner[row["block_id"] ?? ""] ?? []
    switch row["kind"] {
    case "heading":
      return .heading(
        Digest.Heading(level: row["heading_level"].flatMap { Int($0) } ?? 1, text: text(row["block_text"])))
    case "list":
      let items = inside.map {
        Digest.List.Item(enumerator: $0["enumerator"], blocks: blocks(of: $0["block_id"] ?? ""))
      }
      return .list(Digest.List(isOrdered: row["info"] == "ordered", items: items))
    case "quote": return .quote(Digest.Quote(blocks: inside.map(block)))
    case "code": return .code(Digest.CodeBlock(info: row["info"] ?? "", text: row["block_text"] ?? ""))
    case "table":
      func cells(_ row: Row) -> [RichText] {
        (blocksByOwner[row["block_id"] ?? ""] ?? []).map { text($0["block_text"]) }
      }
      return .table(
        Digest.Table(
          header: inside.first { $0["kind"] == "header_row" }.map(cells) ?? [],
          rows: inside.filter { $0["kind"] == "row" }.map { Digest.Table.Row(cells: cells($0)) }))
    case "thematic_break": return .thematicBreak(.none)
    default: return .paragraph(text(row["block_text"]))
    }
  }
}

import DigestTestSupport

@testable import DigestModel

/// Reads an OPML file of ours back into a digest: the proof that what is declared encoded can be recovered.
struct OPMLReader {
  var sections: [Digest.Section] = []
  var preamble: [Digest.Block] = []
  var records: [Paper] = []

  init(_ bytes: [UInt8]) throws {
    var root = try XMLElement.parse(bytes)
    if root.descendants("digest:text").first?.text == "html" { root = root.withoutHTML }
    let outlines = root.elements("body").flatMap { $0.elements("outline") }
    for outline in outlines where outline.kind == "section" { sections.append(section(outline)) }
    preamble = blocks(outlines.filter { !["section", "papers", "note"].contains($0.kind) })
    records = outlines.filter { $0.kind == "papers" }.flatMap(\.outlines).map(record)
  }

  private func section(_ outline: XMLElement) -> Digest.Section {
    let kind = Digest.Section.Kind.allCases.first { $0.word == outline["digest:section"] } ?? .other
    return Digest.Section(
      kind: kind, enumerator: outline["digest:number"], heading: outline.rich,
      entries: entries(outline.outlines))
  }

  /// Neighbours that belong together, a line about several papers or the items of a list, are taken as one.
  private func entries(_ outlines: [XMLElement]) -> [Digest.Entry] {
    outlines.grouped.flatMap { group -> [Digest.Entry] in
      let outline = group[0]
      switch outline.kind {
      case "topic":
        let topic = Digest.Topic(
          enumerator: outline["digest:number"], label: outline.rich, children: entries(outline.outlines))
        return [.topic(topic)]
      case "paper": return [.paper(mention(group))]
      case "placeholder": return [.placeholder(outline.rich)]
      case "highlights": return [.highlights(highlights(outline))]
      case "contribution": return [.contribution(contribution(outline))]
      case "gap":
        return [.gap(Digest.Gap(title: outline.optionalRich, parts: outline.below("gapPart").map(gapPart)))]
      case "idea": return [.idea(idea(outline))]
      case "reading": return [.reading(reading(outline))]
      default: return blocks(group).map { .block($0) }
      }
    }
  }

  private func mention(_ group: [XMLElement]) -> Digest.PaperMention {
    let outline = group[0]
    let note = outline["digest:remark"]
    var summary: String?
    if outline["digest:summary"] == nil, let words = outline.note {
      summary = note.map { String(words.dropLast($0.count + 1)) } ?? words
    }
    return Digest.PaperMention(
      papers: group.flatMap(\.papers), name: outline["digest:name"].map { RichText(plain: $0) },
      summary: summary.map { RichText(plain: $0) }, note: note.map { RichText(plain: $0) },
      isDuplicate: outline["digest:duplicate"] == "yes", details: blocks(outline.content))
  }

  private func highlights(_ outline: XMLElement) -> Digest.HighlightTable {
    let roles = outline["digest:roles"].map { $0.split(separator: " ") } ?? []
    let columns = zip(outline.headers, roles).compactMap { header, role in
      Digest.HighlightTable.Column.Role(rawValue: String(role)).map {
        Digest.HighlightTable.Column(header: header, role: $0)
      }
    }
    let rows = outline.below("highlight").map { row in
      Digest.Highlight(
        rankText: row["digest:rank"], papers: row.papers, name: row.optionalRich,
        keywords: row.below("keyword").map(\.main), cells: row.below("cell").map(\.rich))
    }
    return Digest.HighlightTable(columns: columns, rows: rows)
  }

  private func contribution(_ outline: XMLElement) -> Digest.Contribution {
    let label = outline["digest:label"]
    var remark: String?
    let opinionLabel = outline["digest:opinion-label"]
    let opinion = outline["digest:opinion"]
    let opinionLine = [opinionLabel, opinion].compactMap { $0 }.joined(separator: ": ")
    if outline["digest:summary"] == nil, var note = outline.note {
      if opinionLabel != nil || opinion != nil { note = String(note.dropLast(opinionLine.count + 1)) }
      remark = label.map { String(note.dropFirst($0.count + 2)) } ?? note
    }
    return Digest.Contribution(
      papers: outline.papers, technique: outline.optionalRich, remarkLabel: label.map { RichText(plain: $0) },
      remark: remark.map { RichText(plain: $0) }, opinionLabel: opinionLabel.map { RichText(plain: $0) },
      opinion: opinion.map { RichText(plain: $0) },
      kindTag: outline["digest:tag"].map { RichText(plain: $0) },
      details: blocks(outline.content))
  }

  private func reading(_ outline: XMLElement) -> Digest.ReadingItem {
    Digest.ReadingItem(
      enumerator: outline["digest:number"], papers: outline.papers, name: outline.optionalRich,
      reason: outline.note.map { RichText(plain: $0) }, details: blocks(outline.content))
  }

  private func gapPart(_ outline: XMLElement) -> Digest.Gap.Part {
    Digest.Gap.Part(
      role: Digest.Gap.Part.Role.allCases.first { $0.word == outline["digest:role"] } ?? .body,
      label: outline["digest:label"].map { RichText(plain: $0) }, text: outline.optionalRich,
      parts: outline.below("gapPart").map(gapPart),
      details: blocks(outline.outlines.filter { $0.kind != "gapPart" }))
  }

  private func idea(_ outline: XMLElement) -> Digest.Idea {
    let tags = outline["digest:tags"]?.splitLines ?? []
    let fields = outline.below("field").map { field in
      Digest.Idea.Field(
        role: Digest.Idea.Field.Role.allCases.first { $0.word == field["digest:role"] } ?? .other,
        label: field["digest:label"].map { RichText(plain: $0) }, content: content(field))
    }
    return Digest.Idea(
      marker: outline["digest:marker"], label: outline["digest:label"].map { RichText(plain: $0) },
      title: outline.rich, tags: tags, fields: fields)
  }

  private func record(_ outline: XMLElement) -> Paper {
    func lines(_ name: String) -> [String] { outline["digest:" + name]?.splitLines ?? [] }
    func rich(_ name: String) -> RichText? { outline["digest:" + name].map { RichText(plain: $0) } }
    var record = Paper.Record(
      identifiers: lines("identifiers").compactMap { PaperID(identifier: $0) },
      citationKey: outline["digest:key"],
      type: outline["digest:publication"].flatMap { PublicationType(rawValue: $0) },
      title: outline.optionalRich, shortTitle: rich("short-title"), originalTitle: rich("original-title"),
      date: outline["digest:date"].flatMap { EDTFDate(edtf: $0) },
      abstract: outline.note.map { RichText(plain: $0) }, keywords: lines("tags"),
      categories: lines("categories"), names: lines("names"), topics: lines("topics").map(\.splitLines),
      rank: outline["digest:rank"].flatMap { Int($0) })
    record.links = lines("links").compactMap { line in
      let parts = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
      let kind = Paper.Link.Kind.allCases.first { $0.word == parts[0] }
      return kind.map { Paper.Link($0, parts.count > 1 ? String(parts[1]) : "") }
    }
    for detail in Paper.Detail.allCases {
      let name = detail == .container ? "venue" : detail == .number ? "report-number" : detail.rawValue
      record.details[detail] = outline["digest:" + name]
    }
    for person in outline.below("contributor") { read(person, into: &record) }
    let id = PaperID(identifier: outline["digest:id"] ?? "") ?? EveryNodeDigest.cite("").id
    return Paper(id: id, record: record)
  }

  private func read(_ outline: XMLElement, into record: inout Paper.Record) {
    let role = outline["digest:role"].flatMap { ContributorRole(rawValue: $0) } ?? .author
    if outline["digest:more"] == "yes" {
      record[role].hasMore = true
    } else if let family = outline["digest:family"] {
      record[role].names.append(
        .person(
          PersonName(
            family: family, given: outline["digest:given"],
            droppingParticle: outline["digest:dropping-particle"],
            nonDroppingParticle: outline["digest:particle"], suffix: outline["digest:suffix"])))
    } else {
      record[role].names.append(.literal(outline.main))
    }
  }

  // MARK: - Blocks

  /// The paragraph an outline shows, with what is below it.
  private func content(_ outline: XMLElement) -> [Digest.Block] {
    (outline.main.isEmpty ? [] : [.paragraph(outline.rich)]) + blocks(outline.outlines)
  }

  private func blocks(_ outlines: [XMLElement]) -> [Digest.Block] {
    outlines.grouped.map { group in
      let outline = group[0]
      switch outline.kind {
      case "heading":
        return .heading(
          Digest.Heading(level: outline["digest:level"].flatMap { Int($0) } ?? 1, text: outline.rich))
      case "item":
        let items = group.map { Digest.List.Item(enumerator: $0["digest:number"], blocks: content($0)) }
        return .list(Digest.List(isOrdered: outline["digest:ordered"] == "yes", items: items))
      case "quote": return .quote(Digest.Quote(blocks: content(outline)))
      case "code": return .code(Digest.CodeBlock(info: outline["digest:info"] ?? "", text: outline.main))
      case "table":
        let rows = outline.below("row").map { row in
          Digest.Table.Row(
            cells: row["digest:cells"] == "0" ? [] : [row.rich] + row.below("cell").map(\.rich))
        }
        return .table(Digest.Table(header: outline.headers, rows: rows))
      case "break": return .thematicBreak(.none)
      default: return .paragraph(outline.rich)
      }
    }
  }
}

extension XMLElement {
  fileprivate var kind: String { self["digest:kind"] ?? "" }
  fileprivate var outlines: [XMLElement] { elements("outline") }
  fileprivate func below(_ kind: String) -> [XMLElement] { outlines.filter { $0.kind == kind } }

  /// The words without what is shown before and behind them.
  fileprivate var main: String {
    if let empty = self["digest:empty"] { return empty }
    let text = (self["text"] ?? "").utf8
    let lead = self["digest:lead"]?.utf8.count ?? 0
    let tail = self["digest:tail"]?.utf8.count ?? 0
    return String(decoding: text.dropFirst(lead).dropLast(tail), as: UTF8.self)
  }

  /// With `text` and `_note` as plain text.
  fileprivate var withoutHTML: XMLElement {
    var copy = self
    copy.children = children.map {
      if case .element(let element) = $0 { .element(element.withoutHTML) } else { $0 }
    }
    for index in copy.attributes.indices where ["text", "_note"].contains(copy.attributes[index].name) {
      copy.attributes[index].value = copy.attributes[index].value.withoutHTML
    }
    return copy
  }

  fileprivate var rich: RichText { RichText(plain: main) }
  fileprivate var optionalRich: RichText? { main.isEmpty ? nil : rich }

  fileprivate var noteChild: XMLElement? {
    outlines.first.flatMap { $0.kind == "note" ? $0 : nil }
  }
  fileprivate var note: String? { self["_note"] ?? noteChild?.main }

  /// What hangs below, without what is said of the papers.
  fileprivate var content: [XMLElement] {
    outlines.dropFirst(noteChild == nil ? 0 : 1).filter { $0["digest:part"] == nil }
  }

  fileprivate var papers: [Citation] {
    if let id = self["digest:id"] {
      return [Citation(EveryNodeDigest.cite(id).id, written: self["digest:written"])]
    }
    return outlines.filter { $0["digest:part"] == "yes" }.flatMap(\.papers)
  }

  fileprivate var headers: [RichText] {
    self["digest:headers"]?.splitLines.map { RichText(plain: $0) } ?? []
  }
}

extension [XMLElement] {
  fileprivate var grouped: [[XMLElement]] {
    var groups: [[XMLElement]] = []
    for outline in self {
      if let last = groups.last?.last, let key = outline["digest:line"] ?? outline["digest:list"],
        key == last["digest:line"] ?? last["digest:list"]
      {
        groups[groups.count - 1].append(outline)
      } else {
        groups.append([outline])
      }
    }
    return groups
  }
}

extension RawRepresentable where RawValue == String {
  fileprivate var word: String {
    rawValue.reduce(into: "") { $0 += $1.isUppercase ? "_" + $1.lowercased() : String($1) }
  }
}

extension String {
  /// The values of an attribute that is a list.
  fileprivate var splitLines: [String] {
    // As bytes: CR LF is one character to Swift.
    utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      let line = String(decoding: Array(line), as: UTF8.self)
      // U+FFFF cannot be in the file: it holds the place of a backslash.
      return line.split(separator: "\\\\", omittingEmptySubsequences: false).joined(separator: "\u{FFFF}")
        .split(separator: "\\n", omittingEmptySubsequences: false).joined(separator: "\n")
        .split(separator: "\u{FFFF}", omittingEmptySubsequences: false).joined(separator: "\\")
    }
  }

  /// Without tags, references as their characters.
  fileprivate var withoutHTML: String {
    var text = ""
    var isInTag = false
    for character in unicodeScalars {
      if character == "<" { isInTag = true }
      if !isInTag { text.unicodeScalars.append(character) }
      if character == ">" { isInTag = false }
    }
    for (reference, sign) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
      text = text.split(separator: reference, omittingEmptySubsequences: false).joined(separator: sign)
    }
    return text
  }
}

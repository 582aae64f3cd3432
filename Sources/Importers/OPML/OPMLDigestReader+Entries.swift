import DigestDiagnostics
import DigestModel
import DigestText

// Typed entries, by the kind that their outlines name.

extension OPMLDigestReader {
  mutating func entries(_ outlines: [OPMLOutline]) -> [Digest.Entry] {
    var entries: [Digest.Entry] = []
    for group in outlines.grouped { entries += self.entries(of: group) }
    return entries
  }

  private mutating func entries(of group: [OPMLOutline]) -> [Digest.Entry] {
    let outline = group[0]
    switch outline.kind {
    case "topic": return [.topic(topic(outline))]
    case "paper":
      let mention = mention(group)
      // A line about no paper is text.
      return mention.papers.isEmpty ? foreign.entries(of: outline) : [.paper(mention)]
    case "placeholder": return [.placeholder(rich(outline))]
    case "highlights": return [.highlights(highlights(outline))]
    case "contribution": return [.contribution(contribution(outline))]
    case "gap": return [.gap(gap(outline))]
    case "idea": return [.idea(idea(outline))]
    case "reading": return [.reading(reading(outline))]
    case nil: return group.flatMap { foreign.entries(of: $0) }
    default: return blocks(group).map { .block($0) }
    }
  }

  private mutating func topic(_ outline: OPMLOutline) -> Digest.Topic {
    Digest.Topic(
      enumerator: outline.own("number"), label: rich(outline), children: entries(outline.outlines),
      anchor: file.anchor(at: outline.range))
  }

  // MARK: - Papers

  /// The papers that an outline is about: its own, or those of the outlines below it that say so.
  func papers(_ outline: OPMLOutline) -> [Citation] {
    if let citation = citation(outline) { return [citation] }
    return outline.outlines.filter { $0.own("part") == "yes" }.compactMap(citation)
  }

  func citation(_ outline: OPMLOutline) -> Citation? {
    guard let attribute = outline.own.first(where: { $0.name == "id" }) else { return nil }
    let written = outline.own("written")
    guard let id = PaperID(identifier: attribute.value) else {
      file.report(
        Diagnostic(
          OPMLDiagnostics.notAnID, "found text \(quoted(attribute.value)), expected a paper id",
          at: file.location(attribute.range)))
      return nil
    }
    // What is written may also say the version and the subject class.
    let full = written.flatMap { PaperID(identifier: $0) }
    return Citation(
      full == id ? full ?? id : id, written: written ?? attribute.value,
      anchor: file.anchor(at: attribute.range))
  }

  /// What hangs below an outline about papers, without what is said of them.
  private func content(_ outline: OPMLOutline) -> [OPMLOutline] {
    let hasNote = outline["_note"] == nil && outline.outlines.first?.kind == "note"
    return outline.outlines.dropFirst(hasNote ? 1 : 0).filter { $0.own("part") == nil }
  }

  private mutating func mention(_ group: [OPMLOutline]) -> Digest.PaperMention {
    let outline = group[0]
    let remark = outline.own("remark")
    var summary: RichText?
    if outline.own("summary") == nil, let note = note(outline) {
      // The remark is the last line of the note.
      let words = remark.map { note.words.withoutEnd("\n" + $0) } ?? note.words
      summary = rich(words, at: note.range)
    }
    return Digest.PaperMention(
      papers: group.flatMap { papers($0) }, name: rich(outline, "name"), summary: summary,
      note: rich(outline, "remark"), isDuplicate: outline.own("duplicate") == "yes",
      details: blocks(content(outline)), anchor: file.anchor(at: outline.range))
  }

  private mutating func contribution(_ outline: OPMLOutline) -> Digest.Contribution {
    let label = outline.own("label")
    let opinion = [outline.own("opinion-label"), outline.own("opinion")].compactMap { $0 }
    var remark: RichText?
    if outline.own("summary") == nil, let note = note(outline) {
      var words = note.words
      if !opinion.isEmpty { words = words.withoutEnd("\n" + opinion.joined(separator: ": ")) }
      if let label { words = words.withoutStart(label + ": ") }
      remark = rich(words, at: note.range)
    }
    return Digest.Contribution(
      papers: papers(outline), technique: optionalRich(outline), remarkLabel: rich(outline, "label"),
      remark: remark, opinionLabel: rich(outline, "opinion-label"), opinion: rich(outline, "opinion"),
      kindTag: rich(outline, "tag"), details: blocks(content(outline)), anchor: file.anchor(at: outline.range)
    )
  }

  private mutating func reading(_ outline: OPMLOutline) -> Digest.ReadingItem {
    Digest.ReadingItem(
      enumerator: outline.own("number"), papers: papers(outline), name: optionalRich(outline),
      reason: note(outline).map { rich($0.words, at: $0.range) }, details: blocks(content(outline)),
      anchor: file.anchor(at: outline.range))
  }

  // MARK: - The ranked table

  private func highlights(_ outline: OPMLOutline) -> Digest.HighlightTable {
    let roles = outline.own("roles")?.split(separator: " ").map(String.init) ?? []
    let columns = zip(headers(outline), roles).map { header, role in
      Digest.HighlightTable.Column(header: header, role: .init(rawValue: role) ?? .text)
    }
    let rows = outline.below("highlight").map { row in
      Digest.Highlight(
        rankText: row.own("rank"), papers: papers(row), name: optionalRich(row),
        keywords: row.below("keyword").map(main), cells: row.below("cell").map { rich($0) },
        anchor: file.anchor(at: row.range))
    }
    return Digest.HighlightTable(columns: columns, rows: rows, anchor: file.anchor(at: outline.range))
  }

  func headers(_ outline: OPMLOutline) -> [RichText] {
    guard let attribute = outline.own.first(where: { $0.name == "headers" }) else { return [] }
    return attribute.value.linesOfList.map { rich($0, at: attribute.range) }
  }

  // MARK: - Gaps and ideas

  private mutating func gap(_ outline: OPMLOutline) -> Digest.Gap {
    var parts: [Digest.Gap.Part] = []
    for part in outline.below("gapPart") { parts.append(gapPart(part)) }
    return Digest.Gap(title: optionalRich(outline), parts: parts, anchor: file.anchor(at: outline.range))
  }

  private mutating func gapPart(_ outline: OPMLOutline) -> Digest.Gap.Part {
    var parts: [Digest.Gap.Part] = []
    for part in outline.below("gapPart") { parts.append(gapPart(part)) }
    return Digest.Gap.Part(
      role: outline.own("role").flatMap { Digest.Gap.Part.Role(snakeCased: $0) } ?? .body,
      label: rich(outline, "label"), text: optionalRich(outline), parts: parts,
      details: blocks(outline.outlines.filter { $0.kind != "gapPart" }),
      anchor: file.anchor(at: outline.range))
  }

  private mutating func idea(_ outline: OPMLOutline) -> Digest.Idea {
    var fields: [Digest.Idea.Field] = []
    for field in outline.below("field") {
      fields.append(
        Digest.Idea.Field(
          role: field.own("role").flatMap { Digest.Idea.Field.Role(snakeCased: $0) } ?? .other,
          label: rich(field, "label"), content: content(of: field), anchor: file.anchor(at: field.range)))
    }
    return Digest.Idea(
      marker: outline.own("marker"), label: rich(outline, "label"), title: rich(outline),
      tags: outline.list("tags"), fields: fields, anchor: file.anchor(at: outline.range))
  }
}

extension String {
  /// Without these bytes at its end, if it has them.
  fileprivate func withoutEnd(_ end: String) -> String {
    utf8.suffix(end.utf8.count).elementsEqual(end.utf8)
      ? String(Substring(utf8.dropLast(end.utf8.count))) : self
  }

  fileprivate func withoutStart(_ start: String) -> String {
    utf8.starts(with: start.utf8) ? String(Substring(utf8.dropFirst(start.utf8.count))) : self
  }
}

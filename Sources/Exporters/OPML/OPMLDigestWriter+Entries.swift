import DigestModel

// Outlines of typed entries.

extension OPMLDigestWriter {
  /// Between ids, names and words.
  private static let dash = " – "

  /// A line of the tree: one link for each paper, tied together by `digest:line` where there are several.
  mutating func write(_ mention: Digest.PaperMention) {
    let name = plain(mention.name)
    let summary = plain(mention.summary)
    let note = plain(mention.note)
    var group: String?
    if mention.papers.count > 1 {
      groupCount += 1
      group = String(groupCount)
    }
    if mention.isDuplicate {
      lose(.duplicateNotes, "a plain outline does not say that a line is a duplicate", at: mention.anchor)
    }
    for (index, paper) in mention.papers.enumerated() {
      var outline = OPMLOutline(.paper)
      outline.link = paper
      outline.lead = paper.written
      let words = [summary, note].compactMap { $0 }.joined(separator: "\n")
      let known = known(paper)
      if let shown = shownWords(name: name ?? known?.name, words: words) {
        outline.lead += Self.dash
        outline.tail = shown
      }
      outline.categories = known?.categories ?? []
      outline.note = words.isBlank ? nil : words
      outline.attribute("digest:line", group)
      outline.attribute("digest:name", name)
      outline.attribute("digest:summary", summary == nil ? "no" : nil)
      outline.attribute("digest:remark", note)
      if mention.isDuplicate { outline.attribute("digest:duplicate", "yes") }
      writer.start(outline)
      if index == 0 { blocks(mention.details) }
      writer.end()
    }
  }

  /// What stands beside the id: the name given there or the one the digest knows, else the first words.
  private func shownWords(name: String?, words: String) -> String? {
    if let name, !name.isBlank { return name }
    guard writer.options.profile.hasNotes, !words.isBlank else { return nil }
    return words.beginning(atMost: 72)
  }

  /// Sets the link of an outline about one paper; for several they follow below it.
  func setPapers(_ papers: [Citation], of outline: inout OPMLOutline) {
    guard papers.count == 1 else { return }
    outline.link = papers[0]
    if outline.categories.isEmpty { outline.categories = known(papers[0])?.categories ?? [] }
  }

  mutating func writeLinks(_ papers: [Citation]) {
    guard papers.count > 1 else { return }
    for paper in papers {
      var outline = OPMLOutline(.paper, lead: paper.written)
      if let name = known(paper)?.name {
        outline.lead += Self.dash
        outline.tail = name
      }
      outline.link = paper
      outline.attribute("digest:part", "yes")
      writer.write(outline)
    }
  }

  /// `1. 2409.11340, 2409.10000 – ` before words.
  func lead(_ number: String?, _ papers: [Citation], before words: String?) -> String {
    let ids = papers.map(\.written).joined(separator: ", ")
    let start = number.lead + ids
    return words == nil || ids.isEmpty ? start : start + Self.dash
  }

  /// A bare number reads like one of a list: `1.`
  private func rankLead(_ rank: String) -> String { Int(rank) == nil ? rank : rank + "." }

  mutating func write(_ contribution: Digest.Contribution) {
    let technique = plain(contribution.technique)
    let label = plain(contribution.remarkLabel)
    let remark = plain(contribution.remark)
    let tag = plain(contribution.kindTag)
    var outline = OPMLOutline(
      .contribution, technique ?? "", lead: lead(nil, contribution.papers, before: technique))
    setPapers(contribution.papers, of: &outline)
    if let tag, !tag.isBlank { outline.categories.append(tag.categoryWord) }
    let opinionLabel = plain(contribution.opinionLabel)
    let opinion = plain(contribution.opinion)
    // One line for each remark.
    let lines = [[label, remark], [opinionLabel, opinion]].map { $0.compactMap { $0 } }.filter { !$0.isEmpty }
    if !lines.isEmpty { outline.note = lines.map { $0.joined(separator: ": ") }.joined(separator: "\n") }
    outline.attribute("digest:label", label)
    outline.attribute("digest:summary", remark == nil ? "no" : nil)
    outline.attribute("digest:opinion-label", opinionLabel)
    outline.attribute("digest:opinion", opinion)
    outline.attribute("digest:tag", tag)
    writer.start(outline)
    writeLinks(contribution.papers)
    blocks(contribution.details)
    writer.end()
  }

  // MARK: - The ranked table

  mutating func write(_ table: Digest.HighlightTable) {
    let headers = table.columns.map { plain($0.header) }
    var outline = OPMLOutline(.highlights, headers.joined(separator: " | "))
    outline.attribute("digest:headers", headers.joinedAsLines)
    outline.attribute("digest:roles", table.columns.map(\.role.rawValue).joined(separator: " "))
    writer.start(outline)
    let words = zip(table.columns, headers).filter { $0.0.role == .text }.map(\.1)
    for row in table.rows { write(row, headers: words) }
    writer.end()
  }

  private mutating func write(_ row: Digest.Highlight, headers: [String]) {
    let name = plain(row.name)
    var outline = OPMLOutline(
      .highlight, name ?? "", lead: lead(row.rankText.map(rankLead), row.papers, before: name))
    if name == nil, row.papers.count == 1, let known = known(row.papers[0])?.name {
      outline.lead += Self.dash
      outline.tail = known
    }
    outline.categories = row.keywords.map(\.categoryWord)
    setPapers(row.papers, of: &outline)
    outline.attribute("digest:rank", checked(optional: row.rankText, at: row.anchor))
    writer.start(outline)
    writeLinks(row.papers)
    for keyword in row.keywords { writer.write(OPMLOutline(.keyword, checked(keyword, at: row.anchor))) }
    for (index, cell) in row.cells.enumerated() {
      let header = index < headers.count ? headers[index] : ""
      writer.write(OPMLOutline(.cell, plain(cell), lead: header.isEmpty ? "" : header + ": "))
    }
    writer.end()
  }

  // MARK: - Gaps and ideas

  mutating func write(_ part: Digest.Gap.Part) {
    let label = plain(part.label)
    let text = plain(part.text)
    var outline = OPMLOutline(.gapPart, text ?? "", lead: labelLead(label, before: text))
    outline.attribute("digest:role", part.role.snakeCased)
    outline.attribute("digest:label", label)
    writer.start(outline)
    for inner in part.parts { write(inner) }
    blocks(part.details)
    writer.end()
  }

  mutating func write(_ idea: Digest.Idea) {
    let label = plain(idea.label)
    var outline = OPMLOutline(
      .idea, plain(idea.title), lead: idea.marker.lead + (label.map { $0.isEmpty ? "" : $0 + ": " } ?? ""))
    outline.categories = idea.tags.map(\.categoryWord)
    outline.attribute("digest:marker", checked(optional: idea.marker, at: idea.anchor))
    outline.attribute("digest:label", label)
    if !idea.tags.isEmpty {
      outline.attribute("digest:tags", checked(idea.tags.joinedAsLines, at: idea.anchor))
    }
    writer.start(outline)
    for field in idea.fields { write(field) }
    writer.end()
  }

  /// A field shows its first paragraph beside the label; the rest, steps above all, is below.
  private mutating func write(_ field: Digest.Idea.Field) {
    let label = plain(field.label)
    var rest = field.content[...]
    var text: String?
    if case .paragraph(let first)? = rest.first {
      text = plain(first)
      rest = rest.dropFirst()
    }
    var outline = OPMLOutline(.field, text ?? "", lead: labelLead(label, before: text))
    outline.attribute("digest:role", field.role.snakeCased)
    outline.attribute("digest:label", label)
    writer.start(outline)
    blocks(Array(rest))
    writer.end()
  }

  private func labelLead(_ label: String?, before text: String?) -> String {
    guard let label, !label.isEmpty else { return "" }
    return text == nil ? label : label + ": "
  }
}

import DigestModel

// The entries of each kind, as the importer of Markdown knows them.

extension MarkdownDigestWriter {
  /// `**2409.12917** — Name: summary (note)`; in the other form `` `2409.12917` | NAME: summary ``.
  mutating func write(_ mention: Digest.PaperMention, _ isUsual: Bool) {
    var text = isUsual ? "**\(ids(mention.papers))**" : "`\(ids(mention.papers))`"
    let said = [mention.name?.markdown, mention.summary?.markdown].compactMap { $0 }.joined(separator: ": ")
    if !said.isEmpty { text += (isUsual ? " — " : " | ") + said }
    if let note = mention.note { text += " \(note.markdown)" }
    self.text(text)
    write(mention.details)
  }

  /// `**2409.12917 – technique – Remark:** remark (kind)`.
  mutating func write(_ contribution: Digest.Contribution, _ isUsual: Bool) {
    var text = ids(contribution.papers)
    if let technique = contribution.technique { text += " – \(technique.markdown)" }
    switch (contribution.remarkLabel, isUsual) {
    case (let label?, true): text = "**\(text) – \(label.markdown):**"
    case (let label?, false): text += " – \(label.markdown):"
    case (nil, true): text = "**\(text)**"
    case (nil, false): break
    }
    if let remark = contribution.remark {
      text += contribution.remarkLabel == nil ? " – \(remark.markdown)" : " \(remark.markdown)"
    }
    if let label = contribution.opinionLabel {
      text += " *\(label.markdown): \(contribution.opinion?.markdown ?? "")*"
    } else if let opinion = contribution.opinion {
      text += " *\(opinion.markdown)*"
    }
    if let tag = contribution.kindTag { text += " (\(tag.markdown))" }
    self.text(text)
    write(contribution.details)
  }

  /// `2409.12917 – Name · reason`.
  mutating func write(_ reading: Digest.ReadingItem, _ isUsual: Bool) {
    var text = ids(reading.papers)
    if isUsual, !text.isEmpty { text = "**\(text)**" }
    if let name = reading.name { text += " – \(name.markdown)" }
    if let reason = reading.reason { text += " · \(reason.markdown)" }
    self.text(text)
    write(reading.details)
  }

  private func ids(_ papers: [Citation]) -> String { papers.map(\.written).joined(separator: ", ") }

  // MARK: - The ranked table

  mutating func write(_ table: Digest.HighlightTable) {
    write(row: table.columns.map { $0.header.markdown })
    output.line(Array(("|" + String(repeating: " --- |", count: table.columns.count)).utf8))
    for row in table.rows { write(row, table.columns) }
  }

  private mutating func write(_ row: Digest.Highlight, _ columns: [Digest.HighlightTable.Column]) {
    var texts = row.cells.map(\.markdown)[...]
    var cells = columns.map { column -> String? in
      switch column.role {
      case .rank: row.rankText
      case .papers: [ids(row.papers), row.name?.markdown].compactMap { $0 }.joined(separator: " ")
      case .keywords: row.keywords.joined(separator: ", ")
      case .text: texts.popFirst()
      }
    }
    while cells.last == .some(nil) { cells.removeLast() }
    write(row: cells.map { $0 ?? "" } + texts)
  }

  // MARK: - Gaps

  /// `**Title:** prose Opportunity: prose`, with what has parts of its own as bullets below; in the other form all parts
  /// are bullets.
  mutating func write(_ gap: Digest.Gap, _ isUsual: Bool) {
    let (words, rest) = isUsual ? inlineParts(gap.parts) : ("", gap.parts[...])
    let title = gap.title.map { words.isEmpty ? "**\($0.markdown)**" : "**\($0.markdown):**" }
    text([title, words.isEmpty ? nil : words].compactMap { $0 }.joined(separator: " "))
    write(parts: rest)
  }

  /// The parts at the beginning that can stand on one line.
  private func inlineParts(_ parts: [Digest.Gap.Part]) -> (words: String, rest: ArraySlice<Digest.Gap.Part>) {
    var words: [String] = []
    var rest = parts[...]
    while let part = rest.first, part.parts.isEmpty, part.details.isEmpty, part.role != .point,
      words.isEmpty || part.role == .opportunity, let line = line(of: part)
    {
      words.append(line)
      rest.removeFirst()
    }
    return (words.joined(separator: " "), rest)
  }

  private func line(of part: Digest.Gap.Part) -> String? {
    let words = [part.label.map { "*\($0.markdown):*" }, part.text?.markdown].compactMap { $0 }
    return words.isEmpty ? nil : words.joined(separator: " ")
  }

  private mutating func write(parts: ArraySlice<Digest.Gap.Part>) {
    var list = ListState()
    for part in parts {
      guard line(of: part) != nil || !part.parts.isEmpty else {
        for block in part.details { write(block, &list) }
        continue
      }
      item(&list) { $0.write(part) }
    }
  }

  private mutating func write(_ part: Digest.Gap.Part) {
    if let line = line(of: part) {
      text(line)
      write(parts: part.parts[...])
    } else {
      let (words, rest) = inlineParts(part.parts)
      text(words)
      write(parts: rest)
    }
    write(part.details)
  }

  // MARK: - Ideas

  /// `✨ **Label: title**` with a bullet a field; in the other form the title is a heading.
  mutating func write(_ idea: Digest.Idea, _ isUsual: Bool) {
    let label = idea.label.map {
      $0.markdown.utf8.last == UInt8(ascii: ".") ? "\($0.markdown) " : "\($0.markdown): "
    }
    let title = (label ?? "") + idea.title.markdown
    let marker = idea.marker.map { "\($0) " } ?? ""
    text(
      isUsual
        ? "\(marker)**\(title)**"
        : String(repeating: "#", count: plan.headingLevel + 1) + " \(marker)\(title)")
    output.separate()
    var list = ListState()
    for field in idea.fields {
      guard let label = field.label else {
        for block in field.content { write(block, &list) }
        continue
      }
      item(&list) { writer in
        var content = field.content[...]
        var words = "**\(label.markdown):**"
        if case .paragraph(let text) = content.first {
          words += " \(text.markdown)"
          content.removeFirst()
        }
        writer.text(words)
        writer.write(Array(content))
      }
    }
  }
}

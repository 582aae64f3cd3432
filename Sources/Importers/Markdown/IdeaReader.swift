import DigestModel
import Syntax
import TextBytes

/// Ideas: a title, labelled fields, steps. Written as lines of one paragraph or as bullets, with numbered steps
/// inside either.
extension DigestReader {
  func ideas(_ blocks: [MarkdownBlock]) -> [Entry] {
    var builder = IdeaBuilder(reader: self)
    var index = 0
    while index < blocks.count {
      let block = blocks[index]
      switch block.kind {
      case .paragraph: builder.add(paragraph: block)
      case .heading(let level): builder.add(heading: block, level)
      case .bulletList, .orderedList: builder.add(list: block)
      case .thematicBreak: builder.endIdea(at: self.block(block))
      case .table where builder.add(table: block): break
      default: builder.add(block: block)
      }
      index += 1
    }
    return builder.finish()
  }
}

extension DigestReader {
  /// Whether a heading begins with a sign such as ✨ or with `Idea 2:`.
  func isIdeaTitle(_ line: Range<Int>) -> Bool {
    let title = unwrapped(line)
    let builder = IdeaBuilder(reader: self)
    return builder.markerEnd(title) != nil || builder.ideaLabel(title) != nil
  }
}

/// Gathers the ideas of a section block by block.
struct IdeaBuilder {
  let reader: DigestReader
  private var entries: [Entry] = []
  private var idea: Idea?
  private var ideaRange = 0..<0
  /// The level of the heading that the idea began with, if it was one.
  private var ideaLevel: Int?
  /// The lines of the paragraph or step that is being read.
  private var prose: [Range<Int>] = []
  private var steps: [ListItem] = []
  private var stepNumber: Range<Int>?

  init(reader: DigestReader) { self.reader = reader }

  mutating func finish() -> [Entry] {
    closeIdea()
    return entries
  }

  // MARK: - Blocks

  /// A heading begins an idea; below an idea a deeper one, or one with the name of a field, begins a field.
  mutating func add(heading block: MarkdownBlock, _ level: Int) {
    let line = reader.trimmed(reader.joined(block.lines))
    let name = reader.withoutColon(reader.unwrapped(reader.withoutEnumerator(line).rest))
    let isTitle = markerEnd(line) != nil || ideaLabel(line) != nil
    let isDeeper = ideaLevel.map { level > $0 } ?? IdeaRoles.isKnown(reader.string(name))
    if idea != nil, !isTitle, isDeeper {
      startField(name, range: block.range)
      extend(to: block.range)
    } else {
      startIdea(line, range: block.range)
      ideaLevel = level
    }
  }

  mutating func add(paragraph block: MarkdownBlock) {
    for (number, line) in block.lines.enumerated() {
      let isFirst = number == 0
      if isTitle(line, isFirst: isFirst, isOnly: block.lines.count == 1) {
        startIdea(line, range: block.range)
      } else if idea == nil {
        prose.append(line)
      } else if let (label, rest) = reader.fieldLabel(line, isBulleted: false) {
        startField(label, range: line)
        if !reader.trimmed(rest).isEmpty { prose.append(rest) }
      } else if hasOpenField, let number = stepMarker(line) ?? bulletEnd(line) {
        closeProse()
        stepNumber = line.lowerBound..<number
        prose.append(number..<line.upperBound)
      } else {
        prose.append(line)
      }
    }
    if idea == nil {
      if !prose.isEmpty {
        if !entries.isEmpty { reader.reportUntitled(prose, "paragraph begins no idea") }
        entries.append(.block(.paragraph(reader.richText(reader.joined(prose)))))
      }
      prose = []
    } else {
      extend(to: block.range)
      closeProse()
      closeSteps()
    }
  }

  mutating func add(list block: MarkdownBlock) {
    if idea == nil || block.children.contains(where: isIdeaItem) {
      for item in block.children { addIdea(item, ofOrderedList: block.kind == .orderedList) }
      return
    }
    // An ordered list below a field holds its steps; a bullet list holds fields.
    let hasFields = block.children.contains { fieldItem($0) != nil }
    guard hasFields, block.kind == .bulletList || !hasOpenField else {
      add(block: block)
      return
    }
    for item in block.children {
      if let (label, rest, below) = fieldItem(item, isBulleted: true) {
        if case .item(let number) = item.kind { reader.reportNumber(number) }
        startField(label, range: item.range)
        if !reader.trimmed(rest).isEmpty { append(.paragraph(reader.richText(rest))) }
        for inner in below { append(reader.block(inner)) }
      } else {
        append(reader.block(MarkdownBlock(kind: block.kind, range: item.range, children: [item])))
      }
    }
    extend(to: block.range)
  }

  /// A table with a column for each field: a row is an idea, the first other column its title.
  /// - Returns: whether it is such a table.
  mutating func add(table block: MarkdownBlock) -> Bool {
    var rows = reader.tableRows(block)
    guard rows.count > 1 else { return false }
    let cells = rows.removeFirst().cells
    let header = cells.map(reader.unwrapped)
    let isField = header.map { IdeaRoles.isKnown(reader.string($0)) }
    guard isField.count(where: { $0 }) > 1,
      let title = header.indices.first(where: {
        !isField[$0] && !Self.isNumberHeader(reader.string(header[$0]))
      })
    else { return false }
    closeIdea()
    entries += reader.headerWords(cells)
    for row in rows where title < row.cells.count {
      startIdea(row.cells[title], range: row.line)
      for (column, cell) in row.cells.enumerated() where column != title && !reader.trimmed(cell).isEmpty {
        if column < header.count, isField[column] {
          startField(header[column], range: cell)
        } else if column < title, idea?.label == nil {
          idea?.label = reader.richText(cell)
          continue
        }
        append(.paragraph(reader.richText(cell)))
      }
    }
    closeIdea()
    return true
  }

  private static func isNumberHeader(_ header: String) -> Bool {
    ["#", "no", "no.", "stt", "id", ""].contains(header.lowercased())
  }

  mutating func add(block: MarkdownBlock) {
    guard idea != nil else {
      entries.append(.block(reader.block(block)))
      return
    }
    append(reader.block(block))
    extend(to: block.range)
  }

  /// A rule between two ideas.
  mutating func endIdea(at block: Block) {
    closeIdea()
    entries.append(.block(block))
  }

  // MARK: - Ideas

  mutating func startIdea(_ line: Range<Int>, range: Range<Int>) {
    closeIdea()
    ideaLevel = nil
    var title = reader.trimmed(line)
    var new = Idea(title: RichText(plain: ""))
    if let end = markerEnd(title) {
      new.marker = reader.string(title.lowerBound..<end)
      title = reader.trimmed(end..<title.upperBound)
    }
    title = withoutLeadingStrong(reader.unwrapped(title))
    if let end = markerEnd(title), new.marker == nil {
      new.marker = reader.string(title.lowerBound..<end)
      title = reader.trimmed(end..<title.upperBound)
    }
    if let (label, rest) = ideaLabel(title) {
      new.label = reader.richText(label)
      title = reader.unwrapped(rest)
    } else if let end = Enumerator.end(in: reader.text.bytes[title]) {
      // `**2. Title**`
      new.label = reader.richText(title.lowerBound..<end)
      title = reader.unwrapped(end..<title.upperBound)
    }
    new.title = reader.richText(reader.withoutColon(title))
    new.tags =
      (new.label.map { IdeaTags.find(in: $0.plainText) } ?? []) + IdeaTags.find(in: new.title.plainText)
    idea = new
    ideaRange = range
  }

  /// `Title (Moon-shot)` of `**Title** (Moon-shot)`, `Idea 4: Title` of `**Idea 4:** Title`.
  private func withoutLeadingStrong(_ title: Range<Int>) -> Range<Int> {
    guard let bold = reader.leadingStrong(title), !reader.trimmed(bold.rest).isEmpty else { return title }
    return reader.text.join([bold.inside, bold.rest], separator: nil)
  }

  /// An idea that is a list item: its title, and its fields below.
  private mutating func addIdea(_ item: MarkdownBlock, ofOrderedList isOrdered: Bool) {
    guard let first = item.children.first, case .paragraph = first.kind,
      isIdeaItem(item) || item.children.count > 1 || isOrdered
    else {
      closeIdea()
      reader.reportUntitled(item.children.first?.lines ?? [], "list item begins no idea")
      entries.append(.block(reader.block(item)))
      return
    }
    startIdea(first.lines[0], range: item.range)
    if case .item(let number) = item.kind, !number.isEmpty {
      if idea?.label == nil {
        idea?.label = reader.richText(number)
      } else {
        let marker = [reader.string(number), idea?.marker].compactMap { $0 }
        idea?.marker = marker.joined(separator: " ")
      }
    }
    if first.lines.count > 1 { add(paragraph: reader.paragraph(Array(first.lines.dropFirst()))) }
    for block in item.children.dropFirst() {
      switch block.kind {
      case .paragraph: add(paragraph: block)
      case .bulletList, .orderedList: add(list: block)
      default: add(block: block)
      }
    }
    extend(to: item.range)
  }

  private mutating func closeIdea() {
    closeProse()
    closeSteps()
    guard var done = idea else { return }
    idea = nil
    for field in done.fields {
      for case .paragraph(let text) in field.content {
        for tag in IdeaTags.find(in: text.plainText) where !done.tags.contains(tag) { done.tags.append(tag) }
      }
    }
    done.anchor = reader.anchor(ideaRange)
    entries.append(.idea(done))
  }

  private mutating func extend(to range: Range<Int>) {
    guard range.upperBound > ideaRange.upperBound else { return }
    ideaRange = ideaRange.lowerBound..<range.upperBound
  }

  // MARK: - Fields

  private var hasOpenField: Bool { !(idea?.fields.isEmpty ?? true) }

  private mutating func startField(_ label: Range<Int>, range: Range<Int>) {
    closeProse()
    closeSteps()
    let text = reader.richText(label)
    idea?.fields.append(
      IdeaField(
        role: IdeaRoles.role(of: text.plainText), label: text, content: [], anchor: reader.anchor(range)))
  }

  private mutating func append(_ block: Block) {
    closeProse()
    closeSteps()
    guard let count = idea?.fields.count else { return }
    if count == 0 {
      idea?.fields.append(IdeaField(role: .other, label: nil, content: [], anchor: block.anchor))
    }
    idea?.fields[max(0, count - 1)].content.append(block)
  }

  /// Ends the paragraph, or the step, that the lines so far make.
  private mutating func closeProse() {
    guard !prose.isEmpty, idea != nil else { return }
    let lines = prose
    prose = []
    let text = Block.paragraph(reader.richText(reader.joined(lines)))
    guard let number = stepNumber else {
      append(text)
      return
    }
    stepNumber = nil
    steps.append(
      ListItem(
        enumerator: reader.text.bytes[number].first?.isDigit == true ? reader.string(number) : nil,
        blocks: [text],
        anchor: reader.anchor(number.lowerBound..<max(number.upperBound, lines[lines.count - 1].upperBound))))
  }

  private mutating func closeSteps() {
    guard !steps.isEmpty else { return }
    let items = steps
    steps = []
    let isOrdered = items.contains { $0.enumerator != nil }
    append(.list(List(isOrdered: isOrdered, items: items, anchor: items[0].anchor)))
  }

  // MARK: - Shapes

  /// A line that begins an idea: with a sign such as ✨, or `**Idea 2: …**`, or a line that is bold as a whole.
  private func isTitle(_ line: Range<Int>, isFirst: Bool, isOnly: Bool) -> Bool {
    let line = reader.trimmed(line)
    if markerEnd(line) != nil { return true }
    guard let bold = reader.leadingStrong(line) else { return isFirst && isOnly && ideaLabel(line) != nil }
    guard reader.trimmed(bold.rest).isEmpty else { return false }
    if markerEnd(bold.inside) != nil || ideaLabel(bold.inside) != nil { return true }
    // `**Motivation:**` alone is a field whose text follows.
    return isFirst && reader.withoutColon(bold.inside) == reader.trimmed(bold.inside)
      && !IdeaRoles.isFieldName(reader.string(bold.inside))
  }

  private func isIdeaItem(_ item: MarkdownBlock) -> Bool {
    guard let first = item.children.first, case .paragraph = first.kind, let line = first.lines.first else {
      return false
    }
    let text = reader.trimmed(line)
    if markerEnd(text) != nil { return true }
    if let bold = reader.leadingStrong(text) {
      if markerEnd(bold.inside) != nil || ideaLabel(bold.inside) != nil { return true }
      // `1. **Title**` with fields below.
      return reader.trimmed(bold.rest).isEmpty && !IdeaRoles.isFieldName(reader.string(bold.inside))
        && item.children.dropFirst().contains { $0.isList && $0.children.contains { fieldItem($0) != nil } }
    }
    return ideaLabel(text) != nil
  }

  /// Behind a sign at the beginning: `✨`, `💡`, with its variation selector.
  fileprivate func markerEnd(_ range: Range<Int>) -> Int? {
    guard range.lowerBound < range.upperBound, reader.text.bytes[range.lowerBound].isNonASCII else {
      return nil
    }
    let head = String(decoding: reader.text.bytes[range.prefix(16)], as: UTF8.self)
    var count = 0
    for scalar in head.unicodeScalars {
      let isSign =
        scalar.properties.isEmojiPresentation || scalar.value == 0xFE0F
        || "★☆✦✧✪✯".unicodeScalars.contains(scalar)
      guard isSign else { break }
      count += UTF8.width(scalar)
    }
    return count > 0 ? range.lowerBound + count : nil
  }

  /// `Idea 2`, `Idea 3 (Moon-shot)`, `Ý tưởng 1` with the colon or dash behind it.
  fileprivate func ideaLabel(_ range: Range<Int>) -> (label: Range<Int>, rest: Range<Int>)? {
    let range = reader.trimmed(range)
    for word in IdeaRoles.ideaWords where reader.text.bytes[range].starts(with: word) {
      var i = reader.skipBlanks(range.lowerBound + word.count, range.upperBound)
      if i < range.upperBound, reader.text.bytes[i] == UInt8(ascii: "#") { i += 1 }
      let digits = i
      while i < range.upperBound, reader.text.bytes[i].isDigit { i += 1 }
      guard i > digits else { continue }
      var end = i
      let bracket = reader.skipBlanks(i, range.upperBound)
      if bracket < range.upperBound, reader.text.bytes[bracket] == UInt8(ascii: "("),
        let close = reader.closingBracket(of: bracket, in: bracket..<range.upperBound),
        reader.separator(at: close + 1, range.upperBound) != nil
      {
        end = close + 1
      }
      guard
        let separator = reader.separator(at: end, range.upperBound) ?? pointSeparator(end, range.upperBound)
      else {
        continue
      }
      return (range.lowerBound..<end, separator.next..<range.upperBound)
    }
    return nil
  }

  private func pointSeparator(_ i: Int, _ end: Int) -> (kind: DigestReader.Separator, next: Int)? {
    guard i < end, reader.text.bytes[i] == UInt8(ascii: ".") else { return nil }
    return (.dot, reader.skipBlanks(i + 1, end))
  }

  /// `1.` or `1)` at the beginning of a line of a paragraph: behind its delimiter.
  private func stepMarker(_ line: Range<Int>) -> Int? {
    var i = line.lowerBound
    while i < line.upperBound, reader.text.bytes[i].isDigit { i += 1 }
    guard i > line.lowerBound, i - line.lowerBound <= 3, i + 1 < line.upperBound,
      reader.text.bytes[i] == UInt8(ascii: ".") || reader.text.bytes[i] == UInt8(ascii: ")"),
      reader.text.bytes[i + 1].isBlank
    else { return nil }
    return i + 1
  }

  /// Behind a bullet that Markdown does not know, at the beginning of a line of a paragraph.
  private func bulletEnd(_ line: Range<Int>) -> Int? {
    for bullet: StaticString in ["– ", "— ", "• ", "◦ ", "○ ", "▪ ", "‣ "]
    where reader.starts(line, with: bullet) {
      return line.lowerBound + bullet.utf8CodeUnitCount
    }
    return nil
  }

  /// - Parameter isBulleted: whether other items of its list are known fields.
  private func fieldItem(_ item: MarkdownBlock, isBulleted: Bool = false) -> (
    label: Range<Int>, rest: Range<Int>, below: [MarkdownBlock]
  )? {
    guard let first = item.children.first, case .paragraph = first.kind,
      let (label, rest) = reader.fieldLabel(reader.joined(first.lines), isBulleted: isBulleted)
    else { return nil }
    return (label, rest, Array(item.children.dropFirst()))
  }
}

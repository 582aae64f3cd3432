import DigestModel
import DigestSyntax
import DigestText

/// Ideas: a title, labelled fields, steps. Written as lines of one paragraph or as bullets, with numbered steps
/// inside either.
extension DigestReader {
  func ideas(_ blocks: [MarkdownBlock]) -> [Digest.Entry] {
    var builder = IdeaBuilder(reader: self)
    var index = 0
    while index < blocks.count {
      let block = blocks[index]
      switch block.kind {
      case .paragraph: builder.add(paragraph: block)
      case .heading(let level):
        let next = index + 1 < blocks.count ? blocks[index + 1] : nil
        if isGroupOfIdeas(block, level, next: next) {
          builder.endIdea(at: self.block(block))
        } else {
          builder.add(heading: block, level)
        }
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

/// Gathers the ideas of a section block by block.
struct IdeaBuilder {
  let reader: DigestReader
  var entries: [Digest.Entry] = []
  var idea: Digest.Idea?
  private var ideaRange = 0..<0
  /// The level of the heading that the idea began with, if it was one.
  private var ideaLevel: Int?
  /// The lines of the paragraph or step that is being read.
  private var prose: [Range<Int>] = []
  private var steps: [Digest.List.Item] = []
  private var stepNumber: Range<Int>?

  init(reader: DigestReader) { self.reader = reader }

  mutating func finish() -> [Digest.Entry] {
    closeIdea()
    return entries
  }

  // MARK: - Blocks

  /// A heading begins an idea; below an idea a deeper one, or one with the name of a field, begins a field.
  mutating func add(heading block: MarkdownBlock, _ level: Int) {
    let line = reader.trimmed(reader.joined(block.lines))
    let name = reader.withoutColon(reader.unwrapped(reader.withoutEnumerator(line).rest))
    let isTitle =
      (reader.ideaMarkerEnd(line) != nil || reader.ideaLabel(line) != nil)
      && !(idea != nil && reader.isSignedField(line))
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
      let next = number + 1 < block.lines.count ? block.lines[number + 1] : nil
      if reader.beginsIdea(line, isFirst: isFirst, next: next), idea == nil || !reader.isSignedField(line) {
        startIdea(line, range: block.range)
      } else if idea == nil {
        prose.append(line)
      } else if let (label, rest) = reader.fieldLabel(line, isBulleted: false) {
        startField(label, range: line)
        if !reader.trimmed(rest).isEmpty { prose.append(rest) }
      } else if hasOpenField, let number = reader.stepMarker(line) ?? reader.plainBulletEnd(line) {
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
    let parts = idea == nil ? [block] : reader.cutAtFields(block)
    for part in parts {
      if part.isList { add(wholeList: part) } else { add(paragraph: part) }
    }
  }

  private mutating func add(wholeList block: MarkdownBlock) {
    let isList = block.children.contains { item in
      reader.isIdeaItem(item) && !(item.children.first?.lines.first.map(reader.isSignedField) ?? false)
    }
    if idea == nil || isList || continuesIdeas(block) {
      for item in block.children { addIdea(item, ofOrderedList: block.kind == .orderedList) }
      return
    }
    // An ordered list below a field holds its steps; a bullet list holds fields.
    let hasFields = block.children.contains { reader.fieldItem($0) != nil }
    guard hasFields, block.kind == .bulletList || !hasOpenField else {
      add(block: block)
      return
    }
    for item in block.children {
      if let (label, rest, below) = reader.fieldItem(item, isBulleted: true) {
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

  /// Whether an ordered list goes on with the number of the idea, `2)` behind `1)`, rather than holds steps.
  private func continuesIdeas(_ block: MarkdownBlock) -> Bool {
    guard block.kind == .orderedList, case .item(let number)? = block.children.first?.kind, hasOpenField,
      let label = idea?.label.map({ Array($0.markdown.utf8) }), label.last == reader.text.bytes[number].last
    else { return false }
    return Enumerator.continues(label[...], reader.text.bytes[number])
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
  mutating func endIdea(at block: Digest.Block) {
    closeIdea()
    entries.append(.block(block))
  }

  // MARK: - Ideas

  mutating func startIdea(_ line: Range<Int>, range: Range<Int>) {
    closeIdea()
    ideaLevel = nil
    var title = reader.trimmed(line)
    var new = Digest.Idea(title: RichText(plain: ""))
    if let end = reader.ideaMarkerEnd(title) {
      new.marker = reader.string(title.lowerBound..<end)
      title = reader.trimmed(end..<title.upperBound)
    }
    title = withoutLeadingStrong(reader.unwrapped(title))
    if let end = reader.ideaMarkerEnd(title), new.marker == nil {
      new.marker = reader.string(title.lowerBound..<end)
      title = reader.trimmed(end..<title.upperBound)
    }
    if let (label, rest) = reader.ideaLabel(title) {
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
      reader.isIdeaItem(item) || item.children.count > 1 || isOrdered
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

  mutating func closeIdea() {
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

  mutating func extend(to range: Range<Int>) {
    guard range.upperBound > ideaRange.upperBound else { return }
    ideaRange = ideaRange.lowerBound..<range.upperBound
  }

  // MARK: - Fields

  private var hasOpenField: Bool { !(idea?.fields.isEmpty ?? true) }

  mutating func startField(_ label: Range<Int>, range: Range<Int>) {
    closeProse()
    closeSteps()
    let text = reader.richText(label)
    idea?.fields.append(
      Digest.Idea.Field(
        role: IdeaRoles.role(of: text.plainText), label: text, content: [], anchor: reader.anchor(range)))
  }

  mutating func append(_ block: Digest.Block) {
    closeProse()
    closeSteps()
    guard let count = idea?.fields.count else { return }
    if count == 0 {
      idea?.fields.append(Digest.Idea.Field(role: .other, label: nil, content: [], anchor: block.anchor))
    }
    idea?.fields[max(0, count - 1)].content.append(block)
  }

  /// Ends the paragraph, or the step, that the lines so far make.
  private mutating func closeProse() {
    guard !prose.isEmpty, idea != nil else { return }
    let lines = prose
    prose = []
    let text = Digest.Block.paragraph(reader.richText(reader.joined(lines)))
    guard let number = stepNumber else {
      append(text)
      return
    }
    stepNumber = nil
    steps.append(
      Digest.List.Item(
        enumerator: reader.text.bytes[number].first?.isAlphanumeric == true ? reader.string(number) : nil,
        blocks: [text],
        anchor: reader.anchor(number.lowerBound..<max(number.upperBound, lines[lines.count - 1].upperBound))))
  }

  private mutating func closeSteps() {
    guard !steps.isEmpty else { return }
    let items = steps
    steps = []
    let isOrdered = items.contains { $0.enumerator != nil }
    append(.list(Digest.List(isOrdered: isOrdered, items: items, anchor: items[0].anchor)))
  }
}

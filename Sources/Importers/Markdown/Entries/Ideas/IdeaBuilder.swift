import DigestModel
import DigestSyntax
import DigestText

/// Gathers the ideas of a section block by block.
struct IdeaBuilder {
  let context: MarkdownContext
  let marks: MarkReader
  let markers: MarkerReader
  let fields: FieldReader
  let tables: TableReader
  let blockReader: BlockReader
  let items: EntryItemReader
  let entryTables: EntryTableReader
  let ideaLines: IdeaLineReader

  init(_ context: MarkdownContext) {
    self.context = context
    marks = MarkReader(context)
    markers = MarkerReader(context)
    fields = FieldReader(context)
    tables = TableReader(context)
    blockReader = BlockReader(context)
    items = EntryItemReader(context)
    entryTables = EntryTableReader(context)
    ideaLines = IdeaLineReader(context)
  }

  var entries: [Digest.Entry] = []

  var idea: Digest.Idea?

  private var ideaRange = 0..<0

  /// The level of the heading that began the idea; `nil` where another line did.
  private var ideaLevel: Int?

  /// The lines of the paragraph or step that is being read.
  private var prose: [Range<Int>] = []

  private var steps: [Digest.List.Item] = []

  private var stepNumber: Range<Int>?

  mutating func finish() -> [Digest.Entry] {
    closeIdea()
    return entries
  }

  /// A heading begins an idea; below an idea a deeper one, or one with the name of a field, begins a field.
  mutating func add(heading block: MarkdownBlock, _ level: Int) {
    let line = context.trimmed(context.joined(block.lines))
    let name = marks.withoutColon(marks.unwrapped(markers.withoutEnumerator(line).rest))
    let isTitle =
      (ideaLines.ideaMarkerEnd(line) != nil || ideaLines.ideaLabel(line) != nil)
      && !(idea != nil && fields.isSignedField(line))
    let isDeeper = ideaLevel.map { level > $0 } ?? FieldNames.isKnown(context.string(name))
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
      if ideaLines.beginsIdea(line, isFirst: isFirst, next: next), idea == nil || !fields.isSignedField(line)
      {
        startIdea(line, range: block.range)
      } else if idea == nil {
        prose.append(line)
      } else if let (label, rest) = fields.fieldLabel(line, isBulleted: false) {
        startField(label, range: line)
        if !context.trimmed(rest).isEmpty { prose.append(rest) }
      } else if hasOpenField, let number = markers.stepMarker(line) ?? markers.plainBulletEnd(line) {
        closeProse()
        stepNumber = line.lowerBound..<number
        prose.append(number..<line.upperBound)
      } else {
        prose.append(line)
      }
    }
    if idea == nil {
      if !prose.isEmpty {
        if !entries.isEmpty { items.reportUntitled(prose, "paragraph does not begin an idea") }
        entries.append(.block(.paragraph(context.richText(context.joined(prose)))))
      }
      prose = []
    } else {
      extend(to: block.range)
      closeProse()
      closeSteps()
    }
  }

  mutating func add(list block: MarkdownBlock) {
    let parts = idea == nil ? [block] : ideaLines.cutAtFields(block)
    for part in parts {
      if part.isList { add(wholeList: part) } else { add(paragraph: part) }
    }
  }

  private mutating func add(wholeList block: MarkdownBlock) {
    let isList = block.children.contains { item in
      ideaLines.isIdeaItem(item) && !(item.children.first?.lines.first.map(fields.isSignedField) ?? false)
    }
    if idea == nil || isList || continuesIdeas(block) {
      for item in block.children { addIdea(item, ofOrderedList: block.kind == .orderedList) }
      return
    }
    // An ordered list below a field holds its steps; a bullet list holds fields.
    let hasFields = block.children.contains { ideaLines.fieldItem($0) != nil }
    guard hasFields, block.kind == .bulletList || !hasOpenField else {
      add(block: block)
      return
    }
    for item in block.children {
      if let (label, rest, below) = ideaLines.fieldItem(item, isBulleted: true) {
        if case .item(let number) = item.kind { items.reportNumber(number) }
        startField(label, range: item.range)
        if !context.trimmed(rest).isEmpty { append(.paragraph(context.richText(rest))) }
        for inner in below { append(blockReader.block(inner)) }
      } else {
        append(blockReader.block(MarkdownBlock(kind: block.kind, range: item.range, children: [item])))
      }
    }
    extend(to: block.range)
  }

  mutating func add(block: MarkdownBlock) {
    guard idea != nil else {
      entries.append(.block(blockReader.block(block)))
      return
    }
    append(blockReader.block(block))
    extend(to: block.range)
  }

  /// Whether an ordered list continues the numbers of ideas, `2)` after `1)`, rather than hold steps.
  private func continuesIdeas(_ block: MarkdownBlock) -> Bool {
    guard block.kind == .orderedList, case .item(let number)? = block.children.first?.kind, hasOpenField,
      let label = idea?.label.map({ Array($0.markdown.utf8) }), label.last == context.bytes[number].last
    else { return false }
    return Enumerator.continues(label[...], context.bytes[number])
  }

  /// Ends the idea at a rule or a heading that groups ideas.
  mutating func endIdea(at block: Digest.Block) {
    closeIdea()
    entries.append(.block(block))
  }

  mutating func startIdea(_ line: Range<Int>, range: Range<Int>) {
    closeIdea()
    ideaLevel = nil
    var title = context.trimmed(line)
    var new = Digest.Idea(title: RichText(plain: ""))
    if let end = ideaLines.ideaMarkerEnd(title) {
      new.marker = context.string(title.lowerBound..<end)
      title = context.trimmed(end..<title.upperBound)
    }
    title = withoutLeadingStrong(marks.unwrapped(title))
    if let end = ideaLines.ideaMarkerEnd(title), new.marker == nil {
      new.marker = context.string(title.lowerBound..<end)
      title = context.trimmed(end..<title.upperBound)
    }
    if let (label, rest) = ideaLines.ideaLabel(title) {
      new.label = context.richText(label)
      title = marks.unwrapped(rest)
    } else if let end = Enumerator.end(in: context.bytes[title]) {
      // `**2. Title**`
      new.label = context.richText(title.lowerBound..<end)
      title = marks.unwrapped(end..<title.upperBound)
    }
    new.title = context.richText(marks.withoutColon(title))
    idea = new
    ideaRange = range
  }

  /// `Title (Moon-shot)` of `**Title** (Moon-shot)`, `Idea 4: Title` of `**Idea 4:** Title`.
  private func withoutLeadingStrong(_ title: Range<Int>) -> Range<Int> {
    guard let bold = marks.leadingStrong(title), !context.trimmed(bold.rest).isEmpty else { return title }
    return context.join([bold.inside, bold.rest], separator: nil)
  }

  /// An idea that is a list item: its title, and its fields below.
  private mutating func addIdea(_ item: MarkdownBlock, ofOrderedList isOrdered: Bool) {
    guard let first = item.children.first, case .paragraph = first.kind,
      ideaLines.isIdeaItem(item) || item.children.count > 1 || isOrdered
    else {
      closeIdea()
      items.reportUntitled(item.children.first?.lines ?? [], "list item does not begin an idea")
      entries.append(.block(blockReader.block(item)))
      return
    }
    startIdea(first.lines[0], range: item.range)
    if case .item(let number) = item.kind, !number.isEmpty {
      if idea?.label == nil {
        idea?.label = context.richText(number)
      } else {
        let marker = [context.string(number), idea?.marker].compactMap { $0 }
        idea?.marker = marker.joined(separator: " ")
      }
    }
    if first.lines.count > 1 { add(paragraph: MarkdownBlock.paragraph(Array(first.lines.dropFirst()))) }
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
    done.tags = tags(of: done)
    done.anchor = context.anchor(ideaRange)
    entries.append(.idea(done))
  }

  private func tags(of idea: Digest.Idea) -> [String] {
    var tags = IdeaTags()
    if let label = idea.label { tags.add(label.plainText, .title) }
    tags.add(idea.title.plainText, .title)
    for field in idea.fields {
      // `Risk (Moon-shot): …`
      if let label = field.label { tags.add(label.plainText, .title) }
      let place: IdeaTags.Place =
        field.role == .risk
        ? .assessment : field.role != .other ? .prose : field.label == nil ? .title : .assessment
      for block in field.content { add(block, place, to: &tags) }
    }
    return tags.tags
  }

  /// Bullets of a field about risk count, too.
  private func add(_ block: Digest.Block, _ place: IdeaTags.Place, to tags: inout IdeaTags) {
    switch block {
    case .paragraph(let text): tags.add(text.plainText, place)
    case .list(let list) where place == .assessment:
      for item in list.items { for block in item.blocks { add(block, place, to: &tags) } }
    default: break
    }
  }

  mutating func extend(to range: Range<Int>) {
    guard range.upperBound > ideaRange.upperBound else { return }
    ideaRange = ideaRange.lowerBound..<range.upperBound
  }

  private var hasOpenField: Bool { !(idea?.fields.isEmpty ?? true) }

  mutating func startField(_ label: Range<Int>, range: Range<Int>) {
    closeProse()
    closeSteps()
    let text = context.richText(label)
    idea?.fields.append(
      Digest.Idea.Field(
        role: FieldNames.role(of: text.plainText), label: text, content: [], anchor: context.anchor(range)))
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
    let text = Digest.Block.paragraph(context.richText(context.joined(lines)))
    guard let number = stepNumber else {
      append(text)
      return
    }
    stepNumber = nil
    steps.append(
      Digest.List.Item(
        enumerator: context.bytes[number].first?.isAlphanumeric == true ? context.string(number) : nil,
        blocks: [text],
        anchor: context.anchor(number.lowerBound..<max(number.upperBound, lines[lines.count - 1].upperBound)))
    )
  }

  private mutating func closeSteps() {
    guard !steps.isEmpty else { return }
    let items = steps
    steps = []
    let isOrdered = items.contains { $0.enumerator != nil }
    append(.list(Digest.List(isOrdered: isOrdered, items: items, anchor: items[0].anchor)))
  }
}

import DigestModel
import DigestSyntax

/// Walks a digest and writes it as Markdown in the forms of a plan.
struct MarkdownDigestWriter {
  let plan: MarkdownPlan
  var output = MarkdownLines()
  var losses = LossLog()
  /// The number of the next entry.
  private var entryNumber = 0
  private var isTopicTree = false
  let words: MarkdownWords

  private init(_ plan: MarkdownPlan, language: String?) {
    self.plan = plan
    words = MarkdownWords(language: language)
  }

  static func write(_ digest: Digest, _ plan: MarkdownPlan) -> MarkdownOutput {
    var writer = MarkdownDigestWriter(plan, language: digest.metadata.language)
    writer.writeFrontMatter(of: digest)
    let start = writer.output.bytes.count
    if !plan.encodesPreamble { writer.write(digest.metadata.preamble) }
    for (number, section) in digest.sections.enumerated() { writer.write(section, number) }
    if plan.listsPapers { writer.writeList(of: digest) }
    return MarkdownOutput(bytes: writer.output.bytes, textStart: start, losses: writer.losses)
  }

  /// Whether blocks hold characters that a text file must not have.
  static func holdControls(_ blocks: [Digest.Block], _ plan: MarkdownPlan) -> Bool {
    var writer = MarkdownDigestWriter(plan, language: nil)
    let start = writer.output.checkpoint
    writer.write(blocks)
    return writer.output.holdsControls(since: start)
  }

  private mutating func writeFrontMatter(of digest: Digest) {
    var writer = DigestEncodingWriter(YAMLWriter())
    writer.writeFrontMatter(of: digest, plan)
    output.append(writer.output.finish() + Array("---\n".utf8))
    losses.append(writer.losses.losses)
  }

  // MARK: - Sections

  private mutating func write(_ section: Digest.Section, _ number: Int) {
    let isMarked = plan.marksSection(number)
    let label = section.heading.isEmpty ? words.heading(of: section.kind) : section.heading.markdown
    let words = [section.enumerator, label].compactMap { $0 }.joined(separator: " ")
    output.separate()
    output.line(
      Array(String(repeating: "#", count: plan.headingLevel).utf8) + [0x20] + MarkdownText.oneLine(words))
    output.separate()
    if isMarked {
      writeEncoded { $0.write(markOf: section) }
      output.separate()
    }
    isTopicTree = section.kind == .topicTree
    write(section.entries)
  }

  // MARK: - Entries

  mutating func write(_ entries: [Digest.Entry]) {
    var list = ListState()
    for entry in entries { write(entry, &list) }
  }

  private mutating func write(_ entry: Digest.Entry, _ list: inout ListState) {
    let form = plan.form(ofEntry: entryNumber)
    if case .topic(let topic) = entry, isTopicTree {
      entryNumber += 1
      return write(topic, form, &list)
    }
    entryNumber += entry.entryCount
    if form != .encoded {
      let start = output.checkpoint
      let state = list
      write(entry, isUsual: form == .usual, &list)
      if !output.holdsControls(since: start) { return }
      output.restore(start)
      list = state
    }
    if list.isInTree {
      item(&list) { $0.writeEncoded(entry) }
    } else {
      block(&list) { $0.writeEncoded(entry) }
    }
  }

  /// - Parameter isUsual: whether it is written in the form that digests mostly have.
  private mutating func write(_ entry: Digest.Entry, isUsual: Bool, _ list: inout ListState) {
    switch entry {
    // Outside a tree it would not be read as a topic.
    case .topic: block(&list) { $0.writeEncoded(entry) }
    case .paper(let mention): item(&list) { $0.write(mention, isUsual) }
    case .placeholder(let text): item(&list) { $0.text(text.markdown) }
    case .contribution(let contribution): item(&list) { $0.write(contribution, isUsual) }
    case .gap(let gap): item(&list) { $0.write(gap, isUsual) }
    case .reading(let reading):
      item(&list, number: reading.enumerator) { $0.write(reading, isUsual) }
    case .highlights(let table): block(&list) { $0.write(table) }
    case .idea(let idea): block(&list) { $0.write(idea, isUsual) }
    case .block(let block): write(block, &list)
    }
  }

  private mutating func write(_ topic: Digest.Topic, _ form: MarkdownPlan.Form, _ list: inout ListState) {
    item(&list) { writer in
      let label = [topic.enumerator, topic.label.markdown].compactMap { $0 }.joined(separator: " ")
      if form == .encoded || MarkdownText.holdsControls(label.utf8) {
        writer.writeEncoded { $0.write(withoutChildren: topic) }
      } else {
        writer.text(form == .usual ? "**\(label)**" : label)
      }
      var children = ListState(isInTree: true)
      for child in topic.children { writer.write(child, &children) }
    }
  }

  // MARK: - Encoded parts

  private mutating func writeEncoded(_ entry: Digest.Entry) {
    writeEncoded { entry.dispatch(to: &$0) }
  }

  private mutating func writeEncoded(_ content: (inout DigestEncodingWriter<YAMLWriter>) -> Void) {
    var writer = DigestEncodingWriter(YAMLWriter())
    content(&writer)
    // Without the `---` that begins a document.
    let text = Array(writer.output.finish().dropFirst(4))
    losses.append(writer.losses.losses)
    fence(text, info: EncodedPart.info)
  }
}

/// The code block that holds what Markdown has no form for.
enum EncodedPart {
  static let info = "yaml digest"
}

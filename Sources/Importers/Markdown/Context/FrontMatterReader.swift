import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

/// Front matter at the very beginning of a Markdown file, in the forms that `FrontMatter.Form` lists.
struct FrontMatterReader {
  let context: MarkdownContext
  private let lines: SourceLines

  init(_ context: MarkdownContext) {
    self.context = context
    lines = SourceLines(bytes: context.document.bytes)
  }

  private var document: SourceDocument { context.document }

  /// Takes title, language and period into the metadata and keeps every other member as it is.
  ///
  /// What cannot be read stays as a code block before the first section, and is reported.
  /// - Parameter start: where the source begins.
  /// - Returns: `nil` where there is no front matter.
  func read(from start: Int, into metadata: inout Digest.Metadata) -> FrontMatter? {
    guard let block = block(from: start, into: &metadata) else { return nil }
    if !block.members.isEmpty { metadata.anchor = context.anchor(block.range) }
    for member in block.members { take(member, into: &metadata) }
    return block
  }

  private func block(from start: Int, into metadata: inout Digest.Metadata) -> FrontMatter? {
    guard let first = lines.line(at: start) else { return nil }
    if lines.isFence(first, "---") { return yaml(first, into: &metadata) }
    if lines.isFence(first, "+++") { return toml(first, into: &metadata) }
    return TitleBlockReader(lines).block(at: start)
  }

  // MARK: - YAML

  private func yaml(_ fence: Range<Int>, into metadata: inout Digest.Metadata) -> FrontMatter? {
    // Before a blank line or a heading `---` is a rule; a single `#` may begin a YAML comment.
    guard let head = lines.line(at: lines.next(after: fence)), !lines.isBlank(head),
      !document.bytes.holds("##", at: lines.trimmed(head).lowerBound),
      let end = closing(after: fence, { lines.isFence($0, "---") || lines.isFence($0, "...") })
    else { return nil }
    let range = fence.lowerBound..<end.upperBound
    // From the beginning of the file: offsets are those of the file.
    let source = SourceDocument(name: document.name, bytes: Array(document.bytes[..<end.lowerBound]))
    do {
      let tree = try YAMLReader.read(source)
      if case .mapping(let members) = tree.root.content { return FrontMatter(.yaml, range, members) }
      context.report(
        MarkdownImporterDiagnostics.frontMatter,
        "front matter is a \(tree.root.kindName), expected a mapping", at: fence)
    } catch {
      let note = error.diagnostics.first.map {
        Diagnostic.Note($0.summary, at: SourceLocation(document, $0.location?.range ?? SourceRange(at: 0)))
      }
      context.report(
        Diagnostic(
          MarkdownImporterDiagnostics.frontMatter, "front matter is not YAML; it is kept as text",
          at: context.location(fence), notes: note.map { [$0] } ?? []))
    }
    keep(context.string(range), info: "yaml", at: range, into: &metadata)
    return FrontMatter(.yaml, range, [])
  }

  // MARK: - TOML

  private func toml(_ fence: Range<Int>, into metadata: inout Digest.Metadata) -> FrontMatter? {
    guard let head = lines.line(at: lines.next(after: fence)), !lines.isBlank(head),
      let end = closing(after: fence, { lines.isFence($0, "+++") })
    else { return nil }
    let range = fence.lowerBound..<end.upperBound
    let reader = TOMLReader(document.bytes, in: head.lowerBound..<end.lowerBound)
    let unread = reader.unread.map { $0.lower..<$0.upper }
    guard let first = unread.first else { return FrontMatter(.toml, range, reader.members) }
    let isNothing = reader.members.isEmpty
    let count = unread.count == 1 ? "a line" : "\(unread.count) lines"
    context.report(
      MarkdownImporterDiagnostics.frontMatter,
      "\(isNothing ? "front matter" : "\(count) of the front matter") is not TOML; it is kept as text",
      at: isNothing ? fence : first)
    let text = isNothing ? context.string(range) : unread.map(context.string).joined(separator: "\n")
    keep(text, info: "toml", at: isNothing ? range : first, into: &metadata)
    return FrontMatter(.toml, range, reader.members)
  }

  // MARK: - Members

  private func take(_ member: LocatedMember, into metadata: inout Digest.Metadata) {
    let value = scalarText(member.value)
    switch member.key.lowercased() {
    case "title":
      if let value, metadata.title == nil {
        metadata.title = RichText(markdown: value, anchor: context.anchor(at: member.value.range))
        return
      }
    case "lang", "language":
      if let value, metadata.language == nil {
        metadata.language = value
        return
      }
    case "period", "month", "date":
      if let value { checkDate(value, at: member.value.range) }
      if let value, metadata.period == nil, let period = YearMonth(String(value.prefix(7))) {
        metadata.period = period
        // A period has no place for a day, so the whole date is kept too.
        if value.utf8.count == 7 { return }
      }
    default: break
    }
    metadata.extra.append(
      ExtraField(
        key: member.key, value: DataValue(member.value), anchor: context.anchor(at: member.keyRange)))
  }

  /// Reports `2024-13-45`; words may mean anything.
  private func checkDate(_ text: String, at range: SourceRange) {
    guard text.utf8.prefix(5).last == 0x2D, let fault = DateReader.read(text)?.fault else { return }
    context.report(
      Diagnostic(
        RecordDiagnostics.impossibleValue, "date \(quoted(text)): \(fault)",
        at: SourceLocation(document, range)))
  }

  private func scalarText(_ node: LocatedNode) -> String? {
    guard case .scalar(let scalar) = node.content, !scalar.text.isEmpty else { return nil }
    return scalar.text
  }

  private func keep(
    _ text: String, info: String, at range: Range<Int>, into metadata: inout Digest.Metadata
  ) {
    metadata.preamble.append(
      .code(Digest.CodeBlock(info: info, text: text + "\n", anchor: context.anchor(range))))
  }

  /// The line that closes what a fence opens.
  private func closing(after fence: Range<Int>, _ isFence: (Range<Int>) -> Bool) -> Range<Int>? {
    var next = lines.next(after: fence)
    while let line = lines.line(at: next) {
      if isFence(line) { return line }
      next = lines.next(after: line)
    }
    return nil
  }
}

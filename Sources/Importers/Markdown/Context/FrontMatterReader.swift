import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

/// YAML between two lines `---` at the very beginning of a Markdown file.
struct FrontMatterReader {
  let context: MarkdownContext

  init(_ context: MarkdownContext) { self.context = context }

  private var document: SourceDocument { context.document }

  /// The bytes of the front matter, its fences included; `nil` where there is none.
  func range(from start: Int) -> Range<Int>? {
    let bytes = document.bytes
    guard let first = lineRange(at: start), isFence(first, ends: false), let next = lineAfter(first) else {
      return nil
    }
    var line = lineRange(at: next)
    // Before a blank line or a heading `---` is a rule; a single `#` may begin a YAML comment.
    guard let head = line.map(context.trimmed), !head.isEmpty, !context.starts(head, with: "##") else {
      return nil
    }
    while let current = line {
      if isFence(current, ends: true) { return start..<min(bytes.count, current.upperBound) }
      line = lineAfter(current).flatMap(lineRange)
    }
    return nil
  }

  /// Takes title, language and period into the metadata and keeps every other member as it is.
  ///
  /// What is not a YAML mapping stays as a code block before the first section, and is reported.
  func read(_ range: Range<Int>, into metadata: inout Digest.Metadata) {
    let fence = lineRange(at: range.lowerBound).map { range.lowerBound..<$0.upperBound } ?? range
    // Up to the closing fence, from the beginning of the file: offsets are those of the file.
    var end = range.upperBound
    while end > range.lowerBound, !document.bytes[end - 1].isNewline { end -= 1 }
    let head = SourceDocument(name: document.name, bytes: Array(document.bytes[..<end]))
    do {
      let tree = try YAMLReader.read(head)
      guard case .mapping(let members) = tree.root.content else {
        keepFrontMatter(range, into: &metadata)
        context.report(
          MarkdownImporterDiagnostics.frontMatter,
          "front matter is a \(tree.root.kindName), expected a mapping",
          at: fence)
        return
      }
      metadata.anchor = context.anchor(range)
      for member in members { take(member, into: &metadata) }
    } catch {
      keepFrontMatter(range, into: &metadata)
      let cause = error.diagnostics.first
      let note = cause.map {
        Diagnostic.Note($0.summary, at: SourceLocation(document, $0.location?.range ?? SourceRange(at: 0)))
      }
      context.report(
        Diagnostic(
          MarkdownImporterDiagnostics.frontMatter, "front matter is not YAML; it is kept as text",
          at: context.location(fence), notes: note.map { [$0] } ?? []))
    }
  }

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

  private func scalarText(_ node: LocatedNode) -> String? {
    guard case .scalar(let scalar) = node.content, !scalar.text.isEmpty else { return nil }
    return scalar.text
  }

  private func keepFrontMatter(_ range: Range<Int>, into metadata: inout Digest.Metadata) {
    metadata.preamble.append(
      .code(Digest.CodeBlock(info: "yaml", text: context.string(range) + "\n", anchor: context.anchor(range)))
    )
  }

  // MARK: - Lines of the source

  private func lineRange(at start: Int) -> Range<Int>? {
    guard start < document.bytes.count else { return nil }
    let end = document.bytes[start...].firstIndex(where: \.isNewline) ?? document.bytes.count
    return start..<end
  }

  private func lineAfter(_ line: Range<Int>) -> Int? {
    var next = line.upperBound
    guard next < document.bytes.count else { return nil }
    if document.bytes[next] == 0x0D { next += 1 }
    if next < document.bytes.count, document.bytes[next] == 0x0A { next += 1 }
    return next
  }

  private func isFence(_ line: Range<Int>, ends: Bool) -> Bool {
    let text = context.trimmed(line)
    guard text.lowerBound == line.lowerBound, text.count == 3 else { return false }
    return context.starts(text, with: "---") || ends && context.starts(text, with: "...")
  }
}

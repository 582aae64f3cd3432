import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

/// Reads digests, and any other Markdown about papers.
///
/// The seven sections are found by name and typed entry by entry. What no recogniser types stays as blocks where it
/// stood, so every word of the input is in the digest. A document without any known section becomes sections of kind
/// `other`, with its papers indexed.
public struct MarkdownImporter: Importer {
  /// Which names sections go by.
  public var aliases: SectionAliases

  public init(aliases: SectionAliases = .standard) { self.aliases = aliases }

  public var name: String { "markdown" }
  public var summary: String { "Markdown digests in the seven-section layout, or any Markdown about papers" }
  public var fileExtensions: [String] { ["md", "markdown", "mdown", "mkd", "txt"] }

  /// Markdown has no signature: any text counts, so this importer is asked last.
  public func recognises(_ bytes: [UInt8]) -> Bool { true }

  /// - Throws: `DiagnosticError` for hostile input only: nesting or size beyond `MarkdownLimits`.
  public func read(_ source: SourceDocument) throws(DiagnosticError) -> ImportResult {
    let reader = DigestReader(source, aliases: aliases)
    var digest = Digest()
    var start = source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if let head = reader.frontMatter(from: start) {
      reader.readFrontMatter(head, into: &digest.metadata)
      start = head.upperBound
    }
    let blocks = try reader.repaired(reader.blocks(in: start..<source.bytes.count))
    var draft = reader.split(blocks)
    if let title = draft.title {
      if digest.metadata.title == nil {
        digest.metadata.title = reader.richText(title)
      } else {
        // The front matter has the title: the heading stays where it stands.
        draft.preamble.insert(
          MarkdownBlock(kind: .heading(level: 1), range: title, lines: [title]), at: 0)
      }
    }
    digest.metadata.preamble += reader.blocks(draft.preamble)
    digest.sections = draft.sections.map { reader.section($0) }
    digest.papers = PaperFactsReader.papers(of: digest)
    return ImportResult(digest: digest, sourceMap: reader.sourceMap, diagnostics: reader.diagnostics)
  }
}

extension DigestReader {
  func section(_ draft: SectionDraft) -> Digest.Section {
    let end = max(draft.heading.upperBound, draft.body.last?.range.upperBound ?? 0)
    let heading = richText(unwrapped(draft.heading))
    var body = draft.body
    var rules: [MarkdownBlock] = []
    while let last = body.last, last.kind == .thematicBreak { rules.append(body.removeLast()) }
    var entries: [Digest.Entry] =
      switch draft.kind {
      case .topicTree: topicTree(textOutline(body).map { [$0] } ?? body)
      case .highlights: highlights(body)
      case .contributions: contributions(body)
      case .gaps: gaps(body)
      case .ideas: ideas(body)
      case .readingList: readingList(body)
      case .reflection, .other: blocks(body).map { .block($0) }
      }
    // A rule before the next section belongs to no entry.
    entries += blocks(rules.reversed()).map { .block($0) }
    return Digest.Section(
      kind: draft.kind, enumerator: draft.enumerator.isEmpty ? nil : enumerator(draft.enumerator),
      heading: heading,
      entries: entries, anchor: anchor(draft.start..<max(draft.start, end)))
  }
}

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

  /// - Parameter aliases: which names sections go by; `SectionAliases.adding(_:)` adds to the built-in ones.
  public init(aliases: SectionAliases = .standard) { self.aliases = aliases }

  /// `markdown`.
  public var name: String { "markdown" }
  /// One line for a list of formats.
  public var summary: String { "Markdown digests in the seven-section layout, or any Markdown about papers" }
  /// `md` and its relatives, and `txt`.
  public var fileExtensions: [String] { ["md", "markdown", "mdown", "mkd", "txt"] }

  /// `true`.
  public var readsAnyText: Bool { true }
  /// `Markdown`.
  public var title: String { "Markdown" }

  /// Always possible, since Markdown has no signature: this importer is asked last.
  public func recognises(_ bytes: [UInt8]) -> Recognition { .possible }

  /// `nil`: it is always UTF-8.
  public func encoding(of bytes: [UInt8]) -> SourceEncoding? { nil }

  /// Reads the whole source.
  /// - Parameter source: UTF-8; a byte order mark may stand first.
  /// - Returns: the digest, not yet normalised, the places of its nodes, and what there is to report.
  /// - Throws: `DiagnosticError` for hostile input only: nesting or size beyond `MarkdownLimits`.
  /// - Complexity: O(n log n) for n bytes.
  public func read(_ source: SourceDocument) throws(DiagnosticError) -> ImportResult {
    // Rooms, each of which uses only those before it: Vocabulary, Context, Lines, Sections, Repair, Entries; and Lists.
    let context = MarkdownContext(source)
    let headings = SectionHeadings(context, aliases: aliases)
    let repair = MarkdownRepair(context, headings: headings)
    let recognisers = SectionRecognisers(context)
    let splitter = SectionSplitter(
      context, headings: headings, contents: { recognisers[$0] }, reread: { repair.reread($0) })

    var digest = Digest()
    let start = source.bytes.byteOrderMarkLength
    let frontMatter = FrontMatterReader(context).read(from: start, into: &digest.metadata)
    let own = frontMatter.flatMap { DigestFrontMatter($0, context) }
    if let own {
      digest.metadata = own.metadata
      context.isDigest = true
    }
    let blocks = try repair.repaired(context.blocks(from: frontMatter?.range.upperBound ?? start))
    var draft = splitter.split(blocks)
    digest.sections = draft.sections.map { section($0, context, recognisers) }
    var isList = false
    if let own {
      let listed = own.readsRecordsOfText ? papers(of: draft, digest, nil, context) : []
      isList =
        own.listsPapers
        && Self.items(of: draft) == (own.papers.isEmpty ? listed : own.papers.map(\.paper)).count
      digest.papers = own.papers(completing: listed, isWhole: isList && !own.papers.isEmpty)
    }
    if isList {
      // All of the text is in the records.
      digest.sections = []
    } else {
      takeTitle(of: &draft, into: &digest.metadata, context)
      digest.metadata.preamble += BlockReader(context).blocks(draft.preamble)
    }
    if own == nil { digest.papers = papers(of: draft, digest, frontMatter, context) }
    UntitledPapers(digest).report(to: context)
    if context.diagnostics.contains(where: { $0.id == MarkdownDiagnostics.nestingTooDeep }) {
      throw DiagnosticError(context.diagnostics)
    }
    var result = ImportResult(
      digest: digest, sourceMap: context.sourceMap, diagnostics: context.diagnostics)
    if own != nil { result.carriesMetadata = true }
    return result
  }

  private func takeTitle(
    of draft: inout DocumentDraft, into metadata: inout Digest.Metadata, _ context: MarkdownContext
  ) {
    guard let title = draft.title else { return }
    if metadata.title == nil {
      metadata.title = context.richText(title)
    } else {
      // The front matter has the title: the heading stays where it stands.
      draft.preamble.insert(MarkdownBlock(kind: .heading(level: 1), range: title, lines: [title]), at: 0)
    }
  }

  /// How many items a document has that consists of headings and items of one paragraph; `nil` for any other.
  private static func items(of draft: DocumentDraft) -> Int? {
    var count = 0
    for block in draft.preamble + draft.sections.flatMap(\.body) {
      if case .heading = block.kind { continue }
      guard block.isList, block.children.allSatisfy({ $0.children.map(\.kind) == [.paragraph] }) else {
        return nil
      }
      count += block.children.count
    }
    return count
  }

  private func papers(
    of draft: DocumentDraft, _ digest: Digest, _ frontMatter: FrontMatter?, _ context: MarkdownContext
  ) -> [Paper] {
    let listed = PaperListReader.papers(of: draft, sections: digest.sections, context)
    let properties = PropertyFinder.blocks(draft.preamble + draft.sections.flatMap(\.body), context)
    guard frontMatter != nil || !properties.isEmpty else { return listed }
    // The front matter of a digest is about the digest.
    let isDigest = digest.sections.contains { $0.kind != .other }
    let own = frontMatter.flatMap { isDigest && !MemberRecords.isNote($0) ? nil : $0 }
    let heading = draft.title == nil ? nil : digest.metadata.title
    let described =
      (own.map { MemberRecords(context).paper(of: $0, heading: heading) } ?? [])
      .joined(with: MemberRecords(context).papers(of: properties))
    return described.joined(with: listed)
  }

  private func section(
    _ draft: SectionDraft, _ context: MarkdownContext, _ recognisers: SectionRecognisers
  ) -> Digest.Section {
    let end = max(draft.heading.upperBound, draft.body.last?.range.upperBound ?? 0)
    let encoded = EncodedPartReader(context)
    let mark = encoded.sectionMark(draft.body.first)
    let heading = context.richText(MarkReader(context).unwrapped(draft.heading))
    let body = mark == nil ? draft.body[...] : draft.body.dropFirst()
    // A rule before the next section belongs to no entry.
    let rules = body.reversed().prefix { $0.kind == .thematicBreak }.count
    return Digest.Section(
      kind: draft.kind,
      enumerator: mark.map(\.enumerator)
        ?? (draft.enumerator.isEmpty ? nil : context.enumerator(draft.enumerator)),
      heading: mark?.heading ?? heading,
      entries: entries(of: body.dropLast(rules), recognisers[draft.kind], encoded, context)
        + BlockReader(context).blocks(body.suffix(rules)).map { .block($0) },
      anchor: context.anchor(draft.start..<max(draft.start, end)))
  }

  /// Encoded entries stand between those that a recogniser types.
  private func entries(
    of body: ArraySlice<MarkdownBlock>, _ recogniser: any SectionRecogniser, _ encoded: EncodedPartReader,
    _ context: MarkdownContext
  ) -> [Digest.Entry] {
    var entries: [Digest.Entry] = []
    var rest = body
    while let place = rest.firstIndex(where: encoded.isPart) {
      if place > rest.startIndex { entries += recogniser.entries(of: Array(rest[..<place])) }
      entries.append(encoded.entry(rest[place]) ?? .block(BlockReader(context).block(rest[place])))
      rest = rest[(place + 1)...]
    }
    return rest.isEmpty ? entries : entries + recogniser.entries(of: Array(rest))
  }
}

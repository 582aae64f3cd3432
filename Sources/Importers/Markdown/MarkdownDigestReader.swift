import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

/// Reads the digest in a Markdown file, or the digests in one of our own that holds several.
struct MarkdownDigestReader {
  private let context: MarkdownContext
  private let repair: MarkdownRepair
  private let recognisers: SectionRecognisers
  private let splitter: SectionSplitter

  init(_ context: MarkdownContext, aliases: SectionAliases) {
    // Rooms, each of which uses only those before it: Vocabulary, Context, Lines, Sections, Repair, Entries; and Lists.
    self.context = context
    let headings = SectionHeadings(context, aliases: aliases)
    let repair = MarkdownRepair(context, headings: headings)
    let recognisers = SectionRecognisers(context)
    self.repair = repair
    self.recognisers = recognisers
    splitter = SectionSplitter(
      context, headings: headings, contents: { recognisers[$0] }, reread: { repair.reread($0) })
  }

  /// At least one.
  func digests() throws(DiagnosticError) -> [Digest] {
    let bytes = context.document.bytes
    let start = bytes.byteOrderMarkLength
    var digest = Digest()
    let frontMatter = FrontMatterReader(context).read(from: start, into: &digest.metadata)
    let text = (frontMatter?.range.upperBound ?? start)..<bytes.count
    switch frontMatter.flatMap({ DigestFrontMatter.Reading($0, context) }) {
    case nil:
      var draft = try read(text, into: &digest)
      readPreamble(of: &draft, into: &digest)
      digest.papers = papers(of: draft, digest, frontMatter)
      UntitledPapers(digest).report(to: context)
      return [digest]
    case .one(let own):
      context.isDigest = true
      return [try self.digest(own, text)]
    case .several(let all):
      context.isDigest = true
      var digests: [Digest] = []
      for part in MarkdownDigests(all, text, context).parts {
        digests.append(try self.digest(part.frontMatter, part.text))
      }
      return digests
    }
  }

  /// - Parameter text: where the Markdown of the digest is.
  private func digest(_ own: DigestFrontMatter, _ text: Range<Int>) throws(DiagnosticError) -> Digest {
    var digest = Digest(metadata: own.metadata)
    var draft = try read(text, into: &digest)
    let listed = own.readsRecordsOfText ? papers(of: draft, digest, nil) : []
    let isList =
      own.listsPapers
      && Self.items(of: draft) == (own.papers.isEmpty ? listed : own.papers.map(\.paper)).count
    digest.papers = own.papers(completing: listed, isWhole: isList && !own.papers.isEmpty)
    if isList {
      // All of the text is in the records.
      digest.sections = []
    } else {
      readPreamble(of: &draft, into: &digest)
    }
    UntitledPapers(digest).report(to: context)
    return digest
  }

  private func read(
    _ text: Range<Int>, into digest: inout Digest
  ) throws(DiagnosticError) -> DocumentDraft {
    let draft = splitter.split(try repair.repaired(context.blocks(ofSource: text)))
    digest.sections = draft.sections.map(section)
    return draft
  }

  private func readPreamble(of draft: inout DocumentDraft, into digest: inout Digest) {
    takeTitle(of: &draft, into: &digest.metadata)
    digest.metadata.preamble += BlockReader(context).blocks(draft.preamble)
  }

  private func takeTitle(
    of draft: inout DocumentDraft, into metadata: inout Digest.Metadata
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
    of draft: DocumentDraft, _ digest: Digest, _ frontMatter: FrontMatter?
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

  private func section(_ draft: SectionDraft) -> Digest.Section {
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
      entries: entries(of: body.dropLast(rules), recognisers[draft.kind], encoded)
        + BlockReader(context).blocks(body.suffix(rules)).map { .block($0) },
      anchor: context.anchor(draft.start..<max(draft.start, end)))
  }

  /// Encoded entries stand between those that a recogniser types.
  private func entries(
    of body: ArraySlice<MarkdownBlock>, _ recogniser: any SectionRecogniser, _ encoded: EncodedPartReader
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

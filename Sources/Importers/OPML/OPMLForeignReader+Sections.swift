import DigestModel
import DigestText

// What a file of another program is a digest of.

extension OPMLForeignReader {
  /// The outlines of a body: sections where they have the headings of a digest, else one tree of topics.
  mutating func sections(_ outlines: [OPMLOutline], heading: RichText?) -> [Digest.Section] {
    let headings = outlines.map { SectionAliases.standard.kind(of: words($0).markdown.utf8) }
    guard headings.count(where: { $0 != nil }) >= Self.fewestHeadings else {
      let kind = Digest.Section.Kind.topicTree
      let title = RichText(plain: kind.traits.heading ?? kind.traits.title)
      let entries = entries(outlines)
      return entries.isEmpty
        ? [] : [Digest.Section(kind: kind, heading: heading ?? title, entries: entries, anchor: .none)]
    }
    var sections: [Digest.Section] = []
    for (outline, kind) in zip(outlines, headings) { sections.append(section(outline, kind ?? .other)) }
    return sections
  }

  /// One heading of a digest also stands in other outlines: `Ideas`.
  private static let fewestHeadings = 2

  private mutating func section(_ outline: OPMLOutline, _ kind: Digest.Section.Kind) -> Digest.Section {
    let label = OPMLLabel(words(outline))
    let entries: [Digest.Entry] =
      switch kind {
      case .topicTree, .other: entries(below: outline)
      case .readingList: readingItems(below: outline)
      default:
        notes(outline).map { .block(.paragraph($0)) } + blocks(outline.outlines).map { .block($0) }
      }
    return Digest.Section(
      kind: kind, enumerator: label.enumerator, heading: label.text, entries: entries,
      anchor: file.anchor(at: outline.range))
  }

  private mutating func readingItems(below outline: OPMLOutline) -> [Digest.Entry] {
    var items: [Digest.Entry] = notes(outline).map { .block(.paragraph($0)) }
    for entry in entries(outline.outlines) {
      if case .paper(let mention) = entry {
        items.append(
          .reading(
            Digest.ReadingItem(
              papers: mention.papers, name: mention.name, reason: mention.summary, details: mention.details,
              anchor: mention.anchor)))
      } else {
        items.append(entry)
      }
    }
    return items
  }
}

import DigestModel

/// Digests of random shape for properties: any node can be empty, missing, nested where no importer would put it, or
/// full of signs that hurt. The same seed gives the same digest.
struct RandomDigest: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }

  private static let words = [
    "model", "đánh giá", "x<y", "a&b", "]]>", "\"quote\"", "=cmd|", "😀", "שלום", "e\u{301}", "\u{1}",
    "\u{FFFE}", "\t",
    "#", "%_{}\\~^$", "2409.1", "  ", "&amp;", "<p>", "'", "\u{0}\u{B}", "line",
  ]
  private static let ids = [
    "2409.10000", "2409.01320v2", "cs/0501001", "math.GT/0309136", "10.1000/18(2)", "10.1000/18_2_",
    "https://example.org/a?b=c&d", "arXiv:0704.0001",
  ]

  private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }

  private mutating func some<T>(_ make: (inout RandomDigest) -> T, upTo most: Int = 3) -> [T] {
    (0..<Int.random(in: 0...most, using: &self)).map { _ in make(&self) }
  }

  private mutating func word() -> String { RandomDigest.words.randomElement(using: &self) ?? "" }

  private mutating func plain() -> String { some { $0.word() }.joined(separator: " ") }

  /// One that a link may lead to.
  private mutating func address() -> String { chance(10) ? "" : "/" + plain() }

  private mutating func maybePlain() -> String? { chance(50) ? plain() : nil }

  private mutating func citation() -> Citation {
    let written = RandomDigest.ids.randomElement(using: &self) ?? "2409.10000"
    return WholeDigest.cite(written)
  }

  private mutating func inlines(_ depth: Int) -> [Inline] {
    some { random in
      switch Int.random(in: 0..<(depth > 0 ? 12 : 6), using: &random) {
      case 0, 1: .text(random.plain())
      case 2: .code(random.plain())
      case 3: .math(random.plain(), isDisplay: random.chance(50))
      case 4: .citation(random.citation())
      case 5: .lineBreak
      case 6: .emphasis(random.inlines(depth - 1))
      case 7: .strong(random.inlines(depth - 1))
      case 8: .subscript(random.inlines(depth - 1))
      case 9: .superscript(random.inlines(depth - 1))
      case 10: .link(random.inlines(depth - 1), destination: random.address(), title: random.maybePlain())
      default: .image(description: random.inlines(depth - 1), source: random.address())
      }
    }
  }

  private mutating func text() -> RichText {
    chance(60) ? WholeDigest.text(plain()) : WholeDigest.rich(inlines(2))
  }

  private mutating func maybeText() -> RichText? { chance(60) ? text() : nil }

  private mutating func block(_ depth: Int) -> Digest.Block {
    switch Int.random(in: 0..<(depth > 0 ? 7 : 4), using: &self) {
    case 0: return .paragraph(text())
    case 1: return .heading(Digest.Heading(level: Int.random(in: 1...6, using: &self), text: text()))
    case 2: return .code(Digest.CodeBlock(info: plain(), text: plain()))
    case 3: return .thematicBreak(.none)
    case 4: return .quote(Digest.Quote(blocks: blocks(depth - 1)))
    case 5:
      return .table(
        Digest.Table(
          header: some { $0.text() }, rows: some { Digest.Table.Row(cells: $0.some { $0.text() }) }))
    default:
      return .list(
        Digest.List(
          isOrdered: chance(50),
          items: some { Digest.List.Item(enumerator: $0.maybePlain(), blocks: $0.blocks(depth - 1)) }))
    }
  }

  private mutating func blocks(_ depth: Int) -> [Digest.Block] { some { $0.block(depth) } }

  private mutating func part(_ depth: Int) -> Digest.Gap.Part {
    Digest.Gap.Part(
      role: Digest.Gap.Part.Role.allCases.randomElement(using: &self) ?? .body, label: maybeText(),
      text: maybeText(),
      parts: depth > 0 ? some { $0.part(depth - 1) } : [], details: chance(30) ? blocks(1) : [])
  }

  private mutating func entry(_ depth: Int) -> Digest.Entry {
    switch Int.random(in: 0..<9, using: &self) {
    case 0 where depth > 0:
      return .topic(
        Digest.Topic(enumerator: maybePlain(), label: text(), children: some { $0.entry(depth - 1) }))
    case 1:
      return .placeholder(text())
    case 2:
      return .highlights(
        Digest.HighlightTable(
          columns: some(
            { random in
              .init(
                header: random.text(),
                role: Digest.HighlightTable.Column.Role.allCases.randomElement(using: &random) ?? .text)
            }, upTo: 5),
          rows: some {
            Digest.Highlight(
              rankText: $0.maybePlain(), papers: $0.some { $0.citation() }, name: $0.maybeText(),
              keywords: $0.some { $0.plain() }, cells: $0.some { $0.text() })
          }))
    case 3:
      return .contribution(
        Digest.Contribution(
          papers: some { $0.citation() }, technique: maybeText(), remarkLabel: maybeText(),
          remark: maybeText(), opinionLabel: maybeText(), opinion: maybeText(),
          kindTag: maybeText(), details: blocks(1)))
    case 4: return .gap(Digest.Gap(title: maybeText(), parts: some { $0.part(2) }))
    case 5:
      return .idea(
        Digest.Idea(
          marker: maybePlain(), label: maybeText(), title: text(), tags: some { $0.plain() },
          fields: some {
            Digest.Idea.Field(
              role: Digest.Idea.Field.Role.allCases.randomElement(using: &$0) ?? .other,
              label: $0.maybeText(),
              content: $0.blocks(2))
          }))
    case 6:
      return .reading(
        Digest.ReadingItem(
          enumerator: maybePlain(), papers: some { $0.citation() }, name: maybeText(), reason: maybeText(),
          details: blocks(1)))
    case 7:
      return .paper(
        Digest.PaperMention(
          papers: some { $0.citation() }, name: maybeText(), summary: maybeText(), note: maybeText(),
          isDuplicate: chance(30), details: blocks(1)))
    default: return .block(block(3))
    }
  }

  private mutating func record() -> Paper.Record {
    Paper.Record.given(
      title: maybeText(),
      authors: some {
        $0.chance(30)
          ? ContributorName.literal($0.plain())
          : .person(PersonName(family: $0.plain(), given: $0.maybePlain()))
      },
      abstract: maybeText(),
      date: chance(50)
        ? ["2024", "2024-09", "2024-09-13", "2024-13", "soon", ""].randomElement(using: &self) : nil,
      tags: some { $0.plain() }, url: chance(50) ? address() : nil, doi: maybePlain(), venue: maybePlain(),
      extra: some { ExtraField(key: $0.plain(), value: .string($0.plain())) })
  }

  mutating func digest() -> Digest {
    var digest = Digest(
      metadata: Digest.Metadata(
        title: maybeText(),
        language: ["vi", "en-GB", "", "not a tag", nil].randomElement(using: &self) ?? nil,
        period: chance(50) ? YearMonth(year: 2024, month: 9) : nil,
        source: chance(50) ? Digest.Source(name: plain(), sha256: "0") : nil, preamble: blocks(2),
        extra: some { ExtraField(key: $0.plain(), value: .sequence([.string($0.plain()), .null])) }),
      sections: some(
        {
          Digest.Section(
            kind: Digest.Section.Kind.allCases.randomElement(using: &$0) ?? .other,
            enumerator: $0.maybePlain(),
            heading: $0.text(), entries: $0.some({ $0.entry(3) }, upTo: 6))
        }, upTo: 5),
      papers: some { Paper(id: $0.citation().id, record: $0.record()) })
    // A digest that was not normalised has no index; its papers still get references.
    if chance(90) { digest.normalise() } else { digest.papers = [] }
    return digest
  }
}

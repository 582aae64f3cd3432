import DigestImporters
import DigestModel

/// Makes digests of every part with texts made to hurt; the same seed makes the same digest.
package struct HostileDigestGenerator {
  private var state: UInt64
  /// Whether most texts get words that are in no other text: `zq17q`.
  private let marksWords: Bool
  private var markCount = 0

  package init(seed: UInt64, marksWords: Bool = false) {
    state = seed
    self.marksWords = marksWords
  }

  /// SplitMix64.
  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  private mutating func below(_ count: Int) -> Int { Int(next() % UInt64(count)) }
  private mutating func chance(_ percent: Int) -> Bool { below(100) < percent }
  private mutating func pick<Element>(_ items: [Element]) -> Element { items[below(items.count)] }
  private mutating func some<Value>(_ value: (inout Self) -> Value) -> Value? {
    chance(50) ? value(&self) : nil
  }
  private mutating func many<Value>(_ most: Int, _ value: (inout Self) -> Value) -> [Value] {
    (0..<below(most + 1)).map { _ in value(&self) }
  }

  // MARK: - Texts

  package static let pieces = [
    "", " ", "\n", "word", "A & B", "# no comment", " #", ": ", ":", "- item", "yes", "No", "null", "~", "on",
    "2409.10000",
    "0704.0001", "1e3", "0x1F", "0o17", "010", "1_000", "12:30", "2024-09-13", ".inf", "=", "<<", "&a", "*a",
    "!tag", "|",
    ">", "%", "@", "`code`", "`2409.10000v2`", "**bold**", "_it_", "[a](https://example.org/x)", "$x^2$",
    "\\", "\"", "'",
    "{", "}", "[", "]", ",", "?", "\t", "\r", "\r\n", "\u{0}", "\u{1}", "\u{7F}", "\u{85}", "\u{A0}",
    "\u{2028}",
    "\u{2029}", "\u{FEFF}", "\u{FFFE}", "\u{FFFF}", "é", "e\u{301}", "ế", "😀", "👩‍👩‍👧", "مرحبا", "\u{202E}", "…",
    "A*N^-α, B*D^-β", "S* với", "ToolChain*", "a\u{323}\u{302}", "Å", "ﬁ",
    String(decoding: [0xEF, 0xB7, 0x90] as [UInt8], as: UTF8.self),
    String(decoding: [0xF0, 0x9F, 0xBF, 0xBE] as [UInt8], as: UTF8.self), "\u{9F}",
    "שלום", "~~x~~", "<b>", "&amp;",
    "---", "...",
    "---\n", "\n...\n", "  lead", "trail  ", "a\n\n\n\n\nb", "arXiv:2409.00001v3",
    "10.48550/arXiv.2409.00002",
    "A long run of words that goes on beyond the width of a line so that it is written as a literal block",
  ]

  package mutating func words() -> String {
    var text = ""
    for _ in 0...below(5) {
      if marksWords, chance(30) { text += marked() }
      text += pick(Self.pieces) + (chance(50) ? " " : "")
    }
    return text
  }

  /// 64 hexadecimal digits; some look like a number.
  private mutating func checksum() -> String {
    let digits = pick(["0123456789", "0123456789abcdef", "ABCDEF0123456789"])
    var text = (0..<64).map { _ in String(pick(Array(digits))) }.joined()
    if chance(30) { text = "1e" + String(repeating: "0", count: 62) }
    return text
  }

  private mutating func mark() -> String {
    markCount += 1
    return "zq\(markCount)q"
  }

  /// Words of their own, plain or in every kind of markup.
  private mutating func marked() -> String {
    switch below(10) {
    case 0: " **\(mark())** "
    case 1: " *a **\(mark())*** "
    case 2: " `\(mark())` "
    case 3: " [\(mark()) x](https://example.org/\(mark()) \"\(mark())\") "
    case 4: " ![\(mark()) *y*](p/\(mark()).png \"\(mark())\") "
    case 5: " $\(mark())_1$ "
    case 6: " \\$\(mark()) \\* \\` "
    default: " \(mark()) "
    }
  }

  private mutating func text() -> RichText { RichText(markdown: words()) }

  private mutating func citation() -> Citation {
    let id = pick([
      "2409.10000", "2409.10000v2", "arXiv:0704.0001", "cs/0501001", "https://arxiv.org/abs/2506.17298v2",
      "10.1000/182", "https://example.org/p", "2401.00010", "math.GT/0309136v1",
    ])
    return PaperID(id).map { Citation($0, written: chance(5) ? "odd" : id) } ?? citation()
  }

  private mutating func data(_ depth: Int = 0) -> DataValue {
    switch below(depth < 3 ? 7 : 5) {
    case 0: return .null
    case 1: return .bool(chance(50))
    case 2: return .number(pick(["0", "-1", "1.50", "1e3", "2409.10000", "1.5E+10", "12345678901234567890"]))
    case 3, 4: return .string(words())
    case 5: return .sequence(many(3) { $0.data(depth + 1) })
    default: return .mapping(fields(depth + 1))
    }
  }

  private mutating func fields(_ depth: Int = 0) -> [ExtraField] {
    var fields: [ExtraField] = []
    for field in many(3, { ExtraField(key: $0.words(), value: $0.data(depth)) })
    where !fields.contains(where: { $0.key.unicodeScalars.elementsEqual(field.key.unicodeScalars) }) {
      fields.append(field)
    }
    return fields
  }

  // MARK: - Parts

  private mutating func block(_ depth: Int = 0) -> Digest.Block {
    switch below(depth < 3 ? 7 : 4) {
    case 0: return .paragraph(text())
    case 1: return .heading(Digest.Heading(level: 1 + below(6), text: text()))
    case 2: return .code(Digest.CodeBlock(info: pick(["", "swift"]), text: words() + "\n"))
    case 3: return .thematicBreak(.none)
    case 4:
      return .table(
        Digest.Table(
          header: many(3) { $0.text() },
          rows: many(3) { g in Digest.Table.Row(cells: g.many(3) { $0.text() }) }))
    case 5: return .quote(Digest.Quote(blocks: many(3) { $0.block(depth + 1) }))
    default:
      let items = many(3) { g in
        Digest.List.Item(enumerator: g.some { $0.words() }, blocks: g.many(3) { $0.block(depth + 1) })
      }
      return .list(Digest.List(isOrdered: chance(50), items: items))
    }
  }

  private mutating func blocks() -> [Digest.Block] { chance(50) ? [] : many(3) { $0.block() } }
  private mutating func papers() -> [Citation] { [citation()] + many(2) { $0.citation() } }

  private mutating func gapPart(_ depth: Int = 0) -> Digest.Gap.Part {
    Digest.Gap.Part(
      role: pick(Digest.Gap.Part.Role.allCases), label: some { $0.text() }, text: some { $0.text() },
      parts: depth < 3 ? many(2) { $0.gapPart(depth + 1) } : [], details: blocks())
  }

  private mutating func entry(_ depth: Int = 0) -> Digest.Entry {
    switch below(depth < 4 ? 9 : 8) {
    case 0: return .placeholder(text())
    case 1: return .block(block())
    case 2:
      let rows = many(3) { g in
        Digest.Highlight(
          rankText: g.some { $0.words() }, papers: g.many(2) { $0.citation() }, name: g.some { $0.text() },
          keywords: g.many(3) { $0.words() }, cells: g.many(3) { $0.text() })
      }
      let columns = many(4) {
        Digest.HighlightTable.Column(
          header: $0.text(), role: $0.pick(Digest.HighlightTable.Column.Role.allCases))
      }
      return .highlights(Digest.HighlightTable(columns: columns, rows: rows))
    case 3:
      return .contribution(
        Digest.Contribution(
          papers: many(2) { $0.citation() }, technique: some { $0.text() }, remarkLabel: some { $0.text() },
          remark: some { $0.text() }, opinionLabel: some { $0.text() }, opinion: some { $0.text() },
          kindTag: some { $0.text() }, details: blocks()))
    case 4: return .gap(Digest.Gap(title: some { $0.text() }, parts: many(3) { $0.gapPart() }))
    case 5:
      let fields = many(3) {
        Digest.Idea.Field(
          role: $0.pick(Digest.Idea.Field.Role.allCases), label: $0.some { $0.text() }, content: $0.blocks())
      }
      return .idea(
        Digest.Idea(
          marker: some { $0.words() }, label: some { $0.text() }, title: text(), tags: many(3) { $0.words() },
          fields: fields))
    case 6:
      return .reading(
        Digest.ReadingItem(
          enumerator: some { $0.words() }, papers: many(3) { $0.citation() }, name: some { $0.text() },
          reason: some { $0.text() }, details: blocks()))
    case 7:
      return .paper(
        Digest.PaperMention(
          papers: papers(), name: some { $0.text() }, summary: some { $0.text() }, note: some { $0.text() },
          isDuplicate: chance(30), details: blocks()))
    default:
      return .topic(
        Digest.Topic(
          enumerator: some { $0.words() }, label: text(), children: many(4) { $0.entry(depth + 1) }))
    }
  }

  private mutating func name() -> ContributorName {
    if chance(30) { return .literal(words()) }
    return .person(
      PersonName(
        family: words(), given: some { $0.words() }, droppingParticle: rarely { $0.words() },
        nonDroppingParticle: rarely { $0.words() }, suffix: rarely { $0.words() }))
  }

  private mutating func rarely<Value>(_ value: (inout Self) -> Value) -> Value? {
    chance(20) ? value(&self) : nil
  }

  private mutating func paper() -> Paper {
    var record = Paper.Record.given(
      title: some { $0.text() }, authors: many(3) { $0.name() },
      abstract: some { $0.text() }, tags: many(3) { $0.words() },
      url: some { "https://x.org/" + $0.words() }, doi: some { $0.words() }, venue: some { $0.words() },
      extra: fields())
    record.hasMoreAuthors = chance(20)
    record.citationKey = rarely { $0.words() }
    record.type = rarely { $0.pick(Self.types) } ?? nil
    record.shortTitle = rarely { $0.text() }
    record.originalTitle = rarely { $0.text() }
    for role in ContributorRole.allCases where role != .author && chance(10) {
      record[role] = ContributorGroup(role: role, names: many(2) { $0.name() }, hasMore: chance(20))
    }
    for detail in Paper.Detail.allCases where detail != .container && chance(10) {
      record.details[detail] = words()
    }
    if chance(20), let id = PaperID(scheme: "mag", value: words()) { record.identifiers.append(id) }
    record.categories = chance(20) ? many(2) { $0.words() } : []
    if chance(30) {
      record.links.append(Paper.Link(pick(Paper.Link.Kind.allCases), "https://x.org/" + words()))
    }
    record.names = chance(20) ? many(2) { $0.words() } : []
    record.topics = chance(20) ? [many(2) { $0.words() }] : []
    record.date = some { $0.pick(Self.dates) } ?? nil
    note(&record)
    let id = citation().id
    return Paper(id: id.withoutVersion, record: record, version: id.version)
  }

  /// Notes parts as if they were from a catalogue. Nothing else depends on what is drawn here.
  private func note(_ record: inout Paper.Record) {
    var draw = self
    for source in ["kites.jsonl", "my \"list\": *a*.bib"] where draw.chance(15) {
      record.note(Paper.Record.Part.completed.filter { _ in draw.chance(20) }, from: source)
    }
  }

  private static let types: [PublicationType?] = [
    "article-journal", "book", "chapter", "thesis", "report", "song",
  ]
  .map { PublicationType(rawValue: $0) }
  private static let dates = ["2024", "2024-09-13", "2024-21", "2024-01/2024-03", "2024~"].map {
    EDTFDate(edtf: $0)
  }

  package mutating func digest() -> Digest {
    var digest = Digest(
      metadata: Digest.Metadata(
        title: some { $0.text() }, language: some { $0.words() },
        period: some { _ in YearMonth("2024-09") } ?? nil,
        source: some { Digest.Source(name: $0.words(), sha256: $0.checksum()) }, preamble: blocks(),
        extra: fields())
    )
    digest.sections = many(5) { g in
      Digest.Section(
        kind: g.pick(Digest.Section.Kind.allCases), enumerator: g.some { $0.words() }, heading: g.text(),
        entries: g.many(5) { $0.entry() })
    }
    for paper in many(5, { $0.paper() }) where !digest.papers.contains(where: { $0.id == paper.id }) {
      digest.papers.append(paper)
    }
    digest.normalise()
    return digest
  }
}

extension HostileDigestGenerator {
  /// Three digests, to be collected.
  package static func digests(seed: Int, marksWords: Bool = false) -> [Digest] {
    (0..<3).map { number in
      var generator = HostileDigestGenerator(seed: UInt64(seed * 3 + number), marksWords: marksWords)
      return generator.digest()
    }
  }
}

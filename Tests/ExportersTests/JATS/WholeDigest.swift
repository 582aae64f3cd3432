import DigestModel
import DigestSyntax
import DigestTestSupport

/// A digest with every kind of node the model has, each text different from every other.
enum WholeDigest {
  static func text(_ text: String) -> RichText { RichText(plain: text) }

  static func cite(_ id: String) -> Citation {
    guard let paper = PaperID(id) else { preconditionFailure("\(id) is no paper id") }
    return Citation(paper, written: id)
  }

  static func rich(_ inlines: [Inline]) -> RichText {
    // The Markdown is not looked at by an exporter; it only has to tell texts apart.
    RichText(markdown: "\(inlines)", inlines: inlines, anchor: .none)
  }

  static let blocks: [Digest.Block] = [
    .paragraph(
      rich([
        .text("Prose with "), .emphasis([.text("stress, "), .strong([.text("more stress")])]), .text(" and "),
        .code("x < y && 2409.02813"), .text(", "),
        .link([.text("a link")], destination: "https://example.org/?a=1&b=2", title: "its title"),
        .text(", "),
        .image(description: [.text("a picture")], source: "pictures/one.png"), .text(", "),
        .math("a_1 < b", isDisplay: false), .math("\\sum_i c_i", isDisplay: true), .text(" from "),
        .citation(cite("cs/0501001")), .lineBreak, .text("on a second line"),
      ])),
    .list(
      Digest.List(
        isOrdered: true,
        items: [
          Digest.List.Item(
            enumerator: "3.",
            blocks: [
              .paragraph(text("third step")),
              .list(
                Digest.List(
                  isOrdered: false, items: [Digest.List.Item(blocks: [.paragraph(text("inner point"))])])),
              .code(Digest.CodeBlock(info: "swift", text: "let a = [1] // ]]>\n")),
              .heading(Digest.Heading(level: 4, text: text("heading in a list"))),
            ]),
          Digest.List.Item(enumerator: "b)", blocks: []),
          Digest.List.Item(blocks: []),
        ])),
    .quote(
      Digest.Quote(blocks: [
        .paragraph(text("quoted words")), .heading(Digest.Heading(level: 2, text: text("quoted head"))),
      ])),
    .code(Digest.CodeBlock(text: "plain code 2409.10000\n  indented\n")),
    .table(
      Digest.Table(
        header: [text("left head"), text("right head")],
        rows: [
          Digest.Table.Row(cells: [text("short row")]),
          Digest.Table.Row(cells: [
            rich([.text("cell"), .lineBreak, .text("two lines")]), text("cell b"), text("long row"),
          ]),
        ])),
    .thematicBreak(.none),
  ]

  static let topics: [Digest.Entry] = [
    .topic(
      Digest.Topic(
        enumerator: "I.", label: text("Models"),
        children: [
          .paper(
            Digest.PaperMention(
              papers: [cite("2409.10000"), cite("arXiv:2409.01320v2")], name: text("NEO"),
              summary: text("many < few"),
              note: text("(Note: Survey)"), details: [.paragraph(text("detail below"))])),
          .topic(
            Digest.Topic(enumerator: "A.", label: text("Nested"), children: [.placeholder(text("(Empty)"))])),
          .block(.paragraph(text("a block in the tree"))),
          .paper(
            Digest.PaperMention(
              papers: [cite("2409.03512")], note: text("(Duplicate of I.A)"), isDuplicate: true)),
        ])),
    .topic(Digest.Topic(label: text("Leaf"))),
    .paper(Digest.PaperMention(papers: [cite("2409.10000")], summary: text("at the top"))),
  ]

  static let highlights = Digest.HighlightTable(
    columns: [
      .init(header: text("No."), role: .rank), .init(header: text("Paper"), role: .papers),
      .init(header: text("Words"), role: .keywords), .init(header: text("Why"), role: .text),
    ],
    rows: [
      Digest.Highlight(
        rankText: "1", papers: [cite("2409.10000")], name: text("NEO net"), keywords: ["fast", "tiny model"],
        cells: [text("it is first")]),
      Digest.Highlight(
        rankText: "2", papers: [cite("10.1000/182"), cite("2409.18964")], cells: [text("tie"), text("extra")]),
      Digest.Highlight(papers: []),
    ])

  static let gaps: [Digest.Entry] = [
    .gap(
      Digest.Gap(
        title: rich([.text("Gap about "), .citation(cite("2409.15127"))]),
        parts: [
          Digest.Gap.Part(role: .body, text: text("what is known")),
          Digest.Gap.Part(role: .opportunity, label: text("Opportunity"), text: text("what to do")),
          Digest.Gap.Part(
            role: .point, label: text("Point one"),
            parts: [
              Digest.Gap.Part(role: .gap, label: text("Gaps"), text: text("missing")),
              Digest.Gap.Part(
                role: .point, text: text("inner point of a gap"), details: [.paragraph(text("gap detail"))]),
            ]),
          Digest.Gap.Part(role: .point, text: text("point two")),
        ])),
    .gap(Digest.Gap(parts: [Digest.Gap.Part(role: .body, text: text("gap without title"))])),
    .block(.paragraph(text("prose after the gaps"))),
    .block(.heading(Digest.Heading(level: 3, text: text("A heading")))),
    .block(.paragraph(text("below the heading"))),
    .block(.heading(Digest.Heading(level: 4, text: text("A deeper heading")))),
    .gap(Digest.Gap(title: text("Gap below a heading"))),
    .block(.heading(Digest.Heading(level: 3, text: text("A second heading")))),
  ]

  static let ideas: [Digest.Entry] = [
    .idea(
      Digest.Idea(
        marker: "✨", label: text("Idea 2"), title: text("Grand plan (Moon-shot)"), tags: ["Moon-shot"],
        fields: [
          Digest.Idea.Field(role: .other, label: nil, content: [.paragraph(text("opening prose"))]),
          Digest.Idea.Field(
            role: .motivation, label: text("Motivation"), content: [.paragraph(text("because"))]),
          Digest.Idea.Field(
            role: .dataAndMetrics, label: text("Dataset + Metrics"),
            content: [
              .list(
                Digest.List(
                  isOrdered: true,
                  items: [
                    Digest.List.Item(enumerator: "1.", blocks: [.paragraph(text("collect"))]),
                    Digest.List.Item(enumerator: "2.", blocks: [.paragraph(text("measure"))]),
                  ]))
            ]),
          Digest.Idea.Field(role: .other, label: nil, content: [.paragraph(text("closing prose"))]),
        ]))
  ]

  static let digest: Digest = {
    var digest = Digest(
      metadata: Digest.Metadata(
        title: rich([.text("A "), .strong([.text("whole")]), .text(" digest")]), language: "vi",
        period: YearMonth(year: 2024, month: 9),
        source: Digest.Source(name: "whole.md", sha256: String(repeating: "0", count: 64)),
        preamble: [
          .paragraph(text("Words before all sections")),
          .heading(Digest.Heading(level: 1, text: text("Output"))),
        ],
        extra: [
          ExtraField(key: "tool", value: .string("by hand")),
          ExtraField(
            key: "run",
            value: .mapping([
              ExtraField(key: "steps", value: .sequence([.number("1.0"), .bool(true), .null]))
            ])),
        ]),
      sections: [
        Digest.Section(kind: .topicTree, enumerator: "1.", heading: text("TOPIC_TREE"), entries: topics),
        Digest.Section(
          kind: .highlights, enumerator: "2.", heading: text("SOTA"), entries: [.highlights(highlights)]),
        Digest.Section(
          kind: .contributions, heading: text("NOVEL"),
          entries: [
            .contribution(
              Digest.Contribution(
                papers: [cite("2409.10000")], technique: rich([.code("A*N^-α"), .text(" scaling")]),
                remarkLabel: text("Suy nghĩ"), remark: text("đáng thử"), kindTag: text("Đóng góp dữ liệu"),
                details: [.paragraph(text("contribution detail"))])),
            .contribution(Digest.Contribution(papers: [], remark: text("remark alone"))),
          ]),
        Digest.Section(kind: .gaps, heading: text("GAPS"), entries: gaps),
        Digest.Section(kind: .ideas, heading: text("IDEAS"), entries: ideas),
        Digest.Section(
          kind: .readingList, heading: text("READING"),
          entries: [
            .reading(
              Digest.ReadingItem(
                enumerator: "1.", papers: [cite("2409.10000"), cite("2409.02813")],
                name: text("NEO & MMMU-Pro"),
                reason: text("read it"), details: [.paragraph(text("reading detail"))])),
            .reading(Digest.ReadingItem(papers: [cite("2408.17253")])),
          ]),
        Digest.Section(kind: .reflection, heading: text(""), entries: blocks.map { .block($0) }),
        Digest.Section(kind: .other, heading: text("EMPTY"), entries: []),
      ],
      papers: [
        Paper(
          id: cite("2409.00001").id,
          record: Paper.Record.given(
            title: text("A title & more"),
            authors: [
              ContributorName.person(PersonName(family: "Nguyễn", given: "An")),
              ContributorName.literal("OLMo Team"),
            ],
            abstract: text("an abstract"), date: "2024-09-13", tags: ["tag one"],
            url: "https://example.org/p?a&b",
            doi: "10.1000/xyz", venue: "Some Conference",
            extra: [ExtraField(key: "stars", value: .number("1.50"))]))
      ])
    digest.normalise()
    return digest
  }()
}

/// The words of a digest in document order, as a reader should find them.
struct WordCollector: DigestVisitor {
  var words: [String] = []

  mutating func visit(text: RichText) { words += WordCollector.split(WordCollector.text(text.inlines)) }
  mutating func visit(plain: String, at anchor: SourceAnchor) { words += WordCollector.split(plain) }
  mutating func visit(paper: Citation) { words += WordCollector.split(paper.written) }

  private static func text(_ inlines: [Inline]) -> String {
    inlines.map { inline in
      switch inline {
      case .text(let text), .code(let text), .math(let text, _): text
      case .emphasis(let children), .strong(let children), .subscript(let children),
        .superscript(let children), .link(let children, _, _),
        .image(let children, _, _):
        text(children)
      case .citation(let citation): citation.written
      case .lineBreak: "\n"
      }
    }.joined()
  }

  /// Runs of letters and digits, and every other sign that is no white space.
  static func split(_ text: String) -> [String] {
    var words: [String] = []
    var word = ""
    for scalar in text.unicodeScalars {
      // What XML forbids stands as U+FFFD (rule J6); it is not looked for.
      if scalar == "\u{FFFD}" || XMLCharacters.hasForbidden(String(scalar)) { continue }
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        word.unicodeScalars.append(scalar)
        continue
      }
      if !word.isEmpty { words.append(word) }
      word = ""
      if !scalar.properties.isWhitespace { words.append(String(scalar)) }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  /// The first word, with those before it, that `text` does not hold behind the others.
  /// - Parameter bySign: compares sign by sign, for texts whose neighbours can be glued together.
  static func firstMissing(of digest: Digest, in text: String, bySign: Bool = false) -> String? {
    var collector = WordCollector()
    digest.accept(&collector)
    let parts = { (words: [String]) in bySign ? words.flatMap { $0.unicodeScalars.map(String.init) } : words }
    let wanted = parts(collector.words)
    var found = parts(split(text)).makeIterator()
    for (index, word) in wanted.enumerated() {
      var next = found.next()
      while let candidate = next, candidate != word { next = found.next() }
      if next == nil { return wanted[max(0, index - 9)...index].joined(separator: " ") }
    }
    return nil
  }
}

enum JATSText {
  /// The text of an element as a reader shows it; the info string of a code block is an attribute.
  static func words(_ element: XMLElement) -> String {
    var text = element["language"].map { $0 + " " } ?? ""
    for child in element.children {
      switch child {
      case .text(let part): text += part
      case .element(let element): text += words(element)
      }
    }
    return text
  }
}

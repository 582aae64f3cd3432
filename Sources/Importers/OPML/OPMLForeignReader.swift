import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

/// Reads outlines of other programs: topics, with the papers that their links lead to below them. Every word stays where
/// it stands.
struct OPMLForeignReader {
  let file: RecordFile
  private let textForm: OPMLForm
  private let noteForm: OPMLForm
  /// What the outlines say of papers, in the order of their first outline.
  private(set) var papers: [Paper] = []
  private var places: [PaperID: Int] = [:]
  /// Attributes that have no place, each with the text of its outline.
  private(set) var rest: [DataValue] = []
  /// The labels above.
  private var path: [String] = []

  /// - Parameters:
  ///   - outlines: all of the file.
  ///   - saysHTML: whether the file says that its texts are HTML.
  init(_ file: RecordFile, _ outlines: [OPMLOutline], saysHTML: Bool) {
    self.file = file
    textForm = saysHTML ? .html : OPMLForm(of: ["text", "title"], in: outlines)
    noteForm = saysHTML ? .html : OPMLForm(of: Set(Self.notes), in: outlines)
  }

  // MARK: - Trees of topics

  mutating func entries(_ outlines: [OPMLOutline]) -> [Digest.Entry] {
    var entries: [Digest.Entry] = []
    for outline in outlines { entries += self.entries(of: outline) }
    return entries
  }

  mutating func entries(of outline: OPMLOutline) -> [Digest.Entry] {
    let words = words(outline)
    if let paper = OPMLPaper(outline, words) { return [.paper(mention(paper, outline))] }
    keepRest(of: outline, words)
    if !hasText(outline, words) { report(outline) }
    let label = OPMLLabel(words)
    path.append(label.text.plainText)
    defer { path.removeLast() }
    return [
      .topic(
        Digest.Topic(
          enumerator: label.enumerator, label: linked(label.text, outline), children: entries(below: outline),
          anchor: file.anchor(at: outline.range)))
    ]
  }

  /// The notes of an outline, and what is below it.
  mutating func entries(below outline: OPMLOutline) -> [Digest.Entry] {
    notes(outline).map { .block(.paragraph($0)) } + entries(outline.outlines)
  }

  // MARK: - Lists

  /// Outlines as a list.
  mutating func blocks(_ outlines: [OPMLOutline]) -> [Digest.Block] {
    guard let first = outlines.first else { return [] }
    var items: [Digest.List.Item] = []
    for outline in outlines {
      let words = words(outline)
      let label = OPMLLabel(words)
      if let paper = OPMLPaper(outline, words) { note(paper, outline) } else { keepRest(of: outline, words) }
      var blocks: [Digest.Block] = []
      if hasText(outline, words) {
        blocks.append(.paragraph(linked(label.text, outline)))
      } else {
        report(outline)
      }
      blocks += notes(outline).map { .paragraph($0) } + self.blocks(outline.outlines)
      items.append(
        Digest.List.Item(
          enumerator: label.enumerator, blocks: blocks, anchor: file.anchor(at: outline.range)))
    }
    let isOrdered = items.allSatisfy { $0.enumerator != nil }
    return [.list(Digest.List(isOrdered: isOrdered, items: items, anchor: file.anchor(at: first.range)))]
  }

  // MARK: - Text

  /// What an outline shows: its text; where that is blank its title.
  func words(_ outline: OPMLOutline) -> RichText {
    for name in ["text", "title"] {
      guard let attribute = outline[name], !attribute.value.isBlankText else { continue }
      return textForm.read(attribute, file)
    }
    return RichText(plain: "")
  }

  /// Attributes that hold notes.
  private static let notes = ["_note", "note", "description"]

  func notes(_ outline: OPMLOutline) -> [RichText] {
    Self.notes.compactMap { name in
      outline[name].flatMap { $0.value.isBlankText ? nil : noteForm.read($0, file) }
    }
  }

  private func hasText(_ outline: OPMLOutline, _ words: RichText) -> Bool {
    !words.isEmpty || OPMLAddress.first(of: outline) != nil
  }

  /// The text as a link to where the outline leads.
  private func linked(_ text: RichText, _ outline: OPMLOutline) -> RichText {
    guard let address = OPMLAddress.first(of: outline) else { return text }
    if text.isEmpty { return RichText(characters: address.value, anchor: file.anchor(at: address.range)) }
    // A text with a link of its own keeps it.
    guard !text.inlines.contains(where: \.holdsLink), !address.value.utf8.contains(where: { $0.isSpace })
    else {
      return text.plainText.contains(address.value) ? text : text.appending(address.value)
    }
    return text.linked(to: address.value) ?? text.appending(address.value)
  }

  private func report(_ outline: OPMLOutline) {
    file.report(
      Diagnostic(OPMLDiagnostics.noText, "the outline has no text", at: file.location(outline.range)))
  }

  // MARK: - Papers

  private mutating func mention(_ paper: OPMLPaper, _ outline: OPMLOutline) -> Digest.PaperMention {
    note(paper, outline)
    var notes = notes(outline)[...]
    return Digest.PaperMention(
      papers: [paper.citation(file)], name: paper.name, summary: notes.popFirst(),
      details: notes.map { .paragraph($0) } + blocks(outline.outlines), anchor: file.anchor(at: outline.range)
    )
  }

  /// Notes what an outline says of its paper.
  private mutating func note(_ paper: OPMLPaper, _ outline: OPMLOutline) {
    var record = Paper.Record(anchor: file.anchor(at: outline.range))
    record.title = paper.title
    for category in outline["category"]?.value.categories ?? [] {
      if category.count == 1 {
        record.keywords.append(category[0])
      } else if !isPath(category) {
        record.topics.append(category)
      }
    }
    record.extra = extra(of: outline, besides: paper.address)
    guard !record.isEmpty else { return }
    let id = paper.id.withoutVersion
    if let place = places[id] {
      // What the first outline says counts.
      _ = papers[place].record.merge(record)
    } else {
      places[id] = papers.count
      papers.append(Paper(id: id, record: record, version: paper.id.version))
    }
  }

  /// Whether a category says where the outline stands anyway.
  private func isPath(_ category: [String]) -> Bool {
    category.count == path.count && zip(category, path).allSatisfy { $0.lettersOnly == $1.lettersOnly }
  }

  // MARK: - Other attributes

  /// What has a place, or says how programs show an outline.
  private static let known: Set<String> = [
    "text", "_note", "note", "description", "title", "category", "url",
  ]

  private func extra(of outline: OPMLOutline, besides address: String? = nil) -> [ExtraField] {
    var fields: [ExtraField] = []
    let shown = outline["text"].map { !$0.value.isBlankText } ?? false
    for attribute in outline.attributes where !attribute.value.isBlankText {
      switch attribute.name {
      case "title" where shown && attribute.value.trimmed != outline["text"]?.value.trimmed: break
      // The kind of link follows from its address.
      case "type" where attribute.value.lowercased() == "link" && outline["url"] != nil: continue
      case _ where Self.known.contains(attribute.name): continue
      case _ where attribute.value.trimmed == address: continue
      default: break
      }
      fields.append(
        ExtraField(
          key: attribute.written, value: .string(attribute.value), anchor: file.anchor(at: attribute.range)))
    }
    return fields
  }

  /// Keeps attributes of an outline that is not a paper.
  private mutating func keepRest(of outline: OPMLOutline, _ words: RichText) {
    var fields = extra(of: outline, besides: OPMLAddress.first(of: outline)?.value)
    if let category = outline["category"], !category.value.isBlankText {
      fields.append(ExtraField(key: "category", value: .string(category.value)))
    }
    guard !fields.isEmpty else { return }
    let text = ExtraField(key: "text", value: .string(words.plainText))
    rest.append(.mapping([text] + fields))
  }
}

extension String {
  var isBlankText: Bool { utf8.allSatisfy(\.isSpace) }

  /// Letters and digits in lower case.
  var lettersOnly: String { lowercased().filter { $0.isLetter || $0.isNumber } }

  /// Paths and words, with commas between them (OPML 2.0, *category attribute*).
  var categories: [[String]] {
    utf8.split(separator: UInt8(ascii: ",")).compactMap { category in
      let levels = category.split(separator: UInt8(ascii: "/")).map { Substring($0).trimmed }.filter {
        !$0.isEmpty
      }
      return levels.isEmpty ? nil : levels
    }
  }
}

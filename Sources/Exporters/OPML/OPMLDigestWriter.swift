import DigestModel
import DigestSyntax

/// Walks a digest and writes its outlines.
struct OPMLDigestWriter {
  var writer: OPMLOutlineWriter
  var losses = LossLog()
  /// Counts lines that name several papers, and lists: outlines of the same one carry the same number.
  var groupCount = 0
  let digest: Digest
  /// What the outline of the entry that is being written shows already.
  var shown = OPMLShownParts()
  private let papers: [PaperID: OPMLKnownPaper]
  private let aliases: PaperAliases

  init(_ digest: Digest, options: OPMLOptions) { self.init(digest, OPMLOutlineWriter(options: options)) }

  /// - Parameter writer: what was written before.
  init(_ digest: Digest, _ writer: consuming OPMLOutlineWriter) {
    self.digest = digest
    self.writer = writer
    aliases = PaperAliases(digest.papers)
    papers = Dictionary(
      digest.papers.map { ($0.id, OPMLKnownPaper($0)) }, uniquingKeysWith: { first, _ in first })
  }

  mutating func document() -> [UInt8] {
    writer.startDocument()
    writer.startElement("head")
    head()
    writer.end()
    writer.startElement("body")
    let records = records
    if digest.sections.isEmpty, digest.metadata.preamble.isEmpty, records.isEmpty {
      // OPML 2.0: the body has at least one outline.
      writer.write(OPMLOutline(.note, title))
    }
    writeContent(records)
    writer.end()
    return writer.finish()
  }

  /// What stands before the sections, the sections and the records.
  mutating func writeContent(_ records: [Paper]) {
    blocks(digest.metadata.preamble)
    for section in digest.sections { write(section) }
    if !records.isEmpty { write(records) }
  }

  // MARK: - Head

  var title: String {
    if let title = digest.metadata.title, !title.plainText.isBlank { return title.plainText }
    return titleOfUntitled
  }

  /// OPML wants a title.
  var titleOfUntitled: String {
    if let period = digest.metadata.period { return "Digest \(period)" }
    return digest.metadata.source?.name ?? "Digest"
  }

  private mutating func head() {
    let metadata = digest.metadata
    if let title = metadata.title { _ = plain(title) }
    writer.element("title", title)
    // A digest is of a month and carries no other date; a clock would make each run's bytes another (rule M2).
    if let period = metadata.period { writer.element("dateCreated", period.firstInstant) }
    writer.element("docs", "http://opml.org/spec2.opml")
    guard writer.options.profile.hasNamespace else { return loseMetadata() }
    // It could be taken for the one that stands where a digest has none.
    if metadata.title != nil, title == titleOfUntitled { writer.element("digest:title", title) }
    if let language = checked(optional: metadata.language, at: metadata.anchor) {
      writer.element("digest:language", language)
    }
    if let period = metadata.period { writer.element("digest:period", period.description) }
    if let source = metadata.source {
      let name = checked(source.name, at: metadata.anchor)
      if !name.isBlank { writer.element("digest:source", name) }
      if !source.sha256.isBlank {
        writer.element("digest:sha256", checked(source.sha256, at: metadata.anchor))
      }
    }
    if writer.options.textForm == .html { writer.element("digest:text", "html") }
    // OPML 2.0, *Notes*, 7: no element of the head may be repeated, so those of the front matter are in one.
    if metadata.extra.isEmpty { return }
    writer.startElement("digest:metadata")
    for field in metadata.extra {
      for leaf in field.value.leaves(at: "/" + field.key.escapedForPointer) {
        writer.startElement("digest:extra")
        writer.attribute("key", checked(leaf.key, at: field.anchor))
        writer.attribute("type", leaf.type)
        writer.attribute("value", checked(leaf.text, at: field.anchor))
        writer.end()
      }
    }
    writer.end()
  }

  /// What the head of OPML has no element for.
  mutating func loseMetadata() {
    let metadata = digest.metadata
    if metadata.period != nil {
      lose(.period, "a period is written as its first moment", at: metadata.anchor)
    }
    if metadata.language != nil { drop(.language, "the language", at: metadata.anchor) }
    if metadata.source != nil { drop(.source, "the source", at: metadata.anchor) }
    for field in metadata.extra { drop(.extraMetadata, "front matter", at: field.anchor) }
  }

  private mutating func drop(_ part: ModelPart, _ what: String, at anchor: SourceAnchor) {
    losses.record(part, .dropped, "\(what) has no place in a plain outline", at: anchor)
  }

  /// Notes what only an attribute of our namespace would say, where there is none.
  mutating func lose(_ part: ModelPart, _ reason: String, at anchor: SourceAnchor) {
    if !writer.options.profile.hasNamespace { losses.record(part, .degraded, reason, at: anchor) }
  }

  // MARK: - Text

  /// The plain words of a text; its markup and the characters XML forbids are noted as losses.
  mutating func plain(_ text: RichText) -> String {
    losses.recordMarkup(of: text)
    return checked(text.plainText, at: text.anchor)
  }

  mutating func plain(_ text: RichText?) -> String? { text.map { plain($0) } }

  mutating func checked(_ text: String, at anchor: SourceAnchor) -> String {
    if XMLCharacters.hasForbidden(text) {
      losses.record(.characters, .degraded, "a character that XML forbids is written as U+FFFD", at: anchor)
    }
    return text
  }

  mutating func checked(optional text: String?, at anchor: SourceAnchor) -> String? {
    text.map { checked($0, at: anchor) }
  }

  /// What the index of the digest says of a paper.
  func known(_ citation: Citation) -> OPMLKnownPaper? {
    papers[aliases[citation.id] ?? citation.id.withoutVersion]
  }

  // MARK: - Sections

  private mutating func write(_ section: Digest.Section) {
    let heading = plain(section.heading)
    var outline = OPMLOutline(.section, heading, lead: section.enumerator.lead)
    if heading.isBlank, section.enumerator == nil {
      outline.tail = section.kind.traits.title
    }
    outline.attribute("digest:section", section.kind.snakeCased)
    outline.attribute("digest:number", checked(optional: section.enumerator, at: section.anchor))
    lose(
      section.kind.traits.part, "a plain outline does not say what it stands for", at: section.anchor)
    writer.start(outline)
    for entry in section.entries { write(entry) }
    writer.end()
  }

  mutating func write(_ entry: Digest.Entry) {
    switch entry {
    case .topic(let topic):
      var outline = OPMLOutline(.topic, plain(topic.label), lead: topic.enumerator.lead)
      outline.attribute("digest:number", checked(optional: topic.enumerator, at: topic.anchor))
      writer.start(outline)
      for child in topic.children { write(child) }
      writer.end()
    case .paper(let mention): write(mention)
    case .placeholder(let text): writer.write(OPMLOutline(.placeholder, plain(text)))
    case .highlights(let table): write(table)
    case .contribution(let contribution): write(contribution)
    case .gap(let gap):
      writer.start(OPMLOutline(.gap, plain(gap.title) ?? ""))
      for part in gap.parts { write(part) }
      writer.end()
    case .idea(let idea): write(idea)
    case .block(let block): blocks([block])
    default: entry.dispatch(to: &self)
    }
  }
}

/// What outlines about a paper say besides what their own line says. Each outline of the paper says it again, so it is
/// short: the output grows with the input, not with its square.
struct OPMLKnownPaper {
  /// The name by which the digest calls the paper anywhere.
  let name: String?
  /// The paths under which the topic tree lists it, the first ones where there are very many.
  let categories: [String]

  /// In bytes: some dozen topics.
  private static let longestName = 500
  private static let longestCategories = 2000

  init(_ paper: Paper) {
    name = paper.names.first.flatMap { $0.utf8.count <= Self.longestName ? $0 : nil }
    var categories: [String] = []
    var left = Self.longestCategories
    for path in paper.topics {
      left -= path.reduce(0) { $0 + $1.utf8.count + 1 }
      guard left >= 0 else { break }
      categories.append(path.map { "/" + $0.categoryWord }.joined())
    }
    self.categories = categories
  }
}

extension String? {
  /// A number as it is shown before a text.
  var lead: String { map { $0.isEmpty ? "" : $0 + " " } ?? "" }
}

extension String {
  var isBlank: Bool { utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D } }
}

extension YearMonth {
  /// The first moment of the month, RFC 822 with a four-digit year (rule O2): `Sun, 01 Sep 2024 00:00:00 GMT`.
  var firstInstant: String {
    let days = ["Sat", "Sun", "Mon", "Tue", "Wed", "Thu", "Fri"]
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    // Zeller's congruence for the first day; January and February count to the year before.
    let (m, y) = month < 3 ? (month + 12, year - 1) : (month, year)
    let day = (1 + 13 * (m + 1) / 5 + y % 100 + y % 100 / 4 + y / 100 / 4 + 5 * (y / 100)) % 7
    return "\(days[day]), 01 \(months[month - 1]) \(year) 00:00:00 GMT"
  }
}

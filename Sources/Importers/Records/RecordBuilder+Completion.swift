import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

extension RecordBuilder {
  /// What needs several fields.
  mutating func complete() {
    if let key = record.citationKey, ids.contains(where: { $0.value == key || $0.description == key }) {
      record.citationKey = nil
    }
    // A key that our exporters made of the id is not one that a source gave.
    if dialect.isOurFile, let key = record.citationKey, Self.madeKeyPrefixes.contains(where: key.hasPrefix) {
      record.citationKey = nil
    }
    if dialect == .library, let key = record.citationKey, key.contains("/"),
      let id = PaperID(scheme: "dblp", value: key)
    {
      add(id)
      record.citationKey = nil
    }
    if hasMoreAuthors { record.hasMoreAuthors = true }
    completeDate()
    completePages()
    completeNumber()
    completePublisher()
    if let bibTeX { fillGaps(fromBibTeX: bibTeX) }
    completeContainer()
    completeType()
    completeTitle()
    // A list that has no titles calls the papers by their names.
    if record.title == nil, record.names.count == 1, isNamedAlone, dialect != .own {
      record.title = reader.text.title(record.names[0], dialect, at: record.anchor)
      record.names = []
    }
  }

  /// What the keys begin with that are made of ids: given ones never do in our files.
  private static let madeKeyPrefixes =
    ["arxiv_", "doi_", "url_", "id_"]
    + PaperID.Scheme.allCases.compactMap { $0.prefix.map { $0 + "_" } }

  /// A title ends where its source puts a full stop after every title.
  private mutating func completeTitle() {
    guard let title = record.title, var text = writtenTitle else { return }
    let written = text
    if dialect.endsTitles, text.hasSuffix("."), !text.hasSuffix("..") { text.removeLast() }
    if let subtitle, !text.lowercased().contains(subtitle.lowercased()) { text += ": " + subtitle }
    if text != written { record.title = reader.text.title(text, dialect, at: title.anchor) }
  }

  private mutating func completeContainer() {
    // CFF and others say the proceedings as a series or as the event.
    if record.container == nil, record.type == nil || record.type == .conferencePaper {
      if record.type == .conferencePaper, let series = record.details.removeValue(forKey: .series) {
        record.container = series
      } else if let event = record.details[.event] {
        record.container = event
      }
    }
    // `abs/2401.00011` is a volume of no journal: DBLP has it with the journal CoRR, which is arXiv.
    if record.container == nil, let volume = record.details[.volume], volume.hasPrefix("abs/") {
      record.details[.volume] = nil
      if let id = PaperID("arXiv:" + volume.dropFirst("abs/".count)) { add(id) }
    }
    if record.type == .book, let isbn = record.details[.isbn], let id = PaperID(scheme: "isbn", value: isbn) {
      add(id)
    }
  }

  /// `article` is one of a journal in most sources, of any container in Hayagriva, and a preprint in CSL; a server of
  /// preprints publishes no journal articles.
  private mutating func completeType() {
    if let parentType, record.type == nil || record.type == .journalArticle || ambiguousType != nil {
      switch RecordFieldTable.folded(parentType) {
      case "proceedings", "conference": record.type = .conferencePaper
      case "periodical", "journal": record.type = .journalArticle
      case "anthology", "book", "reference": record.type = .chapter
      case "newspaper": record.type = .newspaperArticle
      case "blog", "web": record.type = .blogPost
      default: break
      }
      if record.type != nil { ambiguousType = nil }
    }
    if ambiguousType != nil, record.type == nil {
      let isPublished = record.container != nil || ids.contains { $0.scheme == .doi }
      record.type = isPublished && !dialect.wordsAreOfCSL ? .journalArticle : .preprint
    }
    guard isOnServer, record.container == nil else { return }
    if record.type == nil || record.type == .journalArticle { record.type = .preprint }
  }

  private mutating func completePages() {
    guard record.details[.pages] == nil else { return }
    guard let first = pages.first?.text ?? pages.last?.text else { return }
    let last = pages.last?.text ?? first
    record.details[.pages] = first == last ? first : "\(first)-\(last)"
  }

  /// `number` is an id in CSL-JSON of ours, the issue of a journal, or the number of a report.
  private mutating func completeNumber() {
    guard let candidate = numberCandidate else { return }
    guard let found = writtenText(candidate.node) else { return keep(candidate) }
    if !found.isWhole { keep(candidate) }
    if let id = PaperID(found.text), id.scheme != .url {
      add(id)
    } else if !dialect.wordsAreOfCSL, record.details[.volume] != nil || record.type == .journalArticle,
      record.details[.issue] == nil
    {
      record.details[.issue] = found.text
    } else {
      record.details[.number] = found.text
    }
  }

  /// arXiv publishes whatever is on arXiv: the id says so.
  private mutating func completePublisher() {
    guard let publisher = record.details[.publisher], RecordFieldTable.folded(publisher).hasPrefix("arxiv"),
      ids.contains(where: { $0.scheme == .arxiv })
    else { return }
    record.details[.publisher] = nil
  }

  mutating func setType(_ node: LocatedNode) -> Bool {
    let words: [String]
    if case .sequence(let items) = node.content {
      words = items.compactMap(\.text)
    } else {
      words = node.text.map { [$0] } ?? []
    }
    if words.count == 1, words[0].lowercased() == "article" {
      guard record.type == nil, ambiguousType == nil else { return true }
      ambiguousType = words[0]
      return true
    }
    let types = words.compactMap { reader.vocabulary.type($0) ?? PublicationType(word: $0) }
    guard record.type == nil else {
      // `PhD thesis` beside `thesis` says which kind of thesis.
      let isMore = record.type == .thesis && words.contains { $0.lowercased() != "thesis" }
      return !isMore && !types.isEmpty && types.allSatisfy { $0 == record.type }
    }
    guard let type = types.first else {
      // Formats say which types there are.
      if reader.vocabulary.isOfFormat { fault(node, expected: "a type of publication") }
      return false
    }
    record.type = type
    record.origins[.type] = reader.context.anchor(node)
    return words.count == 1
  }

  mutating func setType(inCSL node: LocatedNode) -> Bool {
    guard let type = node.text.flatMap({ PublicationType(rawValue: $0) }) else { return setType(node) }
    guard record.type == nil else { return record.type == type }
    record.type = type
    record.origins[.type] = reader.context.anchor(node)
    return true
  }

  // MARK: - BibTeX in a field

  private mutating func fillGaps(fromBibTeX text: String) {
    let file = BibTeXReader.read(SourceDocument(name: "bibtex", text: text)).file
    guard let entry = file.entries.first else { return }
    func field(_ name: String) -> String? { entry[name].map { LaTeXDecoder.decode($0.text) } }
    if record.title == nil, let title = entry["title"]?.text {
      record.title = reader.text.title(title, .plain, at: record.anchor)
    }
    fillNames(.author, entry["author"]?.text)
    fillNames(.editor, entry["editor"]?.text)
    fillDate(field("date"), field("year"), field("month"))
    for (name, detail) in Self.bibTeXDetails where record.details[detail] == nil {
      if let text = field(name), !(detail == .container && text.lowercased().hasPrefix("arxiv")) {
        record.details[detail] = text
      }
    }
    if let text = entry["abstract"]?.text, record.abstract == nil {
      record.abstract = reader.text.abstract(text, .plain, at: record.anchor)
    }
    record.citationKey = record.citationKey ?? (entry.key.isEmpty ? nil : entry.key)
    record.type = record.type ?? PublicationType(word: entry.type)
    for name in ["eprint", "doi", "url"] {
      if let id = entry[name].flatMap({ PaperID($0.text) }) { add(id) }
    }
    if record.links.isEmpty, let url = entry["url"]?.text {
      record.links.append(Paper.Link(.landingPage, url))
    }
  }

  private mutating func fillNames(_ role: ContributorRole, _ text: String?) {
    guard record[role].isEmpty, let text else { return }
    let names = NameReader(syntax: .bibTeX) { LaTeXDecoder.decode($0) }.names(in: text)
    record[role] = ContributorGroup(role: role, names: names.names, hasMore: names.hasMore)
  }

  private mutating func fillDate(_ date: String?, _ year: String?, _ month: String?) {
    guard record.date == nil else { return }
    let text =
      date ?? year.map { year in month.map { Int($0) == nil ? "\($0) \(year)" : "\(year)-\($0)" } ?? year }
    record.date = (text.flatMap { DateReader.read($0) } ?? year.flatMap { DateReader.read($0) })?.date
  }

  private static let bibTeXDetails: [(String, Paper.Detail)] = [
    ("journal", .container), ("journaltitle", .container), ("booktitle", .container), ("series", .series),
    ("volume", .volume), ("number", .issue), ("pages", .pages), ("publisher", .publisher),
    ("school", .publisher),
    ("institution", .publisher), ("address", .place), ("location", .place), ("edition", .edition),
    ("isbn", .isbn),
    ("issn", .issn),
  ]
}

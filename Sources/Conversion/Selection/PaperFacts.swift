import DigestModel

/// What an expression can ask of the papers of one digest.
struct PaperFacts {
  private let digest: Digest
  private let program: SelectionProgram
  private let lists: [PaperSet]
  /// The names of each section: its kind and its heading.
  private let sections: [[String]]
  private let index: PaperNumbers
  /// For each paper the sections in which something is said of it; `nil` for the preamble.
  private(set) var places: [[Int?]]
  /// For each paper, which of the texts that are looked for are said of it.
  private var said: [Set<Int>]

  init(_ digest: Digest, _ selection: Selection) {
    self.digest = digest
    program = selection.program
    lists = selection.lists
    sections = digest.sections.map { $0.kind.selectionWords + [$0.heading.plainText.selectionWord] }
    index = PaperNumbers(digest.papers)
    places = digest.papers.map { _ in [] }
    said = digest.papers.map { _ in [] }
    readPlaces()
    readRecords()
  }

  private mutating func readPlaces() {
    var (places, said) = (places, said)
    let texts = program.texts
    PlaceWalk.places(of: digest, texts.isEmpty ? .none : .all) { place in
      let text = texts.isEmpty ? nil : SearchText(place.text)
      let found = text.map { text in texts.indices.filter { text.contains(texts[$0]) } } ?? []
      for id in place.papers {
        guard let number = index[id] else { continue }
        if places[number].last != place.section || places[number].isEmpty {
          places[number].append(place.section)
        }
        said[number].formUnion(found)
      }
    }
    (self.places, self.said) = (places, said)
    for number in self.places.indices where self.places[number].isEmpty { self.places[number] = [nil] }
  }

  /// What records say of papers is said of them, too.
  private mutating func readRecords() {
    guard !program.texts.isEmpty else { return }
    for (number, paper) in digest.papers.enumerated() {
      let record = paper.record
      let texts =
        [record.title, record.shortTitle, record.originalTitle, record.abstract].compactMap { $0?.plainText }
        + paper.names + paper.keywords + record.keywords + paper.topics.joined()
      for text in texts.map(SearchText.init) {
        said[number].formUnion(program.texts.indices.filter { text.contains(program.texts[$0]) })
      }
    }
  }

  // MARK: Answers

  /// Whether a place of a paper is selected.
  func answer(paper number: Int, in section: Int?) -> Bool {
    let paper = digest.papers[number]
    return program.answer { condition in
      Truth(answers(condition, paper, number) ?? isIn(section, condition))
    } == .yes
  }

  /// What the expression says of a section, or of the preamble, whatever the paper.
  func answer(section: Int?) -> Truth {
    program.answer { condition in
      switch condition {
      case .section: Truth(isIn(section, condition))
      case .date(let source, let comparison, let date) where source != .paper:
        digest.metadata.period.map { Truth(comparison.holds(PartialDate($0).order(to: date))) }
          ?? (source == .digest ? .no : .unknown)
      default: .unknown
      }
    }
  }

  private func isIn(_ section: Int?, _ condition: SelectionCondition) -> Bool {
    guard case .section(let name, let contains) = condition, let section else { return false }
    return sections[section].contains { contains ? $0.contains(name) : $0 == name }
  }

  /// - Returns: `nil` for a question about a section.
  private func answers(_ condition: SelectionCondition, _ paper: Paper, _ number: Int) -> Bool? {
    switch condition {
    case .section: nil
    case .text(let field, let value, let contains): paper.values(of: field).holds(value, contains: contains)
    case .id(let id): paper.identities.contains(id)
    case .rank(let comparison, let rank): paper.rank.map { comparison.holds($0 - rank) } ?? false
    case .date(let source, let comparison, let date):
      self.date(of: paper, source).map { comparison.holds($0.order(to: date)) } ?? false
    case .anyText(let text): said[number].contains(text)
    case .named(let kind): places[number].contains { $0.map { digest.sections[$0].kind } == kind }
    case .listed(let file): lists[file].contains(paper)
    }
  }

  private func date(of paper: Paper, _ source: SelectionCondition.DateSource) -> PartialDate? {
    let period = digest.metadata.period.map { PartialDate($0) }
    let own = paper.record.date?.start ?? paper.month.map { PartialDate($0) }
    return switch source {
    case .paper: own
    case .digest: period
    case .digestOrPaper: period ?? own
    }
  }
}

/// Which paper of a digest an id means: by the id that counts, or by another of its record.
struct PaperNumbers {
  private var numbers: [PaperID: Int] = [:]

  init(_ papers: [Paper]) {
    numbers.reserveCapacity(papers.count)
    for (number, paper) in papers.enumerated() {
      for id in paper.identities.dropFirst() { numbers[id] = number }
    }
    for (number, paper) in papers.enumerated() { numbers[paper.id.withoutVersion] = number }
  }

  subscript(id: PaperID) -> Int? { numbers[id.withoutVersion] }
}

extension PartialDate {
  /// Compares as far as both are given: a month is neither before nor after its year.
  func order(to other: PartialDate) -> Int {
    if year != other.year { return year - other.year }
    guard let month, let otherMonth = other.month, month == otherMonth else {
      return month.flatMap { month in other.month.map { month - $0 } } ?? 0
    }
    guard let day, let otherDay = other.day else { return 0 }
    return day - otherDay
  }
}

/// The values of a field of a paper.
private struct FieldValues {
  var texts: [SearchText] = []
  /// Further spellings, which are equal to the field but hold nothing more.
  var spellings: [SearchText] = []
  /// Topics, label by label.
  var paths: [[SearchText]] = []

  func holds(_ value: SearchText, contains: Bool) -> Bool {
    if texts.isEmpty, paths.isEmpty { return !contains && value.isEmpty }
    if contains { return (texts + spellings).contains { $0.contains(value) } }
    return texts.contains(value) || spellings.contains(value) || paths.contains { $0.holds(value) }
  }
}

extension [SearchText] {
  /// Whether labels that follow each other are those of a path, `A > B`.
  fileprivate func holds(_ value: SearchText) -> Bool {
    if contains(value) { return true }
    let labels = value.bytes.split(separator: UInt8(ascii: ">"), omittingEmptySubsequences: false)
      .map { SearchText(String(decoding: $0, as: UTF8.self)) }
    guard labels.count > 1, labels.count <= count else { return false }
    return (0...count - labels.count).contains { self[$0..<$0 + labels.count].elementsEqual(labels) }
  }
}

extension Paper {
  fileprivate func values(of field: SelectionField) -> FieldValues {
    switch field {
    case .id: FieldValues(texts: identities.flatMap { [$0.description, $0.label] }.map(SearchText.init))
    case .name: FieldValues(texts: names.map(SearchText.init))
    case .title:
      FieldValues(
        texts: [record.title, record.shortTitle, record.originalTitle].compactMap { $0?.plainText }
          .map(SearchText.init))
    case .topic:
      FieldValues(
        texts: topics.map { SearchText($0.joined(separator: " > ")) },
        paths: topics.map { $0.map(SearchText.init) })
    case .tag: FieldValues(texts: (keywords + record.keywords).map(SearchText.init))
    case .category:
      FieldValues(
        texts: record.categories.map(SearchText.init),
        spellings: record.categories.compactMap {
          $0.split(separator: ".").first.map { SearchText(String($0)) }
        })
    case .author:
      FieldValues(
        texts: record.authors.map { SearchText($0.displayText) },
        spellings: record.authors.flatMap { [$0.sortText, $0.familyText] }.map(SearchText.init))
    case .venue: FieldValues(texts: [record.container].compactMap(\.self).map(SearchText.init))
    case .type: FieldValues(texts: [record.type?.rawValue].compactMap(\.self).map(SearchText.init))
    case .section, .text, .rank, .date, .period: FieldValues()
    }
  }
}

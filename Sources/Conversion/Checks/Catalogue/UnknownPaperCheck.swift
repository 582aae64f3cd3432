import DigestCatalogue
import DigestDiagnostics
import DigestModel

/// Ids that no paper has, and those of which the catalogue knows nothing.
struct UnknownPaperCheck: CatalogueCheck {
  static let noSuchPaper = DiagnosticID(
    "catalogue/no-such-paper", .warning,
    "No paper has this id. arXiv numbers the papers of a month from 1 on, and the catalogue shows how far: the number is "
      + "above the last one, or the catalogue has nearly all papers of the month and not this one. Or `catalogue fetch` asked "
      + "arXiv for it, which did not know it. Mostly a digit is wrong, or the id was invented.")
  static let unknown = DiagnosticID(
    "catalogue/unknown-papers", .note,
    "The catalogue does not have these papers, and does not know enough of their months to say that they do not exist. "
      + "`catalogue add` or `catalogue fetch` brings papers there.")

  let ids = [Self.noSuchPaper, Self.unknown]

  func findings(in subject: CatalogueSubject) throws(CatalogueError) -> [Diagnostic] {
    var numbering = Numbering(catalogue: subject.catalogue)
    var found: [Diagnostic] = []
    var unknown: [Paper] = []
    for paper in subject.papers where subject.entries[paper.id] == nil && paper.id.scheme != .title {
      if let reason = try numbering.reasonAgainst(paper.id) {
        found.append(
          Diagnostic(
            Self.noSuchPaper, "\(quoted("\(paper.id)")) does not exist: \(reason)",
            at: subject.location(of: paper), help: "mend the id"))
      } else {
        unknown.append(paper)
      }
    }
    return found + note(on: unknown, subject)
  }

  /// How many of the ids are shown.
  private static let mostShown = 5

  private func note(on papers: [Paper], _ subject: CatalogueSubject) -> [Diagnostic] {
    guard let first = papers.first else { return [] }
    let all = subject.papers.count { $0.id.scheme != .title }
    let shown = papers.prefix(Self.mostShown).map {
      Diagnostic.Note("\($0.id)", at: subject.location(of: $0))
    }
    let more = papers.count - shown.count
    return [
      Diagnostic(
        Self.unknown, "\(papers.count) of \(all) paper\(all == 1 ? " is" : "s are") not in the catalogue",
        at: subject.location(of: first),
        notes: shown
          + (more > 0 ? [Diagnostic.Note("and \(more) more", at: subject.location(of: first))] : []))
    ]
  }
}

/// How far arXiv has numbered the papers of each month, as far as a catalogue knows it.
private struct Numbering {
  let catalogue: any PaperCatalogue
  private var months: [YearMonth: CatalogueCoverage?] = [:]

  init(catalogue: any PaperCatalogue) { self.catalogue = catalogue }

  /// Why no paper can have an id.
  /// - Returns: `nil` where one may.
  mutating func reasonAgainst(_ id: PaperID) throws(CatalogueError) -> String? {
    if id.scheme == .arxiv, let denial = try catalogue.denial(of: id) {
      return "arXiv did not know it on \(denial.day)"
    }
    guard let number = NeighbourIDs.number(of: id), let month = id.month else { return nil }
    if number == 0 { return "the first paper of a month has the number 1" }
    if number > Self.highestOfAnyMonth { return "no month has so many papers" }
    guard let coverage = try coverage(of: month), try isWhole(month, coverage) else { return nil }
    if number > coverage.highestNumber {
      guard let margin = Self.margin(coverage), number > coverage.highestNumber + margin else { return nil }
      let digits = id.value.utf8.count - 5
      let highest = String(String(coverage.highestNumber + 100_000).suffix(digits))
      return "the last paper of \(month) is '\(id.value.prefix(5))\(highest)'"
    }
    let isDense = coverage.count * 100 >= coverage.highestNumber * Self.percentOfDense
    return isDense ? "the catalogue has \(coverage.count) of the \(coverage.highestNumber) of \(month)" : nil
  }

  /// The months of 2025 have fewer than 30,000.
  private static let highestOfAnyMonth = 60_000
  /// Some numbers were never given, and a few papers were taken away.
  private static let percentOfDense = 98

  /// Whether a month is over for the catalogue: it has not only single papers of later months.
  private mutating func isWhole(_ month: YearMonth, _ coverage: CatalogueCoverage) throws(CatalogueError)
    -> Bool
  {
    guard coverage.isOver else { return false }
    let isLast = month.month == 12
    guard let next = YearMonth(year: month.year + (isLast ? 1 : 0), month: isLast ? 1 : month.month + 1),
      let later = try self.coverage(of: next)
    else { return false }
    return later.count * 10 >= coverage.count
  }

  private mutating func coverage(of month: YearMonth) throws(CatalogueError) -> CatalogueCoverage? {
    if let known = months[month] { return known }
    let coverage = try catalogue.coverage(of: month)
    months[month] = .some(coverage)
    return coverage
  }

  /// How far above the highest number that is known the last one may be, where the catalogue has a part of the papers, of
  /// some categories for example: farther than one time in a thousand.
  /// - Returns: `nil` where it has too few to say.
  private static func margin(_ coverage: CatalogueCoverage) -> Int? {
    guard coverage.count >= fewestPapers, coverage.highestNumber > 0 else { return nil }
    let missing = 1 - min(1, Double(coverage.count) / Double(coverage.highestNumber))
    var chance = missing
    var margin = 0
    while chance > 0.001, margin < coverage.highestNumber {
      chance *= missing
      margin += 1
    }
    return margin
  }

  private static let fewestPapers = 50
}

import DigestModel

/// Finds the month that a digest is about where it does not say so outright: in the file name, in its title and
/// headings, or in the months of most of its papers. Where these do not decide, there is no guess.
enum PeriodGuess {
  static func period(of digest: Digest, fileName: String) -> YearMonth? {
    if let period = MonthScanner.month(in: fileName) { return period }
    if let title = digest.metadata.title, let period = MonthScanner.month(in: words(of: title.inlines)) {
      return period
    }
    for case .heading(let heading) in digest.metadata.preamble {
      if let period = MonthScanner.month(in: words(of: heading.text.inlines)) { return period }
    }
    for case .paragraph(let text) in digest.metadata.preamble {
      if let period = MonthScanner.month(in: words(of: text.inlines)) { return period }
    }
    return majority(of: digest.papers)
  }

  /// A text without its ids: the DOI of a serial item, `10.1002/(SICI)1097-0258(19980815/30)…`, holds the
  /// month of that item.
  private static func words(of inlines: [Inline]) -> String { withoutIDs(inlines).plainText }

  private static func withoutIDs(_ inlines: [Inline]) -> [Inline] {
    inlines.map { inline in
      switch inline {
      case .citation: .text(" ")
      case .emphasis(let inner): .emphasis(withoutIDs(inner))
      case .strong(let inner): .strong(withoutIDs(inner))
      case .subscript(let inner): .subscript(withoutIDs(inner))
      case .superscript(let inner): .superscript(withoutIDs(inner))
      case .link(let label, let destination, let title) where PaperID(destination)?.scheme == .doi:
        .link(withoutIDs(label), destination: "", title: title)
      default: inline
      }
    }
  }

  /// The month of more than half of the papers, or of twice as many as any other month; one or two papers
  /// decide nothing. Ids of neighbouring months are common in a digest.
  static func majority(of papers: [Paper]) -> YearMonth? {
    var counts: [YearMonth: Int] = [:]
    for paper in papers { if let month = paper.month { counts[month, default: 0] += 1 } }
    let total = counts.values.reduce(0, +)
    // Sorted, since the order of a dictionary differs from run to run.
    let ranked = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    guard let first = ranked.first, first.value >= 3 else { return nil }
    let second = ranked.dropFirst().first?.value ?? 0
    return first.value * 2 > total || first.value >= 2 * second ? first.key : nil
  }
}

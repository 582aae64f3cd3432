import DigestDiagnostics
import DigestModel

/// Statistics as tables of at most 80 columns.
public enum StatisticsText {
  private static let width = 80

  /// All tables.
  /// - Parameter limit: how many of the most named papers, tags and so on are shown.
  public static func text(of statistics: DigestStatistics, limit: Int) -> String {
    var lines = [
      [
        counted(statistics.digests.count, "digest"), counted(statistics.papers, "paper"),
        counted(statistics.topics, "topic"),
        counted(statistics.papersByDigests.dropFirst().reduce(0, +), "paper") + " in several digests",
      ].joined(separator: ", ")
    ]
    lines += [""] + digests(statistics)
    if statistics.papersByDigests.count > 1 { lines += [""] + overlaps(statistics, limit) }
    let papers = statistics.mostNamed.prefix(limit).map { count in
      let id = count.id.map { "\($0)" } ?? ""
      return (count.name.isEmpty ? id : "\(id)  \(count.name)", count.count)
    }
    let lists = [
      ("most named papers", "places", papers),
      ("topics", "papers", Self.rows(statistics.mostUsedTopics, limit)),
      ("tags", "papers", Self.rows(statistics.tags, limit)),
      ("authors", "papers", Self.rows(statistics.authors, limit)),
    ]
    for (heading, unit, rows) in lists where !rows.isEmpty { lines += [""] + table(heading, unit, rows) }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func rows(_ counts: [DigestStatistics.Count], _ limit: Int) -> [(String, Int)] {
    counts.prefix(limit).map { ($0.name, $0.count) }
  }

  private static func digests(_ statistics: DigestStatistics) -> [String] {
    var total = 0
    let rows = statistics.digests.map { digest in
      total += digest.new
      return (digest.label, [digest.papers, digest.new, digest.again, total, digest.topics])
    }
    return table("digest", ["papers", "new", "again", "total", "topics"], rows)
  }

  private static func overlaps(_ statistics: DigestStatistics, _ limit: Int) -> [String] {
    let byDigests = statistics.papersByDigests.enumerated().filter { $0.element > 0 }
      .map { ("in \(counted($0.offset + 1, "digest"))", $0.element) }
    let pairs = statistics.sharing.prefix(limit).map { sharing in
      let names = [sharing.first, sharing.second].map { statistics.digests[$0].label }
      return (names.joined(separator: " and "), sharing.papers)
    }
    return table("overlap", "papers", byDigests) + [""] + table("shared by", "papers", pairs)
  }

  private static func table(_ heading: String, _ unit: String, _ rows: [(String, Int)]) -> [String] {
    table(heading, [unit], rows.map { ($0.0, [$0.1]) })
  }

  /// Words on the left, numbers on the right.
  private static func table(
    _ heading: String, _ columns: [String], _ rows: [(name: String, numbers: [Int])]
  ) -> [String] {
    let widths = columns.indices.map { column in
      rows.reduce(columns[column].count) { max($0, "\($1.numbers[column])".count) }
    }
    let room = width - widths.reduce(0) { $0 + $1 + 2 }
    let names = ([heading] + rows.map(\.name)).map { clipped($0, room) }
    let nameWidth = names.reduce(0) { max($0, $1.terminalWidth) }
    let cells = [columns] + rows.map { $0.numbers.map(String.init) }
    return zip(names, cells).map { name, cells in
      name + blanks(nameWidth - name.terminalWidth)
        + zip(cells, widths).map { "  " + blanks($1 - $0.count) + $0 }.joined()
    }
  }

  private static func blanks(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }

  private static func clipped(_ text: String, _ width: Int) -> String {
    let line = visible(text)
    guard line.terminalWidth > width else { return line }
    var kept = ""
    for character in line {
      if (kept + String(character)).terminalWidth >= width { break }
      kept.append(character)
    }
    return kept + "…"
  }
}

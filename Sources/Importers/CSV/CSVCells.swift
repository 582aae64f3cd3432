import DigestModel
import DigestSyntax
import DigestText

/// What the cells of a table show, where its header does not say enough.
struct CSVCells {
  private static let sampleSize = 50

  private let records: CSVRecords
  private let header: CSVHeader

  init(_ records: CSVRecords, _ header: CSVHeader) {
    self.records = records
    self.header = header
  }

  /// The first cells of a column that are not empty.
  private func sample(_ column: Int) -> [String] {
    var texts: [String] = []
    let first = (header.index ?? -1) + 1
    for index in first..<max(first, records.count) where texts.count < Self.sampleSize {
      let fields = records[index]
      guard column < fields.count else { continue }
      let text = records.text(fields[fields.startIndex + column]).trimmed
      if !text.isEmpty { texts.append(text) }
    }
    return texts
  }

  /// Whether a column holds ids or addresses of papers.
  var namePapers: Bool {
    header.columns.indices.contains { column in
      switch header.columns[column].part {
      case .id, .scheme, .ids, .link(.landingPage), .link(.pdf), .addressOrTitle:
        Self.areIDs(sample(column), countsNumbers: true)
      default: false
      }
    }
  }

  /// Whether at least half of some texts name papers.
  /// - Parameter countsNumbers: whether a number that may once have been an id is one; prices look alike.
  private static func areIDs(_ texts: [String], countsNumbers: Bool = false) -> Bool {
    let count = texts.count { text in
      PaperID(text).map { $0.scheme != .url } == true || countsNumbers && isNumberOfID(text)
    }
    return count > 0 && count * 2 >= texts.count
  }

  private static func isNumberOfID(_ text: String) -> Bool {
    text.utf8.contains { $0.isOne(of: ".,E") } && PaperIDFault(number: text)?.hasLostDigits == true
  }

  /// Whether a column of ids is one of ids of arXiv, some of which a spreadsheet may have taken for numbers.
  func areOfArXiv(_ column: Int) -> Bool {
    let texts = sample(column)
    return texts.contains { PaperID($0)?.scheme == .arxiv || Self.isNumberOfID($0) }
      && texts.allSatisfy { PaperID($0) != nil || PaperIDFault(number: $0) != nil }
  }

  // MARK: - Tables without a header

  /// The header that the cells of a table show.
  /// - Returns: `nil` where no column holds ids.
  static func header(of records: CSVRecords) -> CSVHeader? {
    guard let first = (0..<records.count).first(where: { !records[$0].isEmptyLine }) else { return nil }
    let width = records[first].count
    guard width < 1000 else { return nil }
    let blank = CSVHeader(Array(repeating: "", count: width), at: nil)
    let cells = CSVCells(records, blank)
    var names = Array(repeating: "", count: width)
    let samples = (0..<width).map { cells.sample($0) }
    guard let id = samples.firstIndex(where: { areIDs($0) && $0.allSatisfy { !$0.contains(" ") } }) else {
      return nil
    }
    names[id] = "id"
    func mark(_ name: String, _ isColumn: ([String]) -> Bool) {
      let free = samples.indices.first { names[$0].isEmpty && !samples[$0].isEmpty && isColumn(samples[$0]) }
      if let free { names[free] = name }
    }
    mark("url") { $0.allSatisfy { $0.hasPrefix("http") } }
    mark("year") {
      $0.allSatisfy { $0.utf8.count == 4 && (Int($0).map { (1800...2100).contains($0) } ?? false) }
    }
    mark("date") { $0.allSatisfy { $0.utf8.count <= 30 && DateReader.read($0) != nil } }
    // Of texts the longest is the title; names stand in the others.
    let texts = samples.indices.filter { names[$0].isEmpty && samples[$0].contains { $0.contains(" ") } }
    if let longest = texts.max(by: { length(samples[$0]) < length(samples[$1]) }),
      length(samples[longest]) < 300
    {
      names[longest] = "title"
    }
    return CSVHeader(names, at: nil)
  }

  private static func length(_ texts: [String]) -> Int {
    texts.isEmpty ? 0 : texts.reduce(0) { $0 + $1.utf8.count } / texts.count
  }
}

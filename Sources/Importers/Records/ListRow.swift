import DigestText

/// A row of a table of Markdown that lists keep as text: `|**2024-01-05**|**Kites**|Ann Bee et.al.|[id](url)|null|`.
struct ListRow {
  var date: String?
  var title: String?
  var authors: String?
  var links: [(label: String, url: String)] = []

  /// - Returns: `nil` where the text is not such a row.
  init?(_ text: String) {
    guard text.hasPrefix("- ") ? readLine(text.dropFirst(2)) : readCells(text) else { return nil }
  }

  private mutating func readCells(_ text: String) -> Bool {
    var cells = text.trimmed.split(separator: "|", omittingEmptySubsequences: false).map {
      Self.plain(String($0))
    }
    guard cells.count >= 4, cells.first == "", cells.last == "" else { return false }
    cells = Array(cells.dropFirst().dropLast())
    for cell in cells where !cell.isEmpty && cell != "null" {
      let links = Self.links(in: cell)
      if !links.isEmpty {
        self.links += links
      } else if date == nil, title == nil, cell.utf8.first?.isDigit == true, cell.utf8.count <= 10 {
        date = cell
      } else if title == nil {
        title = cell
      } else if authors == nil {
        authors = cell
      }
    }
    return title != nil
  }

  /// `2024-01-05, **Kites**, Ann Bee et.al., Paper: [url](url), Code: **[url](url)**`
  private mutating func readLine(_ line: Substring) -> Bool {
    let parts = line.split(separator: "**", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let paper = Self.before("Paper:", in: parts[2]) else { return false }
    date = String(parts[0]).trimmed.split(separator: ",").first.map(String.init)
    title = String(parts[1]).trimmed
    authors = paper.split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }.joined(
      separator: ", ")
    links = Self.links(in: String(parts[2]))
    return title?.isEmpty == false && !links.isEmpty
  }

  private static func before(_ word: String, in text: Substring) -> Substring? {
    text.split(separator: word, maxSplits: 1, omittingEmptySubsequences: false).first
  }

  /// Without the asterisks around it.
  private static func plain(_ cell: String) -> String {
    var cell = cell.trimmed
    while cell.utf8.count > 4, cell.hasPrefix("**"), cell.hasSuffix("**") {
      cell = String(cell.dropFirst(2).dropLast(2)).trimmed
    }
    return cell
  }

  /// The links of a cell that holds nothing else.
  private static func links(in cell: String) -> [(label: String, url: String)] {
    var links: [(label: String, url: String)] = []
    var rest = cell[...]
    while let open = rest.firstIndex(of: "["), let close = rest[open...].firstIndex(of: "]") {
      let label = rest[rest.index(after: open)..<close]
      let paren = rest.index(after: close)
      guard paren < rest.endIndex, rest[paren] == "(", let end = rest[paren...].firstIndex(of: ")") else {
        return []
      }
      links.append((plain(String(label)), String(rest[rest.index(after: paren)..<end])))
      rest = rest[rest.index(after: end)...]
    }
    return links
  }
}

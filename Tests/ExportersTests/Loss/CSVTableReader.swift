import DigestDiagnostics
import DigestSyntax

/// A table of ours with its cells by column; a cell that is missing is `nil`.
struct CSVTableReader {
  private(set) var rows: [[String: String]] = []

  init(_ bytes: [UInt8], alwaysText: Set<String> = []) {
    let (records, _) = CSVReader.read(SourceDocument(name: "a.csv", bytes: bytes))
    guard records.count > 0 else { return }
    let header = records[0].map { records.text($0) }
    for index in 1..<max(1, records.count) {
      var row: [String: String] = [:]
      for (name, field) in zip(header, records[index]) {
        let text = records.text(field)
        if !text.isEmpty || alwaysText.contains(name) { row[name] = text }
      }
      rows.append(row)
    }
  }
}

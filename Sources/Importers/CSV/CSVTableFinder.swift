import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

/// Finds the form of a file and its header.
enum CSVTableFinder {
  /// A header stands among the first records that are not empty.
  private static let headerRecords = 20
  /// A longer text is not the name of a column.
  private static let longestName = 60

  /// Whether one of the first lines may be a header. Comments do not count among them.
  static func mayHoldHeader(_ text: ArraySlice<UInt8>) -> Bool {
    var count = 0
    for line in text.split(whereSeparator: \.isNewline) {
      if mayBeHeader(line) { return true }
      if line.first != UInt8(ascii: "#") { count += 1 }
      if count == 2 * headerRecords { break }
    }
    return false
  }

  /// Whether a line has two names of columns or more, whatever separates them. One with a quote may go on in the next.
  private static func mayBeHeader(_ line: ArraySlice<UInt8>) -> Bool {
    if line.contains(UInt8(ascii: "\"")) { return true }
    // An item of a list in Markdown.
    let words = line.drop(while: \.isBlank)
    if let sign = words.first, sign.isOne(of: "*-+"), words.dropFirst().first?.isBlank == true {
      return false
    }
    return CSVForm.delimiters.contains { delimiter in
      let cells = line.split(separator: delimiter)
      return cells.count > 1 && cells.allSatisfy { $0.count <= longestName }
    }
  }

  static func form(of source: SourceDocument) -> CSVForm {
    let name = source.name.lowercased()
    let isTabbed = name.hasSuffix(".tsv") || name.hasSuffix(".tab")
    return CSVSniffer.form(of: source, preferred: isTabbed ? 0x09 : nil) { texts in
      guard texts.allSatisfy({ $0.utf8.count <= longestName }) else { return 0 }
      return CSVHeader(texts, at: 0).knownCount
    }
  }

  /// - Returns: `nil` where no column is one of papers.
  static func header(in records: CSVRecords) -> CSVHeader? {
    var best: CSVHeader?
    var count = 0
    for index in 0..<records.count where !records[index].isEmptyLine {
      count += 1
      if count > headerRecords { break }
      let texts = records[index].map { records.text($0) }
      guard texts.allSatisfy({ $0.utf8.count <= longestName }) else { continue }
      let header = CSVHeader(texts, at: index)
      guard header.knownCount > best?.knownCount ?? 0,
        header.namesPapers || CSVCells(records, header).namePapers
      else { continue }
      best = header
    }
    return best ?? CSVCells.header(of: records)
  }

  /// Why a file is not a table of papers.
  static func refusal(of records: CSVRecords, _ source: SourceDocument) -> Diagnostic {
    let first = (0..<records.count).first { !records[$0].isEmptyLine }
    let fields = first.map { records[$0] } ?? []
    let range = SourceRange(fields.first?.range.lower ?? 0, fields.last?.range.upper ?? 0)
    let names = fields.prefix(4).map { quoted(records.text($0), limit: 20) }
    let more = fields.count > 4 ? " and \(fields.count - 4) more" : ""
    return Diagnostic(
      CSVImporterDiagnostics.noColumnOfPapers,
      "no column names papers, found \(names.joined(separator: ", "))\(more)",
      at: SourceLocation(source, range.prefix(1)),
      help: "a header such as title, authors, year, doi, arxiv or url was looked for")
  }
}

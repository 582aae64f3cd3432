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

import DigestDiagnostics
import DigestImporters
import DigestModel

/// What the column `more` holds: the parts of a record that have no column.
enum RestColumn {
  /// A record of these parts.
  /// - Throws: where the column holds something else.
  static func record(_ json: UnsafeBufferPointer<UInt8>) throws(DiagnosticError) -> Paper.Record {
    if let record = plainRecord(json) { return record }
    return try RecordDecoding.record(SourceDocument(name: "more", bytes: Array(json)))
  }

  /// The record of a text that has nothing but a type and details, as all of arXiv have.
  private static func plainRecord(_ json: UnsafeBufferPointer<UInt8>) -> Paper.Record? {
    var scanner = ColumnScanner(json)
    var record = Paper.Record()
    let isRead = scanner.items("{", "}") { scanner in
      guard let key = scanner.text(), scanner.take(":"), let text = scanner.text() else { return false }
      if let detail = Paper.Detail(rawValue: key) {
        record.details[detail] = text
      } else {
        guard key == "type", let type = PublicationType(rawValue: text) else { return false }
        record.type = type
      }
      return true
    }
    return isRead && scanner.isAtEnd ? record : nil
  }
}

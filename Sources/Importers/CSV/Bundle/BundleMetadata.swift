import DigestDiagnostics
import DigestSyntax
import DigestText

/// The metadata of a bundle: which tables it has, and how they are written (W3C, *Metadata Vocabulary for Tabular Data*).
struct BundleMetadata {
  /// The tables that it names, in its order.
  private(set) var tables: [BundleTable] = []
  /// Where it names each.
  private(set) var places: [BundleTable: SourceRange] = [:]
  /// What stands between two fields.
  private(set) var delimiter: UInt8?
  /// Whether its description says that texts have a guard against spreadsheets.
  private(set) var isForSpreadsheets = false

  /// The namespace stands in the first lines.
  private static let headSize = 1024
  private static let namespace = Array("http://www.w3.org/ns/csvw".utf8)

  /// Whether bytes are metadata of CSV on the Web.
  static func isMetadata(_ bytes: [UInt8]) -> Bool {
    let start = bytes.byteOrderMarkLength
    let head = bytes[start...].prefix(headSize)
    guard head.first(where: { !$0.isSpace }) == UInt8(ascii: "{") else { return false }
    return head.indices.contains { head[$0...].starts(with: namespace) }
  }

  /// - Throws: `DiagnosticError` where the source is not JSON.
  init(_ source: SourceDocument) throws(DiagnosticError) {
    let root = try JSONReader.read(source).root
    if case .scalar(let scalar)? = root["dc:description"]?.content {
      isForSpreadsheets = !scalar.text.ranges(of: "one apostrophe in front").isEmpty
    }
    if case .scalar(let scalar)? = root["dialect"]?["delimiter"]?.content {
      delimiter = scalar.text.utf8.first
    }
    guard case .sequence(let items)? = root["tables"]?.content else { return }
    for item in items {
      guard let node = item["url"], case .scalar(let scalar) = node.content,
        let table = BundleTable.allCases.first(where: { $0.fileName == scalar.text }), !tables.contains(table)
      else { continue }
      tables.append(table)
      places[table] = node.range
    }
  }
}

import DigestExporters
import DigestModel
import DigestText

/// A record as a row of the table `records`, ready to be written.
struct RecordRow: Sendable {
  /// All ids, as the table `identifiers` has them: that of the paper first, each once.
  var keys: [String]
  /// Of the ids that are numbers of a month.
  var months: [YearMonth]
  var paper: String
  var otherIDs: [UInt8]?
  var title: String?
  var authors: [UInt8]?
  var date: String?
  var categories: String?
  var more: [UInt8]?
  var version: Int64?
  var updated: String?
  var isWithdrawn: Bool
  var titleHash: Int64?
  var nameHash: Int64?
  var abstract: String?

  /// By which the source knows the paper.
  var key: String { keys[0] }

  init(_ source: CatalogueRecord) {
    var record = source.record
    paper = PaperKey.text(of: source.id)
    keys = [PaperKey.key(of: source.id)]
    months = [source.id.numberedMonth].compactMap { $0 }
    for id in record.identifiers {
      if let month = id.numberedMonth { months.append(month) }
      let key = PaperKey.key(of: id)
      if !keys.contains(key) { keys.append(key) }
    }
    if !record.identifiers.isEmpty {
      otherIDs = IDColumn.json(of: record.identifiers)
      record.identifiers = []
    }
    if let text = record.title {
      title = text.markdown
      let plain = text.plainText
      let folded = TitleKey.folded(plain)
      titleHash = folded.isEmpty ? nil : TitleKey.hash(folded)
      nameHash = TitleKey.name(ofTitle: plain).map(TitleKey.hash)
      record.title = nil
    }
    let names = record.authors
    if !names.isEmpty {
      authors = AuthorColumn.json(of: names)
      record.authors = []
    }
    date = record.date?.description
    record.date = nil
    if Self.areWords(record.categories) {
      categories = record.categories.joined(separator: " ")
      record.categories = []
    }
    abstract = record.abstract?.markdown
    record.abstract = nil
    more = record.isEmpty ? nil : RecordEncoding.json(of: record)
    version = source.latestVersion.map { Int64($0) }
    updated = source.updated?.description
    isWithdrawn = source.isWithdrawn
  }

  private static func areWords(_ words: [String]) -> Bool {
    !words.isEmpty && words.allSatisfy { !$0.isEmpty && !$0.utf8.contains(where: \.isSpace) }
  }
}

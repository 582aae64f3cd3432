import DigestCatalogue
import DigestModel

@testable import DigestConversion

/// A catalogue in memory.
struct ListedCatalogue: PaperCatalogue {
  private(set) var entries: [CatalogueEntry] = []
  var coverages: [YearMonth: CatalogueCoverage] = [:]
  /// What every question ends in, where there is one.
  var failure: CatalogueError?
  private var byID: [PaperID: Int] = [:]
  private var byTitle: [[UInt8]: [Int]] = [:]
  private var byName: [[UInt8]: [Int]] = [:]

  mutating func add(_ entry: CatalogueEntry) {
    let index = entries.count
    entries.append(entry)
    for id in [entry.id] + entry.record.identifiers { byID[id.withoutVersion] = index }
    guard let title = entry.record.title?.plainText else { return }
    byTitle[PaperName.key(title), default: []].append(index)
    let parts = title.split(separator: ":", maxSplits: 1)
    if parts.count == 2 { byName[PaperName.key(String(parts[0])), default: []].append(index) }
  }

  /// Adds a paper of arXiv.
  mutating func add(
    _ id: String, _ title: String, abstract: String? = nil, authors: [ContributorName] = [],
    _ change: (inout CatalogueEntry) -> Void = { _ in }
  ) {
    guard let id = PaperID(id) else { return }
    var record = Paper.Record(
      title: RichText(plain: title), abstract: abstract.map { RichText(plain: $0) }, categories: ["cs.CL"])
    record.authors = authors
    var entry = CatalogueEntry(id: id, record: record, sources: ["kites.jsonl"])
    change(&entry)
    add(entry)
  }

  func entry(of id: PaperID) throws(CatalogueError) -> CatalogueEntry? {
    if let failure { throw failure }
    return byID[id.withoutVersion].map { entries[$0] }
  }

  func entries(titled title: String) throws(CatalogueError) -> [CatalogueEntry] {
    if let failure { throw failure }
    return (byTitle[PaperName.key(title)] ?? []).map { entries[$0] }
  }

  func entries(named name: String) throws(CatalogueError) -> [CatalogueEntry] {
    if let failure { throw failure }
    return (byName[PaperName.key(name)] ?? []).map { entries[$0] }
  }

  func coverage(of month: YearMonth) throws(CatalogueError) -> CatalogueCoverage? {
    if let failure { throw failure }
    return coverages[month]
  }
}

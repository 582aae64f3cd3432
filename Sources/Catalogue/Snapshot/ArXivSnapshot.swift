import DigestDiagnostics
import DigestImporters
import DigestModel
import DigestSyntax
import DigestText

/// Records of arXiv's snapshot, `arxiv-metadata-oai-snapshot.json`: JSON, one record a line.
///
/// What a catalogue keeps of them: id, title, authors, the date of the first version, number and date of the last one,
/// categories, DOIs, journal, number of the report, comments, abstract, and whether the paper has been withdrawn.
/// What it does not keep: who submitted the paper, its licence, the dates of the versions between, the day of the last
/// change to the record, the authors as one text where they are parsed, and their affiliations.
enum ArXivSnapshot {
  /// What a catalogue calls this source, whatever the file is called: a newer snapshot takes its place.
  static let sourceName = "arxiv-metadata-oai-snapshot.json"
  static let kind = "arXiv snapshot"

  /// Whether the first lines of a text are records of the snapshot: one of them has members that no other program
  /// gives its records together.
  static func isSnapshot(_ beginning: SourceDocument) -> Bool {
    var isFound = false
    RecordLines(beginning).read { members, _ in
      let keys = Set(members.map(\.key))
      if keys.isSuperset(of: ["id", "update_date"]), !keys.isDisjoint(with: ["authors_parsed", "versions"]) {
        isFound = true
      }
    }
    return isFound
  }

  /// Members that are not kept, though some of them are read.
  private static let unread: Set<String> = ["submitter", "license"]
  private static let unkept: Set<String> = ["authors", "authors_parsed", "versions", "update_date"]

  private static func text(_ key: String, of members: [LocatedMember]) -> String? {
    members.first { $0.key == key }?.value.scalarText
  }

  /// Whether the filter takes a line.
  static func fits(_ members: [LocatedMember], _ filter: SnapshotFilter) -> Bool {
    filter.takes(updated: text("update_date", of: members), categories: text("categories", of: members))
  }

  /// The record of a line.
  /// - Returns: `nil` where it names no paper.
  static func record(
    _ members: [LocatedMember], at node: LocatedNode, _ lines: RecordLines, _ filter: SnapshotFilter
  ) -> CatalogueRecord? {
    let read = members.filter { member in
      !unread.contains(member.key) && (filter.takesAbstracts || member.key != "abstract")
    }
    guard let paper = lines.paper(of: read, at: node) else { return nil }
    var record = paper.record
    record.extra.removeAll { unkept.contains($0.key) }
    let version = lastVersion(members)
    let isWithdrawn = Withdrawal.isSaid(
      title: text("title", of: members), comment: text("comments", of: members),
      abstract: text("abstract", of: members))
    return CatalogueRecord(
      id: paper.id, record: record, latestVersion: version.number ?? paper.version,
      updated: version.date ?? record.date?.start, isWithdrawn: isWithdrawn)
  }

  /// Number and day of the last of `versions`.
  private static func lastVersion(_ members: [LocatedMember]) -> (number: Int?, date: PartialDate?) {
    guard let versions = members.first(where: { $0.key == "versions" })?.value,
      case .sequence(let items) = versions.content, let last = items.last
    else { return (nil, nil) }
    let number = last["version"]?.scalarText.flatMap { Int($0.drop { $0 == "v" }) }
    // The first one is the date of the paper, which has been read.
    guard items.count > 1 else { return (number, nil) }
    return (number, last["created"]?.scalarText.flatMap { DateReader.read($0)?.date.start })
  }
}

extension LocatedNode {
  fileprivate var scalarText: String? {
    guard case .scalar(let scalar) = content, scalar.kind == .text else { return nil }
    return scalar.text
  }
}

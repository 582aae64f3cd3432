import DigestModel
import DigestSyntax
import DigestText

/// How like a paper a record of a list is, of which no format says what it lists: tasks, films and events have titles, too.
struct RecordLikeness {
  /// It has an id of papers, an abstract or a venue.
  let isIdentified: Bool
  /// It has that, or authors, categories or a PDF.
  let isProven: Bool
  /// It has a field that no list of papers is known for.
  let isOdd: Bool
  /// It says who does it until when, or whether it is done.
  let isTask: Bool

  /// So many records tell what a list is one of.
  static let sampleSize = 200

  private static let tasks: Set<String> = [
    "done", "completed", "due", "duedate", "dueon", "dueat", "deadline", "assignee", "assignees",
    "assignedto", "todo",
    "isdone", "iscompleted", "completedat", "closedat", "finished", "checked",
  ]

  /// - Parameters:
  ///   - record: what was read.
  ///   - hasUnknown: whether it has a field that no table has.
  init(_ read: ReadRecord, _ members: [LocatedMember], hasUnknown: Bool) {
    let record = read.record
    let abstract = members.contains {
      RecordFieldTable.folded($0.key).hasPrefix("abstract") && !$0.value.isNothing
    }
    isIdentified =
      read.ids.contains { $0.scheme != .url && $0.scheme != .title && $0.scheme != .other } || abstract
      || record.container != nil
    isProven =
      isIdentified || !record.authors.isEmpty || !record.categories.isEmpty || record.citationKey != nil
      || record.type != nil || record.links.contains { $0.kind == .pdf }
    isOdd = hasUnknown
    isTask = members.contains { Self.tasks.contains(RecordFieldTable.folded($0.key)) }
  }
}

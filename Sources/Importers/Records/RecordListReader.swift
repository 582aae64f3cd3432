import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

/// Reads the lists of records of one file.
final class RecordListReader {
  let context: any RecordContext
  let dialect: RecordDialect
  let names: NameReader
  let text = RecordTexts()
  let vocabulary: RecordVocabulary
  var keys: RecordKeys
  /// Whether everything that the file lists is a record, also without a title and an id.
  var namesUntitled = false
  private var collector: RecordCollector
  /// Where keys stand that no record has beside its values: the header of a table.
  var keyPlaces: [String: SourceRange] = [:]
  /// Records that name no paper, as they are.
  private(set) var unreadable: [DataValue] = []
  /// How many records were read, and how many could not be.
  private(set) var counts = (read: 0, unread: 0)
  private var assumptions: NameAssumptions = []
  private var degrees: [String] = []
  private var meant: [String: (name: String, part: RecordPart)?] = [:]
  private var misspelled: [String: (member: LocatedMember, name: String, count: Int)] = [:]
  private var misspelledOrder: [String] = []

  /// - Parameters:
  ///   - dialect: the language of texts, unless the members of a record show another one.
  ///   - vocabulary: what the format says of its fields.
  init(
    _ context: any RecordContext, dialect: RecordDialect = .plain,
    vocabulary: RecordVocabulary = RecordVocabulary()
  ) {
    self.context = context
    self.dialect = dialect
    collector = RecordCollector(tellsKeysApart: dialect == .bibTeX)
    let syntax: NameReader.Syntax = dialect == .bibTeX ? .bibTeX : .written
    names =
      dialect.hasTeXNames
      ? NameReader(syntax: syntax) { LaTeXDecoder.decode($0) } : NameReader(syntax: syntax)
    self.vocabulary = vocabulary
    keys = RecordKeys(vocabulary)
  }

  var papers: [Paper] { collector.papers(context) }

  // MARK: - Reading

  /// - Parameters:
  ///   - members: the record.
  ///   - around: members of the mapping in which it stands alone, which count less.
  ///   - key: by which a mapping of records has it.
  func read(
    _ members: [LocatedMember], around: [LocatedMember] = [], at node: LocatedNode, key: LocatedMember? = nil,
    _ group: RecordGroup
  ) {
    var builder = RecordBuilder(self)
    if let key { builder.add(key: key) }
    builder.add(members)
    if !around.isEmpty { builder.add(around, isAround: true) }
    builder.add(group)
    guard let read = builder.finish(at: node) else { return keepUnread(node, builder.idFault) }
    collector.add(read, context)
    counts.read += 1
  }

  /// A record of a format that has a table of its own.
  func read(_ members: [MeantMember], at node: LocatedNode, _ group: RecordGroup) {
    var builder = RecordBuilder(self)
    builder.add(members)
    builder.add(group)
    guard let read = builder.finish(at: node) else { return keepUnread(node, builder.idFault) }
    collector.add(read, context)
    counts.read += 1
  }

  /// A record that is not joined with others, whatever ids they share.
  /// - Returns: `nil`, and a finding, where it names no paper.
  func paper(of members: [LocatedMember], at node: LocatedNode) -> Paper? {
    var builder = RecordBuilder(self)
    builder.add(members)
    guard let read = builder.finish(at: node) else {
      keepUnread(node, builder.idFault)
      return nil
    }
    return RecordCollector.paper(read)
  }

  /// An id alone.
  func read(_ id: PaperID, at node: LocatedNode, _ group: RecordGroup) {
    var record = Paper.Record(anchor: context.anchor(node))
    if !group.topics.isEmpty { record.topics = [group.topics] }
    collector.add(ReadRecord(ids: [id], record: record, range: node.range), context)
    counts.read += 1
  }

  /// A row of a table, as some lists keep their papers.
  func read(_ row: ListRow, key: LocatedMember, _ group: RecordGroup) {
    var builder = RecordBuilder(self)
    builder.add(key: key)
    builder.add(row, at: key.value)
    builder.add(group)
    guard let read = builder.finish(at: key.value) else { return }
    collector.add(read, context)
    counts.read += 1
  }

  private func keepUnread(_ node: LocatedNode, _ idFault: (fault: PaperIDFault, node: LocatedNode)?) {
    guard let (fault, idNode) = idFault else {
      return keepUnread(node, "record has no id, no title and no link, expected one")
    }
    keepUnread(node, fault.summary, at: idNode.range, help: fault.help)
  }

  func keepUnread(
    _ node: LocatedNode, _ summary: String, _ id: DiagnosticID = RecordDiagnostics.unreadable,
    at range: SourceRange? = nil, help: String? = nil
  ) {
    counts.unread += 1
    unreadable.append(DataValue(node))
    report(id, summary, at: range ?? node.range.prefix(1), help: help)
  }

  /// Keeps what is no record, and is not meant to be one.
  func keep(_ node: LocatedNode) { unreadable.append(DataValue(node)) }

  // MARK: - Findings

  func report(_ id: DiagnosticID, _ summary: String, at range: SourceRange, help: String? = nil) {
    context.report(Diagnostic(id, summary, at: context.location(range), help: help))
  }

  /// Notes what was assumed of names and left out of them, for one finding a file.
  func note(_ list: NameList) {
    assumptions.formUnion(list.assumptions)
    if degrees.count < 1000 { degrees += list.degrees }
  }

  /// The known field of which a name is a misspelling.
  func fieldMeant(by key: String) -> (name: String, part: RecordPart)? {
    if let known = meant[key] { return known }
    let folded = RecordFieldTable.folded(key)
    var found: (name: String, part: RecordPart)?
    if folded.utf8.count >= 4, let name = nearestName(to: folded, in: Self.fieldsToMean),
      abs(name.utf8.count - folded.utf8.count) < 2, let field = RecordFieldTable.field(name)
    {
      found = (name, field.part)
    }
    meant[key] = found
    return found
  }

  private static let fieldsToMean = [
    "title", "authors", "author", "abstract", "summary", "keywords", "journal", "venue", "publisher",
    "booktitle", "year",
    "date",
  ]

  func reportMisspelled(_ member: LocatedMember, _ name: String) {
    if misspelled[member.key] == nil { misspelledOrder.append(member.key) }
    misspelled[member.key, default: (member, name, 0)].count += 1
  }

  /// Findings that are made once a file.
  func finish() {
    for key in misspelledOrder {
      guard let found = misspelled[key] else { continue }
      let count = found.count > 1 ? " in \(found.count) records" : ""
      report(
        RecordDiagnostics.misspelledField, "field \(quoted(key)) is not known\(count)",
        at: keyPlaces[key] ?? found.member.keyRange,
        help: "did you mean \(quoted(found.name))?")
    }
    reportNames()
  }

  private func reportNames() {
    let start = context.start
    let assumed: [(NameAssumptions, String)] = [
      (.familyCharactersFirst, "the first character of Chinese and Korean names is the family name"),
      (.japaneseFamilyLength, "the first two characters of Japanese names are the family name"),
      (.vietnameseOrder, "the last word of Vietnamese names is the family name"),
      (.initialsAfterFamily, "initials at the end are given names"),
      (.alternatingCommas, "commas part family and given names in turn"),
    ]
    for (assumption, clause) in assumed where assumptions.contains(assumption) {
      report(RecordDiagnostics.assumedName, "it was assumed that \(clause)", at: start)
    }
    guard let first = degrees.first else { return }
    let more = degrees.count > 1 ? " and \(degrees.count - 1) more" : ""
    report(
      RecordDiagnostics.droppedDegree, "\(quoted(first))\(more) is not part of a name and was left out",
      at: start)
  }
}

/// The groups that a record stands in.
struct RecordGroup {
  /// Their labels from the top.
  var topics: [String] = []
  /// The year of all papers of a group.
  var year: LocatedMember?

  /// - Parameter label: left out where it is only a date.
  func inside(_ label: String?, year: LocatedMember? = nil) -> RecordGroup {
    var group = self
    if let label = label?.trimmed, !label.isEmpty, DateReader.read(label) == nil {
      group.topics.append(label)
    }
    group.year = year ?? self.year
    return group
  }
}

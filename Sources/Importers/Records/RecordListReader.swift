import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

/// Reads the lists of records of one file.
final class RecordListReader {
  /// What all records of a file have in common.
  struct Form: Sendable {
    /// The language of texts, unless the members of a record show another one.
    var dialect = RecordDialect.plain
    /// What the format says of its fields.
    var vocabulary = RecordVocabulary()
    var namesUntitled = false
  }

  let context: any RecordContext
  private(set) var form: Form
  let names: NameMemory
  let text = RecordTexts()
  var keys: RecordKeys
  private var collector: RecordCollector
  /// Where keys stand that no record has beside its values: the header of a table.
  var keyPlaces: [String: SourceRange] = [:]
  var notes = RecordNotes()
  private var meant: [String: (name: String, part: RecordPart)?] = [:]
  /// Where this one reads only a part of a file.
  private var partFile: RecordFile?
  /// Those of a part, and how many findings there were before each was whole.
  private(set) var records: [(record: ReadRecord?, findings: Int)] = []

  /// - Parameters:
  ///   - dialect: the language of texts, unless the members of a record show another one.
  ///   - vocabulary: what the format says of its fields.
  convenience init(
    _ context: any RecordContext, dialect: RecordDialect = .plain,
    vocabulary: RecordVocabulary = RecordVocabulary()
  ) {
    self.init(context, Form(dialect: dialect, vocabulary: vocabulary), RecordKeys(vocabulary))
  }

  private init(_ context: any RecordContext, _ form: Form, _ keys: RecordKeys) {
    self.context = context
    self.form = form
    self.keys = keys
    collector = RecordCollector()
    let syntax: NameReader.Syntax = form.dialect == .bibTeX ? .bibTeX : .written
    names = NameMemory(
      form.dialect.hasTeXNames
        ? NameReader(syntax: syntax) { LaTeXDecoder.decode($0) } : NameReader(syntax: syntax))
  }

  /// Of a part of a file, whose records are collected with those of the others.
  convenience init(part file: RecordFile, _ form: Form, _ keys: RecordKeys) {
    self.init(file, form, keys)
    partFile = file
  }

  var dialect: RecordDialect { form.dialect }
  var vocabulary: RecordVocabulary { form.vocabulary }
  /// Whether everything that the file lists is a record, also without a title and an id.
  var namesUntitled: Bool {
    get { form.namesUntitled }
    set { form.namesUntitled = newValue }
  }

  /// The papers of all records. To be called once: they are moved out, not copied.
  func takePapers() -> [Paper] { collector.takePapers(context) }
  /// Records that name no paper, as they are.
  var unreadable: [DataValue] { notes.unreadable }
  /// How many records were read, and how many could not be.
  var counts: (read: Int, unread: Int) { notes.counts }

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
    guard let read = builder.finish(at: node.range) else { return keepUnread(node, builder.idFault) }
    if !vocabulary.isOfFormat, notes.counts.read < RecordLikeness.sampleSize {
      notes.note(RecordLikeness(read, members, hasUnknown: builder.hasUnknown))
    }
    add(read)
  }

  /// A record of a format that has a table of its own.
  func read(_ members: [MeantMember], at range: SourceRange, _ group: RecordGroup) {
    var builder = RecordBuilder(self)
    builder.add(members)
    builder.add(group)
    guard let read = builder.finish(at: range) else {
      return keepUnread(LocatedNode(members, range: range), builder.idFault)
    }
    add(read)
  }

  /// A record that is not joined with others, whatever ids they share.
  /// - Returns: `nil`, and a finding, where it names no paper.
  func paper(of members: [LocatedMember], at node: LocatedNode) -> Paper? {
    var builder = RecordBuilder(self)
    builder.add(members)
    guard let read = builder.finish(at: node.range) else {
      keepUnread(node, builder.idFault)
      return nil
    }
    return RecordCollector.paper(read)
  }

  /// An id alone.
  func read(_ id: PaperID, at node: LocatedNode, _ group: RecordGroup) {
    var record = Paper.Record(anchor: context.anchor(node))
    if !group.topics.isEmpty { record.topics = [group.topics] }
    add(ReadRecord(ids: [id], record: record, range: node.range))
  }

  /// A row of a table, as some lists keep their papers.
  func read(_ row: ListRow, key: LocatedMember, _ group: RecordGroup) {
    var builder = RecordBuilder(self)
    builder.add(key: key)
    builder.add(row, at: key.value)
    builder.add(group)
    guard let read = builder.finish(at: key.value.range) else { return }
    add(read)
  }

  private func add(_ read: ReadRecord) {
    notes.counts.read += 1
    if let partFile {
      records.append((read, partFile.diagnostics.count))
    } else {
      collect(read)
    }
  }

  /// Makes room for so many records.
  func reserve(_ count: Int) {
    if partFile == nil { collector.reserve(count) } else { records.reserveCapacity(count) }
  }

  /// Makes a paper of a record, or joins it with one that has its id.
  func collect(_ read: consuming ReadRecord) { collector.add(read, context) }

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
    notes.counts.unread += 1
    notes.unreadable.append(DataValue(node))
    report(id, summary, at: range ?? node.range.prefix(1), help: help)
  }

  /// Keeps what is no record, and is not meant to be one.
  func keep(_ node: LocatedNode) { notes.unreadable.append(DataValue(node)) }

  // MARK: - Findings

  func report(_ id: DiagnosticID, _ summary: String, at range: SourceRange, help: String? = nil) {
    context.report(Diagnostic(id, summary, at: context.location(range), help: help))
  }

  /// Notes what was assumed of names and left out of them, for one finding a file.
  func note(_ list: NameList) { notes.note(list) }

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

  func reportMisspelled(_ member: LocatedMember, _ name: String) { notes.noteMisspelled(member, name) }

  /// Findings that are made once a file.
  func finish() { notes.report(to: context, keyPlaces) }
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

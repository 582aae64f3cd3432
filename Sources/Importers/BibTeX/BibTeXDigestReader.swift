import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

/// Makes a digest of the entries of a file.
struct BibTeXDigestReader {
  private let library: BibTeXLibrary
  private let file: RecordFile
  private let workers: Workers
  private let records: RecordListReader
  private var inheritance: BibTeXInheritance
  private var groups = JabRefGroups()

  init(_ source: SourceDocument, _ file: RecordFile, _ workers: Workers) {
    let (library, findings) = BibTeXLibraryReader.read(source)
    self.library = library
    self.file = file
    self.workers = workers
    records = RecordListReader(file, dialect: .bibTeX)
    records.namesUntitled = true
    inheritance = BibTeXInheritance(library)
    for finding in findings { file.report(finding) }
  }

  mutating func read() throws(DiagnosticError) -> Digest {
    for comment in library.comments { groups.read(library.text(comment)) }
    readKeys()
    readEntries()
    try checkCounts()
    var digest = Digest()
    digest.papers = records.takePapers()
    if !library.preambles.isEmpty {
      digest.metadata.extra.append(
        ExtraField(key: "preamble", value: .string(library.preambles.joined(separator: "\n"))))
    }
    if let sets = entrySets() { digest.metadata.extra.append(sets) }
    if !records.unreadable.isEmpty { digest.metadata.keepUnread(records.unreadable) }
    records.finish()
    return digest
  }

  /// Whether anything but text between records stands in the file.
  var hasRecords: Bool {
    !library.entries.isEmpty || library.hasMacros || !library.comments.isEmpty || !library.preambles.isEmpty
  }

  private func checkCounts() throws(DiagnosticError) {
    guard records.counts.read == 0 else { return }
    if records.counts.unread > 0 {
      throw DiagnosticError(
        BibTeXReadingDiagnostics.nothingRead,
        "no entry names a paper by a title, an id or an address", at: file.location(library.entries[0].type))
    }
    guard hasRecords else {
      guard file.document.bytes[file.start.lower...].contains(where: { !$0.isSpace }) else { return }
      throw DiagnosticError(
        BibTeXReadingDiagnostics.nothingRead, "found no entry, expected '@type{key, …}'",
        at: file.location(file.start))
    }
    file.report(
      Diagnostic(
        BibTeXReadingDiagnostics.noPaper, "the file has no entry of a paper", at: file.location(file.start)))
  }

  /// Keys are known before entries are read: a parent may stand later in the file.
  private mutating func readKeys() {
    inheritance.reserve(library.entries.count)
    for (position, entry) in library.entries.enumerated() where entry.key.count > 0 {
      let key = library.text(entry.key)
      if let first = inheritance.add(key: key, at: position) {
        file.report(
          Diagnostic(
            BibTeXReadingDiagnostics.repeatedKey, "two entries have the key \(quoted(key))",
            at: file.location(entry.key),
            notes: [.init("the first is here", at: file.location(library.entries[first].key))]))
      }
    }
    for (position, entry) in library.entries.enumerated() {
      for field in library.fields[entry.fields] where library.isNamed(field, "ids") {
        for alias in library.text(field).split(separator: ",") {
          inheritance.add(alias: String(alias).trimmed, at: position)
        }
      }
    }
  }

  /// What an entry inherits depends on others; all else of it is read on its own.
  private mutating func readEntries() {
    let inherited = inheritance.inherited()
    let (library, groups) = (library, groups)
    records.readEach(library.entries.count, of: file, with: workers) { records, position in
      let entry = library.entries[position]
      var fields = library.fields[entry.fields].map { BibTeXField($0, in: library) }
      if let more = inherited[position] {
        for finding in more.findings { records.context.report(finding) }
        fields += more.fields
      }
      Self.read(entry, fields, of: library, groups, into: records)
    }
  }

  /// The entries that stand for several: their members are papers as all others are.
  private func entrySets() -> ExtraField? {
    let sets = library.entries.filter { library.text($0.type).lowercased() == "set" }
    guard let first = sets.first else { return nil }
    let reader = BibTeXEntrySets(library, file) { inheritance.position(of: $0) != nil }
    return ExtraField(
      key: "entrySets", value: .sequence(sets.map(reader.read)),
      anchor: file.anchor(at: first.range.prefix(1)))
  }

  private static func read(
    _ entry: BibTeXLibrary.Entry, _ fields: [BibTeXField], of library: BibTeXLibrary, _ groups: JabRefGroups,
    into records: RecordListReader
  ) {
    for field in fields {
      for name in RecordTextCommands.unknown(in: field.text, isNames: BibTeXFields.isNames(field.key))
      where BibTeXFields.holdsTeX(field.key) {
        records.notes.noteCommand(name, in: field.range)
      }
    }
    let type = LocatedNode(text: library.text(entry.type), range: entry.type)
    let key = LocatedNode(text: library.text(entry.key), range: entry.key)
    let reader = BibTeXEntryReader(type: type.text ?? "", fields: fields, groups: groups, texts: records.text)
    let members = reader.members(type: type, key: key)
    if !BibTeXEntryTypes.withoutPaper.contains(reader.type) {
      if BibTeXEntryTypes.publicationType(reader.type) == nil, let word = type.text {
        records.notes.noteType(word, in: entry.type)
      }
      records.read(members, at: entry.range, RecordGroup())
    } else if reader.type != "xdata", reader.type != "set" {
      // What `@xdata` holds has gone to the entries that name it; sets are read when all keys are known.
      records.keep(LocatedNode(members, range: entry.range))
    }
  }
}

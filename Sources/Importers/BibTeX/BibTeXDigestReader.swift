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
    if !records.unreadable.isEmpty { digest.metadata.keepUnread(records.unreadable) }
    records.finish()
    return digest
  }

  private func checkCounts() throws(DiagnosticError) {
    guard records.counts.read == 0 else { return }
    guard library.entries.isEmpty else {
      guard records.counts.unread > 0 else { return }
      throw DiagnosticError(
        BibTeXReadingDiagnostics.nothingRead,
        "no entry names a paper by a title, an id or an address", at: file.location(library.entries[0].type))
    }
    let hasText = file.document.bytes[file.start.lower...].contains { !$0.isSpace }
    guard hasText, library.comments.isEmpty, library.preambles.isEmpty else { return }
    throw DiagnosticError(
      BibTeXReadingDiagnostics.nothingRead, "found no entry, expected '@type{key, …}'",
      at: file.location(file.start))
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

  private static func read(
    _ entry: BibTeXLibrary.Entry, _ fields: [BibTeXField], of library: BibTeXLibrary, _ groups: JabRefGroups,
    into records: RecordListReader
  ) {
    let type = LocatedNode(text: library.text(entry.type), range: entry.type)
    let key = LocatedNode(text: library.text(entry.key), range: entry.key)
    let reader = BibTeXEntryReader(type: type.text ?? "", fields: fields, groups: groups, texts: records.text)
    let members = reader.members(type: type, key: key)
    if !BibTeXEntryTypes.withoutPaper.contains(reader.type) {
      records.read(members, at: entry.range, RecordGroup())
    } else if reader.type != "xdata" {
      // What `@xdata` holds has gone to the entries that name it.
      records.keep(LocatedNode(members, range: entry.range))
    }
  }
}

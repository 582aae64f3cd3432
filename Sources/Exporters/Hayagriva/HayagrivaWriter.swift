import DigestModel
import DigestSyntax
import DigestText

/// Writes entries of Hayagriva, and notes what they cannot carry.
struct HayagrivaWriter {
  private var writer = YAMLWriter()

  init() { writer.beginMapping() }

  mutating func finish() -> [UInt8] {
    writer.endMapping()
    return writer.finish()
  }

  mutating func write(_ record: BibliographicRecord, _ losses: inout LossLog) {
    let type = HayagrivaType.type(of: record.type)
    let parents = HayagrivaParents(of: record, type)
    writer.key(record.key)
    writer.beginMapping()
    add("type", plain: type.entry)
    if !record.isUntitled { writeTitle(record.title, short: record.shortTitle) }
    write(record.group(.author).names, as: "author")
    write(record.date, as: "date")
    if parents.container == nil { write(record.group(.editor).names, as: "editor") }
    writePublisher(of: record)
    writeDetails(of: record, withoutContainer: parents.container == nil)
    writeAffiliated(record)
    writeSerialNumbers(parents.serialNumbers)
    writeAddress(of: record)
    if let language = record.details[.language], HayagrivaValue.isLanguage(language) {
      add("language", plain: language)
    }
    add("abstract", record.abstract?.text)
    add("note", record.note)
    write(parents.all)
    var keyword = KeywordText(separators: "")
    write(words: record.keywordList(&keyword), as: "keywords")
    if !record.remarks.isEmpty { add("annote", plain: record.joinedRemarks) }
    writer.endMapping()
    keyword.recordLosses(in: &losses, at: record.anchor)
    record.recordHayagrivaLosses(type, parents, in: &losses)
  }

  // MARK: - Values

  private mutating func add(_ name: String, plain text: String) {
    writer.key(name)
    writer.text(text)
  }

  /// A formattable string; nothing for none.
  private mutating func add(_ name: String, _ text: String?) {
    guard let text, !text.isEmpty else { return }
    writer.key(name)
    write(formattable: text)
  }

  /// Signs that mean something in a formattable string stand for themselves in one that is verbatim (rule K1).
  private mutating func write(formattable text: String) {
    if HayagrivaValue.isPlain(text) { writer.text(text) } else { write(verbatim: text) }
  }

  /// Rule K1: Typst 0.15 looks for `verbatim` in the mapping inside, and takes the documented one for formattable.
  private mutating func write(verbatim text: String) {
    writer.beginMapping()
    writer.key("value")
    write(verbatimValue: text)
    writer.endMapping()
  }

  private mutating func write(verbatimValue text: String) {
    writer.beginMapping()
    add("value", plain: text)
    writer.key("verbatim")
    writer.boolean(true)
    writer.endMapping()
  }

  /// The case of a title stays as it is in every style (rule K1).
  private mutating func writeTitle(_ title: String, short: String? = nil) {
    writer.key("title")
    guard let short, !short.isEmpty else {
      if HayagrivaValue.isPlain(title) { return writer.text("{" + title + "}") }
      return write(verbatim: title)
    }
    writer.beginMapping()
    for (name, text) in [("value", title), ("short", short)] {
      writer.key(name)
      if HayagrivaValue.isPlain(text) {
        writer.text("{" + text + "}")
      } else {
        write(verbatimValue: text)
      }
    }
    writer.endMapping()
  }

  private mutating func write(_ date: EDTFDate?, as name: String) {
    guard let date else { return }
    add(name, plain: (date.isApproximate ? "~" : "") + date.start.description)
  }

  private mutating func write(words: [String], as name: String) {
    // A topic may have no label.
    let words = words.filter { !$0.isEmpty }
    guard !words.isEmpty else { return }
    writer.key(name)
    writer.beginSequence()
    for word in words { writer.text(word) }
    writer.endSequence()
  }

  private mutating func write(_ names: [ContributorName], as role: String) {
    guard !names.isEmpty else { return }
    writer.key(role)
    writer.beginSequence()
    for name in names { write(HayagrivaName(name)) }
    writer.endSequence()
  }

  private mutating func write(_ name: HayagrivaName) {
    if let text = name.text { return writer.text(text) }
    writer.beginMapping()
    for (member, text) in name.members { add(member, plain: text) }
    writer.endMapping()
  }

  // MARK: - Fields

  /// arXiv publishes preprints (rule B17).
  private mutating func writePublisher(of record: BibliographicRecord) {
    let publisher = record.isPublishedByArXiv ? "arXiv" : record.details[.publisher]
    guard let place = record.details[.place], publisher != nil else {
      add("publisher", publisher)
      return add("location", record.details[.place])
    }
    writer.key("publisher")
    writer.beginMapping()
    add("name", publisher)
    add("location", place)
    writer.endMapping()
  }

  private mutating func writeDetails(of record: BibliographicRecord, withoutContainer: Bool) {
    if let edition = record.details[.edition] { add("edition", plain: edition) }
    if withoutContainer {
      if let volume = record.details[.volume] { add("volume", plain: volume) }
      if let issue = record.details[.issue] { add("issue", plain: issue) }
    }
    if let pages = record.details[.pages] { add("page-range", plain: pages) }
    for field in [OtherField.pageCount, .volumeCount] {
      if case .text(let count)? = record.otherFields[field], HayagrivaValue.isCount(count) {
        add(field.names.hayagriva ?? "", plain: count)
      }
    }
    for field in [OtherField.kind, .organization, .callNumber] {
      guard case .text(let text)? = record.otherFields[field] else { continue }
      add(field.names.hayagriva ?? "", field == .kind ? OtherFields.kindsInWords[text] ?? text : text)
    }
  }

  private mutating func writeAffiliated(_ record: BibliographicRecord) {
    let groups = HayagrivaName.roles.map { (record.group($0.role).names, $0.name) }.filter { !$0.0.isEmpty }
    guard !groups.isEmpty else { return }
    writer.key("affiliated")
    writer.beginSequence()
    for (names, role) in groups {
      writer.beginMapping()
      add("role", plain: role)
      write(names, as: "names")
      writer.endMapping()
    }
    writer.endSequence()
  }

  private mutating func writeSerialNumbers(_ numbers: [(key: String, value: String)]) {
    guard !numbers.isEmpty else { return }
    writer.key("serial-number")
    writer.beginMapping()
    for (key, value) in numbers {
      writer.key(key)
      writer.quoted(value)
    }
    writer.endMapping()
  }

  private mutating func writeAddress(of record: BibliographicRecord) {
    guard let url = record.url, HayagrivaValue.isAddress(url) else { return }
    guard case .date(let date)? = record.otherFields[.visited] else { return add("url", plain: url) }
    writer.key("url")
    writer.beginMapping()
    add("value", plain: url)
    write(date, as: "date")
    writer.endMapping()
  }

  // MARK: - Parents

  /// One stands as it is, several in a list. Parents have parents of their own, but those have none.
  private mutating func write(_ parents: [HayagrivaParents.Parent]) {
    guard !parents.isEmpty else { return }
    writer.key("parent")
    if parents.count > 1 { writer.beginSequence(.block) }
    for parent in parents { write(parent) }
    if parents.count > 1 { writer.endSequence() }
  }

  private mutating func write(_ parent: HayagrivaParents.Parent) {
    writer.beginMapping()
    add("type", plain: parent.type)
    if let title = parent.title { writeTitle(title, short: parent.shortTitle) }
    write(parent.authors, as: "author")
    write(parent.editors, as: "editor")
    if let volume = parent.volume { add("volume", plain: volume) }
    if let issue = parent.issue { add("issue", plain: issue) }
    writeSerialNumbers(parent.serialNumbers)
    write(parent.parents)
    writer.endMapping()
  }
}

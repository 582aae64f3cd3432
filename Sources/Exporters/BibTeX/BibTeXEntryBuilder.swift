import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

/// Writes the fields of an entry in their order.
struct BibTeXEntryBuilder {
  private let options: BibTeXOptions
  private(set) var losses: LossLog
  /// One for all records: it remembers the commands it has looked up.
  private var encoder: LaTeXEncoder
  private var keywords = BibTeXKeywords()

  init(options: BibTeXOptions, losses: LossLog) {
    self.options = options
    self.losses = losses
    encoder = LaTeXEncoder(
      repertoire: options.encoding == .utf8 ? .unicode : .ascii, isForBiber: options.dialect == .biblatex)
  }

  mutating func write(_ record: BibliographicRecord, as type: String, to writer: inout BibTeXWriter) {
    encoder.resetUnwritable()
    writer.beginEntry(type: type, key: record.key)
    var bodies = BibTeXBodies(record, type, options.dialect)
    for content in BibTeXFieldTable.Content.all {
      guard let name = BibTeXFieldTable.name(content, in: type, options.dialect) else {
        if !bodies.isSaid(content) { recordMissing(content, of: record, in: type) }
        continue
      }
      if BibTeXBodies.isBody(content) {
        switch bodies.take(content, in: name) {
        case .written(let text): writer.field(name) { encoder.append(text, to: &$0) }
        case .refused: recordMissing(content, of: record, in: type)
        case .nothing: break
        }
        continue
      }
      if content == .date {
        writeDate(record, name: name, to: &writer)
      } else {
        writer.field(name) { append(content, of: record, in: type, to: &$0) }
      }
    }
    writer.endEntry()
    recordOthers(of: record, as: type)
    record.recordType(record.type(ofEntry: type, options.dialect), as: "@\(type)", in: &losses)
    for command in encoder.foreignCommands {
      losses.record(
        .math, .degraded, "\(command) is not a command of mathematics, so what holds it is written as text",
        at: record.anchor)
    }
    for scalar in encoder.unwritable {
      let reason =
        options.encoding == .ascii
        ? "LaTeX has no command for \(scalar.codePoint)"
        : "\(scalar.codePoint) cannot stand in a bibliography"
      record.recordReplaced(scalar, reason, in: &losses)
    }
    for scalar in encoder.misread {
      losses.advice = "use --bibtex-encoding utf8; biber reads some letters of the ASCII form as others"
      record.recordReplaced(scalar, "biber reads \(scalar.codePoint) in ASCII as another letter", in: &losses)
    }
  }

  /// Appends nothing where the record does not say it.
  private mutating func append(
    _ content: BibTeXFieldTable.Content, of record: BibliographicRecord, in type: String,
    to output: inout [UInt8]
  ) {
    if let role = content.role { return append(record.group(role), of: record, to: &output) }
    switch content {
    case .title: encoder.append(record.markedTitle, casing: .title, to: &output)
    case .shortTitle:
      if let title = record.shortTitle { encoder.append(title, casing: .title, to: &output) }
    case .originalTitle:
      if let title = record.originalTitle { encoder.append(title, casing: .title, to: &output) }
    case .eprint: if let eprint = record.eprint { BibTeXVerbatim.append(eprint, to: &output) }
    case .eprintType:
      if record.eprint != nil {
        output.append(contentsOf: BibTeXFieldTable.eprintType(options.dialect).utf8)
      }
    case .eprintClass: if let name = record.eprintClass { BibTeXVerbatim.append(name, to: &output) }
    case .doi: if let doi = record.doi { BibTeXVerbatim.append(doi, to: &output) }
    case .url: if let url = record.url { BibTeXVerbatim.append(url, to: &output) }
    case .keyAlias: if let alias = keyAlias(of: record) { output.append(contentsOf: alias.utf8) }
    case .language:
      if let name = languageName(of: record) { output.append(contentsOf: name.utf8) }
    case .other(let field): append(field, of: record, in: type, to: &output)
    case .keywords: appendKeywords(of: record, to: &output)
    case .note: if let note = record.note { encoder.append(note, to: &output) }
    case .abstract: if let abstract = record.abstract { encoder.append(abstract.text, to: &output) }
    case .remarks: encoder.append(record.joinedRemarks, to: &output)
    default:
      if let detail = content.detail, let text = record.details[detail] { encoder.append(text, to: &output) }
    }
  }

  private mutating func append(
    _ group: ContributorGroup, of record: BibliographicRecord, to output: inout [UInt8]
  ) {
    for name in group.names where BibTeXNames.isTooMuchForBiber(name) {
      losses.record(
        .paperAuthors, .degraded, "a name with three commas is written without its parts", at: record.anchor)
    }
    output.append(contentsOf: BibTeXNames.encode(group, with: &encoder))
  }

  private mutating func append(
    _ field: OtherField, of record: BibliographicRecord, in type: String, to output: inout [UInt8]
  ) {
    switch record.otherFields[field] {
    case .date(let date): output.append(contentsOf: date.description.utf8)
    case .names(let group): append(group, of: record, to: &output)
    case .text(let text) where field == .file: BibTeXVerbatim.append(text, to: &output)
    case .text(let text):
      // BibTeX's styles do not know the words of biblatex.
      let isWord = field == .kind && options.dialect == .bibtex
      if isWord, text == type, type == "techreport" { return }
      let words = isWord ? OtherFields.kindsInWords[text] : nil
      encoder.append(words ?? text, to: &output)
    case nil:
      // biblatex requires one of them.
      guard field == .kind, options.dialect == .biblatex else { return }
      if type == "thesis" { output.append(contentsOf: "Thesis".utf8) }
      if type == "report" { output.append(contentsOf: "Report".utf8) }
    }
  }

  /// biblatex takes whatever can stand in `\cite` and ends at a comma.
  private func keyAlias(of record: BibliographicRecord) -> String? {
    guard options.dialect == .biblatex, let alias = record.keyAlias else { return nil }
    let isCitable = alias.utf8.allSatisfy { byte in
      options.encoding == .utf8 && byte.isNonASCII || byte.isAlphanumeric || "!*+-./:;?_".utf8.contains(byte)
    }
    return isCitable ? alias : nil
  }

  private func languageName(of record: BibliographicRecord) -> String? {
    record.details[.language].flatMap { code in
      BibTeXFieldTable.languages[String(code.lowercased().prefix { $0 != "-" && $0 != "_" })]
    }
  }

  private mutating func appendKeywords(of record: BibliographicRecord, to output: inout [UInt8]) {
    keywords.append(topics: record.topics, keywords: record.keywords, with: &encoder, to: &output)
    keywords.text.recordLosses(in: &losses, at: record.anchor)
  }

  private mutating func writeDate(
    _ record: BibliographicRecord, name: String, to writer: inout BibTeXWriter
  ) {
    guard let date = record.date else {
      // biber wants a date in entries; this is ISO 8601-2 for a year that nobody gave. An entry of a source that says
      // its type has what the source has.
      if options.dialect == .biblatex {
        if !record.isTypeSaid { writer.field(name) { $0.append(contentsOf: "XXXX".utf8) } }
      } else if let words = record.otherFields.wordsForYear {
        writer.field(name) { encoder.append(words, to: &$0) }
      }
      return
    }
    guard options.dialect == .bibtex else {
      return writer.field(name) { $0.append(contentsOf: date.description.utf8) }
    }
    writer.field(name) { $0.append(contentsOf: date.start.yearText.utf8) }
    if let month = date.start.month { writer.field("month", bare: BibTeXFieldTable.months[month - 1]) }
    if date != EDTFDate(date.start.withoutDay) {
      losses.record(
        .paperDate, .degraded, "BibTeX has a year and a month; \(quoted(date.description)) says more",
        at: record.anchor)
    }
  }

  private mutating func recordMissing(
    _ content: BibTeXFieldTable.Content, of record: BibliographicRecord, in type: String
  ) {
    switch content {
    case .shortTitle:
      guard let name = record.shortTitle else { return }
      losses.record(
        .paperNames, .dropped, "BibTeX has no short title; \(quoted(name)) is left out",
        at: record.shortTitleAnchor)
    case .originalTitle:
      guard let title = record.originalTitle else { return }
      losses.record(
        .paperOtherTitles, .dropped, "@\(type) has no field for the original title \(quoted(title))",
        at: record.anchor)
    case .other(let field):
      record.recordWithoutField(field, "@\(type)", in: &losses)
    default:
      record.recordWithoutField(
        [content.detail].compactMap { $0 }, identifiers: [], roles: [content.role].compactMap { $0 },
        "@\(type)",
        in: &losses)
    }
  }

  private static let roles = Set(BibTeXFieldTable.Content.all.compactMap(\.role))

  /// What no entry type has a field for.
  private mutating func recordOthers(of record: BibliographicRecord, as type: String) {
    record.recordWithoutField(
      record.details[.language] != nil && languageName(of: record) == nil ? [.language] : [],
      identifiers: record.identifiers(),
      roles: ContributorRole.allCases.filter { !Self.roles.contains($0) && !isHolder($0, record, type) },
      "@\(type)", in: &losses)
    if let alias = record.keyAlias, keyAlias(of: record) == nil {
      losses.record(
        .paperCitationKey, .dropped, "some readers of BibTeX refuse the key \(quoted(alias))",
        at: record.anchor)
    }
    let known = options.dialect == .biblatex ? record.form.biblatex : record.form.bibtex
    if type != known, !record.isTypeSaid, type != "collection" {
      losses.record(
        .paperType, .degraded,
        "'\(record.type.rawValue)' is written as @\(type), since @\(known) lacks a field",
        at: record.anchor)
    }
  }

  /// Whether the contributors are those who hold a patent, for whom biblatex has a field.
  private func isHolder(_ role: ContributorRole, _ record: BibliographicRecord, _ type: String) -> Bool {
    guard role == .contributor, case .names(let holders)? = record.otherFields[.holder],
      BibTeXFieldTable.name(.other(.holder), in: type, options.dialect) != nil
    else { return false }
    return holders.names == record.group(role).names
  }
}

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
    encoder = LaTeXEncoder(repertoire: options.encoding == .utf8 ? .unicode : .ascii)
  }

  mutating func write(_ record: BibliographicRecord, as type: String, to writer: inout BibTeXWriter) {
    encoder.resetUnwritable()
    writer.beginEntry(type: type, key: record.key)
    for content in BibTeXFieldTable.Content.allCases {
      guard let name = BibTeXFieldTable.name(content, record.kind, options.dialect) else {
        recordMissing(content, of: record)
        continue
      }
      if content == .date {
        writeDate(record, name: name, to: &writer)
      } else {
        writer.field(name) { append(content, of: record, to: &$0) }
      }
    }
    writer.endEntry()
    for scalar in encoder.unwritable {
      let reason =
        options.encoding == .ascii
        ? "LaTeX has no command for \(scalar.codePoint)"
        : "\(scalar.codePoint) cannot stand in a bibliography"
      record.recordReplaced(scalar, reason, in: &losses)
    }
  }

  /// Appends nothing where the record does not say it.
  private mutating func append(
    _ content: BibTeXFieldTable.Content, of record: BibliographicRecord, to output: inout [UInt8]
  ) {
    switch content {
    case .title: encoder.append(record.title, casing: .title, to: &output)
    case .shortTitle:
      if let title = record.shortTitle { encoder.append(title, casing: .title, to: &output) }
    case .author: appendAuthors(of: record, to: &output)
    case .venue: if let venue = record.venue { encoder.append(venue, to: &output) }
    case .date: break
    case .eprint: if let eprint = record.eprint { BibTeXVerbatim.append(eprint, to: &output) }
    case .eprintType:
      if record.eprint != nil {
        output.append(contentsOf: BibTeXFieldTable.eprintType(options.dialect).utf8)
      }
    case .eprintClass: if let name = record.eprintClass { output.append(contentsOf: name.utf8) }
    case .doi: if let doi = record.doi { BibTeXVerbatim.append(doi, to: &output) }
    case .url: if let url = record.url { BibTeXVerbatim.append(url, to: &output) }
    case .keywords: appendKeywords(of: record, to: &output)
    case .note: if let note = record.note { output.append(contentsOf: note.utf8) }
    case .abstract: if let abstract = record.abstract { encoder.append(abstract.text, to: &output) }
    case .remarks: encoder.append(record.joinedRemarks, to: &output)
    }
  }

  private mutating func appendAuthors(of record: BibliographicRecord, to output: inout [UInt8]) {
    for author in record.authors where BibTeXNames.isTooMuchForBiber(author) {
      losses.record(
        .paperAuthors, .degraded, "a name with three commas is written without its parts", at: record.anchor)
    }
    output.append(contentsOf: BibTeXNames.encode(record.authors, with: &encoder))
  }

  private mutating func appendKeywords(of record: BibliographicRecord, to output: inout [UInt8]) {
    keywords.append(topics: record.topics, keywords: record.keywords, with: &encoder, to: &output)
    keywords.text.recordLosses(in: &losses, at: record.anchor)
  }

  private mutating func writeDate(
    _ record: BibliographicRecord, name: String, to writer: inout BibTeXWriter
  ) {
    guard let date = record.date else {
      // biber wants a date in every entry; this is ISO 8601-2 for a year that nobody gave.
      if options.dialect == .biblatex { writer.field(name) { $0.append(contentsOf: "XXXX".utf8) } }
      return
    }
    guard options.dialect == .bibtex else {
      return writer.field(name) { $0.append(contentsOf: date.description.utf8) }
    }
    writer.field(name) { $0.append(contentsOf: date.yearText.utf8) }
    if let month = date.month { writer.field("month", bare: BibTeXFieldTable.months[month - 1]) }
    if date.day != nil {
      losses.record(.paperDate, .degraded, "BibTeX has no field for the day", at: record.anchor)
    }
  }

  private mutating func recordMissing(_ content: BibTeXFieldTable.Content, of record: BibliographicRecord) {
    guard content == .shortTitle, let name = record.shortTitle else { return }
    losses.record(
      .paperNames, .dropped, "BibTeX has no short title; \(quoted(name)) is left out",
      at: record.shortTitleAnchor)
  }
}

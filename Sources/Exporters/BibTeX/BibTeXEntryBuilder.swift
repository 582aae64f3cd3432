import Diagnostics
import DigestModel
import Syntax
import TextBytes

/// Makes the fields of an entry in their order.
struct BibTeXEntryBuilder {
  private let options: BibTeXOptions
  private(set) var losses: LossLog
  /// One for all records: it remembers the commands it has looked up.
  private var encoder: LaTeXEncoder

  init(options: BibTeXOptions, losses: LossLog) {
    self.options = options
    self.losses = losses
    encoder = LaTeXEncoder(repertoire: options.encoding == .utf8 ? .unicode : .ascii)
  }

  mutating func fields(of record: BibliographicRecord) -> [BibTeXField] {
    encoder.resetUnwritable()
    var fields: [BibTeXField] = []
    for content in BibTeXFieldTable.Content.allCases {
      guard let name = BibTeXFieldTable.name(content, record.kind, options.dialect) else {
        recordMissing(content, of: record)
        continue
      }
      if content == .date {
        fields += dateFields(record, name: name)
      } else if let value = value(content, of: record), !value.isEmpty {
        fields.append(BibTeXField(name, .braced(value)))
      }
    }
    for scalar in encoder.unwritable {
      let reason =
        options.encoding == .ascii
        ? "LaTeX has no command for \(scalar.codePoint)"
        : "\(scalar.codePoint) cannot stand in a bibliography"
      record.recordReplaced(scalar, reason, in: &losses)
    }
    return fields
  }

  private mutating func value(
    _ content: BibTeXFieldTable.Content, of record: BibliographicRecord
  ) -> [UInt8]? {
    switch content {
    case .title: encoder.encode(record.title, casing: .title)
    case .shortTitle: record.shortTitle.map { encoder.encode($0, casing: .title) }
    case .author: authors(of: record)
    case .venue: record.venue.map { encoder.encode($0) }
    case .date: nil
    case .eprint: record.eprint.map { BibTeXVerbatim.encode($0) }
    case .eprintType:
      record.eprint.map { _ in Array(BibTeXFieldTable.eprintType(options.dialect).utf8) }
    case .eprintClass: record.eprintClass.map { Array($0.utf8) }
    case .doi: record.doi.map { BibTeXVerbatim.encode($0) }
    case .url: record.url.map { BibTeXVerbatim.encode($0) }
    case .keywords: keywords(of: record)
    case .note: record.note.map { Array($0.utf8) }
    case .abstract: record.abstract.map { encoder.encode($0.text) }
    case .remarks: encoder.encode(record.joinedRemarks)
    }
  }

  private mutating func authors(of record: BibliographicRecord) -> [UInt8] {
    for author in record.authors where BibTeXNames.isTooMuchForBiber(author) {
      losses.record(
        .paperAuthors, .degraded, "a name with three commas is written without its parts", at: record.anchor)
    }
    return BibTeXNames.encode(record.authors, with: &encoder)
  }

  private mutating func keywords(of record: BibliographicRecord) -> [UInt8] {
    var keywords = BibTeXKeywords()
    let value = keywords.encode(topics: record.topics, keywords: record.keywords, with: &encoder)
    keywords.text.recordLosses(in: &losses, at: record.anchor)
    return value
  }

  private mutating func dateFields(_ record: BibliographicRecord, name: String) -> [BibTeXField] {
    guard let date = record.date else {
      // biber wants a date in every entry; this is ISO 8601-2 for a year that nobody gave.
      return options.dialect == .biblatex ? [BibTeXField(name, .braced(Array("XXXX".utf8)))] : []
    }
    guard options.dialect == .bibtex else { return [BibTeXField(name, .braced(Array(date.text().utf8)))] }
    var fields = [BibTeXField(name, .braced(Array(date.yearText.utf8)))]
    if let month = date.month {
      fields.append(BibTeXField("month", .bare(BibTeXFieldTable.months[month - 1])))
    }
    if date.day != nil {
      losses.record(.paperDate, .degraded, "BibTeX has no field for the day", at: record.anchor)
    }
    return fields
  }

  private mutating func recordMissing(_ content: BibTeXFieldTable.Content, of record: BibliographicRecord) {
    guard content == .shortTitle, let name = record.shortTitle else { return }
    losses.record(
      .paperNames, .dropped, "BibTeX has no short title; \(quoted(name)) is left out",
      at: record.shortTitleAnchor)
  }
}

import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

/// Writes the papers of a digest as RIS, a reference for each: the form that EndNote reads best.
///
/// RIS has no preprint. A paper on arXiv is `UNPB`, EndNote's *Unpublished Work*, with its id as the accession number
/// (`AN`): EndNote has a field for that, and so has Zotero in the journal article it makes of a type it does not know.
/// `M3` stays empty, since Zotero reads it as a DOI, and `DB`, since bibutils does not know it. `ID` is the key that the
/// paper has in BibTeX: bibutils names the record after it. A paper in proceedings is `CONF`, which JabRef knows, too.
/// - Source: RIS specification (Research Information Systems, 2011); Zotero's RIS translator of 2023-07.
public struct RISExporter: Exporter {
  /// The name on the command line.
  public let name = "ris"
  /// One line for `digest-convert formats`.
  public let summary = "RIS references for EndNote and other reference managers"
  /// The output is one file.
  public let layout = OutputLayout.file(fileExtension: "ris")
  private let workers: Workers

  /// Makes an exporter.
  public init() { self.init(workers: .one) }

  /// - Parameter workers: who write the records.
  package init(workers: Workers) { self.workers = workers }

  /// What becomes of each part of a digest; what is not listed is dropped.
  public var capabilities: [ModelPart: Fidelity] {
    var capabilities = Bibliography.capabilities
    capabilities[.paperAuthors] = .degraded
    return capabilities
  }

  /// Writes the whole digest; never throws.
  /// - Parameter digest: normalised.
  /// - Complexity: O(n) in the size of the digest.
  public func export(_ digest: Digest) -> ExportResult {
    write(Bibliography(digest, for: .ris))
  }

  /// Writes an entry for each paper of any digest, which says what is from which digest; never throws.
  /// - Parameter collection: of normalised digests.
  /// - Complexity: O(n) in the size of the digests.
  public func export(_ collection: DigestCollection) -> ExportResult {
    write(Bibliography(collection, for: .ris))
  }

  private func write(_ bibliography: Bibliography) -> ExportResult {
    let (parts, losses) = bibliography.write(with: workers) { records, losses in
      write(records, &losses)
    }
    return ExportResult(files: [OutputFile(bytes: Array(parts.joined()))], losses: losses)
  }

  private func write(_ records: [BibliographicRecord], _ losses: inout LossLog) -> [UInt8] {
    var field = PlainField(lineBreak: .space)
    var text = RISText()
    var writer = RISWriter()
    for record in records {
      writer.begin(type: record.form.ris.rawValue)
      for (tag, value) in Self.fields(of: record, with: &text) {
        writer.field(tag.rawValue, field.clean(value))
      }
      writer.end()
      record.recordSubjectClass(in: &losses)
      record.recordType(
        PublicationForm.type(ofRIS: record.form.ris), as: record.form.ris.rawValue, in: &losses)
      record.recordMoreContributors("RIS", in: &losses)
      record.recordWithoutField(
        record.details[.container] == nil ? [.number] : [.number, .event],
        identifiers: record.identifiers().filter { $0 != record.idWithoutField || record.eprint != nil },
        roles: ContributorRole.allCases.filter { $0 != .author && $0 != .editor }, "RIS", in: &losses)
      if let title = record.originalTitle {
        losses.record(
          .paperOtherTitles, .dropped, "RIS has no field for the original title \(quoted(title))",
          at: record.anchor)
      }
      if let date = record.date, date != EDTFDate(date.start) {
        losses.record(
          .paperDate, .degraded, "RIS has one date; \(quoted(date.description)) says more", at: record.anchor)
      }
      field.recordLosses(of: record, in: &losses)
      text.recordLosses(in: &losses, at: record.anchor)
    }
    return writer.finish()
  }

  /// Tags and values in the order in which they are written; empty values are left out by the writer.
  private static func fields(
    of record: BibliographicRecord, with text: inout RISText
  ) -> [(tag: RISFieldTable.Tag, value: String)] {
    var fields: [(tag: RISFieldTable.Tag, value: String)] = []
    func add(_ tag: RISFieldTable.Tag, _ value: String) { fields.append((tag, value)) }
    for name in record.group(.author).names { add(.author, text.name(name)) }
    for name in record.group(.editor).names { add(.editor, text.name(name)) }
    add(.title, text.plain(record.title))
    add(.shortTitle, text.plain(record.shortTitle ?? ""))
    add(.secondaryTitle, text.plain(record.details[.container] ?? record.details[.event] ?? ""))
    for (tag, detail) in details { add(tag, text.plain(record.details[detail] ?? "")) }
    let pages = pages(record.details[.pages] ?? "")
    add(.startPage, pages.first)
    add(.endPage, pages.last)
    add(.year, record.date?.start.yearText ?? "")
    add(.date, record.date.map { date($0.start) } ?? "")
    add(.doi, record.doi ?? "")
    add(.address, record.url ?? "")
    add(.accessionNumber, record.eprint.map { "arXiv:" + $0 } ?? record.idWithoutField?.label ?? "")
    add(.id, record.key)
    for keyword in text.keywords(of: record) { add(.keyword, keyword) }
    add(.abstract, record.abstract?.text ?? "")
    add(.note, record.note ?? "")
    add(.note, text.note(record.joinedRemarks))
    for field in OtherField.allCases {
      guard let tag = field.names.ris.flatMap(RISFieldTable.Tag.init), let value = record.otherFields[field]
      else { continue }
      switch value {
      case .date(let date): add(tag, self.date(date.start))
      case .names: add(tag, text.plain(value.description))
      case .text(let value): add(tag, text.plain(value))
      }
    }
    return fields
  }

  /// The first and the last page of one range; any other text stands whole, as if it were the first page.
  private static func pages(_ text: String) -> (first: String, last: String) {
    let ends = text.split(separator: "-").map { String($0).trimmed }
    let isRange =
      ends.count == 2 && !text.utf8.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") }
    return isRange ? (ends[0], ends[1]) : (text.trimmed, "")
  }

  private static let details: [(RISFieldTable.Tag, Paper.Detail)] = [
    (.tertiaryTitle, .series), (.volume, .volume), (.issue, .issue), (.publisher, .publisher),
    (.place, .place),
    (.edition, .edition), (.serialNumber, .isbn), (.serialNumber, .issn), (.language, .language),
  ]

  /// `YYYY/MM/DD/`, with nothing between the slashes where nothing is known.
  private static func date(_ date: PartialDate) -> String {
    let known = date.text(separator: "/")
    let missing = date.day != nil ? 1 : date.month != nil ? 2 : 3
    return known + String(repeating: "/", count: missing)
  }
}

import DigestModel
import DigestSyntax
import DigestText

/// Writes the papers of a digest as CSL-JSON, an item for each: the form that Zotero, pandoc and citeproc read best.
///
/// A paper on arXiv has the type `article`, which Zotero imports as a preprint (its BibTeX import makes `@misc` and
/// `@online` documents and web pages); `publisher` becomes the repository there and `number` the archive id.
/// - Source: CSL 1.0.2, schema `csl-data.json`.
public struct CSLJSONExporter: Exporter {
  /// The name on the command line.
  public let name = "csl-json"
  /// One line for `digest-convert formats`.
  public let summary = "CSL-JSON items for Zotero, pandoc and citation processors"
  /// The output is one file.
  public let layout = OutputLayout.file(fileExtension: "csl.json")
  private let workers: Workers

  /// Makes an exporter.
  public init() { self.init(workers: .one) }

  /// - Parameter workers: who write the records.
  package init(workers: Workers) { self.workers = workers }

  /// What becomes of each part of a digest; what is not listed is dropped.
  public var capabilities: [ModelPart: Fidelity] {
    var capabilities = Bibliography.capabilities
    capabilities[.paperVersion] = .exact
    capabilities[.paperAuthors] = .degraded
    capabilities[.lineBreaks] = .exact
    return capabilities
  }

  /// Writes the whole digest; never throws.
  /// - Parameter digest: normalised.
  /// - Complexity: O(n) in the size of the digest.
  public func export(_ digest: Digest) -> ExportResult {
    write(Bibliography(digest, for: .cslJSON))
  }

  /// Writes an entry for each paper of any digest, which says what is from which digest; never throws.
  /// - Parameter collection: of normalised digests.
  /// - Complexity: O(n) in the size of the digests.
  public func export(_ collection: DigestCollection) -> ExportResult {
    write(Bibliography(collection, for: .cslJSON))
  }

  private func write(_ bibliography: Bibliography) -> ExportResult {
    var writer = JSONWriter()
    writer.beginSequence()
    let beginning = writer
    let (parts, losses) = bibliography.write(with: workers) { records, losses in
      var writer = beginning.part
      write(records, to: &writer, &losses)
      return writer
    }
    writer.append(parts)
    writer.endSequence()
    return ExportResult(files: [OutputFile(bytes: writer.finish())], losses: losses)
  }

  private func write(
    _ records: [BibliographicRecord], to writer: inout JSONWriter, _ losses: inout LossLog
  ) {
    var field = PlainField(lineBreak: .newline)
    var keyword = KeywordText(separators: ",")
    var text = CSLText()
    for record in records {
      write(record, with: &field, text: &text, keyword: &keyword, to: &writer)
      record.recordSubjectClass(in: &losses)
      record.recordMoreContributors("CSL-JSON", in: &losses)
      record.recordWithoutField(
        record.isPublishedByArXiv ? [.publisher, .number] : [],
        identifiers: record.identifiers(besides: [.pmid, .pmcid]).filter { $0 != record.idWithoutField },
        roles: [], "CSL-JSON", in: &losses)
      field.recordLosses(of: record, in: &losses)
      text.recordLosses(in: &losses, at: record.titleAnchor)
      keyword.recordLosses(in: &losses, at: record.anchor)
    }
  }

  private func write(
    _ record: BibliographicRecord, with field: inout PlainField, text: inout CSLText,
    keyword: inout KeywordText, to writer: inout JSONWriter
  ) {
    writer.beginMapping()
    for (name, value) in [
      ("id", record.key), ("citation-key", record.key), ("type", record.type.rawValue),
      ("title", record.isUntitled ? "" : text.write(record.markedTitle)),
      ("title-short", text.write(plain: record.shortTitle ?? "")),
      ("original-title", text.write(plain: record.originalTitle ?? "")),
    ] where !value.isEmpty {
      writer.key(name)
      writer.text(field.clean(value))
    }
    for group in record.contributors {
      write(group.names, as: group.role.rawValue, with: &field, to: &writer)
    }
    for (role, names) in record.otherFields.roles { write(names, as: role, with: &field, to: &writer) }
    writeDate(record.date, as: "issued", to: &writer)
    for field in OtherField.allCases where field.isDate && !record.otherFields.isEmpty {
      if case .date(let date)? = record.otherFields[field], let name = field.names.cslJSON {
        writeDate(date, as: name, to: &writer)
      }
    }
    writeVariables(of: record, with: &field, text: &text, keyword: &keyword, to: &writer)
    writer.endMapping()
  }

  /// The variables after names and dates; empty ones are left out.
  private func writeVariables(
    of record: BibliographicRecord, with field: inout PlainField, text: inout CSLText,
    keyword: inout KeywordText, to writer: inout JSONWriter
  ) {
    func write(_ name: String, _ value: String?) {
      guard let value, !value.isEmpty else { return }
      writer.key(name)
      writer.text(field.clean(value))
    }
    for (detail, name) in Self.detailNames {
      if let value = record.details[detail] { write(name, text.write(plain: value)) }
    }
    for field in OtherField.allCases where !record.otherFields.isEmpty {
      guard case .text(let value)? = record.otherFields[field], let name = field.names.cslJSON else {
        continue
      }
      let words = field == .kind ? OtherFields.kindsInWords[value] : nil
      write(name, text.write(plain: words ?? value))
    }
    let archived = record.eprint.map { "arXiv:" + $0 }
    // Rule B17: arXiv publishes preprints; a published paper is only archived there.
    if record.isPublishedByArXiv {
      write("publisher", "arXiv")
      write("number", archived)
    } else {
      write("publisher", record.details[.publisher])
      write("number", record.details[.number])
      write("archive", archived.map { _ in "arXiv" })
      write("archive_location", archived)
    }
    if record.otherFields[.version] == nil { write("version", record.version.map(String.init)) }
    write("DOI", record.doi)
    write("PMID", record.identifiers.first { $0.scheme == .pmid }?.value)
    write("PMCID", record.identifiers.first { $0.scheme == .pmcid }?.value)
    write("URL", record.url)
    write("keyword", record.keywordList(&keyword).joined(separator: ", "))
    write("note", [record.note, record.idWithoutField?.label].compactMap { $0 }.joined(separator: "; "))
    write("abstract", record.abstract?.text)
    write("annote", record.joinedRemarks)
  }

  private static let detailNames: [(detail: Paper.Detail, name: String)] = [
    (.container, "container-title"), (.series, "collection-title"), (.volume, "volume"), (.issue, "issue"),
    (.pages, "page"), (.place, "publisher-place"), (.edition, "edition"), (.event, "event-title"),
    (.isbn, "ISBN"),
    (.issn, "ISSN"), (.language, "language"),
  ]

  private func write(
    _ names: [ContributorName], as role: String, with field: inout PlainField, to writer: inout JSONWriter
  ) {
    guard !names.isEmpty else { return }
    writer.key(role)
    writer.beginSequence()
    for name in names {
      writer.beginMapping()
      for (member, text) in name.cslMembers {
        writer.key(member)
        writer.text(field.clean(text))
      }
      writer.endMapping()
    }
    writer.endSequence()
  }

  private func writeDate(_ date: EDTFDate?, as name: String, to writer: inout JSONWriter) {
    guard let date else { return }
    writer.key(name)
    writer.beginMapping()
    writer.key("date-parts")
    writer.beginSequence(.line)
    write(date.start, to: &writer)
    if let end = date.end { write(end, to: &writer) }
    writer.endSequence()
    if let season = date.season {
      writer.key("season")
      writer.number(season.rawValue - EDTFDate.Season.spring.rawValue + 1)
    }
    if date.isApproximate || date.isUncertain {
      writer.key("circa")
      writer.boolean(true)
    }
    writer.endMapping()
  }

  private func write(_ date: PartialDate, to writer: inout JSONWriter) {
    writer.beginSequence(.line)
    writer.number(date.year)
    if let month = date.month { writer.number(month) }
    if let day = date.day { writer.number(day) }
    writer.endSequence()
  }
}

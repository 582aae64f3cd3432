import DigestModel
import DigestSyntax

/// Writes the papers of a digest as RIS, a reference for each: what EndNote takes best.
///
/// RIS has no preprint. A paper on arXiv is `UNPB`, EndNote's *Unpublished Work*, with its id as the accession number
/// (`AN`): EndNote has a field for that, and so has Zotero in the journal article it makes of a type it does not know.
/// `M3` stays empty, since Zotero reads it as a DOI, and `DB`, since bibutils does not know it. `ID` is the key that the
/// paper has in BibTeX: bibutils names the record after it. A paper in proceedings is `CONF`, which JabRef knows, too.
/// - Source: RIS specification (Research Information Systems, 2011); Zotero's RIS translator of 2023-07.
public struct RISExporter: Exporter {
  public let name = "ris"
  public let summary = "RIS references for EndNote and other reference managers"
  public let layout = OutputLayout.file(fileExtension: "ris")

  public init() {}

  public var capabilities: [ModelPart: Fidelity] {
    var capabilities = Bibliography.capabilities
    capabilities[.paperAuthors] = .degraded
    return capabilities
  }

  public func export(_ digest: Digest) throws(ExportError) -> ExportResult {
    let bibliography = Bibliography(digest, lineBreak: .space)
    var losses = bibliography.losses
    var field = PlainField(lineBreak: .space)
    var text = RISText()
    var writer = RISWriter()
    for record in bibliography.records {
      writer.begin(type: Self.type(of: record))
      for (tag, value) in Self.fields(of: record, with: &text) { writer.field(tag, field.clean(value)) }
      writer.end()
      record.recordSubjectClass(in: &losses)
      field.recordLosses(of: record, in: &losses)
      text.recordLosses(in: &losses, at: record.anchor)
    }
    return ExportResult(files: [OutputFile(bytes: writer.finish())], losses: losses)
  }

  private static func type(of record: BibliographicRecord) -> String {
    switch record.kind {
    case .preprint: "UNPB"
    case .web: record.id.scheme == .url ? "ELEC" : "GEN"
    case .journalArticle: "JOUR"
    case .proceedingsPaper: "CONF"
    }
  }

  /// Tags and values in the order in which they are written; empty values are left out by the writer.
  private static func fields(
    of record: BibliographicRecord, with text: inout RISText
  ) -> [(tag: String, value: String)] {
    var fields = record.authors.map { (tag: "AU", value: text.name($0)) }
    fields += [
      ("TI", text.plain(record.title)), ("ST", text.plain(record.shortTitle ?? "")),
      ("T2", text.plain(record.venue ?? "")),
      ("PY", record.date?.yearText ?? ""), ("DA", record.date.map(date) ?? ""),
      ("DO", record.doi ?? ""), ("UR", record.url ?? ""),
      ("AN", record.eprint.map { "arXiv:" + $0 } ?? ""), ("ID", record.key),
    ]
    fields += text.keywords(of: record).map { ("KW", $0) }
    return fields + [
      ("AB", record.abstract?.text ?? ""), ("N1", record.note ?? ""),
      ("N1", text.note(record.joinedRemarks)),
    ]
  }

  /// `YYYY/MM/DD/`, with nothing between the slashes where nothing is known.
  private static func date(_ date: PartialDate) -> String {
    let known = date.text(separator: "/")
    let missing = date.day != nil ? 1 : date.month != nil ? 2 : 3
    return known + String(repeating: "/", count: missing)
  }
}

import DigestModel
import Syntax

/// Writes the papers of a digest as RIS, a reference for each: what EndNote takes best.
///
/// RIS has no preprint. A paper on arXiv is `UNPB`, EndNote's *Unpublished Work*, with its id as the accession number
/// (`AN`): EndNote has a field for that, and so has Zotero in the journal article it makes of a type it does not know.
/// `M3` stays empty, since Zotero reads it as a DOI, and `DB`, since bibutils does not know it.
/// - Source: RIS specification (Research Information Systems, 2011); Zotero's RIS translator of 2023-07.
public struct RISExporter: Exporter {
  public let name = "ris"
  public let summary = "RIS references for EndNote and other reference managers"
  public let layout = OutputLayout.file(fileExtension: "ris")

  public init() {}

  public var capabilities: [ModelPart: Fidelity] { Bibliography.capabilities }

  public func export(_ digest: Digest) throws -> ExportResult {
    let bibliography = Bibliography(digest, lineBreak: .space)
    var losses = bibliography.losses
    var field = PlainField(lineBreak: .space)
    var writer = RISWriter()
    for record in bibliography.records {
      writer.begin(type: Self.type(of: record))
      let keywords = KeywordList(of: record, separator: UInt8(ascii: ";"))
      for (tag, value) in Self.fields(of: record, keywords: keywords.words) {
        writer.field(tag, field.clean(value))
      }
      writer.end()
      field.recordLosses(of: record, in: &losses)
      keywords.recordLosses(of: record, in: &losses)
      if record.authors.contains(where: { $0.displayName.utf8.contains(UInt8(ascii: ",")) }) {
        losses.record(
          .characters, .degraded, "a comma inside a part of a name is left out", at: record.anchor)
      }
    }
    return ExportResult(files: [OutputFile(bytes: writer.finish())], losses: losses)
  }

  private static func type(of record: BibliographicRecord) -> String {
    switch record.kind {
    case .preprint: "UNPB"
    case .web: record.id.scheme == .url ? "ELEC" : "GEN"
    case .journalArticle: "JOUR"
    case .proceedingsPaper: "CPAPER"
    }
  }

  /// Tags and values in the order in which they are written; empty values are left out by the writer.
  /// - Parameter keywords: readers split them at semicolons, so they hold none.
  private static func fields(
    of record: BibliographicRecord, keywords: [String]
  ) -> [(tag: String, value: String)] {
    var fields = record.authors.map { (tag: "AU", value: name($0)) }
    fields += [
      ("TI", record.title), ("ST", record.shortTitle ?? ""), ("T2", record.venue ?? ""),
      ("PY", record.date?.yearText ?? ""), ("DA", record.date.map(date) ?? ""),
      ("DO", record.doi ?? ""), ("UR", record.url ?? ""),
      ("AN", record.eprint.map { "arXiv:" + $0 } ?? ""),
    ]
    fields += keywords.map { ("KW", $0) }
    return fields + [
      ("AB", record.abstract?.text ?? ""), ("N1", record.note ?? ""),
      ("N1", record.joinedRemarks),
    ]
  }

  /// `Family, Given`; a comma behind the name of a body keeps EndNote from splitting it.
  private static func name(_ author: Author) -> String {
    let given = withoutCommas(author.given ?? "")
    let family = withoutCommas(author.family)
    if family.isEmpty { return given + "," }
    return author.isCorporate || given.isEmpty ? family + "," : "\(family), \(given)"
  }

  /// A comma would begin the next part of the name.
  private static func withoutCommas(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: ",")) else { return text }
    return String(decoding: text.utf8.filter { $0 != UInt8(ascii: ",") }, as: UTF8.self)
  }

  /// `YYYY/MM/DD/`, with nothing between the slashes where nothing is known.
  private static func date(_ date: PartialDate) -> String {
    let known = date.text(separator: "/")
    let missing = date.day != nil ? 1 : date.month != nil ? 2 : 3
    return known + String(repeating: "/", count: missing)
  }
}

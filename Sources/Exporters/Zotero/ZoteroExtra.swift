import DigestModel

/// What an item of Zotero has no field for stands in its *Extra*, a line each, in the form that Zotero and its plugins read
/// there: `PMID: 123`, `Citation Key: bee24`, variables of CSL.
enum ZoteroExtra {
  /// Fields of items, or of most.
  static let fields: [(field: OtherField, name: StaticString)] = [
    (.visited, "dcterms:dateSubmitted"), (.kind, "dc:type"), (.pageCount, "z:numPages"),
    (.volumeCount, "z:numberOfVolumes"), (.callNumber, "z:callNumber"), (.version, "z:versionNumber"),
    (.database, "z:libraryCatalog"),
  ]

  /// - Returns: `nil` where there is nothing.
  static func text(of record: BibliographicRecord) -> String? {
    var lines: [String] = []
    func add(_ name: String, _ text: String) {
      // A line end would begin another field.
      lines.append("\(name): " + text.split(whereSeparator: \.isNewline).joined(separator: " "))
    }
    if let eprint = record.eprint, let eprintClass = record.eprintClass {
      lines.append("arXiv:\(eprint) [\(eprintClass)]")
    }
    if record.key != CitationKey.key(of: record.id) { add("Citation Key", record.key) }
    if let id = record.idWithoutField { lines.append(id.label) }
    for id in record.identifiers() where id != record.idWithoutField {
      add(name(of: id.scheme), value(of: id))
    }
    if let title = record.originalTitle { add("original-title", title) }
    if let version = record.versionOfNote { add("Version", String(version)) }
    if let comment = record.details[.comment] { add("Comment", comment) }
    for field in OtherField.allCases where !fields.contains(where: { $0.field == field }) {
      guard field != .shortContainer, let name = field.names.cslJSON, let value = record.otherFields[field]
      else { continue }
      add(name, value.description)
    }
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }

  private static func name(of scheme: PaperID.Scheme) -> String {
    switch scheme {
    case .pmid: "PMID"
    case .pmcid: "PMCID"
    case .openAlex: "OpenAlex"
    case .other: "ID"
    default: scheme.prefix ?? "URL"
    }
  }

  private static func value(of id: PaperID) -> String { id.value }
}

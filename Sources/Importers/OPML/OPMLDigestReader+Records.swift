import DigestDiagnostics
import DigestModel
import DigestText

// What sources say of papers outright.

extension OPMLDigestReader {
  func record(_ outline: OPMLOutline) -> Paper? {
    guard let cited = citation(outline) else {
      if outline.own("id") == nil {
        file.report(
          Diagnostic(
            OPMLDiagnostics.notAnID, "a record has no id, expected one", at: file.location(outline.range)))
      }
      return nil
    }
    var record = Paper.Record(anchor: file.anchor(at: outline.range))
    readTexts(of: outline, into: &record)
    readLists(of: outline, into: &record)
    for detail in Paper.Detail.allCases {
      guard let attribute = outline.own.first(where: { $0.name == detail.attribute }) else { continue }
      record.details[detail] = attribute.value
      record.origins[.detail(detail)] = file.anchor(at: attribute.range)
    }
    for person in outline.below("contributor") { readContributor(person, into: &record) }
    var leaves = DataValueLeaves()
    for value in outline.below("extra") { readValue(value, into: &leaves) }
    record.extra = leaves.fields
    var id = cited.id.withoutVersion
    id.subjectClass = subjectClass(outline, of: id)
    return Paper(id: id, record: record, version: cited.id.version)
  }

  private func readTexts(of outline: OPMLOutline, into record: inout Paper.Record) {
    record.citationKey = outline.own("key")
    record.type = outline.own("publication").flatMap { PublicationType(rawValue: $0) }
    record.title = optionalRich(outline)
    record.shortTitle = rich(outline, "short-title")
    record.originalTitle = rich(outline, "original-title")
    record.date = outline.own("date").flatMap { EDTFDate(edtf: $0) }
    record.abstract = note(outline).map { rich($0.words, at: $0.range) }
    record.rank = outline.own("rank").flatMap { Int($0) }
    for (part, name) in [
      (Paper.Record.Part.citationKey, "key"), (.type, "publication"), (.date, "date"), (.rank, "rank"),
    ] {
      if let attribute = outline.own.first(where: { $0.name == name }) {
        record.origins[part] = file.anchor(at: attribute.range)
      }
    }
  }

  private func readLists(of outline: OPMLOutline, into record: inout Paper.Record) {
    record.identifiers = outline.list("identifiers").compactMap { PaperID(identifier: $0) }
    record.keywords = outline.list("tags")
    record.categories = outline.list("categories")
    record.names = outline.list("names")
    record.topics = outline.list("topics").map(\.linesOfList)
    record.links = outline.list("links").compactMap { line in
      // `code https://…`
      let parts = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
      guard let kind = Paper.Link.Kind(snakeCased: String(parts[0])) else { return nil }
      return Paper.Link(kind, parts.count > 1 ? String(parts[1]) : "")
    }
  }

  /// The class that `archive` names: `math.GT` of `math/0309136`.
  private func subjectClass(_ outline: OPMLOutline, of id: PaperID) -> String? {
    guard let archive = outline.own("archive") else { return nil }
    let number = id.description.utf8.drop { $0 != UInt8(ascii: "/") }
    guard let filed = PaperID(archive + String(Substring(number))), filed == id else { return nil }
    return filed.subjectClass
  }

  private func readContributor(_ outline: OPMLOutline, into record: inout Paper.Record) {
    let role = outline.own("role").flatMap { ContributorRole(rawValue: $0) } ?? .author
    if record[role].isEmpty { record.origins[.contributors(role)] = file.anchor(at: outline.range) }
    var group = record[role]
    if outline.own("more") == "yes" {
      group.hasMore = true
    } else if let family = outline.own("family") {
      group.names.append(
        .person(
          PersonName(
            family: family, given: outline.own("given"), droppingParticle: outline.own("dropping-particle"),
            nonDroppingParticle: outline.own("particle"), suffix: outline.own("suffix"))))
    } else {
      group.names.append(.literal(main(outline)))
    }
    record[role] = group
  }

  /// A value without a place of its own: `/key/0: ` stands before it.
  func readValue(_ outline: OPMLOutline, into leaves: inout DataValueLeaves) {
    var pointer = outline.own("lead") ?? ""
    if pointer.hasSuffix(": ") { pointer.removeLast(2) }
    leaves.insert(
      pointer, outline.own("type") ?? "text", main(outline), at: file.anchor(at: outline.range))
  }
}

extension Paper.Detail {
  /// The attribute of our namespace that holds it.
  var attribute: String {
    switch self {
    case .container: "venue"
    case .number: "report-number"
    default: rawValue
    }
  }
}

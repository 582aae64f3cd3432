import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

extension DigestEncodingReader {
  /// What a record of the index says outright.
  func record(_ members: DigestEncodingMapping, at node: LocatedNode, id: PaperID?) -> Paper.Record {
    var record = Paper.Record(
      identifiers: members.list("identifiers").compactMap { citation($0)?.id.withoutVersion },
      citationKey: members.string("citationKey"), title: members.text("title"),
      shortTitle: members.text("shortTitle"), originalTitle: members.text("originalTitle"),
      abstract: members.text("abstract"), keywords: members.words("tags"),
      categories: members.words("categories"),
      links: members.list("links").compactMap(link), extra: members.extra("extra"), anchor: anchor(node))
    record.type = publicationType(members)
    let authors = members.list("authors").compactMap(contributor)
    record[.author] = ContributorGroup(
      role: .author, names: authors, hasMore: members.boolean("hasMoreAuthors") ?? false)
    for group in members.list("contributors").compactMap(contributors) { record[group.role] = group }
    for detail in Paper.Detail.allCases {
      record.details[detail] = members.string(detail.rawValue, .orNumber)
    }
    for completion in members.list("completions") { read(completion: completion, into: &record) }
    readDate(members, into: &record)
    readFirstVersion(members, id: id, into: &record)
    return record
  }

  private func readDate(_ members: DigestEncodingMapping, into record: inout Paper.Record) {
    guard let node = members.node("date"), let text = string(node, .orNumber, for: "date") else { return }
    if let date = EDTFDate(edtf: text) {
      record.date = date
      record.origins[.date] = anchor(node)
    } else {
      keep("date", text, at: node, in: &record)
    }
  }

  /// Members of version 1: an address, a DOI and a venue as given.
  private func readFirstVersion(
    _ members: DigestEncodingMapping, id: PaperID?, into record: inout Paper.Record
  ) {
    if let url = members.string("url") { record.links.append(Paper.Link(.landingPage, url)) }
    record.container = record.container ?? members.string("venue")
    guard let node = members.node("doi"), let text = string(node, .asText, for: "doi") else { return }
    if let doi = PaperID(text)?.withoutVersion {
      if doi != id, !record.identifiers.contains(doi) { record.identifiers.append(doi) }
    } else {
      keep("doi", text, at: node, in: &record)
    }
  }

  /// A value that is not what its name says is kept as it is.
  private func keep(_ key: String, _ text: String, at node: LocatedNode, in record: inout Paper.Record) {
    record.extra.append(ExtraField(key: key, value: .string(text), anchor: anchor(node)))
  }

  private func publicationType(_ members: DigestEncodingMapping) -> PublicationType? {
    guard let node = members.node("type"), let word = string(node, .asText, for: "type") else { return nil }
    if let type = PublicationType(rawValue: word) { return type }
    report(
      DigestEncodingDiagnostics.unknownValue, "'type' is \(quoted(word)), expected a type of CSL",
      at: node.range)
    return nil
  }

  private func link(_ node: LocatedNode) -> Paper.Link? {
    guard let members = DigestEncodingMapping(node, self, "link") else { return nil }
    defer { members.finish() }
    guard let kind = members.word("kind", Paper.Link.Kind.self) else { return nil }
    return Paper.Link(kind, members.requiredString("url"))
  }

  private func read(completion node: LocatedNode, into record: inout Paper.Record) {
    guard let members = DigestEncodingMapping(node, self, "completion") else { return }
    defer { members.finish() }
    let parts = members.list("parts").compactMap { node -> Paper.Record.Part? in
      guard let word = string(node, .asText, for: "parts") else { return nil }
      if let part = Paper.Record.Part(completed: word) { return part }
      let nearest = nearestName(to: word, in: Paper.Record.Part.completedNames)
      report(
        DigestEncodingDiagnostics.unknownValue,
        "\(quoted(word)) is not a part of a record that a catalogue completes", at: node.range,
        help: nearest.map { "did you mean \(quoted($0))?" })
      return nil
    }
    let sorted = Paper.Record.Part.completed.filter(parts.contains)
    record.note(sorted, from: members.requiredString("source"))
  }

  private func contributors(_ node: LocatedNode) -> ContributorGroup? {
    guard let members = DigestEncodingMapping(node, self, "group of contributors") else { return nil }
    defer { members.finish() }
    guard let role = members.word("role", ContributorRole.self) else { return nil }
    return ContributorGroup(
      role: role, names: members.list("names").compactMap(contributor),
      hasMore: members.boolean("hasMore") ?? false)
  }

  /// The parts of a person's name, the `literal` of a body, or a name as people write it; `name` is a literal of
  /// version 1.
  func contributor(_ node: LocatedNode) -> ContributorName? {
    if case .scalar = node.content {
      return string(node, .asText, for: "authors").flatMap { NameReader().name(in: $0).names.first }
    }
    guard let members = DigestEncodingMapping(node, self, "author") else { return nil }
    defer { members.finish() }
    let given = members.string("given")
    if let family = members.string("family") {
      return .person(
        PersonName(
          family: family, given: given, droppingParticle: members.string("droppingParticle"),
          nonDroppingParticle: members.string("nonDroppingParticle"), suffix: members.string("suffix")))
    }
    if let name = members.string("literal") ?? members.string("name") {
      return .literal(given.map { "\($0) \(name)" } ?? name)
    }
    report(
      DigestEncodingDiagnostics.missingKey, "author has no 'family' and no 'literal', expected one",
      at: node.range.prefix(1))
    return nil
  }
}

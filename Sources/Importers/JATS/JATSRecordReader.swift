import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

/// Reads a reference of ours back into the paper that it was.
struct JATSRecordReader {
  private let citation: XMLNode
  private let reference: String
  private let file: RecordFile
  private let ids: JATSReferenceIDs
  private let text = JATSText(spacing: .kept)

  /// - Parameter reference: the `id` of the `ref`.
  init(_ citation: XMLNode, of reference: String, _ file: RecordFile) {
    self.citation = citation
    self.reference = reference
    self.file = file
    ids = JATSReferenceIDs(citation, reference)
  }

  /// - Parameter names: what the sections call a paper: the first of these stands where a title would.
  /// - Returns: `nil` where nothing names the paper.
  func paper(names: (PaperID) -> [String]) -> Paper? {
    var record = Paper.Record(anchor: file.anchor(at: citation.tagName))
    readPeople(&record)
    readPublication(&record)
    readNotes(&record)
    record.identifiers = ids.others
    readLinks(&record)
    let title = readTitle(&record)
    guard let id = ids.own ?? titleID(title?.plainText ?? record.names.first, record) else { return nil }
    let known = ([id] + ids.others).flatMap(names).map(JATSText.collapsed).filter { !$0.isEmpty }
    if let title, title.plainText != id.label, !known.contains(JATSText.collapsed(title.plainText)) {
      record.title = title
    }
    for name in namedTexts("paper-name") where !known.contains(JATSText.collapsed(name)) {
      record.names.append(name)
    }
    if record.date == id.month.map({ EDTFDate(PartialDate($0)) }) { record.date = nil }
    var paper = Paper(id: id, record: record, version: version, month: id.month)
    if let type = namedTexts("type").first { paper.record.type = PublicationType(rawValue: type) }
    if paper.record.type == nil { readType(&paper) }
    return paper
  }

  /// What a paper without an id is called: its title and year, and more where others have the same; else what the
  /// reference is called after it.
  private func titleID(_ title: String?, _ record: Paper.Record) -> PaperID? {
    let year = record.date?.start.year
    let plain = title.flatMap { PaperID(title: $0, year: year) }
    if let plain, JATSReferenceIDs.isName(reference, of: plain) { return plain }
    return JATSReferenceIDs.titleID(namedBy: reference) ?? plain
  }

  /// The type is that of the record where a source gives it, or where it does not follow from the rest.
  private func readType(_ paper: inout Paper) {
    guard let word = citation["publication-type"], let type = PublicationType(word: word) else { return }
    if citation["specific-use"] == "given-type" || paper.impliedType != type { paper.record.type = type }
  }

  private var version: Int? { citation.first("version").flatMap { Int($0.text) } }

  private func words(_ name: String) -> String? { citation.first(name)?.text }

  private func named(_ type: String) -> [XMLNode] {
    citation.elements("named-content").filter { $0["content-type"] == type }
  }

  private func namedTexts(_ type: String) -> [String] { named(type).map(\.text) }

  // MARK: - Titles

  /// - Returns: what stands where the title would.
  private func readTitle(_ record: inout Paper.Record) -> RichText? {
    record.shortTitle = named("short-title").first.map { text.rich($0, file) }
    record.originalTitle = named("original-title").first.map { text.rich($0, file) }
    if let annotation = citation.elements("annotation").first(where: { $0["content-type"] == "abstract" }) {
      let paragraphs = annotation.elements("p").map { text.markdown($0) }
      record.abstract = RichText(
        markdown: paragraphs.joined(separator: "\n\n"), anchor: file.anchor(at: annotation.startTag))
    }
    let element = ["article-title", "chapter-title", "data-title"].lazy.compactMap { citation.first($0) }
      .first
    guard let element = element ?? (isBook ? citation.first("source") : nil) else { return nil }
    // A name that the source gives and no section uses.
    if let name = element.first("named-content"), name["content-type"] == "paper-name" {
      record.names.append(name.text)
      return nil
    }
    return text.rich(element, file)
  }

  /// Whether `source` is the title.
  private var isBook: Bool {
    ["book", "thesis"].contains(citation["publication-type"] ?? "") && citation.first("chapter-title") == nil
  }

  // MARK: - People

  private func readPeople(_ record: inout Paper.Record) {
    for group in citation.elements("person-group") {
      let type = group["person-group-type"] ?? ""
      guard let role = ContributorRole(rawValue: type == "custom" ? group["custom-type"] ?? "" : type) else {
        continue
      }
      var names = ContributorGroup(role: role)
      for name in group.elements {
        switch name.localName {
        case "collab": names.names.append(.literal(name.text))
        case "name": names.names.append(.person(person(name)))
        case "etal": names.hasMore = true
        default: break
        }
      }
      record[role] = names
      record.origins[.contributors(role)] = file.anchor(at: group.startTag)
    }
  }

  /// A particle is part of the surname in JATS.
  private func person(_ name: XMLNode) -> PersonName {
    let (family, given) = (name.first("surname")?.text ?? "", name.first("given-names")?.text)
    let suffix = name.first("suffix")?.text
    let whole = PersonName(family: family, given: given, suffix: suffix)
    guard family.utf8.contains(where: { $0 == 0x20 || $0 == UInt8(ascii: "'") || $0 == UInt8(ascii: "-") }),
      case .person(let split)? = NameReader().name(family: family, given: given, suffix: suffix).names.first,
      split.familyWithParticles == family, split.given == given, split.suffix == suffix
    else { return whole }
    return split
  }

  // MARK: - Publication

  private static let details: [(Paper.Detail, String)] = [
    (.event, "conf-name"), (.series, "series"), (.volume, "volume"), (.issue, "issue"),
    (.edition, "edition"), (.publisher, "publisher-name"), (.place, "publisher-loc"), (.isbn, "isbn"),
    (.issn, "issn"), (.comment, "comment"), (.number, "patent"),
  ]

  private func readPublication(_ record: inout Paper.Record) {
    for (detail, element) in Self.details { record.details[detail] = words(element) }
    record.details[.number] = record.details[.number] ?? namedTexts("number").first
    record.details[.language] = namedTexts("language").first
    if let source = words("source"), !isBook, source != "arXiv" || !isPreprint { record.container = source }
    record.container = namedTexts("venue").first ?? record.container
    if let first = words("fpage") {
      record.details[.pages] = words("lpage").map { "\(first)-\($0)" } ?? first
    } else {
      record.details[.pages] = words("elocation-id") ?? words("page-range")
    }
    let date = namedTexts("date").first ?? citation.first("year")?["iso-8601-date"]
    record.date = date.flatMap { EDTFDate(edtf: $0) }
  }

  private var isPreprint: Bool { citation["publication-type"] == "preprint" }

  // MARK: - Links

  /// An address without a word of what it leads to is an id, and with a title of its own it follows from one.
  private func readLinks(_ record: inout Paper.Record) {
    for link in citation.elements("ext-link") {
      guard let kind = JATSWords.value(link["specific-use"], Paper.Link.Kind.self) else { continue }
      record.links.append(Paper.Link(kind, link.attribute("href", in: .xlink)?.value ?? link.text))
    }
  }

  // MARK: - Notes

  private func readNotes(_ record: inout Paper.Record) {
    record.citationKey = namedTexts("citation-key").first
    record.categories = namedTexts("category")
    record.keywords = namedTexts("tag")
    record.rank = namedTexts("rank").first.flatMap { Int($0) }
    for part in citation.elements("named-content") {
      guard let type = part["content-type"] else { continue }
      if type == "topic" {
        record.topics.append(part.text.separated(by: " > "))
      } else if type == "topic-json", case .sequence(let labels)? = JATSJSON.value(part.text) {
        record.topics.append(labels.map { if case .string(let label) = $0 { label } else { "" } })
      } else if type.hasPrefix("extra:") {
        add(String(type.dropFirst("extra:".count)), .string(part.text), part, &record)
      } else if type.hasPrefix("extra-json:") {
        let key = String(type.dropFirst("extra-json:".count))
        add(key, JATSJSON.value(part.text) ?? .string(part.text), part, &record)
      }
    }
  }

  private func add(_ key: String, _ value: DataValue, _ node: XMLNode, _ record: inout Paper.Record) {
    record.extra.append(ExtraField(key: key, value: value, anchor: file.anchor(at: node.startTag)))
  }
}

/// The ids of a reference of ours.
struct JATSReferenceIDs {
  /// The one that counts: the `id` of the reference is made of it.
  let own: PaperID?
  let others: [PaperID]

  init(_ citation: XMLNode, _ reference: String) {
    var ids: [PaperID] = []
    for element in citation.elements("pub-id") {
      if let id = Self.id(element), !ids.contains(id) { ids.append(id) }
    }
    if let archive = citation.elements("named-content").first(where: { $0["content-type"] == "archive" })?
      .text,
      let index = ids.firstIndex(where: { $0.scheme == .arxiv && $0.archive != nil }),
      let point = archive.firstIndex(of: ".")
    {
      ids[index].subjectClass = String(archive[archive.index(after: point)...])
    }
    for link in citation.elements("ext-link")
    where link["specific-use"] == nil && link.attribute("title", in: .xlink) == nil {
      let address = link.attribute("href", in: .xlink)?.value ?? link.text
      if let id = PaperID(address), id.scheme == .url, !ids.contains(id) { ids.append(id) }
    }
    let own = ids.first { Self.isName(reference, of: $0) }
    self.own = own
    others = ids.filter { $0 != own }
  }

  private static func id(_ element: XMLNode) -> PaperID? {
    let type = element["pub-id-type"] ?? ""
    let scheme = type == "custom" ? element["custom-type"] ?? "" : type
    if scheme == "arxiv" || scheme == "doi" { return PaperID(element.text) }
    return PaperID(scheme: scheme == "id" ? "other" : scheme, value: element.text)
  }

  /// Whether `ref-2409.10000` is made of an id; `-2` where another was there first.
  static func isName(_ reference: String, of id: PaperID) -> Bool {
    var name = Array("ref-".utf8)
    for byte in id.value.utf8 {
      let isNameByte = byte.isAlphanumeric || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
      name.append(isNameByte ? byte : UInt8(ascii: "_"))
    }
    let written = Array(reference.utf8)
    guard written.starts(with: name) else { return false }
    let rest = written[name.count...]
    return rest.isEmpty
      || rest.first == UInt8(ascii: "-") && rest.count > 1 && rest.dropFirst().allSatisfy(\.isDigit)
  }

  /// `ref-a-title-2024`: what a paper without an id is called, unless letters beyond ASCII were left out of it.
  static func titleID(namedBy reference: String) -> PaperID? {
    guard reference.hasPrefix("ref-"), !reference.contains("_") else { return nil }
    let name = reference.dropFirst("ref-".count)
    return name.isEmpty ? nil : PaperID(scheme: .title, value: String(name))
  }
}

import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

/// Says what the fields of one entry mean.
struct BibTeXEntryReader {
  /// In lower case.
  let type: String
  private let fields: [BibTeXField]
  private let groups: JabRefGroups
  private let texts: RecordTexts
  private let special: [String: BibTeXFields.Meaning]
  /// Positions of the first field of each name, where there are so many that time would not be linear.
  private let positions: [String: Int]?
  private static let manyFields = 64
  /// What each of many fields of one name can depend on, found once.
  private var eprintScheme: String?
  private var eprintClass: String?
  private var note: BibTeXNote?

  /// - Parameter fields: own and inherited ones; the first of a name counts.
  init(type: String, fields: [BibTeXField], groups: JabRefGroups, texts: RecordTexts) {
    self.type = type.lowercased()
    self.fields = fields
    self.groups = groups
    self.texts = texts
    special = BibTeXFields.special(of: self.type)
    positions =
      fields.count <= Self.manyFields
      ? nil
      : Dictionary(fields.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
    eprintScheme = findEprintScheme()
    eprintClass = text("eprintclass") ?? text("primaryclass")
    note = text("note").map { BibTeXNote($0) }
  }

  /// - Parameters:
  ///   - type: as written.
  ///   - key: empty where the entry has none.
  func members(type: LocatedNode, key: LocatedNode) -> [MeantMember] {
    var members: [MeantMember] = []
    members.reserveCapacity(fields.count + 3)
    if let member = typeMember(type) { members.append(member) }
    if let text = key.text {
      let member = LocatedMember(key: "citationKey", keyRange: key.range, value: key)
      members.append(MeantMember(member: member, field: RecordField(part: .citationKey, fitness: 0)))
      if let paths = groups.members[text] {
        let member = LocatedMember(key: "groups", keyRange: key.range, value: topics(paths, key.range))
        members.append(MeantMember(member: member, field: RecordField(part: .topics, fitness: 2)))
      }
    }
    for field in fields { if let member = member(field) { members.append(member) } }
    return members
  }

  /// What CSL calls the type; its own name is kept where it says more.
  /// - Returns: `nil` for an entry of ours whose type nobody has said.
  private func typeMember(_ type: LocatedNode) -> MeantMember? {
    if self.type == "online" || self.type == "misc", !isOnArXiv, text("date") == Self.unknownDate {
      return nil
    }
    var member = MeantMember(member: LocatedMember(key: "entrytype", keyRange: type.range, value: type))
    member.isKept = BibTeXEntryTypes.saysMore(self.type)
    if let known = publicationType {
      member.add(.cslType, 0, LocatedNode(text: known.rawValue, range: type.range))
    }
    return member
  }

  // MARK: - Types

  private var publicationType: PublicationType? {
    switch type {
    case "article", "suppperiodical":
      switch text("entrysubtype")?.lowercased() {
      case "magazine": return .magazineArticle
      case "newspaper": return .newspaperArticle
      default: break
      }
      if isOnArXiv, !has("journal"), !has("journaltitle") { return .preprint }
    case "unpublished": if has("eventtitle") { return .speech }
    case "misc", "online", "electronic", "www": if isOnArXiv { return .preprint }
    default: break
    }
    return BibTeXEntryTypes.publicationType(type)
  }

  private func field(_ key: String) -> BibTeXField? {
    guard let positions else { return fields.first { $0.key == key } }
    return positions[key].map { fields[$0] }
  }

  private func has(_ key: String) -> Bool { field(key) != nil }
  private func text(_ key: String) -> String? { field(key).map { decoded($0.text) } }

  // MARK: - Fields

  /// What is kept under its name is text, too; parts decode what they take.
  private func member(_ field: BibTeXField) -> MeantMember? {
    guard var member = meantMember(field) else { return nil }
    guard BibTeXFields.isText(field.key) else { return member }
    let text = texts.plain(field.text, .bibTeX)
    guard text != field.text else { return member }
    if let part = member.field {
      member.values.insert((part, member.member.value), at: 0)
      member.field = nil
    }
    member.member.value = field.node(text)
    return member
  }

  private func meantMember(_ field: BibTeXField) -> MeantMember? {
    var member = MeantMember(member: field.member)
    guard let meaning = BibTeXFields.meaning(of: field.key, special) else {
      // A field of biblatex that no part has is not another one that is misspelled.
      member.isKept = BibTeXFields.isText(field.key)
      return member
    }
    switch meaning {
    case .part(let part, let fitness): member.add(part, fitness)
    case .body(let fitness):
      // The record has one publisher; which field names it is kept.
      member.add(.detail(.publisher), fitness)
      member.isKept = true
    case .verbatim(let part, let fitness): addVerbatim(field, part, fitness, to: &member)
    case .names(let role, let fitness):
      member.add(.contributors(role), fitness, BibTeXExtendedNames.node(field))
      member.isKept = field.key == "holder"
    case .date(let part, let fitness): addDate(field, part, fitness, to: &member)
    case .pages: member.add(.detail(.pages), 0, field.node(pages(field.text)))
    case .language:
      let name = decoded(field.text)
      member.add(
        .detail(.language), field.key == "langid" ? 0 : 1, field.node(BibTeXLanguages.code(of: name) ?? name))
    case .number: member.add(.detail(.issue), 1)
    case .eprint: addEprint(field, to: &member)
    case .eprintType: return isEprintKnown ? nil : member
    case .eprintClass: addEprintClass(field, to: &member)
    case .url: addAddresses(field, to: &member)
    case .note: addNote(field, to: &member)
    case .howPublished: addHowPublished(field, to: &member)
    case .keywords: addKeywords(field, to: &member)
    case .groups: addGroups(field, to: &member)
    case .editor:
      member.add(.contributors(editorRole), 0, BibTeXExtendedNames.node(field))
    case .typeWord: if isTypeWord(field.text) { return nil }
    case .parent: break
    }
    return member
  }

  private func decoded(_ text: String) -> String {
    var text = text
    // A lone grave accent is TeX after `?` and `!`.
    let isPlain = text.withUTF8 { RecordTextScan.isPlain($0) && $0.firstOffset(of: UInt8(ascii: "`")) == nil }
    return isPlain ? text.trimmed : LaTeXDecoder.decode(text).trimmed
  }

  private func addVerbatim(
    _ field: BibTeXField, _ part: RecordPart, _ fitness: Int, to member: inout MeantMember
  ) {
    if case .link = part {
      // A file on a disk, a word: no address.
      let (addresses, isWhole) = BibTeXVerbatimText.addresses(field.text)
      for address in addresses { member.add(part, fitness, field.node(address)) }
      member.isKept = !isWhole
    } else {
      let id = BibTeXVerbatimText.id(field.text)
      member.add(
        part, fitness, field.node(PaperID(identifier: id) == nil ? BibTeXVerbatimText.plain(field.text) : id))
    }
  }

  /// What our own files have for a date that nobody gave.
  private static let unknownDate = "XXXX"

  private func addDate(
    _ field: BibTeXField, _ part: RecordPart, _ fitness: Int, to member: inout MeantMember
  ) {
    // In dates of biblatex `~` says that they are approximate.
    let isTeX = part != .date || field.text.utf8.contains { $0.isOne(of: "\\{") }
    var text = isTeX ? decoded(field.text).replacingAll("\u{A0}", with: " ") : field.text.trimmed
    if text == Self.unknownDate { return member.add(part, fitness, field.node("")) }
    if RecordBuilder.isUndated(text) {
      member.isKept = true
      return
    }
    if part == .month || part == .day { text = Self.months(text) }
    member.add(part, fitness, field.node(text))
  }

  /// `nov, dec` and `nov/dec` are an interval.
  private static func months(_ text: String) -> String {
    var text = text
    while text.hasSuffix(".") { text.removeLast() }
    guard text.utf8.contains(where: { $0.isOne(of: ",/&") }) else { return text }
    let words = text.split { $0 == "," || $0 == "/" || $0 == "&" }.map { String($0).trimmed }
    guard words.count == 2, words.allSatisfy({ $0.utf8.first?.isLetter == true }) else { return text }
    return words.joined(separator: "--")
  }

  /// `192--219` is `192-219` for every other format.
  private func pages(_ text: String) -> String {
    var pages: [UInt8] = []
    // `--` is TeX, but here no sign of its own.
    let isPlain = text.utf8.allSatisfy { $0.isDigit || $0 == UInt8(ascii: "-") }
    let text = isPlain ? text : decoded(text)
    for byte in text.replacingAll("\u{2013}", with: "-").replacingAll("\u{2014}", with: "-").utf8
    where !(byte == UInt8(ascii: "-") && pages.last == byte) { pages.append(byte) }
    return String(decoding: pages, as: UTF8.self).replacingAll(" - ", with: "-")
  }

  /// The words that our own files have there, which say no more than the type of the entry.
  private func isTypeWord(_ text: String) -> Bool {
    text == "Thesis" && type.hasSuffix("thesis") || text == "Report" && type.hasSuffix("report")
  }

  private var editorRole: ContributorRole {
    switch text("editortype")?.lowercased() {
    case nil, "", "editor", "compiler", "redactor", "reviser", "organizer": .editor
    default: .contributor
    }
  }

  // MARK: - Ids and addresses

  private func findEprintScheme() -> String? {
    let name = (text("eprinttype") ?? text("archiveprefix"))?.lowercased()
    switch name {
    case nil, "": return field("eprint").flatMap { PaperID($0.text) }?.scheme == .arxiv ? "arxiv" : nil
    case "arxiv", "arxiv.org": return "arxiv"
    case "pubmed", "pmid": return "pmid"
    case "pmc", "pmcid": return "pmcid"
    case "jstor", "hdl", "handle", "hal", "ssrn", "inspire": return name
    default: return nil
    }
  }

  private var isEprintKnown: Bool { eprintScheme != nil && has("eprint") }

  private var isOnArXiv: Bool {
    eprintScheme == "arxiv" && has("eprint") || has("arxiv") || has("arxivid")
      || field("url").map { $0.text.holds("arxiv.org/") } ?? false
  }

  private func addEprint(_ field: BibTeXField, to member: inout MeantMember) {
    let text = BibTeXVerbatimText.id(field.text)
    guard let scheme = eprintScheme else {
      if text.hasPrefix("http") { member.add(.link(.landingPage), 1, field.node(text)) }
      return
    }
    guard scheme == "arxiv" else { return member.add(.scheme(scheme), 0, field.node(text)) }
    member.add(.scheme("arxiv"), 0, field.node(withClass(text) + (note?.version.map { "v\($0)" } ?? "")))
  }

  /// `math/0309136` of class `math.GT` is `math.GT/0309136`.
  private func withClass(_ id: String) -> String {
    guard let slash = id.firstIndex(of: "/"), let eprintClass, eprintClass.hasPrefix(id[..<slash] + ".")
    else {
      return id
    }
    return eprintClass + id[slash...]
  }

  private func addEprintClass(_ field: BibTeXField, to member: inout MeantMember) {
    let name = decoded(field.text)
    // The archive of an old id, and its class, are in the id.
    if let id = self.field("eprint")?.text, id.hasPrefix(name.prefix { $0 != "." } + "/") {
      return member.add(.categories, 0, field.node(""))
    }
    member.add(.categories, 0, field.node(name))
  }

  private func addAddresses(_ field: BibTeXField, to member: inout MeantMember) {
    let (addresses, isWhole) = BibTeXVerbatimText.addresses(field.text)
    if addresses.isEmpty {
      return member.add(.link(.landingPage), 0, field.node(BibTeXVerbatimText.plain(field.text)))
    }
    for address in addresses { member.add(.link(.landingPage), 0, field.node(address)) }
    member.isKept = !isWhole
  }

  private func addHowPublished(_ field: BibTeXField, to member: inout MeantMember) {
    let (addresses, isWhole) = BibTeXVerbatimText.addresses(field.text)
    for address in addresses { member.add(.link(.landingPage), 1, field.node(address)) }
    if addresses.isEmpty { member.add(.detail(.publisher), 9) }
    member.isKept = !isWhole
  }

  // MARK: - Words

  private func addNote(_ field: BibTeXField, to member: inout MeantMember) {
    let note = BibTeXNote(decoded(field.text))
    if let rank = note.rank { member.add(.rank, 0, field.node(String(rank))) }
    if note.version != nil, !isOnArXiv { member.isKept = true }
    if note.rest.isEmpty { return member.add(.rank, 0, field.node("")) }
    if note.rest.lowercased().hasPrefix("arxiv:"), !note.rest.contains(";"), !note.rest.contains(",") {
      let id = eprintClass == nil ? note.rest : String(note.rest.prefix { $0 != "[" })
      return member.add(.scheme("arxiv"), 1, field.node(id))
    }
    member.add(.detail(.comment), 0, field.node(note.isWhole ? field.text : note.rest))
  }

  private func addKeywords(_ field: BibTeXField, to member: inout MeantMember) {
    var words = BibTeXKeywordReader(areTopics: groups.showsKeywords, hasClasses: isOnArXiv)
    words.read(field.text) { texts.plain($0, .bibTeX) }
    func list(_ words: [String]) -> LocatedNode {
      LocatedNode(.sequence(words.map(field.node)), range: field.range)
    }
    if !words.topics.isEmpty { member.add(.topics, 0, topics(words.topics, field.range)) }
    if !words.categories.isEmpty { member.add(.categories, 1, list(words.categories)) }
    if !words.keywords.isEmpty { member.add(.keywords, 0, list(words.keywords)) }
    if member.isMeaningless { member.add(.keywords, 0, field.node("")) }
  }

  private func addGroups(_ field: BibTeXField, to member: inout MeantMember) {
    let names = decoded(field.text).split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
    member.add(.topics, 1, topics(names.map { groups.paths[$0] ?? [$0] }, field.range))
  }

  private func topics(_ paths: [[String]], _ range: SourceRange) -> LocatedNode {
    let lists = paths.map { path in
      LocatedNode(.sequence(path.map { LocatedNode(text: $0, range: range) }), range: range)
    }
    return LocatedNode(.sequence(lists), range: range)
  }
}

extension MeantMember {
  /// - Parameter node: where it says something else than the member.
  mutating func add(_ part: RecordPart, _ fitness: Int, _ node: LocatedNode? = nil) {
    let field = RecordField(part: part, fitness: fitness)
    if node == nil, self.field == nil, values.isEmpty {
      self.field = field
    } else {
      values.append((field, node ?? member.value))
    }
  }
}

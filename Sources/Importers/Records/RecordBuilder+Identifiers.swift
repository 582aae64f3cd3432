import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

extension RecordBuilder {
  mutating func add(_ id: PaperID) {
    guard knownIDs.insert(id) else { return }
    if id.scheme == .url { addresses.append(id) } else { ids.append(id) }
  }

  // MARK: - Fields

  /// The field `id`: an id, or the key by which the source calls the paper.
  mutating func addID(_ node: LocatedNode) -> Bool {
    if case .sequence(let items) = node.content {
      return items.reduce(true) { isWhole, item in addID(item) && isWhole }
    }
    guard let text = node.text?.trimmed, !text.isEmpty else { return false }
    // `url:https://kites.org/plan` of Manubot.
    if text.hasPrefix("url:http") {
      let address = LocatedNode(text: String(text.dropFirst(4)), range: node.range)
      return addLink(address, .landingPage)
    }
    if let id = PaperID(identifier: text), id.scheme != .other || Self.isKnownScheme(id) {
      // The address of a record in a library is not one of the paper.
      if id.scheme == .url { return !text.contains("zotero.org/") && addLink(node, .landingPage) }
      add(id)
      return true
    }
    if noteFault(ofID: text, at: node), text.utf8.contains(UInt8(ascii: ".")) { return false }
    return setKey(node)
  }

  /// - Returns: whether the text looks like an id of arXiv and is none.
  private mutating func noteFault(ofID text: String, at node: LocatedNode) -> Bool {
    guard let fault = PaperIDFault(text) else { return false }
    idFault = (fault, node)
    return true
  }

  /// A number without a point counts records, unless nothing else names the paper.
  func reportFaultOfID() {
    guard let (fault, node) = idFault, node.text?.utf8.contains(UInt8(ascii: ".")) == true else { return }
    reader.report(RecordDiagnostics.impossibleValue, fault.summary, at: node.range, help: fault.help)
  }

  /// `smith:2024` is a key and not an id.
  static func isKnownScheme(_ id: PaperID) -> Bool {
    let scheme = id.value.prefix { $0 != ":" }
    return [
      "mag", "dblp", "hal", "ads", "bibcode", "inspire", "handle", "hdl", "urn", "zbl", "zbmath", "mr", "wos",
      "eid",
      "scopus", "oclc", "lccn", "jstor", "ssrn", "wikidata", "ark", "lens", "cristin", "swh", "agr", "ppr",
      "eric",
    ].contains(String(scheme))
  }

  /// - Parameter isExplicit: whether the field holds a key and nothing else; it counts more than `id`.
  mutating func setKey(_ node: LocatedNode, isExplicit: Bool = false) -> Bool {
    guard record.citationKey == nil || isExplicit && !hasExplicitKey, let text = node.text?.trimmed,
      dialect == .bibTeX && !text.isEmpty
        || dialect == .csl && !text.isEmpty && text.utf8.allSatisfy(\.isDigit)
        || isKey(node, text)
    else { return record.citationKey != nil && record.citationKey == node.text?.trimmed }
    record.citationKey = text
    hasExplicitKey = isExplicit
    record.origins[.citationKey] = reader.context.anchor(node)
    return true
  }

  /// A number of a database: `6b1e0f7c-0000-3f0d-8f0e-000000000000`.
  private static func isHash(_ text: String) -> Bool {
    let digits = text.utf8.filter { $0 != UInt8(ascii: "-") }
    return digits.count >= 16 && digits.allSatisfy { $0.isDigit || (0x61...0x66).contains($0.lowercased) }
  }

  /// A number counts records; a key has letters and no spaces.
  private func isKey(_ node: LocatedNode, _ text: String) -> Bool {
    text.utf8.contains { $0.isLetter } && !text.utf8.contains { $0.isSpace } && text.utf8.count <= 100
      && !text.utf8.starts(with: "http".utf8) && !Self.isHash(text)
  }

  /// A field of one scheme; a list of ids, or several in one text.
  mutating func addID(_ node: LocatedNode, of scheme: String) -> Bool {
    switch node.content {
    case .sequence(let items):
      return items.filter { !$0.isNothing }.reduce(true) { isWhole, item in addID(item, of: scheme) && isWhole
      }
    case .mapping(let members):
      guard let value = node["value"] ?? node["id"] ?? node["url"] else { return false }
      return addID(value, of: scheme) && members.count == 1
    case .scalar(let scalar):
      guard scalar.kind != .boolean else { return false }
      return addIDs(in: scalar.text, of: scheme, at: node)
    }
  }

  private mutating func addIDs(in text: String, of scheme: String, at node: LocatedNode) -> Bool {
    var text = text.trimmed
    // `arXiv:2401.00011v2 [cs.CL]`
    var category: String?
    if scheme == "arxiv", text.hasSuffix("]"), let bracket = text.lastIndex(of: "[") {
      category = String(text[bracket...].dropFirst().dropLast())
      text = String(text[..<bracket]).trimmed
    }
    let pieces = PaperIDList.pieces(of: text)
    let found = pieces.compactMap { Self.id(of: $0, scheme) }
    if let category, record.categories.isEmpty, found.count == 1 { record.categories = [category] }
    guard !found.isEmpty, found.count == pieces.count else {
      return reportFault(ofID: text, scheme, at: node)
    }
    for id in found { add(id) }
    return true
  }

  private static func id(of text: String, _ scheme: String) -> PaperID? {
    switch scheme {
    case "arxiv":
      // Fields of this name also hold other addresses: that of the preprint on another server.
      if let id = PaperID(text) { return id }
      return PaperID(scheme: "arxiv", value: text)
    case "doi":
      guard let id = PaperID(text), id.scheme == .doi || id.scheme == .arxiv || id.url != nil else {
        return nil
      }
      return id
    case "s2":
      // Other lists have an id of arXiv or of their own in `paperId`.
      if let id = PaperID(text) { return id }
      let isHash =
        text.utf8.count == 40 && text.utf8.allSatisfy { $0.isDigit || (0x61...0x66).contains($0.lowercased) }
      return isHash ? PaperID(scheme: "s2", value: text) : nil
    case "openreview":
      if let id = PaperID(text) { return id }
      let isID =
        text.utf8.count >= 8 && text.utf8.allSatisfy { $0.isAlphanumeric || $0 == 0x2D || $0 == 0x5F }
      return isID ? PaperID(scheme: scheme, value: text) : nil
    default:
      if let id = PaperID(text), id.scheme != .url || text.contains("://") { return id }
      return PaperID(scheme: scheme, value: text)
    }
  }

  /// - Returns: `false`: the value is kept.
  private mutating func reportFault(ofID text: String, _ scheme: String, at node: LocatedNode) -> Bool {
    switch scheme {
    case "arxiv":
      if !noteFault(ofID: text, at: node), text.utf8.contains(where: { $0.isDigit }) {
        fault("found text \(quoted(text)), expected an id of arXiv", at: node)
      }
    case "doi": fault("found text \(quoted(text)), expected a DOI", at: node)
    case "pmid", "pmcid", "openalex":
      fault("found text \(quoted(text)), expected an id of \(scheme)", at: node)
    case "s2": return setKey(node)
    default: break
    }
    return false
  }

  /// A mapping from schemes to ids, or a list of ids, of texts with their scheme or of mappings.
  mutating func addIDs(_ node: LocatedNode) -> Bool {
    switch node.content {
    case .mapping(let members):
      if let (scheme, value) = identifier(node) {
        if let id = PaperID(value), id.scheme != .url || scheme == "url" {
          add(id)
          return members.count <= 2
        }
        return add(value, of: scheme) && members.count <= 2
      }
      return members.reduce(true) { isWhole, member in
        member.value.isNothing || addID(member.value, named: member.key) && isWhole
      }
    case .sequence(let items):
      return items.reduce(true) { isWhole, item in addIDs(item) && isWhole }
    case .scalar:
      guard let text = node.text else { return true }
      let pieces = PaperIDList.pieces(of: text)
      let found = pieces.compactMap { PaperID(identifier: $0) }.filter { $0.scheme != .url }
      guard found.count == pieces.count else { return false }
      for id in found { add(id) }
      return true
    }
  }

  /// Hayagriva's `serial-number: {doi: …}`, or `TR-7`.
  mutating func setSerialNumber(_ node: LocatedNode) -> Bool {
    if let serial = node["serial"] { _ = set(.number, serial) }
    guard let text = node.text else { return addIDs(node) }
    if ISBN.canonical(text) != nil { return set(.isbn, node) }
    return addIDs(node) || set(.number, node)
  }

  private mutating func addID(_ node: LocatedNode, named key: String) -> Bool {
    if key == "serial", record.details[.number] == node.text { return true }
    if case .sequence(let items) = node.content {
      return items.reduce(true) { isWhole, item in addID(item, named: key) && isWhole }
    }
    guard let text = node.text else { return false }
    let scheme = PaperIDList.scheme(of: key)
    if let id = PaperID(text), id.scheme != .url || scheme == "url" {
      add(id)
      return true
    }
    return add(PaperIDList.lastPart(of: text, scheme), of: scheme)
  }

  /// An id of a named scheme. Numbers of journals and of books that the paper is in are not ids of the paper, and what an
  /// unknown scheme counts cannot be known.
  private mutating func add(_ value: String, of scheme: String) -> Bool {
    if let detail = ["issn": Paper.Detail.issn, "isbn": .isbn][scheme] {
      guard record.details[detail] == nil else { return record.details[detail] == value }
      record.details[detail] = value
      return true
    }
    // `swh:1:dir:…` says its scheme itself.
    let value = value.hasPrefix(scheme + ":") ? String(value.dropFirst(scheme.utf8.count + 1)) : value
    guard let id = PaperID(scheme: scheme, value: value), id.scheme != .other || Self.isKnownScheme(id) else {
      return false
    }
    add(id)
    return true
  }

  /// `{type: doi, value: 10.1234/a}` in the words of CFF, DataCite, PubMed and others.
  private func identifier(_ node: LocatedNode) -> (scheme: String, value: String)? {
    let types = ["type", "identifiertype", "idtype", "scheme", "alternateidentifiertype", "name", "schema"]
    let values = ["value", "identifier", "id", "alternateidentifier", "url", "pid"]
    guard let type = types.lazy.compactMap({ node.member($0)?.text }).first,
      let value = values.lazy.compactMap({ node.member($0)?.text }).first
    else { return nil }
    return (PaperIDList.scheme(of: type), value)
  }

  // MARK: - Identity

  /// The ids in the order in which they count; the first becomes `Paper.id`.
  /// - Parameter node: the record.
  /// - Returns: `nil` where nothing names the paper.
  mutating func identify(at range: SourceRange) -> [PaperID]? {
    let best = ids.enumerated().min {
      ($0.element.scheme.rank, $0.offset) < ($1.element.scheme.rank, $1.offset)
    }
    var ordered = ids
    if let best {
      ordered.remove(at: best.offset)
      ordered.insert(best.element, at: 0)
    }
    // An address is an id where there is no other.
    if ordered.isEmpty, let address = addresses.first { ordered = [address] }
    dropPages(of: ordered)
    if let version, let first = ordered.first, first.version == nil {
      ordered[0] = PaperID(
        scheme: first.scheme, value: first.value, version: version, subjectClass: first.subjectClass)
    }
    if ordered.isEmpty, record.title == nil, reader.namesUntitled, let id = untitledID {
      reader.report(
        RecordDiagnostics.untitled, "record has no title and no id; it is known as \(quoted(id.description))",
        at: range.prefix(1))
      return [id]
    }
    return ordered.isEmpty && record.title == nil ? nil : ordered
  }

  /// What a record without a title and an id is known by: its key, unless that only counts; else its authors and its
  /// year, else where it was published, else how its abstract begins.
  private var untitledID: PaperID? {
    if let key = record.citationKey, key.utf8.contains(where: { $0.isLetter }),
      let id = PaperID(title: key, year: nil)
    {
      return id
    }
    let names = (record.authors + record[.editor].names).prefix(3).map(\.familyText)
    let words = record.abstract?.plainText.split(separator: " ").prefix(8).joined(separator: " ")
    let texts: [String?] = [
      names.joined(separator: " "), record.citationKey, record.container, words,
    ]
    return texts.lazy.compactMap { text in text.flatMap { PaperID(title: $0, year: record.date?.start.year) }
    }
    .first
  }

  /// The pages of ids are said with them.
  private mutating func dropPages(of ids: [PaperID]) {
    guard record.links.contains(where: { $0.kind == .landingPage }) else { return }
    let pages = Set(ids.lazy.filter { $0.scheme != .url }.map(\.withoutVersion))
    guard !pages.isEmpty else { return }
    record.links.removeAll { link in
      link.kind == .landingPage && PaperID(link.url).map { pages.contains($0.withoutVersion) } ?? false
    }
  }
}

/// Several ids in one text.
enum PaperIDList {
  /// `10.1234/a, 10.1234/b` are two; a comma or a semicolon alone may also stand inside a DOI.
  static func pieces(of text: String) -> [String] {
    // Most texts are one id.
    guard text.utf8.contains(where: { $0.isSpace || $0.isNonASCII || $0.isOne(of: "|,;") }) else {
      return text.isEmpty ? [] : [text]
    }
    var pieces: [String] = []
    for piece in text.split(whereSeparator: { $0.isWhitespace || $0 == "|" }) {
      var rest = piece
      while let sign = rest.firstIndex(where: { $0 == "," || $0 == ";" }) {
        let after = rest[rest.index(after: sign)...]
        let isEnd = after.isEmpty || ["10.", "http", "doi:"].contains { after.hasPrefix($0) }
        guard isEnd || rest[sign] == ";" && (PaperID(rest[..<sign]) == nil || beginsWithID(after)) else {
          break
        }
        pieces.append(String(rest[..<sign]))
        rest = after
      }
      if !rest.isEmpty { pieces.append(String(rest)) }
    }
    // `arXiv: 2401.00011` is one.
    if pieces.count == 2, pieces[0].hasSuffix(":") { return [pieces[0] + pieces[1]] }
    return pieces.filter { !$0.isEmpty }
  }

  private static func beginsWithID(_ text: Substring) -> Bool {
    PaperID(text.prefix { $0 != "," && $0 != ";" }) != nil
  }

  /// The name of a scheme as `PaperID` knows it.
  static func scheme(of key: String) -> String {
    switch RecordFieldTable.folded(key) {
    case "arxiv", "arxivid": "arxiv"
    case "doi": "doi"
    case "pubmed", "pmid", "medline": "pmid"
    case "pubmedcentral", "pmcid", "pmc": "pmcid"
    case "acl", "anthology": "acl"
    case "corpusid": "corpusid"
    case "url", "uri", "link": "url"
    case let folded: folded
    }
  }

  /// `123` of `https://pubmed.ncbi.nlm.nih.gov/123`: of an address of a scheme that is not read as an address.
  static func lastPart(of text: String, _ scheme: String) -> String {
    guard text.hasPrefix("http"), scheme != "url" else { return text }
    return text.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) } ?? text
  }
}

extension PaperIDScanner {
  /// The id of a text that names one paper.
  static func only(in text: String) -> PaperID? {
    var text = text
    let matches = text.withUTF8 { scan($0) }
    return matches.count == 1 ? matches[0].id : nil
  }
}

import DigestDiagnostics
import DigestSyntax
import DigestText

/// The entries of a file that we wrote, with the variables of CSL that its fields stand for: their texts are what they say,
/// without TeX and without Typst's signs.
///
/// Our entries begin with their type, and each title is verbatim as a whole; all fields are among those that we write.
struct HayagrivaOwnForm {
  /// By their keys.
  private(set) var entries: [LocatedMember] = []

  /// - Returns: `nil` for a file of another program.
  /// - Complexity: O(n) in the nodes.
  init?(_ root: LocatedNode) {
    guard case .mapping(let members) = root.content, !members.isEmpty else { return nil }
    var hasTitle = false
    for member in members {
      guard case .mapping(let fields) = member.value.content, fields.first?.key == "type" else { return nil }
      var entry = HayagrivaOwnEntry()
      guard entry.add(fields) else { return nil }
      hasTitle = hasTitle || entry.hasTitle
      var read = member
      read.value.content = .mapping(entry.members)
      entries.append(read)
    }
    guard hasTitle else { return nil }
  }
}

/// One entry in the words of CSL.
private struct HayagrivaOwnEntry {
  private(set) var members: [LocatedMember] = []
  private(set) var hasTitle = false
  private var type = ""
  private var container: String?

  /// Fields with their names in CSL.
  private static let variables = [
    "edition": "edition", "volume": "volume", "issue": "issue", "page-range": "page",
    "page-total": "number-of-pages", "volume-total": "number-of-volumes",
    "language": "language", "date": "issued", "keywords": "keyword", "annote": "annote",
  ]
  /// The same of formattable strings.
  private static let texts = [
    "genre": "genre", "organization": "organization", "call-number": "call-number", "abstract": "abstract",
    "note": "note",
    "location": "publisher-place",
  ]
  private static let numbers = [
    "doi": "DOI", "pmid": "PMID", "pmcid": "PMCID", "isbn": "ISBN", "issn": "ISSN", "serial": "number",
    "version": "version", "url": "URL",
  ]
  /// By entry and parent; an entry alone where no parent counts.
  private static let types = [
    "article": "article", "article/repository": "article", "article/periodical": "article-journal",
    "article/newspaper": "article-newspaper", "article/proceedings": "paper-conference",
    "article/blog": "post-weblog", "entry/reference": "entry-encyclopedia", "book": "book",
    "chapter": "chapter", "thesis": "thesis", "report": "report", "repository": "software",
    "web": "webpage", "patent": "patent", "manuscript": "manuscript", "entry": "entry",
    "case": "legal_case", "legislation": "legislation", "artwork": "graphic", "video": "motion_picture",
    "audio": "song", "performance": "performance", "periodical": "periodical", "post": "post",
    "exhibition": "event", "anthology": "collection", "misc": "document",
  ]

  // MARK: - Fields

  /// - Returns: whether all fields are as we write them.
  mutating func add(_ fields: [LocatedMember]) -> Bool {
    for field in fields {
      let isOurs =
        switch field.key {
        case "type": take(type: field)
        case "title": addTitle(field, "title", short: "title-short")
        case "author", "editor": addNames(field, field.key)
        case "affiliated": addAffiliated(field)
        case "publisher": addPublisher(field)
        case "serial-number": addNumbers(field)
        case "url": addAddress(field)
        case "parent": addParents(field)
        default: addVariable(field)
        }
      guard isOurs else { return false }
    }
    guard let word = Self.types[type + "/" + (container ?? "")] ?? Self.types[type] else { return false }
    members[0].value = LocatedNode(text: word, range: members[0].value.range)
    return true
  }

  private mutating func take(type field: LocatedMember) -> Bool {
    guard let text = field.value.text else { return false }
    type = text
    members.append(field)
    return true
  }

  private mutating func append(_ name: String, _ field: LocatedMember, _ value: LocatedNode? = nil) {
    members.append(LocatedMember(key: name, keyRange: field.keyRange, value: value ?? field.value))
  }

  private mutating func addVariable(_ field: LocatedMember) -> Bool {
    if let name = Self.variables[field.key] {
      var value = field.value
      if let text = value.text, text.hasPrefix("~") {
        value = LocatedNode(text: text.dropFirst() + "~", range: value.range)
      }
      append(name, field, field.key == "date" ? value : nil)
      return true
    }
    guard let name = Self.texts[field.key], let value = Self.formattable(field.value) else { return false }
    append(name, field, value)
    return true
  }

  /// A text that is verbatim as a whole, with or without a short one.
  private mutating func addTitle(_ field: LocatedMember, _ name: String, short: String) -> Bool {
    if let title = Self.verbatim(field.value) {
      append(name, field, title)
    } else if let value = field.value["value"], let title = Self.verbatim(value) ?? Self.inner(value) {
      append(name, field, title)
      if let node = field.value["short"] {
        guard let text = Self.verbatim(node) ?? Self.inner(node) else { return false }
        append(short, field, text)
      }
    } else {
      return false
    }
    if name == "title" { hasTitle = true }
    return true
  }

  /// `{Kites}`
  private static func verbatim(_ node: LocatedNode) -> LocatedNode? {
    guard let text = node.text, text.utf8.count > 1, text.hasPrefix("{"), text.hasSuffix("}") else {
      return nil
    }
    let inner = text.dropFirst().dropLast()
    guard !inner.utf8.contains(where: { "{}$\\".utf8.contains($0) }) else { return nil }
    return LocatedNode(text: String(inner), range: node.range)
  }

  /// `{value: Kites, verbatim: true}`
  private static func inner(_ node: LocatedNode) -> LocatedNode? {
    guard node["verbatim"]?.text == "true", let value = node["value"], value.text != nil else { return nil }
    return value
  }

  /// A text without signs, or `{value: {value: …, verbatim: true}}`.
  private static func formattable(_ node: LocatedNode) -> LocatedNode? {
    if let text = node.text {
      return text.utf8.contains { "{}$\\".utf8.contains($0) } ? nil : node
    }
    return node["value"].flatMap(inner)
  }

  private mutating func addPublisher(_ field: LocatedMember) -> Bool {
    if let text = Self.formattable(field.value) {
      append("publisher", field, text)
      return true
    }
    guard case .mapping(let parts) = field.value.content else { return false }
    for part in parts {
      guard let name = ["name": "publisher", "location": "publisher-place"][part.key],
        let text = Self.formattable(part.value)
      else { return false }
      append(name, part, text)
    }
    return true
  }

  /// Numbers without a variable are ids, with their schemes.
  private mutating func addNumbers(_ field: LocatedMember) -> Bool {
    guard case .mapping(let numbers) = field.value.content else { return false }
    var ids: [LocatedMember] = []
    for number in numbers {
      guard let text = number.value.text else { return false }
      if let name = Self.numbers[number.key] {
        append(name, number)
      } else if number.key == "arxiv" {
        append("archive_location", number, LocatedNode(text: "arXiv:" + text, range: number.value.range))
      } else {
        ids.append(number)
      }
    }
    for id in ids {
      append("archive_location", id, LocatedNode(.mapping([id]), range: id.value.range))
    }
    return true
  }

  private mutating func addAddress(_ field: LocatedMember) -> Bool {
    if field.value.text != nil {
      append("URL", field)
      return true
    }
    guard let value = field.value["value"], value.text != nil, let date = field.value["date"] else {
      return false
    }
    append("URL", field, value)
    append("accessed", field, date)
    return true
  }

  // MARK: - Names

  private static let roles = ["translator": "translator", "collaborator": "contributor"]

  private mutating func addAffiliated(_ field: LocatedMember) -> Bool {
    guard case .sequence(let groups) = field.value.content else { return false }
    for group in groups {
      guard let role = group["role"]?.text.flatMap({ Self.roles[$0] }), let names = group["names"],
        addNames(LocatedMember(key: "names", keyRange: field.keyRange, value: names), role)
      else { return false }
    }
    return true
  }

  private mutating func addNames(_ field: LocatedMember, _ role: String) -> Bool {
    guard case .sequence(let items) = field.value.content else { return false }
    var names: [LocatedNode] = []
    for item in items {
      guard let parts = HayagrivaOwnName.parts(item) else { return false }
      let name = parts.map { part in
        LocatedMember(
          key: part.member, keyRange: item.range, value: LocatedNode(text: part.text, range: item.range))
      }
      names.append(LocatedNode(.mapping(name), range: item.range))
    }
    append(role, field, LocatedNode(.sequence(names), range: field.value.range))
    return true
  }

  // MARK: - Parents

  private mutating func addParents(_ field: LocatedMember) -> Bool {
    var parents = [field.value]
    if case .sequence(let items) = field.value.content { parents = items }
    return parents.allSatisfy { parent in
      guard case .mapping(let fields) = parent.content, let type = fields.first, type.key == "type",
        let word = type.value.text
      else { return false }
      switch word {
      case "anthology":
        return addParent(fields, title: "collection-title", editor: "collection-editor")
      case "conference": return addParent(fields, title: "event-title")
      case "original": return addParent(fields, title: "original-title")
      // The id says it.
      case "repository" where container == nil: return true
      default:
        guard container == nil else { return false }
        container = word
        return addParent(
          fields, title: "container-title", author: "container-author", editor: "editor")
      }
    }
  }

  private mutating func addParent(
    _ fields: [LocatedMember], title: String, author: String? = nil, editor: String? = nil
  ) -> Bool {
    for field in fields.dropFirst() {
      let isOurs: Bool
      switch field.key {
      case "title": isOurs = addTitle(field, title, short: "container-title-short")
      case "author": isOurs = author.map { addNames(field, $0) } ?? false
      case "editor": isOurs = editor.map { addNames(field, $0) } ?? false
      case "serial-number": isOurs = addNumbers(field)
      case "volume", "issue": isOurs = addVariable(field)
      case "parent": isOurs = container != nil && addParents(field)
      default: isOurs = false
      }
      guard isOurs else { return false }
    }
    return true
  }
}

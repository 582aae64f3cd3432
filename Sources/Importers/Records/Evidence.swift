import DigestModel
import DigestSyntax
import DigestText

/// What of a mapping tells that it is a record of a paper.
struct Evidence {
  private(set) var hasTitle = false
  private(set) var hasID = false
  /// `2409.1`, which was an id.
  private var hasDamagedID = false
  private(set) var hasAuthors = false
  private var hasAbstract = false
  private var hasVenue = false
  private var hasDate = false
  private var hasName = false
  private var hasLink = false
  private var isTypeOnly = false

  init(of members: [LocatedMember], _ reader: RecordListReader) {
    for member in members where !member.value.isNothing && !Self.isSchema(member.value) {
      switch reader.keys.meaning(of: member.key) {
      case .field(let field), .both(let field, _): note(field.part, member)
      case .container, .kept, .unknown: break
      }
    }
  }

  private mutating func note(_ part: RecordPart, _ member: LocatedMember) {
    switch part {
    case .title:
      hasTitle = true
      // A schema says what type a title has: `title: text`.
      isTypeOnly = member.value.text?.utf8.allSatisfy { (0x61...0x7A).contains($0) } == true
    case .name: hasName = true
    case .contributors: hasAuthors = true
    case .abstract: hasAbstract = hasAbstract || member.key.lowercased().hasPrefix("abstract")
    case .detail(.container), .detail(.publisher): hasVenue = true
    case .date, .year, .unixTime: hasDate = true
    case .id, .link(.landingPage), .link(.pdf), .addressOrTitle:
      guard let text = member.value.text else { return }
      if let id = PaperID(text) {
        if id.scheme == .url { hasLink = hasLink || part != .id } else { hasID = true }
      } else if let id = PaperID(identifier: text), id.scheme != .other {
        hasID = true
      } else if part == .id {
        hasDamagedID = hasDamagedID || Self.isDamagedID(text)
      }
    case .ids: hasID = hasID || (member.value.text.map(Self.isID) ?? true)
    case .bibTeX: hasID = hasID || member.value.text?.contains("@") == true
    case .links: hasLink = true
    case .scheme:
      // Ids of all schemes but keys of OpenReview have digits; `doi: text` is a schema.
      hasID =
        hasID || member.value.text.map { $0.utf8.contains { $0.isDigit } || $0.utf8.count >= 10 } ?? true
    default: break
    }
  }

  /// Whether a mapping says what a value has to be, as schemas do: `{type: string}`, `{$ref: …}`.
  private static func isSchema(_ node: LocatedNode) -> Bool {
    guard case .mapping = node.content, node["value"] == nil else { return false }
    return node["$ref"]?.text != nil || node["type"]?.text.map(typesOfSchemas.contains) == true
  }

  private static let typesOfSchemas: Set<String> = [
    "string", "number", "integer", "boolean", "object", "array", "null",
  ]

  /// Whether a text is an id of papers, and not one that anything can have.
  private static func isID(_ text: String) -> Bool {
    PaperID(identifier: text).map { $0.scheme != .other || RecordBuilder.isKnownScheme($0) } ?? false
  }

  /// Whether a text was an id of arXiv, which is said where papers are expected.
  static func isDamagedID(_ text: String) -> Bool {
    text.utf8.contains(UInt8(ascii: ".")) && PaperIDFault(text) != nil
  }

  /// The same where the key of a mapping is the title.
  func withTitle() -> Evidence {
    var evidence = self
    evidence.hasTitle = true
    return evidence
  }

  /// - Parameter isNamed: whether it stands where papers are expected.
  func isRecord(isNamed: Bool) -> Bool {
    if hasID || isNamed && hasDamagedID { return true }
    if hasTitle, isTypeOnly, !isNamed { return false }
    if hasTitle { return isNamed || hasAuthors || hasAbstract || hasVenue || hasLink && hasDate }
    return isNamed && hasName && (hasLink || hasAuthors && hasDate)
  }

  /// Whether a mapping that is the whole file is one.
  var isRecordAlone: Bool {
    hasTitle && (hasID || hasAuthors && (hasAbstract || hasVenue || hasDate))
  }
}

/// What a group of records is called.
enum GroupLabel {
  private static let names = [
    "topic", "category", "title", "name", "group", "section", "heading", "theme", "area", "subject", "track",
    "label",
    "tag", "conference", "venue",
  ]

  static func label(of members: [LocatedMember]) -> String? {
    for name in names {
      for member in members where RecordFieldTable.folded(member.key) == name {
        if let text = member.value.text { return text }
      }
    }
    return nil
  }

  static func year(of members: [LocatedMember]) -> LocatedMember? {
    members.first { RecordFieldTable.folded($0.key) == "year" && $0.value.text != nil }
  }
}

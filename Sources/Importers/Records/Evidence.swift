import DigestModel
import DigestSyntax
import DigestText

/// What of a mapping tells that it is a record of a paper.
struct Evidence {
  private(set) var hasTitle = false
  private(set) var hasID = false
  private(set) var hasAuthors = false
  private var hasAbstract = false
  private var hasVenue = false
  private var hasDate = false
  private var hasName = false
  private var hasLink = false
  private var isTypeOnly = false

  init(of members: [LocatedMember], _ reader: RecordListReader) {
    for member in members where !member.value.isNothing {
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
      }
    case .ids: hasID = true
    case .bibTeX: hasID = hasID || member.value.text?.contains("@") == true
    case .links: hasLink = true
    case .scheme:
      // Ids of all schemes but keys of OpenReview have digits; `doi: text` is a schema.
      hasID =
        hasID || member.value.text.map { $0.utf8.contains { $0.isDigit } || $0.utf8.count >= 10 } ?? true
    default: break
    }
  }

  /// The same where the key of a mapping is the title.
  func withTitle() -> Evidence {
    var evidence = self
    evidence.hasTitle = true
    return evidence
  }

  /// - Parameter isNamed: whether it stands where papers are expected.
  func isRecord(isNamed: Bool) -> Bool {
    if hasID { return true }
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

import DigestModel
import DigestSyntax

/// The members of a name in parts, by all the names that they have.
struct NameMembers {
  private(set) var family: String?
  private(set) var given: String?
  private(set) var suffix: String?
  private(set) var droppingParticle: String?
  private(set) var nonDroppingParticle: String?
  /// A name that is never split.
  private(set) var literal: String?
  /// What a person goes by, where nothing else is known of the name.
  private(set) var alias: String?
  /// A name as it is written.
  private(set) var whole: String?
  /// A name inside: `{author: {display_name: …}}`.
  private(set) var inner: LocatedNode?
  private(set) var names: LocatedNode?
  private(set) var role: ContributorRole?
  private(set) var hasMore = false
  /// Whether the source says that `whole` is a body.
  private(set) var isBody = false

  /// Whether the particles are given apart, so that those left in the family name belong to it.
  var isExplicit: Bool { droppingParticle != nil || nonDroppingParticle != nil }

  private enum Part {
    case family, given, middle, suffix, dropping, nonDropping, literal, whole, alias, inner, names, role,
      kind,
      hasMore, nothing
  }

  private static let parts: [String: Part] = {
    let rows: [(Part, String)] = [
      (.family, "family last lastname surname familyname familynames keyname sn lname authorlastname"),
      (.given, "given first firstname forename givenname givennames fname forenames authorfirstname"),
      (.middle, "middle middlename middlenames mname"),
      (.suffix, "suffix namesuffix jr lineage generation"), (.dropping, "droppingparticle"),
      (.nonDropping, "nondroppingparticle nameparticle particle prefix von"),
      (.literal, "literal organization collectivename"),
      (.alias, "alias"),
      (
        .whole, "name fullname displayname text rawauthorname authorname namefull value preferredname rawname"
      ),
      (.inner, "author person creator user contributor profile"), (.names, "names"),
      (.role, "creatortype role contributortype contributorrole"), (.kind, "nametype entitytype"),
      (.hasMore, "hasmore"),
      // What order and program say is not of the name.
      (.nothing, "staticordering commasuffix parsenames sequence hidden authorposition initials order seq"),
    ]
    var parts: [String: Part] = [:]
    for (part, names) in rows { for name in names.split(separator: " ") { parts[String(name)] = part } }
    return parts
  }()

  /// - Returns: whether the member is of the name.
  mutating func take(_ member: LocatedMember) -> Bool {
    guard let part = Self.parts[member.key] ?? Self.parts[RecordFieldTable.folded(member.key)] else {
      return false
    }
    let node = member.value
    switch part {
    case .inner:
      inner = inner ?? node
      return true
    case .names:
      names = node
      return true
    case .nothing: return true
    case .whole:
      // `{name: {given: Ann, family: Bee}}`
      if case .mapping = node.content {
        inner = inner ?? node
        return true
      }
    default: break
    }
    guard let text = node.text else { return false }
    switch part {
    case .family: family = family ?? text
    case .given: given = given.map { text + " " + $0 } ?? text
    case .middle: given = given.map { $0 + " " + text } ?? text
    case .suffix: suffix = text
    case .dropping: droppingParticle = text
    case .nonDropping: nonDroppingParticle = text
    case .literal: literal = literal ?? text
    case .whole: whole = whole ?? text
    case .alias:
      alias = text
      return false
    case .kind: isBody = text.lowercased().hasPrefix("organi")
    case .role:
      // Zotero has a name of one field only where it must not be split.
      if member.key == "creatorType" { isBody = true }
      role = Self.role(text)
      return role != nil
    case .hasMore: hasMore = text == "true"
    case .inner, .names, .nothing: break
    }
    return true
  }

  /// What Zotero and others call a role; who mainly made the work is its author.
  private static func role(_ word: String) -> ContributorRole? {
    if let role = ContributorRole(rawValue: word) { return role }
    switch RecordFieldTable.folded(word) {
    case "author", "programmer", "presenter", "artist", "inventor", "director", "podcaster", "cartographer",
      "interviewee", "performer", "sponsor", "writer", "firstauthor", "coauthor", "leadauthor":
      return .author
    case "editor": return .editor
    case "serieseditor", "collectioneditor": return .collectionEditor
    case "bookauthor", "containerauthor": return .containerAuthor
    case "translator": return .translator
    case "reviewedauthor": return .reviewedAuthor
    default: return .contributor
    }
  }
}

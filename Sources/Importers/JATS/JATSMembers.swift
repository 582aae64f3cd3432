import DigestDiagnostics
import DigestSyntax

/// The members of a record, as `RecordBuilder` reads them, with their places.
struct JATSMembers {
  private(set) var members: [LocatedMember] = []
  private var keys: Set<String> = []

  mutating func add(_ key: String, _ text: String, at node: XMLNode) {
    guard text.utf8.contains(where: { $0 > 0x20 }) else { return }
    add(key, LocatedNode(text: text, range: node.textRange), at: node)
  }

  mutating func add(_ key: String, _ value: LocatedNode, at node: XMLNode) {
    members.append(LocatedMember(key: key, keyRange: node.tagName, value: value))
    keys.insert(key)
  }

  mutating func add(_ key: String, _ values: [LocatedNode], at node: XMLNode) {
    guard !values.isEmpty else { return }
    add(key, LocatedNode(.sequence(values), range: node.range), at: node)
  }

  func contains(_ key: String) -> Bool { keys.contains(key) }

  func node(_ range: SourceRange) -> LocatedNode { LocatedNode(.mapping(members), range: range) }
}

/// The names of people and bodies.
enum JATSPeople {
  /// What holds a name.
  static let names: Set<String> = [
    "name", "string-name", "collab", "anonymous", "name-alternatives", "collab-alternatives", "on-behalf-of",
  ]

  /// - Returns: `nil` for what is not a name.
  static func name(_ node: XMLNode) -> LocatedNode? {
    var members = JATSMembers()
    switch node.localName {
    case "name-alternatives", "collab-alternatives":
      return node.elements.first { names.contains($0.localName) }.flatMap(name)
    case "collab", "on-behalf-of", "institution", "anonymous":
      // The members of a group stand in its element.
      let own = node.children.filter { !$0.is("contrib-group") }.map(\.text).joined()
      let words = JATSText.collapsed(own)
      members.add("literal", words.isEmpty && node.is("anonymous") ? "Anonymous" : words, at: node)
    case "name", "string-name":
      if let surname = node.first("surname") {
        let prefix = node.first("prefix").map(JATSText.plain)
        members.add("family", JATSText.plain(surname), at: surname)
        // A title such as `Dr` is left out by the reader of names, and noted.
        if let given = node.first("given-names") {
          members.add("given", JATSText.plain(given), at: given)
        } else if let prefix {
          members.add("given", prefix, at: node)
        } else {
          // `<string-name>Ann <surname>Bee</surname></string-name>`
          let loose = JATSText.collapsed(node.children.filter(\.isText).map(\.text).joined(separator: " "))
          if loose.utf8.contains(where: { $0.isLetter || $0.isNonASCII }) {
            members.add("given", loose, at: node)
          }
        }
        if let suffix = node.first("suffix") { members.add("suffix", JATSText.plain(suffix), at: suffix) }
      } else if let given = node.first("given-names") {
        members.add("name", JATSText.plain(given), at: given)
      } else {
        members.add("name", JATSText.plain(node), at: node)
      }
    default: return nil
    }
    return members.members.isEmpty ? nil : members.node(node.range)
  }

  /// The field of the record for a group of people.
  static func field(_ type: String?) -> String {
    switch type?.lowercased() ?? "author" {
    case "author", "authors", "allauthors", "all-authors", "inventor", "first-author", "corresp", "": "author"
    case "editor", "editors", "guest-editor", "guest editor", "ed", "eds", "managing-editor": "editor"
    case "translator", "transed": "translator"
    case "series-editor", "collection-editor": "collection-editor"
    case "container-author", "book-author": "container-author"
    case "reviewed-author": "reviewed-author"
    default: "contributor"
    }
  }
}

import DigestDiagnostics
import DigestModel
import DigestSyntax

/// The authors of a record of a plain list, in any of the ways that lists write them.
struct RecordAuthors {
  var authors = NameList()
  /// Whether nothing else was said of them.
  var isWhole = true

  /// - Returns: `nil` where the node says no names in a known way.
  init?(_ node: LocatedNode, _ text: (LocatedNode) -> String?) {
    let reader = NameReader()
    switch node.content {
    case .sequence(let items):
      for item in items {
        if case .scalar = item.content {
          if let name = text(item) { authors.append(reader.name(in: name)) }
          continue
        }
        guard let author = author(item, text, reader) else { return nil }
        authors.append(author)
      }
    case .scalar:
      guard let names = text(node) else { return nil }
      authors = reader.names(in: names)
    case .mapping:
      guard let author = author(node, text, reader) else { return nil }
      authors = author
    }
  }

  private mutating func author(
    _ node: LocatedNode, _ text: (LocatedNode) -> String?, _ reader: NameReader
  ) -> NameList? {
    guard case .mapping(let members) = node.content else { return nil }
    var family: String?
    var given: String?
    var name: String?
    for member in members {
      switch member.key.lowercased() {
      case "family", "last", "lastname", "last_name", "surname": family = text(member.value)
      case "given", "first", "firstname", "first_name", "forename": given = text(member.value)
      case "name", "literal", "fullname", "full_name": name = text(member.value)
      default: isWhole = false
      }
    }
    if let family { return NameList(names: [.person(PersonName(family: family, given: given))]) }
    return name.map { reader.name(in: $0) }
  }
}

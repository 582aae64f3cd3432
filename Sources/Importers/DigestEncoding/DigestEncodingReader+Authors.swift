import DigestDiagnostics
import DigestModel
import DigestSyntax

extension DigestEncodingReader {
  /// `{family, given}`, `{name}` of a body, or a name as people write it.
  func author(_ node: LocatedNode) -> Paper.Author? {
    if case .scalar = node.content {
      return string(node, .asText, for: "authors").flatMap(Paper.Author.init(written:))
    }
    guard let record = DigestEncodingMapping(node, self, "author") else { return nil }
    defer { record.finish() }
    let given = record.string("given")
    if let family = record.string("family") { return Paper.Author(family: family, given: given) }
    if let name = record.string("name") { return Paper.Author(family: name, given: given, isCorporate: true) }
    report(
      DigestEncodingDiagnostics.missingKey, "author has no 'family' and no 'name', expected one",
      at: SourceRange(node.range.lower, min(node.range.lower + 1, node.range.upper)))
    return nil
  }
}

/// The authors of a record of a plain list, in any of the ways that lists write them.
struct RecordAuthors {
  var authors: [Paper.Author] = []
  /// Whether nothing else was said of them.
  var isWhole = true

  /// - Returns: `nil` where the node says no names in a known way.
  init?(_ node: LocatedNode, _ text: (LocatedNode) -> String?) {
    switch node.content {
    case .sequence(let items):
      for item in items {
        if case .scalar = item.content, let names = text(item).flatMap(AuthorList.several) {
          authors += names.compactMap(Paper.Author.init(written:))
          continue
        }
        guard let author = author(item, text) else { return nil }
        authors.append(author)
      }
    case .scalar:
      guard let names = text(node) else { return nil }
      authors = AuthorList.split(names).compactMap(Paper.Author.init(written:))
    case .mapping:
      guard let author = author(node, text) else { return nil }
      authors = [author]
    }
  }

  private mutating func author(_ node: LocatedNode, _ text: (LocatedNode) -> String?) -> Paper.Author? {
    guard case .mapping(let members) = node.content else {
      return text(node).flatMap(Paper.Author.init(written:))
    }
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
    if let family { return Paper.Author(family: family, given: given) }
    return name.flatMap(Paper.Author.init(written:))
  }
}

import DigestModel
import DigestSyntax

/// Tells records that were taken out of a digest in YAML or JSON, `jq .papers`, from those of other programs: their text is
/// Markdown.
enum OwnRecords {
  private static let keys = Set(
    [
      "id", "archive", "identifiers", "citationKey", "type", "title", "shortTitle", "originalTitle",
      "authors",
      "hasMoreAuthors", "contributors", "date", "abstract", "tags", "categories", "links", "extra", "names",
      "month",
      "topics", "keywords", "rank", "mentions",
    ] + Paper.Detail.allCases.map(\.rawValue))
  /// Members of a person's name, and of a body's.
  private static let nameKeys: Set<String> = [
    "family", "given", "droppingParticle", "nonDroppingParticle", "suffix", "literal",
  ]
  private static let sampleSize = 200

  /// Whether all records have our members only, and one has a member in a form that no other program gives it.
  static func areOurs(_ root: LocatedNode) -> Bool {
    let list = root["papers"] ?? root
    guard case .sequence(let items) = list.content, !items.isEmpty else { return false }
    var isMarked = false
    for item in items.prefix(sampleSize) {
      guard case .mapping(let members) = item.content,
        members.allSatisfy({ keys.contains($0.key) && hasOurForm($0) }), item["id"] != nil
      else { return false }
      isMarked = isMarked || members.contains(where: isMark)
    }
    return isMarked
  }

  private static func hasOurForm(_ member: LocatedMember) -> Bool {
    switch member.key {
    case "authors": items(member.value)?.allSatisfy { has($0, only: nameKeys) } == true
    case "links": items(member.value)?.allSatisfy { has($0, only: ["kind", "url"]) } == true
    case "contributors":
      items(member.value)?.allSatisfy { has($0, only: ["role", "names", "hasMore"]) } == true
    case "type": member.value.text.flatMap(PublicationType.init(rawValue:)) != nil
    case "extra": if case .mapping = member.value.content { true } else { false }
    default: true
    }
  }

  private static func isMark(_ member: LocatedMember) -> Bool {
    switch member.key {
    case "links", "contributors", "extra", "identifiers", "mentions", "hasMoreAuthors", "citationKey",
      "archive":
      true
    case "authors": items(member.value)?.isEmpty == false
    default: false
    }
  }

  private static func items(_ node: LocatedNode) -> [LocatedNode]? {
    if case .sequence(let items) = node.content { items } else { nil }
  }

  private static func has(_ node: LocatedNode, only keys: Set<String>) -> Bool {
    guard case .mapping(let members) = node.content else { return false }
    return !members.isEmpty && members.allSatisfy { keys.contains($0.key) }
  }
}

import DigestModel
import DigestSyntax

/// Says the fields of an entry one by one that Hayagriva says inside others: short titles, when an address was visited, and
/// what an entry without a date of its own has from its parents.
/// - Source: Hayagriva 0.8, `docs/file-format.md`; what its CSL variables are made of, in `src/csl`.
struct HayagrivaEntry {
  private let members: [LocatedMember]

  init(_ members: [LocatedMember]) { self.members = members }

  /// The members of the record.
  var fields: [LocatedMember] {
    var fields: [LocatedMember] = []
    for member in members {
      switch member.key {
      case "title": fields += opened(member, into: ["short": "title-short"])
      case "url": fields += opened(member, into: ["date": "accessed"])
      default: fields.append(member)
      }
    }
    let parents = members.first { $0.key == "parent" }.map { Self.items(of: $0.value) } ?? []
    if !members.contains(where: { $0.key == "date" && !$0.value.isNothing }),
      let date = Self.date(of: parents)
    {
      fields.append(date)
    }
    if let whole = Self.whole(of: parents) { fields.append(whole) }
    return fields
  }

  /// `title: {value: Kites, short: K}` as two members; a mapping that says more stays as it is beside them.
  private func opened(_ member: LocatedMember, into names: [String: String]) -> [LocatedMember] {
    guard case .mapping(let inner) = member.value.content, let value = member.value["value"] else {
      return [member]
    }
    let isAllSaid = inner.allSatisfy { $0.key == "value" || names[$0.key] != nil }
    let whole = LocatedMember(
      key: member.key, keyRange: member.keyRange, value: isAllSaid ? value : member.value)
    return [whole]
      + inner.compactMap { part in
        names[part.key].map { LocatedMember(key: $0, keyRange: part.keyRange, value: part.value) }
      }
  }

  /// An entry has one parent or several.
  private static func items(of node: LocatedNode) -> [LocatedNode] {
    if case .sequence(let items) = node.content { return items }
    return [node]
  }

  /// Parents of parents are asked down to here.
  private static let depthLimit = 8

  /// The date of the nearest parent that has one.
  private static func date(of parents: [LocatedNode]) -> LocatedMember? {
    var parents = parents
    for _ in 0..<depthLimit where !parents.isEmpty {
      for parent in parents {
        guard case .mapping(let members) = parent.content else { continue }
        if let date = members.first(where: { $0.key == "date" && !$0.value.isNothing }) { return date }
      }
      parents = parents.flatMap { $0["parent"].map(items) ?? [] }
    }
    return nil
  }

  /// What the parent of the first parent is: a conference is the event, anything else the series.
  private static func whole(of parents: [LocatedNode]) -> LocatedMember? {
    guard let node = parents.first?["parent"], let grandparent = items(of: node).first,
      case .mapping(let members) = grandparent.content,
      let title = members.first(where: { $0.key == "title" })
    else { return nil }
    let isEvent = grandparent["type"]?.text?.lowercased() == "conference"
    return LocatedMember(
      key: isEvent ? "event-title" : "collection-title", keyRange: title.keyRange, value: title.value)
  }
}

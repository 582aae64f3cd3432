import DigestModel
import DigestSyntax
import DigestText

/// The members of a record that an item of a JSON Feed stands for.
struct JSONFeedItem {
  private(set) var members: [LocatedMember] = []
  /// Whether the item leads to a paper.
  private(set) var isPaper: Bool
  private let isOurs: Bool

  /// Members with other names in records; `nil` for one that says nothing of the paper.
  private static let names: [String: String] = [
    "title": "title", "summary": "summary", "content_text": "content", "date_published": "published",
    "tags": "keywords", "language": "language", "url": "url", "external_url": "links",
  ]

  init(_ item: LocatedNode, isOurs: Bool) {
    self.isOurs = isOurs
    isPaper = isOurs
    guard case .mapping(let members) = item.content else {
      isPaper = false
      return
    }
    for member in members where !member.value.isNothing { add(member) }
    completeDate()
  }

  private mutating func append(_ name: String, _ member: LocatedMember, _ value: LocatedNode? = nil) {
    members.append(LocatedMember(key: name, keyRange: member.keyRange, value: value ?? member.value))
  }

  private mutating func add(_ member: LocatedMember) {
    switch member.key {
    case "id": add(id: member)
    case "url", "external_url":
      noteID(member.value.text ?? "")
      append(Self.names[member.key] ?? "url", member)
    case "authors", "author": add(authors: member)
    case "content_html" where isOurs:
      let paragraphs = OwnFeed.paragraphs(member.value.text ?? "").map {
        LocatedNode(text: $0, range: member.value.range)
      }
      if !paragraphs.isEmpty {
        append("annote", member, LocatedNode(.sequence(paragraphs), range: member.value.range))
      }
    case "content_html": append("content", member)
    case "date_modified": if !isOurs { append("updated", member) }
    case "_paper" where isOurs:
      if case .mapping(let inner) = member.value.content { members += inner }
    default: append(Self.names[member.key] ?? member.key, member)
    }
  }

  private mutating func noteID(_ text: String) {
    if let id = PaperID(identifier: text), id.scheme != .url, id.scheme != .other { isPaper = true }
  }

  private mutating func add(id member: LocatedMember) {
    guard let text = member.value.text else { return }
    if let id = PaperID(identifier: text), id.scheme != .url, id.scheme != .other {
      isPaper = true
      append("id", member)
    } else if !isOurs {
      append("guid", member)
    }
  }

  /// `[{name: Ann Bee, url: …}]`, or one of them in version 1.
  private mutating func add(authors member: LocatedMember) {
    var authors = [member.value]
    if case .sequence(let items) = member.value.content { authors = items }
    let names = authors.compactMap { $0["name"] }
    guard !names.isEmpty else { return append(member.key, member) }
    append("authors", member, LocatedNode(.sequence(names), range: member.value.range))
  }

  /// An item that says only when it was changed last has that date.
  private mutating func completeDate() {
    guard !members.contains(where: { $0.key == "published" || $0.key == "date" }),
      let index = members.firstIndex(where: { $0.key == "updated" })
    else { return }
    members[index].key = "date"
  }
}

import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

// Elements as the located nodes that records are made of.

extension LocatedNode {
  /// What an element says: its text, or its attributes and elements by their names.
  init(_ element: XMLNode) {
    var members = element.attributes.map { attribute in
      LocatedMember(
        key: attribute.name.local, keyRange: attribute.nameRange,
        value: LocatedNode(text: attribute.value, range: attribute.valueRange))
    }
    let inner = element.elements.map { LocatedMember($0) }
    if inner.isEmpty {
      let text = element.text.trimmed
      guard !members.isEmpty else {
        self.init(text: text, range: element.textRange)
        return
      }
      if !text.isEmpty { members.append(LocatedMember("text", element)) }
    }
    self.init(.mapping(members + inner.grouped), range: element.startTag)
  }
}

extension LocatedMember {
  /// An element by its name.
  init(_ element: XMLNode) {
    self.init(key: element.localName, keyRange: element.tagName, value: LocatedNode(element))
  }

  /// The text of an element under another name.
  init(_ key: String, _ element: XMLNode) {
    self.init(key, text: element.text.trimmed, element)
  }

  init(_ key: String, text: String, _ element: XMLNode) {
    self.init(
      key: key, keyRange: element.tagName, value: LocatedNode(text: text, range: element.textRange))
  }

  /// An attribute of an element under another name.
  init(_ key: String, _ attribute: XMLAttribute) {
    self.init(
      key: key, keyRange: attribute.nameRange,
      value: LocatedNode(text: attribute.value.trimmed, range: attribute.valueRange))
  }

  /// A list of nodes.
  init?(_ key: String, _ items: [LocatedNode]) {
    guard let first = items.first, let last = items.last else { return nil }
    let range = SourceRange(first.range.lower, max(first.range.upper, last.range.upper))
    self.init(
      key: key, keyRange: first.range.prefix(1), value: LocatedNode(.sequence(items), range: range))
  }
}

extension [LocatedMember] {
  /// Members of one name as one with a list, where the first stands.
  var grouped: [LocatedMember] {
    var groups: [String: [LocatedNode]] = [:]
    for member in self { groups[member.key, default: []].append(member.value) }
    guard groups.count < count else { return self }
    var seen: Set<String> = []
    return filter { seen.insert($0.key).inserted }.map { member in
      guard let nodes = groups[member.key], nodes.count > 1 else { return member }
      var member = member
      member.value = LocatedNode(.sequence(nodes), range: member.value.range)
      return member
    }
  }

  func first(_ key: String) -> LocatedMember? { first { $0.key == key } }
}

import DigestDiagnostics

/// An element or a text of an `XMLTree`: a place in the tree, cheap to copy.
package struct XMLNode: Sendable {
  package let tree: XMLTree
  let index: Int

  private var record: XMLNodeRecord { tree.nodes[index] }

  /// Whether it is text: what stands between two tags, CDATA sections included. Comments and processing instructions are
  /// not in the tree, and do not divide text.
  package var isText: Bool { record.isText }
  package var isElement: Bool { !record.isText }

  /// Its bytes in the source: of an element from its start tag to its end tag, of a text between the tags. What an entity
  /// brings has the range of the reference.
  package var range: SourceRange { record.range }
  /// The bytes of an element's start tag; of a text its range.
  package var startTag: SourceRange { isText ? range : record.startTag }
  /// `<name` of an element's start tag, for messages.
  package var tagName: SourceRange {
    guard isElement else { return range }
    let count = name.local.utf8.count + (name.prefix.map { $0.utf8.count + 1 } ?? 0) + 1
    return SourceRange(range.lower, min(range.lower + count, startTag.upper))
  }

  // MARK: - Elements

  /// The name of an element; of a text, an empty one.
  package var name: XMLName { isText ? XMLName(local: "") : tree.names[record.name] }
  /// The local name of an element; empty for a text.
  package var localName: String { isText ? "" : tree.names[record.name].local }
  package var namespace: String? { name.namespace }

  /// Whether it is an element of a local name, in any namespace.
  package func `is`(_ localName: String) -> Bool { isElement && tree.names[record.name].local == localName }

  package var children: XMLChildren { XMLChildren(tree: tree, from: index + 1, upTo: Int(record.next)) }
  package var elements: [XMLNode] { children.filter(\.isElement) }
  /// The children of a local name.
  package func elements(_ localName: String) -> [XMLNode] { children.filter { $0.is(localName) } }
  /// The first child of a local name.
  package func first(_ localName: String) -> XMLNode? { children.first { $0.is(localName) } }
  /// The first element along a path of local names.
  package func first(_ path: String...) -> XMLNode? {
    var node: XMLNode? = self
    for name in path { node = node?.first(name) }
    return node
  }
  package var isEmpty: Bool { Int(record.next) == index + 1 }
  /// All elements in it, at any depth, in document order; not itself.
  package var descendants: XMLDescendants {
    XMLDescendants(tree: tree, from: index + 1, upTo: Int(record.next))
  }
  /// The first element of a local name in it, at any depth.
  package func firstDescendant(_ localName: String) -> XMLNode? { descendants.first { $0.is(localName) } }

  // MARK: - Text

  /// All text in it, at any depth.
  package var text: String {
    if isText { return tree.string(record.text) }
    let next = Int(record.next)
    if next == index + 2, tree.nodes[index + 1].isText { return tree.string(tree.nodes[index + 1].text) }
    var bytes: [UInt8] = []
    for i in index + 1..<max(next, index + 1) where tree.nodes[i].isText {
      bytes.append(contentsOf: tree.bytes(tree.nodes[i].text))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The bytes of a text; empty for an element.
  package var textBytes: ArraySlice<UInt8> { isText ? tree.bytes(record.text) : [] }

  /// The bytes of the text in it: from the first to the last that is not white space; the element where there is none.
  package var textRange: SourceRange {
    if isText { return range }
    var lower: Int?
    var upper = range.lower
    for i in index + 1..<max(Int(record.next), index + 1) where tree.nodes[i].isText {
      lower = lower ?? tree.nodes[i].range.lower
      upper = tree.nodes[i].range.upper
    }
    return lower.map { SourceRange($0, upper) } ?? range
  }

  /// Whether it is text of nothing but white space.
  package var isBlank: Bool {
    isText && textBytes.allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 || $0 == 0x0D }
  }

  // MARK: - Attributes

  /// The attributes in document order, without declarations of namespaces.
  package var attributes: XMLAttributes {
    XMLAttributes(tree: tree, owner: index, from: isText ? 0 : record.firstAttribute)
  }
  /// The value of an attribute that has no prefix.
  package subscript(_ name: String) -> String? { attribute(name)?.value }
  /// An attribute that has no prefix.
  package func attribute(_ name: String) -> XMLAttribute? {
    attributes.first { $0.name.prefix == nil && $0.name.local == name }
  }
  /// An attribute of a namespace, or of the prefix that usually stands for it where that is not declared.
  package func attribute(_ name: String, in namespace: XMLNamespace) -> XMLAttribute? {
    attributes.first { namespace.contains($0.name) && $0.name.local == name }
  }
}

/// A namespace with the prefix that usually stands for it.
package struct XMLNamespace: Hashable, Sendable {
  package var address: String
  package var usualPrefix: String

  package init(_ address: String, usualPrefix: String) {
    self.address = address
    self.usualPrefix = usualPrefix
  }

  /// Whether a name is in it; one whose prefix is not declared is where the prefix is the usual one.
  package func contains(_ name: XMLName) -> Bool {
    name.namespace.map { $0 == address } ?? (name.prefix == usualPrefix)
  }

  package static let xlink = XMLNamespace("http://www.w3.org/1999/xlink", usualPrefix: "xlink")
  package static let xml = XMLNamespace("http://www.w3.org/XML/1998/namespace", usualPrefix: "xml")
}

/// An attribute of an element.
package struct XMLAttribute: Sendable {
  package var name: XMLName
  /// As XML normalises it: references are characters, line ends and tabs are spaces.
  package var value: String
  package var nameRange: SourceRange
  /// The bytes between the quotes.
  package var valueRange: SourceRange
}

/// The attributes of an element.
package struct XMLAttributes: Sequence, IteratorProtocol, Sendable {
  private let tree: XMLTree
  private let owner: Int
  private var index: Int

  init(tree: XMLTree, owner: Int, from index: Int) {
    self.tree = tree
    self.owner = owner
    self.index = index
  }

  package mutating func next() -> XMLAttribute? {
    guard index < tree.attributes.count, tree.attributes[index].owner == owner else { return nil }
    defer { index += 1 }
    let record = tree.attributes[index]
    return XMLAttribute(
      name: tree.names[Int(record.name)], value: tree.string(record.value), nameRange: record.nameRange,
      valueRange: record.valueRange)
  }
}

/// The children of an element.
package struct XMLChildren: Sequence, IteratorProtocol, Sendable {
  private let tree: XMLTree
  private var index: Int
  private let end: Int

  init(tree: XMLTree, from index: Int, upTo end: Int) {
    self.tree = tree
    self.index = index
    self.end = end
  }

  package mutating func next() -> XMLNode? {
    guard index < end else { return nil }
    defer { index = Int(tree.nodes[index].next) }
    return XMLNode(tree: tree, index: index)
  }
}

/// All elements in an element, in document order.
package struct XMLDescendants: Sequence, IteratorProtocol, Sendable {
  private let tree: XMLTree
  private var index: Int
  private let end: Int

  init(tree: XMLTree, from index: Int, upTo end: Int) {
    self.tree = tree
    self.index = index
    self.end = end
  }

  package mutating func next() -> XMLNode? {
    while index < end, tree.nodes[index].isText { index += 1 }
    guard index < end else { return nil }
    defer { index += 1 }
    return XMLNode(tree: tree, index: index)
  }
}

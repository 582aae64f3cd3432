import DigestDiagnostics

/// What an XML document says, with the place of every element, attribute and text.
///
/// The nodes are in document order in one array, 24 bytes each, and text stays in the source where it is written as it is
/// meant. So a tree takes little more memory than its document, and neither reading, walking nor freeing it uses the stack.
package final class XMLTree: Sendable {
  package let document: SourceDocument
  /// What is worth mending and did not keep the document from being read, in its order.
  package let findings: [Diagnostic]

  let names: [XMLName]
  let nodes: [XMLNodeRecord]
  let attributes: [XMLAttributeRecord]
  /// Text that is written otherwise than it is meant: with references, CDATA sections, comments, CR.
  let spilled: [UInt8]

  /// How many elements may stand inside each other: what walks a tree may use the stack.
  package static let deepestNesting = 256

  /// - Parameter nodes: the first is the root.
  init(
    document: SourceDocument, findings: [Diagnostic], names: [XMLName], nodes: [XMLNodeRecord],
    attributes: [XMLAttributeRecord], spilled: [UInt8]
  ) {
    self.document = document
    self.findings = findings
    self.names = names
    self.nodes = nodes
    self.attributes = attributes
    self.spilled = spilled
  }

  package var root: XMLNode { XMLNode(tree: self, index: 0) }

  package func location(_ range: SourceRange) -> SourceLocation { SourceLocation(document, range) }

  func bytes(_ text: XMLTextSlice) -> ArraySlice<UInt8> {
    text.isSpilled ? spilled[text.lower..<text.upper] : document.bytes[text.lower..<text.upper]
  }

  func string(_ text: XMLTextSlice) -> String { String(decoding: bytes(text), as: UTF8.self) }
}

/// The name of an element or attribute.
package struct XMLName: Hashable, Sendable {
  package var local: String
  /// As written; `nil` where the name has none.
  package var prefix: String?
  /// The address that the prefix, or for elements its absence, stands for; `nil` where none is declared.
  package var namespace: String?
}

/// A text in the source or among the spilled text of a tree.
struct XMLTextSlice {
  private var start: UInt32
  private var countAndPlace: UInt32

  init(_ range: Range<Int>, isSpilled: Bool) {
    start = UInt32(truncatingIfNeeded: range.lowerBound)
    countAndPlace = UInt32(truncatingIfNeeded: range.count) << 1 | (isSpilled ? 1 : 0)
  }

  var lower: Int { Int(start) }
  var upper: Int { lower + Int(countAndPlace >> 1) }
  var isSpilled: Bool { countAndPlace & 1 == 1 }
}

/// An element or a text of a tree.
struct XMLNodeRecord {
  private static let textMark = UInt32.max

  /// Which name an element has.
  private var nameOrMark: UInt32
  /// Index after the last node in this one.
  var next: UInt32
  private var lower: UInt32
  private var upper: UInt32
  /// Of an element: its first attribute and the end of its start tag. Of a text: where it is.
  private var first: UInt32
  private var second: UInt32

  static func element(name: Int, lower: Int, tagUpper: Int, firstAttribute: Int) -> XMLNodeRecord {
    XMLNodeRecord(
      nameOrMark: UInt32(truncatingIfNeeded: name), next: 0, lower: UInt32(truncatingIfNeeded: lower),
      upper: UInt32(truncatingIfNeeded: tagUpper), first: UInt32(truncatingIfNeeded: firstAttribute),
      second: UInt32(truncatingIfNeeded: tagUpper))
  }

  static func text(_ slice: XMLTextSlice, range: SourceRange, next: Int) -> XMLNodeRecord {
    XMLNodeRecord(
      nameOrMark: textMark, next: UInt32(truncatingIfNeeded: next),
      lower: UInt32(truncatingIfNeeded: range.lower), upper: UInt32(truncatingIfNeeded: range.upper),
      first: slice.words.0, second: slice.words.1)
  }

  mutating func end(upper: Int, next: Int) {
    self.upper = max(self.upper, UInt32(truncatingIfNeeded: upper))
    self.next = UInt32(truncatingIfNeeded: next)
  }

  var isText: Bool { nameOrMark == Self.textMark }
  var name: Int { Int(nameOrMark) }
  var range: SourceRange { SourceRange(Int(lower), Int(upper)) }
  var startTag: SourceRange { SourceRange(Int(lower), Int(second)) }
  var firstAttribute: Int { Int(first) }
  var text: XMLTextSlice { XMLTextSlice(words: (first, second)) }
}

extension XMLTextSlice {
  var words: (UInt32, UInt32) { (start, countAndPlace) }
  init(words: (UInt32, UInt32)) { (start, countAndPlace) = words }
}

/// An attribute of a tree.
struct XMLAttributeRecord {
  var name: UInt32
  /// Index of the node that it belongs to.
  var owner: UInt32
  private var nameLower: UInt32
  private var nameCount: UInt32
  private var valueLower: UInt32
  private var valueUpper: UInt32
  var value: XMLTextSlice

  init(name: Int, owner: Int, nameRange: SourceRange, valueRange: SourceRange, value: XMLTextSlice) {
    self.name = UInt32(truncatingIfNeeded: name)
    self.owner = UInt32(truncatingIfNeeded: owner)
    nameLower = UInt32(truncatingIfNeeded: nameRange.lower)
    nameCount = UInt32(truncatingIfNeeded: nameRange.count)
    valueLower = UInt32(truncatingIfNeeded: valueRange.lower)
    valueUpper = UInt32(truncatingIfNeeded: valueRange.upper)
    self.value = value
  }

  var nameRange: SourceRange { SourceRange(Int(nameLower), Int(nameLower + nameCount)) }
  var valueRange: SourceRange { SourceRange(Int(valueLower), Int(valueUpper)) }
}

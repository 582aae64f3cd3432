import DigestDiagnostics

/// An element as a value, for documents that are small enough to hold: tests and readers of small files.
package struct XMLElement: Hashable, Sendable {
  package indirect enum Node: Hashable, Sendable {
    case element(XMLElement)
    case text(String)
  }

  package var name: String
  package var attributes: [XMLPullReader.Attribute]
  package var children: [Node] = []

  /// Reads a document; neighbouring pieces of text are one.
  package static func parse(_ document: [UInt8]) throws(XMLPullReader.ReadError) -> XMLElement {
    var open = [XMLElement(name: "", attributes: [])]
    try XMLPullReader.read(document) { event in
      switch event {
      case .start(let name, let attributes): open.append(XMLElement(name: name, attributes: attributes))
      case .text(let text): open[open.count - 1].append(text)
      case .end:
        let element = open.removeLast()
        open[open.count - 1].children.append(.element(element))
      }
    }
    guard
      case .element(let root)? = open[0].children.first(where: {
        if case .element = $0 { true } else { false }
      })
    else {
      throw XMLPullReader.ReadError(summary: "the document has no root element", range: SourceRange(at: 0))
    }
    return root
  }

  private mutating func append(_ text: String) {
    if case .text(let before)? = children.last {
      children[children.count - 1] = .text(before + text)
    } else {
      children.append(.text(text))
    }
  }

  /// The value of an attribute, `nil` where it is not there.
  package subscript(_ name: String) -> String? { attributes.first { $0.name == name }?.value }

  package var elements: [XMLElement] {
    children.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  /// The children of a name.
  package func elements(_ name: String) -> [XMLElement] { elements.filter { $0.name == name } }

  /// All descendants of a name in document order.
  package func descendants(_ name: String) -> [XMLElement] {
    elements.flatMap { ($0.name == name ? [$0] : []) + $0.descendants(name) }
  }

  /// All text in it, in order.
  package var text: String {
    children.map {
      switch $0 {
      case .text(let text): text
      case .element(let element): element.text
      }
    }.joined()
  }
}

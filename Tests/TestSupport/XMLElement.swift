internal import CLibXML2

/// An element of an XML document as a value, read with libxml2.
package struct XMLElement: Hashable, Sendable {
  package indirect enum Node: Hashable, Sendable {
    case element(XMLElement)
    case text(String)
  }

  package struct Attribute: Hashable, Sendable {
    package var name: String
    package var value: String
  }

  /// A document is empty or not well-formed.
  package struct ReadError: Error {}

  /// With its prefix as written, `xlink:href`; so are the names of attributes. Namespace declarations are attributes.
  package var name: String
  package var attributes: [Attribute]
  package var children: [Node] = []

  /// Reads a document; neighbouring pieces of text are one.
  /// - Throws: where the document is empty or not well-formed.
  package static func parse(_ document: [UInt8]) throws(ReadError) -> XMLElement {
    var open = [XMLElement(name: "", attributes: [])]
    let isComplete = document.withUnsafeBytes { bytes -> Bool in
      let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
      let options = XML_PARSE_NONET.rawValue | XML_PARSE_HUGE.rawValue | XML_PARSE_NOERROR.rawValue
      guard
        let reader = xmlReaderForMemory(
          start, Int32(clamping: bytes.count), nil, nil, Int32(bitPattern: options))
      else { return false }
      defer { xmlFreeTextReader(reader) }
      var status = xmlTextReaderRead(reader)
      while status == 1 {
        add(reader, to: &open)
        status = xmlTextReaderRead(reader)
      }
      return status == 0
    }
    guard isComplete, let root = open[0].elements.first else { throw ReadError() }
    return root
  }

  /// Adds the node that a reader has come to.
  /// - Parameter open: the open elements; the first holds the root.
  private static func add(_ reader: xmlTextReaderPtr, to open: inout [XMLElement]) {
    // Copies a string that the reader owns until its next step.
    func string(_ text: UnsafePointer<xmlChar>?) -> String { text.map { String(cString: $0) } ?? "" }
    func close() {
      let element = open.removeLast()
      open[open.count - 1].children.append(.element(element))
    }
    switch xmlReaderTypes(UInt32(xmlTextReaderNodeType(reader))) {
    case XML_READER_TYPE_ELEMENT:
      let isEmpty = xmlTextReaderIsEmptyElement(reader) == 1
      var element = XMLElement(name: string(xmlTextReaderConstName(reader)), attributes: [])
      while xmlTextReaderMoveToNextAttribute(reader) == 1 {
        element.attributes.append(
          Attribute(
            name: string(xmlTextReaderConstName(reader)), value: string(xmlTextReaderConstValue(reader))))
      }
      open.append(element)
      if isEmpty { close() }
    case XML_READER_TYPE_END_ELEMENT: close()
    case XML_READER_TYPE_TEXT, XML_READER_TYPE_CDATA, XML_READER_TYPE_WHITESPACE,
      XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
      open[open.count - 1].append(string(xmlTextReaderConstValue(reader)))
    default: break
    }
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

internal import CLibXML2
import DigestDiagnostics

/// Reads XML as a stream of events, with libxml2's `xmlTextReader`. Nothing outside the document is loaded.
package enum XMLPullReader {
  package struct Attribute: Hashable, Sendable {
    /// With its prefix as written, `xlink:href`.
    package var name: String
    package var value: String
  }

  package enum Event: Hashable, Sendable {
    /// An element begins; names carry their prefix as written. Namespace declarations are attributes.
    case start(name: String, attributes: [Attribute])
    /// Character data, white space included; one run of text can come in pieces.
    case text(String)
    case end(name: String)
  }

  /// Why a document cannot be read on.
  package struct ReadError: Error, Hashable, Sendable {
    /// One clause, lower-case start, no full stop.
    package var summary: String
    package var range: SourceRange
  }

  /// Reads a whole document.
  /// - Parameter handle: called for each event in document order.
  /// - Throws: `ReadError` at the first place where the document is not well-formed.
  package static func read(_ document: [UInt8], _ handle: (Event) -> Void) throws(ReadError) {
    let log = XMLErrorLog()
    let isComplete = withExtendedLifetime(log) {
      document.withUnsafeBytes { bytes -> Bool in
        guard let reader = LibXML2.makeReader(bytes) else { return false }
        defer { xmlFreeTextReader(reader) }
        xmlTextReaderSetStructuredErrorHandler(reader, XMLErrorLog.handler, log.context)
        var status = xmlTextReaderRead(reader)
        while status == 1 {
          report(reader, handle)
          status = xmlTextReaderRead(reader)
        }
        return status == 0
      }
    }
    if let error = log.errors.first {
      throw ReadError(summary: error.summary, range: XMLPlaceFinder(document).range(of: error.place))
    }
    guard isComplete else { throw ReadError(summary: "the document is empty", range: SourceRange(at: 0)) }
  }

  private static func report(_ reader: xmlTextReaderPtr, _ handle: (Event) -> Void) {
    switch xmlTextReaderNodeType(reader) {
    case LibXML2.elementNode:
      let name = string(xmlTextReaderConstName(reader))
      let isEmpty = xmlTextReaderIsEmptyElement(reader) == 1
      var attributes: [Attribute] = []
      while xmlTextReaderMoveToNextAttribute(reader) == 1 {
        attributes.append(
          Attribute(
            name: string(xmlTextReaderConstName(reader)), value: string(xmlTextReaderConstValue(reader))))
      }
      handle(.start(name: name, attributes: attributes))
      if isEmpty { handle(.end(name: name)) }
    case LibXML2.endElementNode: handle(.end(name: string(xmlTextReaderConstName(reader))))
    case LibXML2.textNode, LibXML2.cdataNode, LibXML2.whitespaceNode, LibXML2.significantWhitespaceNode:
      handle(.text(string(xmlTextReaderConstValue(reader))))
    default: break
    }
  }

  /// Copies a string that the reader owns until its next step.
  private static func string(_ text: UnsafePointer<xmlChar>?) -> String {
    text.map { String(cString: $0) } ?? ""
  }
}

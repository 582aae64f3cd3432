internal import CLibXML2
import DigestDiagnostics
import DigestText

/// Reads XML into a located tree with libxml2's SAX2 parser.
///
/// Nothing is loaded: no DTD, no entity of another file, no network. Entities of the document's own are expanded within
/// libxml2's limit of amplification. The bytes are UTF-8, whatever encoding the document declares; a byte order mark is
/// skipped. Entities that are not declared mean what HTML means by them and are kept as written otherwise.
/// - Complexity: O(n) in the bytes; depth uses no stack.
package enum XMLReader {
  /// What to do with a document that is not well-formed.
  package enum Strictness: Hashable, Sendable {
    /// It is refused at the first place where it is not well-formed.
    case wellFormed
    /// What can be read is read, and each place is a finding of the tree.
    case repairing
  }

  /// - Parameter offset: where to begin, for files that hold several documents one after the other. The beginning
  ///   where none is given.
  /// - Throws: where the document is not well-formed, holds no element, or is deeper or grows larger than is read.
  package static func read(
    _ document: SourceDocument, _ strictness: Strictness = .wellFormed, from offset: Int = 0
  ) throws(DiagnosticError) -> XMLTree {
    let start = max(offset, document.bytes.byteOrderMarkLength)
    guard document.bytes.count < Int(Int32.max) / 2 else {
      throw DiagnosticError(
        XMLDiagnostics.sizeLimit, "the file has more than 1 GB, the limit of XML",
        at: SourceLocation(document, SourceRange(at: 0)))
    }
    // Bytes that are not XML in any case, and that libxml2 would take for UTF-16 or UTF-32.
    if let nul = document.bytes[start...].prefix(4).firstIndex(of: 0) {
      throw DiagnosticError(
        XMLDiagnostics.syntax, "found a NUL byte, which XML does not allow",
        at: SourceLocation(document, SourceRange(nul, nul + 1)))
    }
    let builder = document.bytes.withUnsafeBufferPointer { buffer in
      let events = XMLEvents(document: document, bytes: buffer, start: start, strictness: strictness)
      parse(events)
      return events.builder
    }
    return try builder.tree()
  }

  private static func parse(_ events: XMLEvents) {
    LibXML2.prepare()
    guard let context = xmlNewParserCtxt(), let handler = context.pointee.sax else { return }
    defer {
      // The tree that libxml2 would build has the document type declaration only.
      if let rest = context.pointee.myDoc { xmlFreeDoc(rest) }
      xmlFreeParserCtxt(context)
    }
    XMLEvents.install(in: handler)
    withExtendedLifetime(events) {
      context.pointee._private = Unmanaged.passUnretained(events).toOpaque()
      events.parser = context
      let text = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(events.bytes)[events.start...])
      let options =
        XML_PARSE_NONET.rawValue | XML_PARSE_NOENT.rawValue | XML_PARSE_IGNORE_ENC.rawValue
        | (events.strictness == .repairing ? XML_PARSE_RECOVER.rawValue : 0)
      let read = xmlCtxtReadMemory(
        context, text.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: text.count), nil, nil,
        Int32(bitPattern: options))
      if let read { xmlFreeDoc(read) }
      context.pointee.myDoc = nil
      events.parser = nil
      events.finish()
    }
  }
}

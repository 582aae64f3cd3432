internal import CLibXML2

/// What all uses of libxml2 share.
enum LibXML2 {
  /// `XML_READER_TYPE_ELEMENT` of `xmlReaderTypes`, as `xmlTextReaderNodeType` returns it.
  static let elementNode: Int32 = 1

  /// libxml2 2.9.14 fills the tables of RELAX NG data types at their first use, without a lock.
  private static let initialised: Void = {
    xmlInitParser()
    xmlRelaxNGInitTypes()
    // RELAX NG asks for the types of XML Schema when it first needs one, and two threads that do so at once (seen with
    // 2.9.14) leave a table with holes: "value '2.0' is not acceptable for type 'string'".
    xmlSchemaInitTypes()
  }()

  /// Initialises the library once, before any thread uses it.
  static func prepare() { initialised }

  /// A reader over bytes that must outlive it; the caller frees it with `xmlFreeTextReader`.
  ///
  /// No network, no DTD, no entity of the document's own is expanded; no limit on depth and text length: the
  /// program wrote the document.
  static func makeReader(_ bytes: UnsafeRawBufferPointer) -> xmlTextReaderPtr? {
    prepare()
    let options = XML_PARSE_NONET.rawValue | XML_PARSE_HUGE.rawValue | XML_PARSE_COMPACT.rawValue
    let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
    return xmlReaderForMemory(start, Int32(clamping: bytes.count), nil, nil, Int32(bitPattern: options))
  }
}

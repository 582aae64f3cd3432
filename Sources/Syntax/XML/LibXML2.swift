internal import CLibXML2

/// What every use of libxml2 here shares.
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
  /// No network, no DTD, no entity of the document's own is expanded; no limit on depth and text length (we wrote
  /// the document, or its importer has limits of its own).
  static func makeReader(_ bytes: UnsafeRawBufferPointer) -> xmlTextReaderPtr? {
    prepare()
    let options = XML_PARSE_NONET.rawValue | XML_PARSE_HUGE.rawValue | XML_PARSE_COMPACT.rawValue
    let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
    return xmlReaderForMemory(start, Int32(clamping: bytes.count), nil, nil, Int32(bitPattern: options))
  }
}

/// Collects what libxml2 reports. One object for one document; lives as long as the closure that uses it.
final class XMLErrorLog {
  /// Where an error is, in what libxml2 can say. See `XMLPlaceFinder`.
  enum Place {
    /// The n-th start tag of the document, from 1.
    case element(Int)
    /// 1-based line and byte column; column 0 where there is none.
    case line(Int, column: Int)
  }

  struct Entry {
    var summary: String
    var line: Int
    var place: Place
  }

  private(set) var errors: [Entry] = []
  /// The reader that the errors are from; `nil` while a schema is compiled.
  var reader: xmlTextReaderPtr?
  /// How many start tags have been read.
  private var starts = 0
  /// The numbers of the start tags of the open elements.
  private var open: [Int] = []

  /// What C gets: not retained, so the object must be kept alive around the C calls.
  var context: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

  static let handler: xmlStructuredErrorFunc = { context, error in
    guard let context, let error else { return }
    let log = Unmanaged<XMLErrorLog>.fromOpaque(context).takeUnretainedValue()
    log.add(error.pointee)
  }

  /// - Parameter depth: 0 for the root.
  func noteStart(depth: Int) {
    starts += 1
    if open.count > depth { open.removeLast(open.count - depth) }
    open.append(starts)
  }

  private func add(_ error: xmlError) {
    guard error.level.rawValue >= XML_ERR_ERROR.rawValue, !isConsequence(error) else { return }
    let place: Place
    if error.domain == XML_FROM_RELAXNGV.rawValue, let node = error.node {
      place = .element(number(of: node.assumingMemoryBound(to: xmlNode.self)))
    } else {
      place = .line(Int(error.line), column: Int(error.int2))
    }
    errors.append(Entry(summary: XMLErrorLog.summary(error.message), line: Int(error.line), place: place))
  }

  /// An element that holds something invalid is reported once more for each ancestor.
  private func isConsequence(_ error: xmlError) -> Bool {
    error.domain == XML_FROM_RELAXNGV.rawValue && !errors.isEmpty
      && error.code == Int32(XML_RELAXNG_ERR_CONTENTVALID.rawValue)
  }

  /// The number of a node's start tag. Validation runs before the reader hands over a start tag, and on the subtree
  /// of elements that cannot be validated as they stream.
  private func number(of node: xmlNodePtr) -> Int {
    guard let reader, let current = xmlTextReaderCurrentNode(reader) else { return max(starts, 1) }
    var element: xmlNodePtr? = node
    while let candidate = element, candidate.pointee.type != XML_ELEMENT_NODE {
      element = candidate.pointee.parent
    }
    guard let element else { return max(starts, 1) }
    let isStart = xmlTextReaderNodeType(reader) == LibXML2.elementNode
    var distance = 0
    var walk: xmlNodePtr? = element
    while let step = walk {
      if step == current {
        let number =
          isStart ? starts + 1 : (open.indices.contains(depth(current)) ? open[depth(current)] : starts)
        return number + distance
      }
      distance += elementsBefore(step)
      walk = step.pointee.parent
      if walk?.pointee.type != XML_ELEMENT_NODE { break }
    }
    let depth = depth(element)
    return open.indices.contains(depth) ? open[depth] : starts + 1
  }

  /// How many start tags lie between a parent's and this one's, this one included.
  private func elementsBefore(_ node: xmlNodePtr) -> Int {
    var count = 1
    var sibling = node.pointee.prev
    while let step = sibling {
      count += elementCount(step)
      sibling = step.pointee.prev
    }
    return count
  }

  private func elementCount(_ node: xmlNodePtr) -> Int {
    guard node.pointee.type == XML_ELEMENT_NODE else { return 0 }
    var count = 1
    var child = node.pointee.children
    while let step = child {
      count += elementCount(step)
      child = step.pointee.next
    }
    return count
  }

  private func depth(_ node: xmlNodePtr) -> Int {
    var depth = 0
    var parent = node.pointee.parent
    while let step = parent, step.pointee.type == XML_ELEMENT_NODE {
      depth += 1
      parent = step.pointee.parent
    }
    return depth
  }

  /// libxml2's sentence in the manner of our messages: lower-case start, one line, no full stop.
  private static func summary(_ message: UnsafePointer<CChar>?) -> String {
    guard let message else { return "unknown error" }
    var bytes = Array(String(cString: message).utf8)
    while let last = bytes.last, last == 0x0A || last == 0x20 || last == 0x2E { bytes.removeLast() }
    for i in bytes.indices where bytes[i] == 0x0A { bytes[i] = 0x20 }
    // libxml2 2.9 never filled in the element of this sentence.
    if bytes == Array("Did not expect text in element  TODO  content".utf8) {
      return "did not expect text in this element"
    }
    if bytes.count > 1, !(0x41...0x5A).contains(bytes[1]), (0x41...0x5A).contains(bytes[0]) {
      bytes[0] |= 0x20
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

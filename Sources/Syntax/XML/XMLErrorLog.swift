internal import CLibXML2

/// Collects what libxml2 reports about one document; lives as long as the closure that uses it.
final class XMLErrorLog {
  /// Where an error is, in what libxml2 can say. See `XMLPlaceFinder`.
  enum Place {
    /// The n-th start tag of the document, from 1.
    case element(Int)
    /// 1-based line and byte column; `nil` where libxml2 gives no column.
    case line(Int, column: Int?)
  }

  struct Entry {
    var summary: String
    var line: Int
    var place: Place
    /// Whether a schema says so.
    var isOfSchema: Bool
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
    let isOfSchema = error.domain == XML_FROM_RELAXNGV.rawValue
    if isOfSchema, let node = error.node {
      place = .element(number(of: node.assumingMemoryBound(to: xmlNode.self)))
    } else {
      place = .line(Int(error.line), column: error.int2 > 0 ? Int(error.int2) : nil)
    }
    errors.append(
      Entry(
        summary: XMLErrorLog.summary(error.message), line: Int(error.line), place: place,
        isOfSchema: isOfSchema))
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

  /// libxml2's sentence in the style of other messages: lower-case start, one line, no full stop.
  static func summary(_ message: UnsafePointer<CChar>?) -> String {
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

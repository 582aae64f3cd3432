import DigestText

/// The elements of a small document in one list, made in one pass and without a copy of its text.
struct XMLOutline {
  struct Element {
    /// A number of `names`.
    let name: Int
    /// Rows of the attributes.
    let attributes: Range<Int>
    /// The index after the last of its descendants, which follow it.
    var end: Int
    /// What stands in it, where that is text.
    var text: Text?
  }

  struct Text {
    let range: Range<Int>
    let hasReference: Bool
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let names: XMLNameTable
  private(set) var elements: [Element] = []
  private var attributes: [(name: Int, value: Text)] = []

  /// - Parameter bytes: a document of plain tags, attributes and text, valid as long as this is used. Text beside other
  ///   elements is left out.
  /// - Returns: `nil` where `XMLScanner` is not sure what the document says.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    var scanner = XMLScanner(bytes)
    var open: [Int] = []
    var rows: [(name: Int, value: Text)] = []
    var elements: [Element] = []
    var opened = (name: 0, firstRow: 0)
    while let token = scanner.next() {
      switch token {
      case .startTag(let name): opened = (name, rows.count)
      case .attribute(let name, let value, let hasReference):
        rows.append((name, Text(range: value, hasReference: hasReference)))
      case .startTagEnd:
        open.append(elements.count)
        elements.append(
          Element(name: opened.name, attributes: opened.firstRow..<rows.count, end: elements.count + 1))
      case .text(let range, let hasReference, let isBlank):
        if !isBlank, let index = open.last {
          elements[index].text = Text(range: range, hasReference: hasReference)
        }
      case .endTag: if let index = open.popLast() { elements[index].end = elements.count }
      }
    }
    if scanner.isUnsure || elements.isEmpty { return nil }
    names = scanner.names
    self.elements = elements
    attributes = rows
  }

  /// The indices of the elements directly inside one.
  func children(of index: Int) -> [Int] {
    var children: [Int] = []
    var child = index + 1
    while child < elements[index].end {
      children.append(child)
      child = elements[child].end
    }
    return children
  }

  func isNamed(_ index: Int, _ name: StaticString) -> Bool { isName(elements[index].name, name) }

  /// Whether the name has a prefix.
  func isPrefixed(_ index: Int) -> Bool {
    bytes[names.range(elements[index].name)].contains(UInt8(ascii: ":"))
  }

  /// The value of an attribute, or `nil`.
  func attribute(_ index: Int, _ name: StaticString) -> String? {
    for row in elements[index].attributes where isName(attributes[row].name, name) {
      return String(decoding: decoded(attributes[row].value), as: UTF8.self)
    }
    return nil
  }

  /// What an element holds; `nil` where that is other elements.
  func text(_ index: Int) -> [UInt8]? {
    guard elements[index].end == index + 1 else { return nil }
    return elements[index].text.map(decoded) ?? []
  }

  /// How many names there are.
  var nameCount: Int { names.count }

  /// Whether a number stands for a name.
  func isName(_ number: Int, _ name: StaticString) -> Bool {
    bytes.holds(name, in: names.range(number))
  }

  private func decoded(_ text: Text) -> [UInt8] {
    let written = UnsafeBufferPointer(rebasing: bytes[text.range])
    guard text.hasReference else { return Array(written) }
    var decoded: [UInt8] = []
    XMLReference.decode(written, into: &decoded)
    return decoded
  }
}

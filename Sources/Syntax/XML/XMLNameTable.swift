/// The names in a document, each with a number and its namespace. Prefixes are bound at the root only.
struct XMLNameTable {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// By a hash of the name: its number plus one, 0 where there is none. A power of two, at most half full.
  private var slots = [Int32](repeating: 0, count: 512)
  private var ranges: [Range<Int>] = []
  private var prefixes: [(prefix: String, namespace: String)] = [("xml", XMLExpandedName.xmlNamespace)]
  private(set) var names: [XMLExpandedName] = []

  /// - Parameter bytes: the document, valid as long as the table is used.
  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// - Parameter name: of a `xmlns` attribute, `xmlns:xlink`.
  /// - Returns: `false` for what is unusual: a namespace of two prefixes, in which two attributes could be one, a prefix
  ///   that is taken away.
  mutating func bind(_ name: Range<Int>, to namespace: Range<Int>) -> Bool {
    let prefix = name.count > 6 ? text((name.lowerBound + 6)..<name.upperBound) : ""
    let namespace = text(namespace)
    guard !namespace.isEmpty, namespace != "http://www.w3.org/2000/xmlns/", prefix != "xmlns",
      !prefixes.contains(where: { $0 == prefix || $1 == namespace })
    else {
      return false
    }
    prefixes.append((prefix, namespace))
    return true
  }

  /// Whether an attribute binds a prefix: `xmlns` or `xmlns:…`.
  func isBinding(_ name: Range<Int>) -> Bool {
    let word: StaticString = "xmlns"
    guard name.count >= 5, name.count == 5 || bytes[name.lowerBound &+ 5] == UInt8(ascii: ":") else {
      return false
    }
    for k in 0..<5 where bytes[name.lowerBound &+ k] != word.utf8Start[k] { return false }
    return true
  }

  /// The number of a name; `nil` for a prefix that is not bound, and in a document of very many names.
  mutating func number(of name: Range<Int>, isAttribute: Bool) -> Int? {
    // `a` is in no namespace as an attribute, and in the default one as an element.
    var hash: UInt64 = isAttribute ? 0xCBF2_9CE4_8422_2325 : 0x8422_2325_CBF2_9CE4
    for i in name { hash = (hash ^ UInt64(bytes[i])) &* 0x100_0000_01B3 }
    var slot = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if isSame(ranges[number >> 1], name), number & 1 == (isAttribute ? 1 : 0) { return number >> 1 }
      slot = (slot + 1) & (slots.count - 1)
    }
    guard names.count < slots.count / 2, let expanded = expanded(name, isAttribute: isAttribute) else {
      return nil
    }
    slots[slot] = Int32(truncatingIfNeeded: names.count << 1 | (isAttribute ? 1 : 0)) + 1
    ranges.append(name)
    names.append(expanded)
    return names.count - 1
  }

  private func expanded(_ name: Range<Int>, isAttribute: Bool) -> XMLExpandedName? {
    let parts = text(name).utf8.split(separator: UInt8(ascii: ":")).map {
      String(decoding: $0, as: UTF8.self)
    }
    guard parts.count == 2 else {
      let namespace = isAttribute ? "" : prefixes.last { $0.prefix.isEmpty }?.namespace ?? ""
      return XMLExpandedName(namespace: namespace, local: text(name))
    }
    guard let bound = prefixes.last(where: { $0.prefix == parts[0] }), !bound.namespace.isEmpty else {
      return nil
    }
    return XMLExpandedName(namespace: bound.namespace, local: parts[1])
  }

  private func isSame(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    guard a.count == b.count else { return false }
    for k in 0..<a.count where bytes[a.lowerBound &+ k] != bytes[b.lowerBound &+ k] { return false }
    return true
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}

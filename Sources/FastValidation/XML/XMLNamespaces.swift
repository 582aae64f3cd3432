/// The namespaces of a document whose prefixes are bound at the root only.
struct XMLNamespaces {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var prefixes: [(prefix: String, namespace: String)] = [("xml", XMLExpandedName.xmlNamespace)]

  /// - Parameter bytes: the document, valid as long as this is used.
  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// - Parameter name: of a `xmlns` attribute, `xmlns:xlink`.
  /// - Returns: `false` for what is unusual: a namespace with two prefixes, so that two attributes could be the same
  ///   one, or a prefix that is unbound.
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

  /// The name with its namespace; `nil` for a prefix that is not bound.
  func expanded(_ name: Range<Int>, isAttribute: Bool) -> XMLExpandedName? {
    guard let colon = bytes[name].firstIndex(of: UInt8(ascii: ":")) else {
      // `a` is in no namespace as an attribute, and in the default one as an element.
      let namespace = isAttribute ? "" : prefixes.last { $0.prefix.isEmpty }?.namespace ?? ""
      return XMLExpandedName(namespace: namespace, local: text(name))
    }
    let prefix = text(name.lowerBound..<colon)
    guard let bound = prefixes.last(where: { $0.prefix == prefix }) else { return nil }
    return XMLExpandedName(namespace: bound.namespace, local: text((colon + 1)..<name.upperBound))
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}

import DigestText

/// What the root element of an XML document is, found without parsing it.
package struct XMLRoot: Hashable, Sendable {
  package var localName: String
  package var prefix: String?
  /// The address that the root's prefix, or its absence, is declared to stand for.
  package var namespace: String?
  /// The name, public and system identifier of the document type declaration; `nil` where there is none.
  package var doctype: Doctype?
  /// The names of its attributes as written, declarations of namespaces among them.
  package var attributes: [String] = []
  /// The local name of the first element in it; empty where text comes first, `nil` where it is empty or begins later.
  package var firstChild: String?

  package struct Doctype: Hashable, Sendable {
    package var name: String
    package var publicID: String?
    package var systemID: String?
  }

  /// How much of a document is looked at.
  package static let window = 65536

  /// Looks for the root element in the first 64 KB of UTF-8 text.
  /// - Returns: `nil` where the bytes do not begin like XML, or the root element does not begin in time.
  package static func peek(_ bytes: [UInt8]) -> XMLRoot? {
    var scanner = RootScanner(bytes: bytes.prefix(window))
    guard var root = scanner.root() else { return nil }
    root.firstChild = scanner.firstChild()
    return root
  }
}

/// Goes over the XML declaration, comments, processing instructions and the document type declaration to the root.
private struct RootScanner {
  private let bytes: ArraySlice<UInt8>
  private var i: Int
  private var doctype: XMLRoot.Doctype?

  init(bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    i = bytes.byteOrderMarkLength
  }

  mutating func root() -> XMLRoot? {
    while true {
      skipSpace()
      guard i < bytes.endIndex, bytes[i] == UInt8(ascii: "<") else { return nil }
      if holds("<?") {
        guard skip(past: "?>") else { return nil }
      } else if holds("<!--") {
        i += 4
        guard skip(past: "-->") else { return nil }
      } else if holds("<!DOCTYPE") || holds("<!doctype") {
        guard readDoctype() else { return nil }
      } else {
        return readRoot()
      }
    }
  }

  private mutating func readRoot() -> XMLRoot? {
    i += 1
    let name = readName()
    guard let first = name.utf8.first, first.isLetter || first.isNonASCII || first == UInt8(ascii: "_") else {
      return nil
    }
    let parts = name.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let prefix = parts.count == 2 ? String(parts[0]) : nil
    var root = XMLRoot(
      localName: String(parts[parts.count - 1]), prefix: prefix, namespace: nil, doctype: doctype)
    let declaration = prefix.map { "xmlns:" + $0 } ?? "xmlns"
    while true {
      skipSpace()
      let attribute = readName()
      skipSpace()
      guard !attribute.isEmpty, i < bytes.endIndex, bytes[i] == UInt8(ascii: "=") else { return root }
      i += 1
      skipSpace()
      guard let value = readQuoted() else { return root }
      root.attributes.append(attribute)
      if attribute == declaration { root.namespace = value }
    }
  }

  /// After the start tag of the root.
  mutating func firstChild() -> String? {
    guard i < bytes.endIndex, bytes[i] == UInt8(ascii: ">") else { return nil }
    i += 1
    while true {
      skipSpace()
      guard i < bytes.endIndex else { return nil }
      guard bytes[i] == UInt8(ascii: "<") else { return "" }
      if holds("<!--") {
        i += 4
        guard skip(past: "-->") else { return nil }
      } else if holds("<?") {
        guard skip(past: "?>") else { return nil }
      } else {
        i += 1
        let name = readName()
        return name.isEmpty ? nil : name.split(separator: ":").last.map(String.init)
      }
    }
  }

  private mutating func readDoctype() -> Bool {
    i += 9
    skipSpace()
    var found = XMLRoot.Doctype(name: readName())
    skipSpace()
    let word = readName()
    skipSpace()
    if word == "PUBLIC" {
      found.publicID = readQuoted()
      skipSpace()
      found.systemID = readQuoted()
    } else if word == "SYSTEM" {
      found.systemID = readQuoted()
    }
    doctype = found
    return skipInternalSubset()
  }

  /// Goes to the `>` that ends the document type declaration: not one in quotes, comments or brackets.
  private mutating func skipInternalSubset() -> Bool {
    var depth = 0
    while i < bytes.endIndex {
      switch bytes[i] {
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: ">") where depth <= 0:
        i += 1
        return true
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        guard readQuoted() != nil else { return false }
        continue
      case UInt8(ascii: "<") where holds("<!--"):
        i += 4
        guard skip(past: "-->") else { return false }
        continue
      case UInt8(ascii: "<") where holds("<?"):
        guard skip(past: "?>") else { return false }
        continue
      default: break
      }
      i += 1
    }
    return false
  }

  private func holds(_ text: StaticString) -> Bool { bytes.holds(text, at: i) }

  private mutating func skip(past text: StaticString) -> Bool {
    while i < bytes.endIndex {
      if holds(text) {
        i += text.utf8CodeUnitCount
        return true
      }
      i += 1
    }
    return false
  }

  private mutating func skipSpace() {
    while i < bytes.endIndex, bytes[i].isSpace { i += 1 }
  }

  private mutating func readName() -> String {
    let start = i
    while i < bytes.endIndex, !bytes[i].isSpace, !bytes[i].isOne(of: "<>/=\"'[]") { i += 1 }
    return String(decoding: bytes[start..<i], as: UTF8.self)
  }

  private mutating func readQuoted() -> String? {
    guard i < bytes.endIndex, bytes[i] == UInt8(ascii: "\"") || bytes[i] == UInt8(ascii: "'"),
      let end = bytes[(i + 1)...].firstIndex(of: bytes[i])
    else { return nil }
    defer { i = end + 1 }
    return String(decoding: bytes[(i + 1)..<end], as: UTF8.self)
  }
}

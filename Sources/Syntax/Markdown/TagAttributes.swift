import DigestText

/// The attributes of a tag of HTML, as people write them.
package enum TagAttributes {
  /// The value of an attribute, without its quotes and with its character references as they are written.
  /// - Parameters:
  ///   - name: in lower case.
  ///   - tag: what stands in the tag after its name.
  /// - Returns: `nil` where the tag has no such attribute.
  package static func value(of name: String, in tag: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    var rest = tag
    while let equals = rest.firstIndex(of: UInt8(ascii: "=")) {
      let written = rest[..<equals].split(whereSeparator: \.isSpace).last
      var value = rest[(equals + 1)...].drop(while: \.isSpace)
      let quote = value.first
      let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
      if isQuoted { value = value.dropFirst() }
      let end = value.firstIndex { isQuoted ? $0 == quote : $0.isSpace } ?? value.endIndex
      if written?.elementsEqual(name.utf8, by: { $0.lowercased == $1 }) == true { return value[..<end] }
      rest = tag[min(end + 1, tag.endIndex)...]
    }
    return nil
  }
}

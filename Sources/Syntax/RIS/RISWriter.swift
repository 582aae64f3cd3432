/// Writes RIS: a tag, two spaces, a hyphen, a space, the value; CRLF; an empty line after each reference.
package struct RISWriter {
  private var bytes: [UInt8] = []

  package init() {}

  package mutating func begin(type: String) { line("TY", type) }

  /// Writes a field; an empty value is left out, spaces at its ends too, and of several spaces one stays.
  /// - Parameter value: one line.
  package mutating func field(_ tag: String, _ value: String) {
    var value = value
    value.withUTF8 { source in
      var i = 0
      var isFirst = true
      while i < source.count {
        let start = i
        while i < source.count, source[i] != 0x20 { i += 1 }
        if start < i {
          if isFirst { begin(tag) } else { bytes.append(0x20) }
          bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[start..<i]))
          isFirst = false
        }
        i += 1
      }
      if !isFirst { bytes.append(contentsOf: [0x0D, 0x0A]) }
    }
  }

  package mutating func end() {
    line("ER", "")
    bytes.append(contentsOf: [0x0D, 0x0A])
  }

  package func finish() -> [UInt8] { bytes }

  private mutating func begin(_ tag: String) {
    bytes.append(contentsOf: tag.utf8)
    bytes.append(contentsOf: "  - ".utf8)
  }

  private mutating func line(_ tag: String, _ value: String) {
    begin(tag)
    bytes.append(contentsOf: value.utf8)
    bytes.append(contentsOf: [0x0D, 0x0A])
  }
}

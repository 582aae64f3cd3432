/// Writes RIS: a tag, two spaces, a hyphen, a space, the value; CRLF; an empty line behind each reference.
package struct RISWriter {
  private var bytes: [UInt8] = []

  package init() {}

  package mutating func begin(type: String) { line("TY", type) }

  /// Writes a field; an empty value is left out.
  /// - Parameter value: one line.
  package mutating func field(_ tag: String, _ value: String) {
    let value = Array(value.utf8.split(separator: 0x20).joined(separator: [0x20]))
    if !value.isEmpty { line(tag, String(decoding: value, as: UTF8.self)) }
  }

  package mutating func end() {
    line("ER", "")
    bytes.append(contentsOf: [0x0D, 0x0A])
  }

  package func finish() -> [UInt8] { bytes }

  private mutating func line(_ tag: String, _ value: String) {
    bytes.append(contentsOf: tag.utf8)
    bytes.append(contentsOf: "  - ".utf8)
    bytes.append(contentsOf: value.utf8)
    bytes.append(contentsOf: [0x0D, 0x0A])
  }
}

import TextBytes

/// One field of an entry to be written.
package struct BibTeXField: Hashable, Sendable {
  package enum Value: Hashable, Sendable {
    /// In braces. The bytes are written as they are, so their braces must balance by plain count.
    case braced([UInt8])
    /// Bare: the name of a macro (`sep`) or digits.
    case bare(String)
  }

  package var name: String
  package var value: Value

  package init(_ name: String, _ value: Value) {
    self.name = name
    self.value = value
  }
}

/// Writes BibTeX records as bytes: one field a line, LF, an empty line between records, no byte order mark.
package struct BibTeXWriter {
  private var bytes: [UInt8] = []

  package init() {}

  /// Writes `@type{key, …}` with the fields in the order given.
  package mutating func entry(type: String, key: String, fields: [BibTeXField]) {
    separate()
    append("@\(type){\(key)")
    for field in fields {
      append(",\n  ")
      append(field.name)
      append(" = ")
      switch field.value {
      case .braced(let value):
        bytes.append(UInt8(ascii: "{"))
        bytes.append(contentsOf: value)
        bytes.append(UInt8(ascii: "}"))
      case .bare(let value): append(value)
      }
    }
    append(fields.isEmpty ? ",\n}\n" : "\n}\n")
  }

  /// Writes `@Comment{…}`. The text must hold neither `@` nor unbalanced braces: BibTeX ends a comment at the
  /// first `@`.
  package mutating func comment(_ text: String) {
    separate()
    append("@Comment{\(text)}\n")
  }

  package func finish() -> [UInt8] { bytes }

  private mutating func separate() {
    if !bytes.isEmpty { bytes.append(0x0A) }
  }

  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }
}

/// Values of fields that are read verbatim: `url`, `doi`, `eprint`, `file`.
package enum BibTeXVerbatim {
  /// The bytes of an address or identifier without any LaTeX escape: braces, backslashes, spaces, controls and what
  /// is not ASCII are percent-encoded, everything else stays.
  package static func encode(_ text: String) -> [UInt8] {
    let hex: StaticString = "0123456789ABCDEF"
    var output: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "\\"), 0...0x20, 0x7F...:
        output.append(UInt8(ascii: "%"))
        output.append(hex.utf8Start[Int(byte >> 4)])
        output.append(hex.utf8Start[Int(byte & 0x0F)])
      default: output.append(byte)
      }
    }
    return output
  }
}

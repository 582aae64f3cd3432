/// Writes BibTeX records as bytes: one field a line, LF, an empty line between records, no byte order mark.
package struct BibTeXWriter {
  private var bytes: [UInt8] = []
  private var isEntryEmpty = true

  /// - Parameter capacity: how many bytes the file will have, roughly; saves copies while it grows.
  package init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  /// Begins `@type{key, …}`; its fields follow in the order of the calls, then `endEntry`.
  package mutating func beginEntry(type: String, key: String) {
    separate()
    append("@")
    append(type)
    append("{")
    append(key)
    isEntryEmpty = true
  }

  /// Writes a field in braces, unless its value is empty.
  /// - Parameter append: appends the value to the bytes it is given, and changes none of them. It is written as it
  ///   is, so its braces must balance by plain count.
  package mutating func field(_ name: String, _ append: (inout [UInt8]) -> Void) {
    let start = bytes.count
    beginField(name)
    bytes.append(UInt8(ascii: "{"))
    let lower = bytes.count
    append(&bytes)
    guard bytes.count > lower else { return bytes.removeLast(lower - start) }
    bytes.append(UInt8(ascii: "}"))
    isEntryEmpty = false
  }

  /// Writes a field without braces.
  /// - Parameter value: the name of a macro (`sep`) or digits.
  package mutating func field(_ name: String, bare value: String) {
    beginField(name)
    append(value)
    isEntryEmpty = false
  }

  package mutating func endEntry() { append(isEntryEmpty ? ",\n}\n" : "\n}\n") }

  /// Writes `@Comment{…}`. The text must hold neither `@` nor unbalanced braces: BibTeX ends a comment at the
  /// first `@`.
  package mutating func comment(_ text: String) {
    separate()
    append("@Comment{\(text)}\n")
  }

  /// Appends what another writer has finished.
  package mutating func append(_ entries: [UInt8]) {
    guard !entries.isEmpty else { return }
    separate()
    bytes += entries
  }

  package func finish() -> [UInt8] { bytes }

  private mutating func separate() {
    if !bytes.isEmpty { bytes.append(0x0A) }
  }

  private mutating func beginField(_ name: String) {
    append(",\n  ")
    append(name)
    append(" = ")
  }

  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }
}

/// Values of fields that are read verbatim: `url`, `doi`, `eprint`, `file`.
package enum BibTeXVerbatim {
  /// Appends the bytes of an address or identifier without any LaTeX escape: braces, backslashes, spaces, controls
  /// and what is not ASCII are percent-encoded, everything else stays.
  package static func append(_ text: String, to output: inout [UInt8]) {
    var text = text
    text.withUTF8 { bytes in
      if bytes.contains(where: needsEncoding) {
        for byte in bytes { append(byte, to: &output) }
      } else {
        output.append(contentsOf: bytes)
      }
    }
  }

  private static func append(_ byte: UInt8, to output: inout [UInt8]) {
    guard needsEncoding(byte) else { return output.append(byte) }
    let hex: StaticString = "0123456789ABCDEF"
    output.append(UInt8(ascii: "%"))
    output.append(hex.utf8Start[Int(byte >> 4)])
    output.append(hex.utf8Start[Int(byte & 0x0F)])
  }

  private static func needsEncoding(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "\\"), 0x7F...: true
    default: false
    }
  }
}

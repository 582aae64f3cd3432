import DigestText

/// Fields that biber reads letter for letter, as people fill them all the same: with TeX around signs.
enum BibTeXVerbatimText {
  private static let commands: [(tex: String, sign: String)] = [
    ("$\\sim$", "~"), ("\\textasciitilde", "~"), ("\\~{}", "~"), ("\\textunderscore", "_"), ("\\slash", "/"),
    ("\\textbackslash", "\\"), ("\\textless", "<"), ("\\textgreater", ">"), ("$<$", "<"), ("$>$", ">"),
    ("\\url", ""), ("\\nolinkurl", ""), ("\\-", ""),
  ]

  /// Without braces, and signs without their backslash.
  static func plain(_ text: String) -> String {
    var text = text
    let isPlain = text.withUTF8 { bytes in
      !bytes.contains { $0 < 0x20 || $0.isOne(of: "\\{}$<") }
    }
    if isPlain { return text.trimmed }
    let bytes = Array(text.utf8)
    var output: [UInt8] = []
    var i = 0
    scan: while i < bytes.count {
      switch bytes[i] {
      case UInt8(ascii: "\\"), UInt8(ascii: "$"):
        for (tex, sign) in commands where bytes[i...].starts(with: tex.utf8) {
          output.append(contentsOf: sign.utf8)
          i += tex.utf8.count
          if i + 1 < bytes.count, bytes[i] == UInt8(ascii: "{"), bytes[i + 1] == UInt8(ascii: "}") { i += 2 }
          continue scan
        }
        if bytes[i] == UInt8(ascii: "$") || i + 1 < bytes.count && !bytes[i + 1].isPunctuation {
          output.append(bytes[i])
        }
      case UInt8(ascii: "{"), UInt8(ascii: "}"): break
      case 0..<0x20: if output.last != 0x20 { output.append(0x20) }
      default: output.append(bytes[i])
      }
      i += 1
    }
    return String(decoding: output, as: UTF8.self).trimmed
  }

  /// An id: percent signs stand for other characters, as our own files and those of publishers have it.
  static func id(_ text: String) -> String {
    let plain = plain(text)
    guard plain.utf8.contains(UInt8(ascii: "%")) else { return plain }
    let bytes = Array(plain.utf8)
    var output: [UInt8] = []
    var i = 0
    while i < bytes.count {
      if bytes[i] == UInt8(ascii: "%"), i + 2 < bytes.count, let high = hex(bytes[i + 1]),
        let low = hex(bytes[i + 2])
      {
        output.append(high << 4 | low)
        i += 3
      } else {
        output.append(bytes[i])
        i += 1
      }
    }
    return String(validating: output, as: UTF8.self) ?? plain
  }

  private static func hex(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte & 0x0F
    case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"): byte & 0x0F + 9
    default: nil
    }
  }

  /// The addresses of a text, and whether it holds nothing else.
  static func addresses(_ text: String) -> (addresses: [String], isWhole: Bool) {
    var isWhole = true
    var addresses: [String] = []
    for scalars in plain(text).unicodeScalars.split(whereSeparator: \.isWhiteSpace) {
      var word = Substring(scalars).utf8
      while let last = word.last, last.isOne(of: ",;.>") { word.removeLast() }
      if word.first == UInt8(ascii: "<") { word.removeFirst() }
      if word.starts(with: "http://".utf8) || word.starts(with: "https://".utf8) {
        addresses.append(String(Substring(word)))
      } else if !word.isEmpty {
        isWhole = false
      }
    }
    return (addresses, isWhole)
  }
}

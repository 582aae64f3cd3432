import Syntax
import TextBytes

/// Writes keywords (rule B10): separated by `, `, with ` > ` between the levels of a topic.
struct BibTeXKeywords {
  /// Whether a separator had to be replaced inside a keyword.
  private(set) var didReplace = false
  private var seen: Set<[UInt8]> = []

  mutating func encode(topics: [[String]], keywords: [String], with encoder: inout LaTeXEncoder) -> [UInt8] {
    var output: [UInt8] = []
    for path in topics + keywords.map({ [$0] }) {
      var keyword: [UInt8] = []
      for level in path {
        let encoded = encoder.encode(replacingSeparators(in: level))
        if encoded.isEmpty { continue }
        if !keyword.isEmpty { keyword.append(contentsOf: " > ".utf8) }
        keyword.append(contentsOf: encoded)
      }
      guard !keyword.isEmpty, seen.insert(keyword).inserted else { continue }
      if !output.isEmpty { output.append(contentsOf: ", ".utf8) }
      output.append(contentsOf: keyword)
    }
    return output
  }

  /// A comma or semicolon would end the keyword and `>` begin a level: ` /` and `›` stand for them; a comma between
  /// digits goes.
  private mutating func replacingSeparators(in text: String) -> String {
    let bytes = Array(text.utf8)
    var output: [UInt8] = []
    for (i, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: ","), UInt8(ascii: ";"):
        didReplace = true
        let next = i + 1 < bytes.count ? bytes[i + 1] : 0x20
        if byte == UInt8(ascii: ","), i > 0, bytes[i - 1].isDigit, next.isDigit { continue }
        output.append(contentsOf: (next.isSpace ? " /" : " / ").utf8)
      case UInt8(ascii: ">"):
        didReplace = true
        output.append(contentsOf: "\u{203A}".utf8)
      default: output.append(byte)
      }
    }
    return String(decoding: output, as: UTF8.self)
  }
}

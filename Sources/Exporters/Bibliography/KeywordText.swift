import DigestModel
import DigestSyntax
import DigestText

/// Takes out of a keyword the signs that part keywords in a format: ` /` stands for them, and for `>`, which parts the
/// levels of a topic in BibTeX, `›`. A comma between digits goes.
struct KeywordText {
  /// ASCII.
  let separators: [UInt8]
  private var didReplace = false

  init(separators: String) { self.separators = Array(separators.utf8) }

  /// - Parameter isLevel: whether `text` is a level of a topic, so that `>` would begin another one.
  /// - Complexity: O(n).
  mutating func clean(_ text: String, isLevel: Bool = false) -> String {
    func isSeparator(_ byte: UInt8) -> Bool {
      separators.contains(byte) || isLevel && byte == UInt8(ascii: ">")
    }
    var text = text
    let holdsSeparator = text.withUTF8 { bytes in
      separators.contains { bytes.firstOffset(of: $0) != nil }
        || isLevel && bytes.firstOffset(of: UInt8(ascii: ">")) != nil
    }
    guard holdsSeparator else { return text }
    didReplace = true
    let bytes = Array(text.utf8)
    var output: [UInt8] = []
    for (i, byte) in bytes.enumerated() {
      guard isSeparator(byte) else {
        output.append(byte)
        continue
      }
      let next = i + 1 < bytes.count ? bytes[i + 1] : 0x20
      if byte == UInt8(ascii: ">") {
        output.append(contentsOf: "\u{203A}".utf8)
      } else if byte != UInt8(ascii: ",") || i == 0 || !bytes[i - 1].isDigit || !next.isDigit {
        output.append(contentsOf: (next.isSpace ? " /" : " / ").utf8)
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// Records once a paper that something was replaced, and begins anew.
  mutating func recordLosses(in losses: inout LossLog, at anchor: SourceAnchor) {
    if didReplace {
      losses.record(
        .characters, .degraded, "a separator inside a keyword is written as another sign", at: anchor)
    }
    didReplace = false
  }
}

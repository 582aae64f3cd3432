import DigestModel
import TextBytes

/// Takes out of a keyword the signs that part keywords in a format: ` /` stands for them, and for `>`, which parts the
/// levels of a topic in BibTeX, `›`. A comma between digits goes.
struct KeywordText {
  /// ASCII.
  let separators: [UInt8]
  private var didReplace = false

  init(separators: String) { self.separators = Array(separators.utf8) }

  /// - Complexity: O(n).
  mutating func clean(_ text: String) -> String {
    guard text.utf8.contains(where: separators.contains) else { return text }
    didReplace = true
    let bytes = Array(text.utf8)
    var output: [UInt8] = []
    for (i, byte) in bytes.enumerated() {
      guard separators.contains(byte) else {
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
        .paperTopics, .degraded, "a separator inside a keyword is replaced by another sign", at: anchor)
    }
    didReplace = false
  }
}

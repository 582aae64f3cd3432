import DigestModel

/// The topics and keywords of a paper as a list of CSL-JSON or RIS: ` > ` between the levels of a topic.
struct KeywordList {
  /// Why a keyword is not written as it is, in all formats with such a list.
  static let replacement = "a separator inside a keyword is written as another sign"

  private(set) var words: [String] = []
  private var didReplace = false
  private let separator: UInt8

  /// - Parameter separator: what parts the keywords of the format; ` /` stands for it inside one, `›` for the `>` that
  ///   would begin a level.
  init(of record: BibliographicRecord, separator: UInt8) {
    self.separator = separator
    words.reserveCapacity(record.topics.count + record.keywords.count)
    for path in record.topics {
      words.append(path.map { word($0, isLevel: true) }.joined(separator: " > "))
    }
    for keyword in record.keywords { words.append(word(keyword, isLevel: false)) }
  }

  func recordLosses(of record: BibliographicRecord, in losses: inout LossLog) {
    if didReplace { losses.record(.characters, .degraded, Self.replacement, at: record.anchor) }
  }

  private mutating func word(_ text: String, isLevel: Bool) -> String {
    let mark = UInt8(ascii: ">")
    guard text.utf8.contains(where: { $0 == separator || isLevel && $0 == mark }) else { return text }
    didReplace = true
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if byte == separator {
        bytes += " /".utf8
      } else if isLevel, byte == mark {
        bytes += "\u{203A}".utf8
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

import DigestText

/// Tags in brackets: `(Moon-shot)`, `(Cross-disciplinary / Moon-shot)`, `(Khả thi cao)`.
enum IdeaTags {
  private static let words = IdeaWords.tags.map { Array($0.utf8) }

  /// The tags of a text, in order.
  static func find(in text: String) -> [String] {
    var tags: [String] = []
    var text = text
    text.withUTF8 { bytes in
      var open: Int?
      for (i, byte) in bytes.enumerated() {
        if byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") { open = i + 1 }
        guard byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]"), let start = open else { continue }
        open = nil
        guard i - start <= LabelLimits.tags else { continue }
        let parts = parts(bytes[start..<i])
        if parts.contains(where: isTag) {
          for part in parts {
            let tag = String(decoding: part, as: UTF8.self)
            if !tags.contains(tag) { tags.append(tag) }
          }
        }
      }
    }
    return tags
  }

  /// The inside of a bracket cut at `/`, commas and the like, without blanks.
  private static func parts(_ inside: Slice<UnsafeBufferPointer<UInt8>>) -> [[UInt8]] {
    inside.split { "/,;&|".utf8.contains($0) }.compactMap { part in
      var part = part
      while part.first == 0x20 { part.removeFirst() }
      while part.last == 0x20 { part.removeLast() }
      return part.isEmpty ? nil : Array(part)
    }
  }

  private static func isTag(_ part: [UInt8]) -> Bool {
    guard part.count(where: { $0 == 0x20 }) < LabelLimits.spacesOfTag else { return false }
    let lower = part.lowercasedText
    return words.contains { lower.contains(run: $0) }
  }
}

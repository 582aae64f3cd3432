import DigestModel
import TextBytes

extension DigestReader {
  /// `· **Motivation:** text`, `**Motivation**: text`, `Motivation: text`: the label without colon, and the rest.
  /// - Parameter isBulleted: whether the line is a list item, whose plain label need not be a known one when short.
  func fieldLabel(_ line: Range<Int>, isBulleted: Bool) -> (label: Range<Int>, rest: Range<Int>)? {
    var line = trimmed(line)
    var hasBullet = false
    for bullet: StaticString in ["·", "•", "‣", "▪"] where starts(line, with: bullet) {
      line = trimmed(line.lowerBound + bullet.utf8CodeUnitCount..<line.upperBound)
      hasBullet = true
    }
    if let bold = leadingStrong(line) ?? leadingEmphasis(line) {
      let label = withoutColon(bold.inside)
      guard label.count <= 80 else { return nil }
      if label != trimmed(bold.inside) { return (label, trimmed(bold.rest)) }
      let rest = trimmed(bold.rest)
      guard starts(rest, with: ":") else { return nil }
      return (label, trimmed(rest.lowerBound + 1..<rest.upperBound))
    }
    guard let colon = text.bytes[line].prefix(80).firstIndex(of: UInt8(ascii: ":")), colon > line.lowerBound,
      colon + 1 == line.upperBound || text.bytes[colon + 1].isBlank
    else { return nil }
    let label = trimmed(line.lowerBound..<colon)
    let name = string(label)
    guard IdeaRoles.isKnown(name) || hasBullet && name.utf8.split(separator: 0x20).count <= 5 else {
      return nil
    }
    return (label, trimmed(colon + 1..<line.upperBound))
  }

  private func leadingEmphasis(_ line: Range<Int>) -> (inside: Range<Int>, rest: Range<Int>)? {
    guard starts(line, with: "*"), !starts(line, with: "**"),
      let close = text.bytes[(line.lowerBound + 1)..<line.upperBound].firstIndex(of: UInt8(ascii: "*"))
    else { return nil }
    return (line.lowerBound + 1..<close, close + 1..<line.upperBound)
  }
}

/// What the labels of an idea's fields mean.
enum IdeaRoles {
  /// Words in a label, lower case; the first row that fits decides.
  private static let table: [(role: IdeaField.Role, words: [String])] = [
    (.risk, ["risk", "feasib", "rủi ro", "khả thi", "challenge", "thách thức", "风险", "risiko", "risque"]),
    (
      .motivation,
      ["motivation", "động lực", "động cơ", "background", "bối cảnh", "vấn đề", "problem", "why", "动机"]
    ),
    (
      .novelty,
      [
        "novel", "điểm mới", "tính mới", "đột phá", "innovation", "key idea", "ý tưởng chính", "core idea",
        "创新", "neuheit",
      ]
    ),
    (.dataAndMetrics, []),
    (.data, ["dataset", "data", "dữ liệu", "bộ dữ liệu", "corpus", "benchmark", "数据", "daten"]),
    (.metrics, ["metric", "độ đo", "chỉ số", "thước đo", "evaluation", "đánh giá", "指标", "metrik"]),
    (
      .approach,
      [
        "approach", "method", "phương pháp", "cách tiếp cận", "hướng tiếp cận", "tiếp cận", "steps",
        "các bước", "plan", "kế hoạch", "方法", "ansatz", "implementation", "triển khai",
      ]
    ),
  ]

  static func role(of label: String) -> IdeaField.Role {
    let label = label.lowercased()
    func has(_ role: IdeaField.Role) -> Bool {
      table.first { $0.role == role }?.words.contains { label.contains($0) } ?? false
    }
    if has(.data), has(.metrics), !has(.risk) { return .dataAndMetrics }
    return table.first { has($0.role) }?.role ?? .other
  }

  /// Whether a plain text before a colon is the label of a field.
  static func isKnown(_ label: String) -> Bool {
    let words = label.split(separator: " ")
    return words.count <= 6 && role(of: label.filter { $0 != "*" }) != .other
  }

  /// The words that number an idea.
  static let ideaWords: [[UInt8]] = ["Idea", "IDEA", "Ý tưởng", "Ý TƯỞNG", "Idee", "Idée", "想法", "アイデア"].map {
    Array($0.utf8)
  }
}

/// Tags in brackets: `(Moon-shot)`, `(Cross-disciplinary / Moon-shot)`, `(Khả thi cao)`.
enum IdeaTags {
  private static let known = [
    "moon-shot", "moonshot", "moon shot", "cross-disciplinary", "cross disciplinary", "interdisciplinary",
    "inter-disciplinary", "multidisciplinary", "liên ngành", "đa ngành", "feasib", "khả thi", "high-risk",
    "high risk", "rủi ro cao", "low-hanging", "blue-sky", "đột phá", "speculative", "long-term", "short-term",
  ]

  /// The tags of a text, in order.
  static func find(in text: String) -> [String] {
    guard text.utf8.contains(UInt8(ascii: "(")) else { return [] }
    var tags: [String] = []
    for group in text.split(separator: "(").dropFirst() {
      guard let end = group.firstIndex(of: ")") else { continue }
      let inside = group[..<end]
      guard inside.utf8.count <= 80 else { continue }
      let parts = inside.split { "/,;&|".contains($0) }.map { trimmed(String($0)) }.filter { !$0.isEmpty }
      let isTag = parts.contains { part in
        part.split(separator: " ").count <= 4 && known.contains { part.lowercased().contains($0) }
      }
      if isTag { for part in parts where !tags.contains(part) { tags.append(part) } }
    }
    return tags
  }

  private static func trimmed(_ text: String) -> String {
    var utf8 = Substring(text).utf8
    while utf8.first == 0x20 { utf8.removeFirst() }
    while utf8.last == 0x20 { utf8.removeLast() }
    return String(Substring(utf8))
  }
}

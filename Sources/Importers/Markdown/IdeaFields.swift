import DigestModel
import DigestText

extension DigestReader {
  /// `· **Motivation:** text`, `**Motivation**: text`, `Motivation: text`: the label without colon, and the rest.
  /// - Parameter isBulleted: whether the line is an item of a list of fields, whose plain label need not be a known one
  ///   when short.
  func fieldLabel(_ line: Range<Int>, isBulleted: Bool) -> (label: Range<Int>, rest: Range<Int>)? {
    var line = trimmed(line)
    var hasBullet = false
    for (bullet, isBeforeBold) in Self.fieldBullets where starts(line, with: bullet) {
      let rest = line.lowerBound + bullet.utf8CodeUnitCount..<line.upperBound
      if isBeforeBold, !starts(rest, with: " **") { continue }
      line = trimmed(rest)
      hasBullet = true
    }
    // `🎯 **Motivation:** text`: the sign stays with the label.
    if let end = symbolsEnd(line), isSignedField(line),
      let (label, rest) = fieldLabel(end..<line.upperBound, isBulleted: isBulleted)
    {
      return (text.join([trimmed(line.lowerBound..<end), label], separator: 0x20), rest)
    }
    if let bold = leadingStrong(line) ?? leadingEmphasis(line) {
      let label = withoutColon(bold.inside)
      guard label.count <= 80 else { return nil }
      if label != trimmed(bold.inside) { return (label, trimmed(bold.rest)) }
      // `**Motivation.** text`
      let words = withoutStop(label)
      if words != label, IdeaRoles.isFieldName(string(words)) { return (words, trimmed(bold.rest)) }
      if trimmed(bold.rest).isEmpty, IdeaRoles.isFieldName(string(label)) {
        return (label, trimmed(bold.rest))
      }
      guard let separator = separator(at: bold.rest.lowerBound, bold.rest.upperBound),
        separator.kind == .colon || separator.kind == .dash && IdeaRoles.isKnown(string(label))
      else { return nil }
      return (label, trimmed(separator.next..<bold.rest.upperBound))
    }
    guard let (colon, next) = plainColon(line) else {
      let head = line.prefix(48)
      guard let dash = dash(in: head, last: false) ?? arrow(in: head),
        IdeaRoles.isFieldName(string(trimmed(line.lowerBound..<dash.lowerBound)))
      else { return nil }
      return (trimmed(line.lowerBound..<dash.lowerBound), trimmed(dash.upperBound..<line.upperBound))
    }
    let label = trimmed(line.lowerBound..<colon)
    let name = string(label)
    guard IdeaRoles.isKnown(name) || (hasBullet || isBulleted) && name.utf8.split(separator: 0x20).count <= 5
    else {
      return nil
    }
    return (label, trimmed(next..<line.upperBound))
  }

  /// Bullets that Markdown does not know; a dash or an arrow is one before a bold label only.
  private static let fieldBullets: [(bullet: StaticString, isBeforeBold: Bool)] = [
    ("·", false), ("•", false), ("‣", false), ("▪", false), ("–", true), ("—", true), ("→", true),
    ("◦", false),
    ("○", false),
  ]

  /// The colon behind a plain label, and the offset behind it.
  func plainColon(_ line: Range<Int>) -> (colon: Int, next: Int)? {
    let head = line.prefix(80)
    for i in head.dropFirst() {
      if text.bytes[i] == UInt8(ascii: ":") {
        return i + 1 == line.upperBound || text.bytes[i + 1].isBlank ? (i, i + 1) : nil
      }
      if text.bytes[i] == 0xEF, starts(i..<line.upperBound, with: "：") { return (i, i + 3) }
    }
    return nil
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
  private static let table: [(role: Digest.Idea.Field.Role, words: [[UInt8]])] =
    ([
      (
        .risk,
        [
          "risk", "feasib", "rủi ro", "khả thi", "challenge", "thách thức", "风险", "risiko", "risque", "可行性",
          "リスク", "実現可能性", "위험", "실현 가능성", "riesgo", "viabilidad", "risco", "machbarkeit", "faisabilité",
          "риск",
        ]
      ),
      (
        .motivation,
        [
          "motivation", "động lực", "động cơ", "background", "bối cảnh", "vấn đề", "problem", "why", "动机",
          "背景", "動機", "동기", "motivación", "motivação", "мотивация",
        ]
      ),
      (
        .novelty,
        [
          "novel", "điểm mới", "tính mới", "đột phá", "innovation", "key idea", "ý tưởng chính", "core idea",
          "创新", "新颖", "新規性", "참신성", "neuheit", "nouveauté", "novedad", "novidade", "новизна",
        ]
      ),
      (
        .data,
        [
          "dataset", "data", "dữ liệu", "bộ dữ liệu", "corpus", "benchmark", "数据", "daten",
          "données", "datos", "dados", "データ", "데이터", "данные",
        ]
      ),
      (
        .metrics,
        [
          "metric", "độ đo", "chỉ số", "thước đo", "evaluation", "đánh giá", "指标", "metrik",
          "métrique", "métrica", "指標", "지표", "метрик",
        ]
      ),
      (
        .approach,
        [
          "approach", "method", "phương pháp", "cách tiếp cận", "hướng tiếp cận", "tiếp cận", "steps",
          "các bước", "plan", "kế hoạch", "方法", "步骤", "思路", "手法",
          "アプローチ", "접근", "방법", "ansatz", "approche", "méthode", "enfoque", "abordagem", "подход", "метод",
          "implementation", "triển khai",
        ]
      ),
    ] as [(Digest.Idea.Field.Role, [String])]).map { ($0.0, $0.1.map { Array($0.utf8) }) }

  static func role(of label: String) -> Digest.Idea.Field.Role {
    let label = Array(label.utf8).lowercasedText
    func has(_ words: [[UInt8]]) -> Bool { words.contains { label.contains(run: $0) } }
    let roles = table.filter { has($0.words) }.map(\.role)
    if roles.contains(.data), roles.contains(.metrics), !roles.contains(.risk) { return .dataAndMetrics }
    return roles.first ?? .other
  }

  /// Whether a plain text before a colon is the label of a field.
  static func isKnown(_ label: String) -> Bool {
    let spaces = label.utf8.count { $0 == 0x20 }
    return spaces < 6 && role(of: label) != .other
  }

  /// Whether a text is the name of a field and nothing more: few words, the first of them a known one, a bracket aside.
  static func isFieldName(_ label: String) -> Bool {
    let name = Array(Array(label.utf8).lowercasedText.prefix { $0 != UInt8(ascii: "(") })
    guard name.split(separator: 0x20).count <= 4 else { return false }
    return Self.keyWords.contains(where: name.starts) && isKnown(label)
      || table.contains { $0.words.contains { name.matches($0, at: 0, before: name.count) } }
  }

  /// What may stand before the known word of a name: `Key novelty`, `关键创新`.
  private static let keyWords = ["key ", "关键", "核心"].map { Array($0.utf8) }

  /// Whether a text is one word that names a field: `Motivation`, `Risk/Feasibility`.
  static func isOnlyFieldName(_ label: String) -> Bool { !label.utf8.contains(0x20) && isFieldName(label) }

  /// The words that number an idea.
  static let ideaWords: [[UInt8]] = ["Idea", "IDEA", "Ý tưởng", "Ý TƯỞNG", "Idee", "Idée", "想法", "アイデア"].map {
    Array($0.utf8)
  }
}

/// Tags in brackets: `(Moon-shot)`, `(Cross-disciplinary / Moon-shot)`, `(Khả thi cao)`.
enum IdeaTags {
  private static let known: [[UInt8]] = [
    "moon-shot", "moonshot", "moon shot", "cross-disciplinary", "cross disciplinary", "interdisciplinary",
    "inter-disciplinary", "multidisciplinary", "liên ngành", "đa ngành", "feasib", "khả thi", "high-risk",
    "high risk", "rủi ro cao", "low-hanging", "blue-sky", "đột phá", "speculative", "long-term", "short-term",
  ].map { Array($0.utf8) }

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
        guard i - start <= 80 else { continue }
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
    guard part.count(where: { $0 == 0x20 }) < 4 else { return false }
    let lower = part.lowercasedText
    return known.contains { lower.contains(run: $0) }
  }
}

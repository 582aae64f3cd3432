import DigestModel
import TextBytes

/// The names that sections go by. Names are compared without markup, number, case, and with `_`, `-`, `&` and spaces
/// taken as one space; what follows the name in brackets or behind a colon does not count.
///
/// The table is extended with `SectionAliases(adding:)`.
public struct SectionAliases: Sendable {
  /// Normalised names; longer ones first, so that the most telling name wins.
  private var names: [(name: [UInt8], kind: Section.Kind)]

  /// The built-in names.
  public static let standard = SectionAliases(standardNames)

  /// - Parameter aliases: names as they stand in headings, each with its kind.
  public init(_ aliases: [(String, Section.Kind)]) {
    names = aliases.map { (Self.normalise(Array($0.0.utf8)), $0.1) }
    sortNames()
  }

  /// These names and more; a name that is there already gets the new kind.
  public func adding(_ aliases: [(String, Section.Kind)]) -> SectionAliases {
    var copy = self
    let added = aliases.map { (name: Self.normalise(Array($0.0.utf8)), kind: $0.1) }
    copy.names.removeAll { old in added.contains { $0.name == old.name } }
    copy.names += added
    copy.sortNames()
    return copy
  }

  private mutating func sortNames() {
    names.sort { $0.name.count > $1.name.count }
  }

  /// The kind of a heading, or `nil` where its name is not known.
  /// - Parameter heading: UTF-8 inline Markdown of one line.
  func kind(of heading: some Sequence<UInt8>) -> Section.Kind? {
    let text = Self.normalise(Array(heading.prefix(200)))
    for (name, kind) in names where text.starts(with: name) {
      guard text.count > name.count else { return kind }
      // Behind the name: a bracket, a colon or a dash, never another word.
      let next = text[name.count...].drop { $0 == 0x20 }.first
      if next == nil || "(:[–—/|.".utf8.contains(where: { $0 == next }) { return kind }
    }
    return nil
  }

  /// Lower case, without markup and leading numbers, separators as one space.
  static func normalise(_ bytes: [UInt8]) -> [UInt8] {
    var text = String(decoding: bytes, as: UTF8.self).lowercased()
    text.unicodeScalars.removeAll {
      "*`#".unicodeScalars.contains($0) || $0.value >= 0x80 && $0.properties.isEmojiPresentation
    }
    var result: [UInt8] = []
    for byte in text.utf8 {
      let isSeparator =
        byte.isSpace || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "-")
      if !isSeparator {
        result.append(byte)
      } else if let last = result.last, last != 0x20 {
        result.append(0x20)
      }
    }
    var start = 0
    // `1.`, `II.`, `a)` and the like before the name.
    if let end = Enumerator.end(in: result[...], requiresSpace: false) {
      start = end
      while start < result.count, result[start] == 0x20 { start += 1 }
    }
    var end = result.count
    while end > start, result[end - 1] == 0x20 || result[end - 1] == UInt8(ascii: ":") { end -= 1 }
    return Array(result[start..<end])
  }

  private static let standardNames: [(String, Section.Kind)] = [
    ("TOPIC_TREE", .topicTree), ("Topic Trees", .topicTree), ("Topics", .topicTree), ("Taxonomy", .topicTree),
    ("Topic Taxonomy", .topicTree), ("Tree of Topics", .topicTree), ("Topic Hierarchy", .topicTree),
    ("Cây chủ đề", .topicTree), ("Cây phân loại", .topicTree), ("Phân loại chủ đề", .topicTree),
    ("主题树", .topicTree), ("トピックツリー", .topicTree), ("Themenbaum", .topicTree),
    ("Arbre des sujets", .topicTree), ("Árbol de temas", .topicTree),

    ("SOTA_HIGHLIGHTS", .highlights), ("SOTA", .highlights), ("Highlights", .highlights),
    ("State of the Art Highlights", .highlights),
    ("Paper Highlights", .highlights),
    ("Nổi bật", .highlights), ("Điểm nổi bật", .highlights), ("Điểm nổi bật SOTA", .highlights),
    ("Bài báo nổi bật", .highlights), ("亮点", .highlights), ("ハイライト", .highlights),
    ("Höhepunkte", .highlights), ("Points forts", .highlights),

    ("NOVEL_TECH_CONTRIBUTIONS", .contributions), ("Novel Technical Contributions", .contributions),
    ("Novel Contributions", .contributions), ("Technical Contributions", .contributions),
    ("Novel Techniques", .contributions), ("Contributions", .contributions),
    ("Key Contributions", .contributions),
    ("Đóng góp kỹ thuật mới", .contributions), ("Đóng góp kỹ thuật", .contributions),
    ("Đóng góp mới", .contributions), ("技术贡献", .contributions), ("Neue Beiträge", .contributions),
    ("Contributions nouvelles", .contributions),

    ("GAPS_AND_OPPORTUNITIES", .gaps), ("Gaps & Opportunities", .gaps), ("Gaps", .gaps),
    ("Research Gaps", .gaps),
    ("Open Problems", .gaps), ("Gaps / Opportunities", .gaps), ("Khoảng trống và cơ hội", .gaps),
    ("Khoảng trống & cơ hội", .gaps), ("Khoảng trống nghiên cứu", .gaps), ("Lỗ hổng và cơ hội", .gaps),
    ("空白与机会", .gaps), ("Lücken und Chancen", .gaps), ("Lacunes et opportunités", .gaps),

    ("FUTURE_IDEAS", .ideas), ("Future Research Ideas", .ideas), ("Research Ideas", .ideas),
    ("Ideas", .ideas),
    ("Future Directions", .ideas), ("Future Work Ideas", .ideas), ("Ý tưởng tương lai", .ideas),
    ("Ý tưởng nghiên cứu", .ideas), ("Ý tưởng nghiên cứu tương lai", .ideas), ("未来想法", .ideas),
    ("未来方向", .ideas), ("Zukunftsideen", .ideas), ("Idées futures", .ideas),

    ("READING_LIST", .readingList), ("Reading Lists", .readingList), ("Recommended Reading", .readingList),
    ("Must Read", .readingList), ("Must Read Papers", .readingList), ("Danh sách đọc", .readingList),
    ("Danh sách nên đọc", .readingList), ("Bài báo nên đọc", .readingList), ("阅读清单", .readingList),
    ("Leseliste", .readingList), ("Liste de lecture", .readingList), ("Lista de lectura", .readingList),

    ("META_REFLECTION", .reflection), ("Meta Reflections", .reflection), ("Reflection", .reflection),
    ("Reflections", .reflection), ("Suy ngẫm", .reflection), ("Suy ngẫm tổng quan", .reflection),
    ("Nhìn lại", .reflection), ("Phản tư", .reflection), ("Tổng kết", .reflection), ("反思", .reflection),
    ("総括", .reflection), ("Reflexion", .reflection), ("Réflexion", .reflection),
  ]
}

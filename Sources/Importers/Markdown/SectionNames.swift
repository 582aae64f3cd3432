import DigestModel
import TextBytes

/// The names that sections go by. Names are compared without markup, number, signs, case, and with `_`, `-`, `&` and
/// spaces taken as one space; what follows the name in brackets or behind a colon does not count.
///
/// The table is extended with `SectionAliases(adding:)`.
public struct SectionAliases: Sendable {
  /// Normalised names; longer ones first, so that the most telling name wins.
  private var names: [(name: [UInt8], kind: Section.Kind)]

  /// The built-in names.
  public static let standard: SectionAliases = {
    var aliases = SectionAliases(standardNames)
    aliases.names += normalNames.map { (Array($0.0.utf8), $0.1) }
    aliases.sortNames()
    return aliases
  }()

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
    if let kind = kind(ofNormalised: text[...], needsTwoWords: false) { return kind }
    // `Cây chủ đề (TOPIC_TREE)`, `Phần 3 – Reading List`: a name of one word would be too little there.
    for (i, byte) in text.enumerated() where byte.isNonASCII || "(:[/|".utf8.contains(byte) {
      let isDash = text.matches(Self.enDash, at: i, before: text.count)
      guard !byte.isNonASCII || isDash || text.matches(Self.emDash, at: i, before: text.count) else {
        continue
      }
      let part = text[(i + (byte.isNonASCII ? 3 : 1))...].drop { $0 == 0x20 }
      let end = part.firstIndex { ")]".utf8.contains($0) } ?? part.endIndex
      if let kind = kind(ofNormalised: part[..<end], needsTwoWords: true) { return kind }
    }
    return nil
  }

  private static let enDash = Array("–".utf8)
  private static let emDash = Array("—".utf8)

  /// The kind of a name with nothing before it.
  private func kind(ofNormalised text: ArraySlice<UInt8>, needsTwoWords: Bool) -> Section.Kind? {
    for (name, kind) in names where text.starts(with: name) {
      let hasTwoWords = name.contains(0x20) || name.contains(where: \.isNonASCII)
      guard hasTwoWords || !needsTwoWords else { continue }
      guard text.count > name.count else { return kind }
      // Behind the name: a bracket, a colon or a dash, or a word that says more of it (`READING_LIST của tháng`),
      // never any other word.
      let next = text.dropFirst(name.count)
      // 0xEF begins the full-width `：` and `（`.
      if let sign = next.first(where: { $0 != 0x20 }), sign == 0xEF || "(:[–—/|.".utf8.contains(sign) {
        return kind
      }
      if hasTwoWords, next.first == 0x20, Self.connectors.contains(where: next.dropFirst().starts) {
        return kind
      }
    }
    return nil
  }

  /// Words that may follow a name of several words.
  private static let connectors = [
    "of ", "on ", "for ", "from ", "in ", "này", "của ", "tháng ", "về ", "cho ", "trong ", "top ", "đề xuất",
    "tổng ", "chung", "nổi bật", "quan trọng", "der ", "des ", "du ", "del ",
  ].map { Array($0.utf8) }

  /// Lower case, without markup and leading numbers, separators as one space.
  package static func normalise(_ bytes: [UInt8]) -> [UInt8] {
    let isASCII = !bytes.contains(where: \.isNonASCII)
    let text =
      isASCII ? bytes.map(\.lowercased) : withoutSigns(String(decoding: bytes, as: UTF8.self).lowercased())
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    for byte in text {
      switch byte {
      case UInt8(ascii: "*"), UInt8(ascii: "`"), UInt8(ascii: "#"), UInt8(ascii: "\\"): continue
      case UInt8(ascii: "_"), UInt8(ascii: "&"), UInt8(ascii: "-"), 0x09...0x0D, 0x20:
        if let last = result.last, last != 0x20 { result.append(0x20) }
      default: result.append(byte)
      }
    }
    let start = startOfName(in: result)
    var end = result.count
    while end > start, result[end - 1] == 0x20 || result[end - 1] == UInt8(ascii: ":") { end -= 1 }
    return Array(result[start..<end])
  }

  private static func withoutSigns(_ text: String) -> [UInt8] {
    var text = text
    if text.unicodeScalars.contains(where: isSign) { text.unicodeScalars.removeAll(where: isSign) }
    return Array(text.utf8)
  }

  /// A sign that decorates a heading: an emoji with its variation selector or keycap.
  private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // ASCII, Latin, Vietnamese and Chinese letters need no look into the tables.
    case ..<0x80, 0xC0...0x24F, 0x1E00...0x1EFF, 0x4E00...0x9FFF: return false
    default: break
    }
    let isPartOfEmoji = scalar.value == 0xFE0F || scalar.value == 0x20E3 || scalar.value == 0x200D
    return isPartOfEmoji || scalar.properties.isEmoji || scalar.properties.generalCategory == .otherSymbol
  }

  /// Behind `1.`, `II.`, `a)`, `Part 3:`, `Phần 3 –` and the like.
  private static func startOfName(in text: [UInt8]) -> Int {
    var start = 0
    let word = ordinalWords.first { text.starts(with: $0) && text.count > $0.count }
    if let word { start = word.count }
    if let end = Enumerator.end(in: text[start...], requiresSpace: false) {
      start = end
    } else if let digits = text[start...].firstIndex(where: { !$0.isDigit }), digits > start {
      start = digits
    } else {
      start = 0
    }
    while start < text.count {
      if text[start] == 0x20 || word != nil && text[start] == UInt8(ascii: ":") {
        start += 1
      } else if word != nil,
        text.matches(enDash, at: start, before: text.count)
          || text.matches(emDash, at: start, before: text.count)
      {
        start += 3
      } else {
        break
      }
    }
    return start
  }

  private static let ordinalWords = [
    "phần ", "mục ", "section ", "part ", "chapter ", "chương ", "step ", "bước ", "teil ", "partie ",
    "parte ",
  ].map { Array($0.utf8) }

  private static let standardNames: [(String, Section.Kind)] = [
    ("TOPIC_TREE", .topicTree), ("Topic Trees", .topicTree), ("Topics", .topicTree), ("Taxonomy", .topicTree),
    ("Topic Taxonomy", .topicTree), ("Tree of Topics", .topicTree), ("Topic Hierarchy", .topicTree),
    ("Cây chủ đề", .topicTree), ("Cây phân loại", .topicTree), ("Phân loại chủ đề", .topicTree),
    ("主题树", .topicTree), ("トピックツリー", .topicTree), ("Themenbaum", .topicTree),
    ("Arbre des sujets", .topicTree), ("Árbol de temas", .topicTree),
    ("Cây chủ đề nghiên cứu", .topicTree), ("Cây phân loại chủ đề", .topicTree),
    ("Cây phân cấp chủ đề", .topicTree),
    ("Hệ thống phân loại", .topicTree), ("Research Topic Tree", .topicTree), ("主题分类树", .topicTree),

    ("SOTA_HIGHLIGHTS", .highlights), ("SOTA", .highlights), ("Highlights", .highlights),
    ("State of the Art Highlights", .highlights),
    ("Paper Highlights", .highlights),
    ("Nổi bật", .highlights), ("Điểm nổi bật", .highlights), ("Điểm nổi bật SOTA", .highlights),
    ("Bài báo nổi bật", .highlights), ("亮点", .highlights), ("ハイライト", .highlights),
    ("Höhepunkte", .highlights), ("Points forts", .highlights),
    ("Những điểm nổi bật", .highlights), ("Các điểm nổi bật", .highlights), ("Điểm nhấn SOTA", .highlights),
    ("Những bài báo nổi bật", .highlights), ("Công trình nổi bật", .highlights),
    ("SOTA nổi bật", .highlights),
    ("Nổi bật SOTA", .highlights), ("Top Highlights", .highlights), ("Key Highlights", .highlights),
    ("Top 10 Highlights", .highlights), ("Top 10 SOTA Highlights", .highlights),

    ("NOVEL_TECH_CONTRIBUTIONS", .contributions), ("Novel Technical Contributions", .contributions),
    ("Novel Contributions", .contributions), ("Technical Contributions", .contributions),
    ("Novel Techniques", .contributions), ("Contributions", .contributions),
    ("Key Contributions", .contributions),
    ("Đóng góp kỹ thuật mới", .contributions), ("Đóng góp kỹ thuật", .contributions),
    ("Đóng góp mới", .contributions), ("技术贡献", .contributions), ("Neue Beiträge", .contributions),
    ("Contributions nouvelles", .contributions),
    ("Các đóng góp kỹ thuật mới", .contributions), ("Những đóng góp kỹ thuật mới", .contributions),
    ("Đóng góp công nghệ mới", .contributions), ("Đóng góp kỹ thuật nổi bật", .contributions),
    ("Các đóng góp mới", .contributions), ("Novel Tech", .contributions),
    ("Novel Technical Contribution", .contributions), ("New Technical Contributions", .contributions),
    ("Technical Novelties", .contributions),

    ("GAPS_AND_OPPORTUNITIES", .gaps), ("Gaps & Opportunities", .gaps), ("Gaps", .gaps),
    ("Research Gaps", .gaps),
    ("Open Problems", .gaps), ("Gaps / Opportunities", .gaps), ("Khoảng trống và cơ hội", .gaps),
    ("Khoảng trống & cơ hội", .gaps), ("Khoảng trống nghiên cứu", .gaps), ("Lỗ hổng và cơ hội", .gaps),
    ("空白与机会", .gaps), ("Lücken und Chancen", .gaps), ("Lacunes et opportunités", .gaps),
    ("Khoảng trống nghiên cứu và cơ hội", .gaps), ("Khoảng trống nghiên cứu & cơ hội", .gaps),
    ("Các khoảng trống và cơ hội", .gaps), ("Các khoảng trống & cơ hội", .gaps),
    ("Các khoảng trống nghiên cứu", .gaps),
    ("Khoảng trống và cơ hội nghiên cứu", .gaps), ("Khoảng trống & cơ hội nghiên cứu", .gaps),
    ("Lỗ hổng & cơ hội", .gaps), ("Thách thức và cơ hội", .gaps), ("Thách thức & cơ hội", .gaps),
    ("Research Gaps and Opportunities", .gaps), ("Research Gaps & Opportunities", .gaps),
    ("Open Gaps and Opportunities", .gaps), ("Challenges and Opportunities", .gaps),
    ("Challenges & Opportunities", .gaps), ("Gaps, Opportunities", .gaps),

    ("FUTURE_IDEAS", .ideas), ("Future Research Ideas", .ideas), ("Research Ideas", .ideas),
    ("Ideas", .ideas),
    ("Future Directions", .ideas), ("Future Work Ideas", .ideas), ("Ý tưởng tương lai", .ideas),
    ("Ý tưởng nghiên cứu", .ideas), ("Ý tưởng nghiên cứu tương lai", .ideas), ("未来想法", .ideas),
    ("未来方向", .ideas), ("Zukunftsideen", .ideas), ("Idées futures", .ideas),
    ("Ý tưởng cho tương lai", .ideas), ("Các ý tưởng tương lai", .ideas), ("Những ý tưởng tương lai", .ideas),
    ("Ý tưởng nghiên cứu trong tương lai", .ideas), ("Các ý tưởng nghiên cứu", .ideas),
    ("Ý tưởng nghiên cứu mới", .ideas), ("Đề xuất ý tưởng", .ideas), ("Hướng nghiên cứu tương lai", .ideas),
    ("Ý tưởng đề xuất", .ideas), ("Future Research Directions", .ideas), ("Future Research", .ideas),
    ("Ideas for the Future", .ideas), ("Ideas for Future Research", .ideas),

    ("READING_LIST", .readingList), ("Reading Lists", .readingList), ("Recommended Reading", .readingList),
    ("Must Read", .readingList), ("Must Read Papers", .readingList), ("Danh sách đọc", .readingList),
    ("Danh sách nên đọc", .readingList), ("Bài báo nên đọc", .readingList), ("阅读清单", .readingList),
    ("Leseliste", .readingList), ("Liste de lecture", .readingList), ("Lista de lectura", .readingList),
    ("Danh sách đọc đề xuất", .readingList), ("Danh sách đề xuất đọc", .readingList),
    ("Danh sách bài nên đọc", .readingList), ("Danh sách bài báo nên đọc", .readingList),
    ("Danh sách bài đọc", .readingList), ("Danh sách cần đọc", .readingList),
    ("Danh sách phải đọc", .readingList),
    ("Danh mục đọc", .readingList), ("Danh mục nên đọc", .readingList), ("Tài liệu nên đọc", .readingList),
    ("Các bài nên đọc", .readingList), ("Bài nên đọc", .readingList),
    ("Recommended Reading List", .readingList),
    ("Suggested Reading", .readingList), ("Suggested Reading List", .readingList),
    ("Recommended Papers", .readingList),
    ("Papers to Read", .readingList), ("Top Reading List", .readingList),

    ("META_REFLECTION", .reflection), ("Meta Reflections", .reflection), ("Reflection", .reflection),
    ("Reflections", .reflection), ("Suy ngẫm", .reflection), ("Suy ngẫm tổng quan", .reflection),
    ("Nhìn lại", .reflection), ("Phản tư", .reflection), ("Tổng kết", .reflection), ("反思", .reflection),
    ("総括", .reflection), ("Reflexion", .reflection), ("Réflexion", .reflection),
    ("Suy ngẫm tổng thể", .reflection), ("Suy ngẫm chung", .reflection), ("Suy ngẫm meta", .reflection),
    ("Phản ánh tổng quan", .reflection), ("Phản ánh tổng thể", .reflection),
    ("Phản tư tổng quan", .reflection),
    ("Phản tư meta", .reflection), ("Siêu phản tư", .reflection), ("Siêu suy ngẫm", .reflection),
    ("Nhận xét tổng quan", .reflection), ("Nhận xét chung", .reflection),
    ("Nhận định tổng quan", .reflection),
    ("Overall Reflection", .reflection), ("Final Reflection", .reflection),
    ("Closing Reflection", .reflection),
    ("Meta Thoughts", .reflection),
  ]

  /// Names in more languages, lower case and with single spaces as `normalise` makes them: to do that for each of them
  /// takes a tenth of the time that a digest does.
  static let normalNames: [(String, Section.Kind)] = [
    ("主题分类", .topicTree), ("话题树", .topicTree), ("研究主题树", .topicTree), ("研究主题", .topicTree),
    ("主题层级", .topicTree), ("トピック分類", .topicTree), ("주제 트리", .topicTree), ("토픽 트리", .topicTree),
    ("주제 분류", .topicTree), ("árvore de tópicos", .topicTree), ("дерево тем", .topicTree),
    ("sota 亮点", .highlights), ("sota亮点", .highlights), ("最新亮点", .highlights), ("重点亮点", .highlights),
    ("亮点论文", .highlights), ("重点论文", .highlights), ("sota ハイライト", .highlights),
    ("sotaハイライト", .highlights), ("sota 하이라이트", .highlights), ("하이라이트", .highlights),
    ("puntos destacados", .highlights), ("aspectos destacados", .highlights),
    ("destaques", .highlights), ("sota breakthroughs", .highlights), ("sota papers", .highlights),
    ("top 5 sota highlights", .highlights), ("điểm sáng sota", .highlights),
    ("新技术贡献", .contributions), ("新颖技术贡献", .contributions), ("创新技术贡献", .contributions),
    ("新颖的技术贡献", .contributions), ("创新贡献", .contributions), ("新贡献", .contributions),
    ("技术创新", .contributions), ("技術的貢献", .contributions), ("新規技術貢献", .contributions),
    ("新しい技術的貢献", .contributions), ("新規技術", .contributions), ("새로운 기술 기여", .contributions),
    ("신규 기술 기여", .contributions), ("기술적 기여", .contributions), ("기술 기여", .contributions),
    ("contribuciones técnicas novedosas", .contributions), ("contribuciones técnicas", .contributions),
    ("contributions techniques", .contributions),
    ("contributions techniques nouvelles", .contributions),
    ("contributions techniques novatrices", .contributions),
    ("nouvelles contributions techniques", .contributions),
    ("neue technische beiträge", .contributions), ("contribuições técnicas", .contributions),
    ("novel methods", .contributions), ("key technical contributions", .contributions),
    ("研究空白与机会", .gaps), ("研究空白和机会", .gaps), ("空白和机会", .gaps), ("差距与机会", .gaps), ("研究差距与机会", .gaps),
    ("不足与机会", .gaps), ("空白与机遇", .gaps), ("研究空白与机遇", .gaps), ("研究空白", .gaps), ("ギャップと機会", .gaps),
    ("研究ギャップと機会", .gaps), ("課題と機会", .gaps), ("격차와 기회", .gaps), ("연구 격차와 기회", .gaps),
    ("연구 공백과 기회", .gaps), ("brechas y oportunidades", .gaps), ("lagunas y oportunidades", .gaps),
    ("lacunas e oportunidades", .gaps), ("forschungslücken und chancen", .gaps),
    ("пробелы и возможности", .gaps), ("những khoảng trống và cơ hội", .gaps),
    ("những khoảng trống cơ hội", .gaps), ("open challenges and opportunities", .gaps),
    ("open challenges opportunities", .gaps),
    ("未来研究想法", .ideas), ("未来研究思路", .ideas), ("未来研究方向", .ideas), ("未来研究创意", .ideas), ("未来创意", .ideas),
    ("未来构想", .ideas), ("研究想法", .ideas), ("研究创意", .ideas), ("研究思路", .ideas), ("今後の研究アイデア", .ideas),
    ("今後のアイデア", .ideas), ("将来の研究アイデア", .ideas), ("将来のアイデア", .ideas), ("미래 아이디어", .ideas),
    ("미래 연구 아이디어", .ideas), ("향후 연구 아이디어", .ideas), ("ideas futuras", .ideas),
    ("ideas de investigación futuras", .ideas), ("ideias futuras", .ideas),
    ("idées de recherche futures", .ideas), ("zukünftige ideen", .ideas), ("идеи для будущего", .ideas),
    ("будущие идеи", .ideas),
    ("阅读列表", .readingList), ("推荐阅读", .readingList), ("必读清单", .readingList), ("必读论文", .readingList),
    ("推荐论文", .readingList), ("読書リスト", .readingList), ("リーディングリスト", .readingList),
    ("推薦論文", .readingList), ("읽기 목록", .readingList), ("추천 논문", .readingList), ("독서 목록", .readingList),
    ("lista de leitura", .readingList), ("список для чтения", .readingList),
    ("reading recommendations", .readingList), ("recommended reads", .readingList),
    ("must reads", .readingList),
    ("元反思", .reflection), ("总结与反思", .reflection), ("总体反思", .reflection), ("整体反思", .reflection),
    ("综合反思", .reflection), ("元思考", .reflection), ("メタ考察", .reflection), ("メタリフレクション", .reflection),
    ("メタ省察", .reflection), ("振り返り", .reflection), ("메타 성찰", .reflection), ("메타 리플렉션", .reflection),
    ("meta reflexion", .reflection), ("meta reflexión", .reflection), ("metarreflexión", .reflection),
    ("méta réflexion", .reflection), ("meta reflexão", .reflection), ("метарефлексия", .reflection),
    ("рефлексия", .reflection), ("chiêm nghiệm", .reflection),
  ]
}

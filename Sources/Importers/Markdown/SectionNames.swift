import DigestModel
import DigestText

/// The names that sections go by. Names are compared without markup, number, signs, case, and with `_`, `-`, `&` and
/// spaces taken as one space; what follows the name in brackets or behind a colon does not count.
///
/// The table is extended with `SectionAliases(adding:)`.
public struct SectionAliases: Sendable {
  /// Normalised names; longer ones first, so that the most telling name wins.
  private var names: [(name: [UInt8], kind: Digest.Section.Kind)]

  /// The built-in names.
  public static let standard = SectionAliases(normalised: standardNames.map { (Array($0.0.utf8), $0.1) })

  /// - Parameter aliases: names as they stand in headings, each with its kind.
  public init(_ aliases: [(String, Digest.Section.Kind)]) {
    self.init(normalised: aliases.map { (Self.normalise(Array($0.0.utf8)), $0.1) })
  }

  private init(normalised names: [(name: [UInt8], kind: Digest.Section.Kind)]) {
    self.names = names
    sortNames()
  }

  /// These names and more; a name that is there already gets the new kind.
  public func adding(_ aliases: [(String, Digest.Section.Kind)]) -> SectionAliases {
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
  func kind(of heading: some Sequence<UInt8>) -> Digest.Section.Kind? {
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
  private func kind(ofNormalised text: ArraySlice<UInt8>, needsTwoWords: Bool) -> Digest.Section.Kind? {
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

  /// As `normalise` makes them: to do that for each of them takes a tenth of the time that a digest does.
  static let standardNames: [(String, Digest.Section.Kind)] = [
    ("topic tree", .topicTree), ("topic trees", .topicTree), ("topics", .topicTree), ("taxonomy", .topicTree),
    ("topic taxonomy", .topicTree), ("tree of topics", .topicTree), ("topic hierarchy", .topicTree),
    ("cây chủ đề", .topicTree), ("cây phân loại", .topicTree), ("phân loại chủ đề", .topicTree),
    ("主题树", .topicTree), ("トピックツリー", .topicTree), ("themenbaum", .topicTree),
    ("arbre des sujets", .topicTree), ("árbol de temas", .topicTree), ("cây chủ đề nghiên cứu", .topicTree),
    ("cây phân loại chủ đề", .topicTree), ("cây phân cấp chủ đề", .topicTree),
    ("hệ thống phân loại", .topicTree), ("research topic tree", .topicTree), ("主题分类树", .topicTree),
    ("主题分类", .topicTree), ("话题树", .topicTree), ("研究主题树", .topicTree), ("研究主题", .topicTree),
    ("主题层级", .topicTree), ("トピック分類", .topicTree), ("주제 트리", .topicTree), ("토픽 트리", .topicTree),
    ("주제 분류", .topicTree), ("árvore de tópicos", .topicTree), ("дерево тем", .topicTree),

    ("sota highlights", .highlights), ("sota", .highlights), ("highlights", .highlights),
    ("state of the art highlights", .highlights), ("paper highlights", .highlights), ("nổi bật", .highlights),
    ("điểm nổi bật", .highlights), ("điểm nổi bật sota", .highlights), ("bài báo nổi bật", .highlights),
    ("亮点", .highlights), ("ハイライト", .highlights), ("höhepunkte", .highlights), ("points forts", .highlights),
    ("những điểm nổi bật", .highlights), ("các điểm nổi bật", .highlights), ("điểm nhấn sota", .highlights),
    ("những bài báo nổi bật", .highlights), ("công trình nổi bật", .highlights),
    ("sota nổi bật", .highlights), ("nổi bật sota", .highlights), ("top highlights", .highlights),
    ("key highlights", .highlights), ("top 10 highlights", .highlights),
    ("top 10 sota highlights", .highlights), ("sota 亮点", .highlights), ("sota亮点", .highlights),
    ("最新亮点", .highlights), ("重点亮点", .highlights), ("亮点论文", .highlights), ("重点论文", .highlights),
    ("sota ハイライト", .highlights), ("sotaハイライト", .highlights), ("sota 하이라이트", .highlights),
    ("하이라이트", .highlights), ("puntos destacados", .highlights), ("aspectos destacados", .highlights),
    ("destaques", .highlights), ("sota breakthroughs", .highlights), ("sota papers", .highlights),
    ("top 5 sota highlights", .highlights), ("điểm sáng sota", .highlights),

    ("novel tech contributions", .contributions), ("novel technical contributions", .contributions),
    ("novel contributions", .contributions), ("technical contributions", .contributions),
    ("novel techniques", .contributions), ("contributions", .contributions),
    ("key contributions", .contributions), ("đóng góp kỹ thuật mới", .contributions),
    ("đóng góp kỹ thuật", .contributions), ("đóng góp mới", .contributions), ("技术贡献", .contributions),
    ("neue beiträge", .contributions), ("contributions nouvelles", .contributions),
    ("các đóng góp kỹ thuật mới", .contributions), ("những đóng góp kỹ thuật mới", .contributions),
    ("đóng góp công nghệ mới", .contributions), ("đóng góp kỹ thuật nổi bật", .contributions),
    ("các đóng góp mới", .contributions), ("novel tech", .contributions),
    ("novel technical contribution", .contributions), ("new technical contributions", .contributions),
    ("technical novelties", .contributions), ("新技术贡献", .contributions), ("新颖技术贡献", .contributions),
    ("创新技术贡献", .contributions), ("新颖的技术贡献", .contributions), ("创新贡献", .contributions),
    ("新贡献", .contributions), ("技术创新", .contributions), ("技術的貢献", .contributions), ("新規技術貢献", .contributions),
    ("新しい技術的貢献", .contributions), ("新規技術", .contributions), ("새로운 기술 기여", .contributions),
    ("신규 기술 기여", .contributions), ("기술적 기여", .contributions), ("기술 기여", .contributions),
    ("contribuciones técnicas novedosas", .contributions), ("contribuciones técnicas", .contributions),
    ("contributions techniques", .contributions), ("contributions techniques nouvelles", .contributions),
    ("contributions techniques novatrices", .contributions),
    ("nouvelles contributions techniques", .contributions), ("neue technische beiträge", .contributions),
    ("contribuições técnicas", .contributions), ("novel methods", .contributions),
    ("key technical contributions", .contributions),

    ("gaps and opportunities", .gaps), ("gaps opportunities", .gaps), ("gaps", .gaps),
    ("research gaps", .gaps), ("open problems", .gaps), ("gaps / opportunities", .gaps),
    ("khoảng trống và cơ hội", .gaps), ("khoảng trống cơ hội", .gaps), ("khoảng trống nghiên cứu", .gaps),
    ("lỗ hổng và cơ hội", .gaps), ("空白与机会", .gaps), ("lücken und chancen", .gaps),
    ("lacunes et opportunités", .gaps), ("khoảng trống nghiên cứu và cơ hội", .gaps),
    ("khoảng trống nghiên cứu cơ hội", .gaps), ("các khoảng trống và cơ hội", .gaps),
    ("các khoảng trống cơ hội", .gaps), ("các khoảng trống nghiên cứu", .gaps),
    ("khoảng trống và cơ hội nghiên cứu", .gaps), ("khoảng trống cơ hội nghiên cứu", .gaps),
    ("lỗ hổng cơ hội", .gaps), ("thách thức và cơ hội", .gaps), ("thách thức cơ hội", .gaps),
    ("research gaps and opportunities", .gaps), ("research gaps opportunities", .gaps),
    ("open gaps and opportunities", .gaps), ("challenges and opportunities", .gaps),
    ("challenges opportunities", .gaps), ("gaps, opportunities", .gaps), ("研究空白与机会", .gaps),
    ("研究空白和机会", .gaps), ("空白和机会", .gaps), ("差距与机会", .gaps), ("研究差距与机会", .gaps), ("不足与机会", .gaps),
    ("空白与机遇", .gaps), ("研究空白与机遇", .gaps), ("研究空白", .gaps), ("ギャップと機会", .gaps), ("研究ギャップと機会", .gaps),
    ("課題と機会", .gaps), ("격차와 기회", .gaps), ("연구 격차와 기회", .gaps), ("연구 공백과 기회", .gaps),
    ("brechas y oportunidades", .gaps), ("lagunas y oportunidades", .gaps),
    ("lacunas e oportunidades", .gaps), ("forschungslücken und chancen", .gaps),
    ("пробелы и возможности", .gaps), ("những khoảng trống và cơ hội", .gaps),
    ("những khoảng trống cơ hội", .gaps), ("open challenges and opportunities", .gaps),
    ("open challenges opportunities", .gaps),

    ("future ideas", .ideas), ("future research ideas", .ideas), ("research ideas", .ideas),
    ("ideas", .ideas), ("future directions", .ideas), ("future work ideas", .ideas),
    ("ý tưởng tương lai", .ideas), ("ý tưởng nghiên cứu", .ideas), ("ý tưởng nghiên cứu tương lai", .ideas),
    ("未来想法", .ideas), ("未来方向", .ideas), ("zukunftsideen", .ideas), ("idées futures", .ideas),
    ("ý tưởng cho tương lai", .ideas), ("các ý tưởng tương lai", .ideas), ("những ý tưởng tương lai", .ideas),
    ("ý tưởng nghiên cứu trong tương lai", .ideas), ("các ý tưởng nghiên cứu", .ideas),
    ("ý tưởng nghiên cứu mới", .ideas), ("đề xuất ý tưởng", .ideas), ("hướng nghiên cứu tương lai", .ideas),
    ("ý tưởng đề xuất", .ideas), ("future research directions", .ideas), ("future research", .ideas),
    ("ideas for the future", .ideas), ("ideas for future research", .ideas), ("未来研究想法", .ideas),
    ("未来研究思路", .ideas), ("未来研究方向", .ideas), ("未来研究创意", .ideas), ("未来创意", .ideas), ("未来构想", .ideas),
    ("研究想法", .ideas), ("研究创意", .ideas), ("研究思路", .ideas), ("今後の研究アイデア", .ideas), ("今後のアイデア", .ideas),
    ("将来の研究アイデア", .ideas), ("将来のアイデア", .ideas), ("미래 아이디어", .ideas), ("미래 연구 아이디어", .ideas),
    ("향후 연구 아이디어", .ideas), ("ideas futuras", .ideas), ("ideas de investigación futuras", .ideas),
    ("ideias futuras", .ideas), ("idées de recherche futures", .ideas), ("zukünftige ideen", .ideas),
    ("идеи для будущего", .ideas), ("будущие идеи", .ideas),

    ("reading list", .readingList), ("reading lists", .readingList), ("recommended reading", .readingList),
    ("must read", .readingList), ("must read papers", .readingList), ("danh sách đọc", .readingList),
    ("danh sách nên đọc", .readingList), ("bài báo nên đọc", .readingList), ("阅读清单", .readingList),
    ("leseliste", .readingList), ("liste de lecture", .readingList), ("lista de lectura", .readingList),
    ("danh sách đọc đề xuất", .readingList), ("danh sách đề xuất đọc", .readingList),
    ("danh sách bài nên đọc", .readingList), ("danh sách bài báo nên đọc", .readingList),
    ("danh sách bài đọc", .readingList), ("danh sách cần đọc", .readingList),
    ("danh sách phải đọc", .readingList), ("danh mục đọc", .readingList), ("danh mục nên đọc", .readingList),
    ("tài liệu nên đọc", .readingList), ("các bài nên đọc", .readingList), ("bài nên đọc", .readingList),
    ("recommended reading list", .readingList), ("suggested reading", .readingList),
    ("suggested reading list", .readingList), ("recommended papers", .readingList),
    ("papers to read", .readingList), ("top reading list", .readingList), ("阅读列表", .readingList),
    ("推荐阅读", .readingList), ("必读清单", .readingList), ("必读论文", .readingList), ("推荐论文", .readingList),
    ("読書リスト", .readingList), ("リーディングリスト", .readingList), ("推薦論文", .readingList), ("읽기 목록", .readingList),
    ("추천 논문", .readingList), ("독서 목록", .readingList), ("lista de leitura", .readingList),
    ("список для чтения", .readingList), ("reading recommendations", .readingList),
    ("recommended reads", .readingList), ("must reads", .readingList),

    ("meta reflection", .reflection), ("meta reflections", .reflection), ("reflection", .reflection),
    ("reflections", .reflection), ("suy ngẫm", .reflection), ("suy ngẫm tổng quan", .reflection),
    ("nhìn lại", .reflection), ("phản tư", .reflection), ("tổng kết", .reflection), ("反思", .reflection),
    ("総括", .reflection), ("reflexion", .reflection), ("réflexion", .reflection),
    ("suy ngẫm tổng thể", .reflection), ("suy ngẫm chung", .reflection), ("suy ngẫm meta", .reflection),
    ("phản ánh tổng quan", .reflection), ("phản ánh tổng thể", .reflection),
    ("phản tư tổng quan", .reflection), ("phản tư meta", .reflection), ("siêu phản tư", .reflection),
    ("siêu suy ngẫm", .reflection), ("nhận xét tổng quan", .reflection), ("nhận xét chung", .reflection),
    ("nhận định tổng quan", .reflection), ("overall reflection", .reflection),
    ("final reflection", .reflection), ("closing reflection", .reflection), ("meta thoughts", .reflection),
    ("元反思", .reflection), ("总结与反思", .reflection), ("总体反思", .reflection), ("整体反思", .reflection),
    ("综合反思", .reflection), ("元思考", .reflection), ("メタ考察", .reflection), ("メタリフレクション", .reflection),
    ("メタ省察", .reflection), ("振り返り", .reflection), ("메타 성찰", .reflection), ("메타 리플렉션", .reflection),
    ("meta reflexion", .reflection), ("meta reflexión", .reflection), ("metarreflexión", .reflection),
    ("méta réflexion", .reflection), ("meta reflexão", .reflection), ("метарефлексия", .reflection),
    ("рефлексия", .reflection), ("chiêm nghiệm", .reflection),
  ]
}

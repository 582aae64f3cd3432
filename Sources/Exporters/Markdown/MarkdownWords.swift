import DigestModel

/// The words that Markdown outputs need and a digest does not bring, in the language of the digest. The importer knows
/// each of them; a test holds them against its vocabulary.
struct MarkdownWords: Sendable {
  /// Above a list of papers.
  let papers: String
  /// The label of a link to a paper's own page.
  let paper: String
  private let sections: [Digest.Section.Kind: String]

  /// - Parameter language: BCP 47; English where there are no words in it.
  init(language: String?) {
    let code = language.map { String($0.prefix { $0 != "-" }).lowercased() } ?? "en"
    self = Self.table[code] ?? Self.english
  }

  /// - Parameter sections: what sections without a heading are called, in the order of `kinds`.
  private init(_ papers: String, _ paper: String, _ sections: [String]) {
    self.papers = papers
    self.paper = paper
    self.sections = Dictionary(uniqueKeysWithValues: zip(Self.kinds, sections))
  }

  /// What a section without a heading is called.
  func heading(of kind: Digest.Section.Kind) -> String { sections[kind] ?? kind.traits.title }

  func label(of kind: Paper.Link.Kind) -> String {
    switch kind {
    case .pdf: "PDF"
    case .code: "Code"
    case .project: "Project"
    case .data: "Data"
    case .video: "Video"
    case .landingPage: paper
    case .other: "Link"
    }
  }

  // MARK: - The table

  static let kinds: [Digest.Section.Kind] = [
    .topicTree, .highlights, .contributions, .gaps, .ideas, .readingList, .reflection, .other,
  ]

  static let languages = table.keys.sorted()

  private static let english = MarkdownWords(
    "Papers", "Paper",
    [
      "Topic tree", "Highlights", "Contributions", "Gaps and opportunities", "Future ideas", "Reading list",
      "Reflection", "Notes",
    ])

  /// By the code of the language.
  private static let table: [String: MarkdownWords] = [
    "en": english,
    "vi": MarkdownWords(
      "Các bài báo", "Bài báo",
      [
        "Cây chủ đề", "Điểm nổi bật", "Đóng góp kỹ thuật mới", "Khoảng trống và cơ hội", "Ý tưởng nghiên cứu",
        "Danh sách nên đọc", "Suy ngẫm", "Ghi chú",
      ]),
    "de": MarkdownWords(
      "Arbeiten", "Artikel",
      [
        "Themenbaum", "Höhepunkte", "Neue Beiträge", "Lücken und Chancen", "Zukunftsideen", "Leseliste",
        "Reflexion", "Notizen",
      ]),
    "fr": MarkdownWords(
      "Articles", "Article",
      [
        "Arbre des sujets", "Points forts", "Contributions techniques", "Lacunes et opportunités",
        "Idées futures", "Liste de lecture", "Réflexion", "Remarques",
      ]),
    "es": MarkdownWords(
      "Artículos", "Artículo",
      [
        "Árbol de temas", "Puntos destacados", "Contribuciones técnicas", "Brechas y oportunidades",
        "Ideas futuras", "Lista de lectura", "Metarreflexión", "Notas",
      ]),
    "pt": MarkdownWords(
      "Artigos", "Artigo",
      [
        "Árvore de tópicos", "Destaques", "Contribuições técnicas", "Lacunas e oportunidades",
        "Ideias futuras",
        "Lista de leitura", "Meta-reflexão", "Notas",
      ]),
    "zh": MarkdownWords(
      "论文", "论文", ["主题树", "亮点", "技术贡献", "空白与机会", "未来研究方向", "阅读清单", "反思", "笔记"]),
    "ja": MarkdownWords(
      "論文", "論文", ["トピックツリー", "ハイライト", "技術的貢献", "ギャップと機会", "将来の研究アイデア", "読書リスト", "総括", "メモ"]),
    "ko": MarkdownWords(
      "논문", "논문", ["주제 트리", "하이라이트", "기술적 기여", "격차와 기회", "미래 아이디어", "읽기 목록", "메타 성찰", "메모"]),
  ]
}

import DigestModel

/// What notes call their parts, in the language of the digest.
struct NoteWords: Sendable {
  var abstract: String
  var links: String
  var topics: String
  var papers: String
  /// By kind of section.
  private var sections: [Digest.Section.Kind: String]

  /// - Parameter language: BCP 47; English where there are no words in it.
  init(language: String?) {
    let code = language.map { String($0.prefix { $0 != "-" }).lowercased() } ?? "en"
    self = Self.table[code] ?? Self.english
  }

  private init(
    abstract: String, links: String, topics: String, papers: String, highlights: String,
    contributions: String,
    reading: String, summary: String, other: String
  ) {
    self.abstract = abstract
    self.links = links
    self.topics = topics
    self.papers = papers
    sections = [
      .topicTree: summary, .highlights: highlights, .contributions: contributions, .readingList: reading,
      .other: other,
    ]
  }

  /// What stands above what sections of a kind say of a paper.
  func heading(of kind: Digest.Section.Kind) -> String { sections[kind] ?? sections[.other] ?? "" }

  private static let english = NoteWords(
    abstract: "Abstract", links: "Links", topics: "Filed under", papers: "Papers",
    highlights: "What stands out",
    contributions: "What is new", reading: "Why read it", summary: "Summary", other: "Notes")

  /// By the code of the language.
  private static let table: [String: NoteWords] = [
    "en": english,
    "vi": NoteWords(
      abstract: "Tóm tắt của bài báo", links: "Liên kết", topics: "Chủ đề", papers: "Bài báo",
      highlights: "Điểm đáng chú ý",
      contributions: "Điểm mới", reading: "Lý do nên đọc", summary: "Tóm tắt", other: "Ghi chú"),
    "de": NoteWords(
      abstract: "Abstract", links: "Links", topics: "Themen", papers: "Arbeiten", highlights: "Was auffällt",
      contributions: "Was neu ist", reading: "Warum lesen", summary: "Zusammenfassung", other: "Notizen"),
    "fr": NoteWords(
      abstract: "Résumé de l’article", links: "Liens", topics: "Thèmes", papers: "Articles",
      highlights: "À retenir", contributions: "Ce qui est nouveau", reading: "Pourquoi le lire",
      summary: "Résumé",
      other: "Notes"),
    "es": NoteWords(
      abstract: "Resumen del artículo", links: "Enlaces", topics: "Temas", papers: "Artículos",
      highlights: "Lo que destaca", contributions: "Lo nuevo", reading: "Por qué leerlo", summary: "Resumen",
      other: "Notas"),
    "zh": NoteWords(
      abstract: "摘要", links: "链接", topics: "主题", papers: "论文", highlights: "看点", contributions: "新意",
      reading: "推荐理由", summary: "总结", other: "笔记"),
    "ja": NoteWords(
      abstract: "要旨", links: "リンク", topics: "トピック", papers: "論文", highlights: "注目すべき点", contributions: "新しい点",
      reading: "読むべき理由", summary: "要約", other: "メモ"),
  ]
}

import DigestModel

/// The words that a page needs and a digest does not bring, in the language of the digest.
struct HTMLWords: Sendable {
  /// BCP 47: the language that the words are in.
  let language: String
  private let texts: [String]

  // In the order of the table.
  var skip: String { texts[0] }
  var contents: String { texts[1] }
  var search: String { texts[2] }
  var nothing: String { texts[3] }
  var topics: String { texts[4] }
  var months: String { texts[5] }
  var fold: String { texts[6] }
  var unfold: String { texts[7] }
  var order: String { texts[8] }
  var asWritten: String { texts[9] }
  var byTitle: String { texts[10] }
  var byDate: String { texts[11] }
  var byPlaces: String { texts[12] }
  var papers: String { texts[13] }
  var abstract: String { texts[14] }
  var named: String { texts[15] }
  var more: String { texts[16] }
  var byTopic: String { texts[17] }
  var byMonth: String { texts[18] }
  var new: String { texts[19] }
  var again: String { texts[20] }
  var otherTopics: String { texts[21] }

  /// - Parameter language: BCP 47; English where there are no words in it.
  init(language: String) {
    let code = String(language.prefix { $0 != "-" }).lowercased()
    let words = Self.table[code]
    texts = words ?? Self.english
    self.language = words == nil ? "en" : language
  }

  private static let english = [
    "Skip to the text", "Contents", "Search", "Nothing fits.", "All topics", "All months", "Fold all",
    "Unfold all", "Order of papers", "Papers as in the digest", "Papers by title", "Newest papers first",
    "Most named papers first", "Papers", "Abstract", "In the digest", "More", "Papers by topic",
    "Papers by month", "new", "in an earlier month, too", "Other topics",
  ]

  /// By the code of the language.
  private static let table: [String: [String]] = [
    "en": english,
    "vi": [
      "Tới nội dung", "Mục lục", "Tìm kiếm", "Không có gì phù hợp.", "Mọi chủ đề", "Mọi tháng",
      "Thu gọn tất cả", "Mở tất cả", "Thứ tự bài báo", "Bài báo như trong bản tin", "Bài báo theo tiêu đề",
      "Bài báo mới nhất trước", "Bài báo được nhắc nhiều trước", "Các bài báo", "Tóm tắt của bài báo",
      "Trong bản tin", "Thêm", "Bài báo theo chủ đề", "Bài báo theo tháng", "mới", "đã có ở tháng trước",
      "Chủ đề khác",
    ],
    "de": [
      "Zum Text", "Inhalt", "Suchen", "Nichts passt.", "Alle Themen", "Alle Monate", "Alles zuklappen",
      "Alles aufklappen", "Reihenfolge der Arbeiten", "Arbeiten wie im Digest", "Arbeiten nach Titel",
      "Neueste Arbeiten zuerst", "Meistgenannte Arbeiten zuerst", "Arbeiten", "Abstract", "Im Digest", "Mehr",
      "Arbeiten nach Thema", "Arbeiten nach Monat", "neu", "auch in einem früheren Monat", "Andere Themen",
    ],
    "fr": [
      "Aller au texte", "Sommaire", "Rechercher", "Rien ne correspond.", "Tous les thèmes", "Tous les mois",
      "Tout replier", "Tout déplier", "Ordre des articles", "Articles comme dans le digest",
      "Articles par titre", "Articles les plus récents d’abord", "Articles les plus cités d’abord",
      "Articles", "Résumé de l’article", "Dans le digest", "Plus", "Articles par thème", "Articles par mois",
      "nouveaux", "déjà dans un mois précédent", "Autres thèmes",
    ],
    "es": [
      "Ir al texto", "Contenido", "Buscar", "Nada coincide.", "Todos los temas", "Todos los meses",
      "Plegar todo", "Desplegar todo", "Orden de los artículos", "Artículos como en el digest",
      "Artículos por título", "Artículos más recientes primero", "Artículos más citados primero", "Artículos",
      "Resumen del artículo", "En el digest", "Más", "Artículos por tema", "Artículos por mes", "nuevos",
      "ya en un mes anterior", "Otros temas",
    ],
    "zh": [
      "跳到正文", "目录", "搜索", "没有匹配项。", "所有主题", "所有月份", "全部折叠", "全部展开", "论文顺序", "论文按原顺序", "论文按标题", "最新论文在前",
      "提及最多的论文在前", "论文", "摘要", "文摘中的位置", "更多", "各主题的论文", "各月的论文", "新", "之前月份已有", "其他主题",
    ],
    "ja": [
      "本文へ", "目次", "検索", "該当なし。", "すべてのトピック", "すべての月", "すべて閉じる", "すべて開く", "論文の並び順", "論文をダイジェスト順に",
      "論文をタイトル順に",
      "新しい論文から", "言及の多い論文から", "論文", "要旨", "ダイジェスト内", "詳細", "トピック別の論文", "月別の論文", "新規", "以前の月にも掲載", "その他のトピック",
    ],
  ]

  /// For the test that all are whole.
  static var tables: [[String]] { table.values.map { $0 } }
}

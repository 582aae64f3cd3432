/// Words and signs of ideas. Used by `Entries/Ideas`.
enum IdeaWords {
  /// Words that number an idea: `Idea 2: …`.
  static let numbering = [
    "Idea", "IDEA", "Ý tưởng", "Ý TƯỞNG", "Idee", "Idée", "想法", "アイデア",
  ]

  /// Tags of ideas, in lower case; a word may begin or end with one.
  enum Tags {
    /// How far an idea reaches. Nothing else is called so, wherever it stands.
    static let moonShots = [
      "moon-shot", "moonshot", "moon shot", "moon\u{2011}shot", "moon–shot", "登月", "ムーンショット", "문샷",
      "муншот", "мун-шот",
    ]

    /// Between which fields it stands: words that sentences hold, too.
    static let fields = [
      "liên ngành", "liên lĩnh vực", "đa ngành", "đa lĩnh vực", "xuyên ngành", "xuyên lĩnh vực",
      "cross-disciplin",
      "cross disciplin", "crossdisciplin", "cross\u{2011}disciplin", "cross-field", "interdisciplin",
      "inter-disciplin", "multidisciplin", "multi-disciplin", "transdisciplin", "trans-disciplin",
      "pluridisciplin",
      "interdisziplin", "multidisziplin", "transdisziplin", "fachübergreifend", "fächerübergreifend", "跨学科",
      "跨领域",
      "跨領域", "跨学門", "跨界", "交叉学科", "学科交叉", "多学科", "学際", "學際", "分野横断", "異分野", "학제", "융합 연구", "간학문",
      "междисциплин", "мультидисциплин", "кросс-дисциплин",
    ]

    /// How likely it is to work: a tag in the title and where risk is spoken of; elsewhere with a capital first.
    static let odds = [
      "feasible", "feasibility", "khả thi", "high-risk", "high risk", "rủi ro cao", "low-hanging", "blue-sky",
      "blue sky", "speculative", "mạo hiểm", "高风险", "低风险", "高可行", "可行性", "ハイリスク", "実現可能性", "고위험", "실현 가능",
      "hohes risiko", "machbar", "riskant", "haut risque", "faisab", "alto riesgo", "factib", "alto risco",
      "высокий риск", "высокая осуществимость", "реализуем",
    ]

    /// Words that are a tag only in the title and where risk is spoken of.
    static let others = [
      "đột phá", "long-term", "short-term", "dài hạn", "ngắn hạn", "ambitious", "tham vọng", "táo bạo",
      "viable",
      "viável",
    ]

    /// Words before a tag that take it back, in lower case.
    static let negations = [
      "not ", "n't ", "no ", "non-", "nor ", "never ", "infeasib", "unfeasib", "less ", "rather than ",
      "không ",
      "chẳng ", "chưa ", "hơn là ", "thay vì ", "kein", "nicht ", "pas ", "não ", "нет ", "не ", "不是", "不属于",
      "并非",
      "非", "ではな", "아니", "인피지블",
    ]

    /// Words beside a tag that say no more than that it is one, in lower case.
    static let fillers: Set<String> = [
      "idea", "ideas", "project", "proposal", "research", "direction", "goal", "level", "type", "work",
      "risk", "a",
      "an", "the", "this", "is", "it", "it's", "very", "highly", "truly", "really", "clearly", "strongly",
      "quite",
      "rather", "high", "true", "real", "bold", "and", "&", "+", "ý", "tưởng", "đây", "là", "một", "mang",
      "tính", "có",
      "mức", "độ", "dự", "án", "hướng", "nghiên", "cứu", "dạng", "kiểu", "loại", "thuộc", "rất", "cao", "và",
      "cấp",
      "eine", "ein", "idee", "ist", "das", "dies", "und", "sehr", "une", "un", "idée", "est", "c'est", "ceci",
      "et",
      "très", "es", "esta", "una", "muy", "y", "e", "uma", "é", "ideia", "это", "идея", "и", "очень",
    ]

    /// Between two tags, beside `/`, `,`, `;`, `|`, `&` and `+`.
    static let separators = [
      " and ", " và ", " und ", " et ", " y ", " – ", " — ", " - ", "、", "，", "；", "／", "·",
    ]
  }

  /// The sign that most digests put before ideas, and never before anything else.
  static let sign: StaticString = "✨"

  /// Signs before the title of an idea that Unicode does not count as emoji.
  static let stars = "★☆✦✧✪✯".unicodeScalars
}

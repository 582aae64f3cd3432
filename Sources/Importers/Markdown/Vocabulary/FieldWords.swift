import DigestModel

/// Labels of the fields of ideas. Used by `Lines/FieldNames`.
enum FieldWords {
  /// Words that a label may hold, in lower case, with what the field is then; the first row that fits decides.
  static let roles: [(role: Digest.Idea.Field.Role, words: [String])] = [
    (
      .risk,
      [
        "risk", "feasib", "rủi ro", "khả thi", "challenge", "thách thức", "风险", "risiko", "risque",
        "可行性", "リスク", "実現可能性", "위험", "실현 가능성", "riesgo", "viabilidad", "risco", "machbarkeit",
        "faisabilité", "риск",
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
        "novel", "điểm mới", "tính mới", "đột phá", "innovation", "key idea", "ý tưởng chính",
        "core idea", "创新", "新颖", "新規性", "참신성", "neuheit", "nouveauté", "novedad", "novidade", "новизна",
      ]
    ),
    (
      .data,
      [
        "dataset", "data", "dữ liệu", "bộ dữ liệu", "corpus", "benchmark", "数据", "daten", "données",
        "datos", "dados", "データ", "데이터", "данные",
      ]
    ),
    (
      .metrics,
      [
        "metric", "độ đo", "chỉ số", "thước đo", "evaluation", "đánh giá", "指标", "metrik", "métrique",
        "métrica", "指標", "지표", "метрик",
      ]
    ),
    (
      .approach,
      [
        "approach", "method", "phương pháp", "cách tiếp cận", "hướng tiếp cận", "tiếp cận", "steps",
        "các bước", "plan", "kế hoạch", "方法", "步骤", "思路", "手法", "アプローチ", "접근", "방법", "ansatz",
        "approche", "méthode", "enfoque", "abordagem", "подход", "метод", "implementation",
        "triển khai",
      ]
    ),
  ]

  /// What may stand before such a word in a label that is nothing but a name: `Key novelty`, `关键创新`.
  static let prefixes = [
    "key ", "关键", "核心",
  ]
}

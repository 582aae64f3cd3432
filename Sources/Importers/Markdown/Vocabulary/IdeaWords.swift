/// Words and signs of ideas. Used by `Entries/Ideas`.
enum IdeaWords {
  /// Words that number an idea: `Idea 2: …`.
  static let numbering = [
    "Idea", "IDEA", "Ý tưởng", "Ý TƯỞNG", "Idee", "Idée", "想法", "アイデア",
  ]

  /// What a tag in brackets holds, in lower case: `(Moon-shot)`.
  static let tags = [
    "moon-shot", "moonshot", "moon shot", "cross-disciplinary", "cross disciplinary",
    "interdisciplinary", "inter-disciplinary", "multidisciplinary", "liên ngành", "đa ngành", "feasib",
    "khả thi", "high-risk", "high risk", "rủi ro cao", "low-hanging", "blue-sky", "đột phá",
    "speculative", "long-term", "short-term",
  ]

  /// The sign that most digests put before ideas, and never before anything else.
  static let sign: StaticString = "✨"

  /// Signs before the title of an idea that Unicode does not count as emoji.
  static let stars = "★☆✦✧✪✯".unicodeScalars
}

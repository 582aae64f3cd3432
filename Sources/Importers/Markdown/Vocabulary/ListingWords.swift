/// Words about how a paper is listed in a topic tree, not about the paper. Used by `Entries/TopicTree`.
enum ListingWords {
  /// The first words of a bracket that says that the paper is listed elsewhere, too: `(Đã liệt kê ở II.B)`.
  static let duplicates = LabelSet([
    "đã liệt kê", "đã được liệt kê", "đã phân loại", "đã đề cập", "đã nêu", "trùng", "lặp lại",
    "xem thêm ở", "duplicate", "already listed", "already covered", "already mentioned", "also listed",
    "listed above", "covered under", "see also", "repeated", "đã có ở", "đã xuất hiện", "xem mục",
    "xem phần", "xem nhánh", "cross-listed", "listed in", "listed under", "same as",
  ])

  /// The first words of a bracket with any other note on the listing: `(Lưu ý: Survey)`.
  static let notes = LabelSet([
    "lưu ý", "ghi chú", "chú ý", "note", "n.b.", "khó xếp", "remark",
  ])

  /// Words before a colon that say what kind of paper follows: `Survey: …` is not a paper called *Survey*.
  static let kindsOfPaper: Set<String> = [
    "survey", "benchmark", "dataset", "review", "note", "position", "analysis", "framework", "method",
    "model", "paper", "study", "report", "tutorial", "overview", "tool", "system", "theory",
    "application", "other", "position paper", "technical report", "llm", "llms", "vlm", "vlms", "ai",
    "nlp", "rl", "cv", "rag", "mllm",
  ]
}

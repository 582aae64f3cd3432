/// Words that introduce the remark on a contribution, or say what kind it is. Used by `Entries/Contributions`.
enum RemarkWords {
  /// Labels of a remark wherever a colon follows: `Suy nghĩ: …`.
  static let labels = LabelSet([
    "Suy nghĩ", "Suy nghĩ cá nhân", "Suy nghĩ của tôi", "Suy nghĩ thêm", "Nhận định", "Quan điểm",
    "Nhận xét", "Ý kiến", "Bình luận", "Thoughts", "Thought", "Opinion", "Remark", "Remarks", "Comment",
    "Comments", "My take", "Take", "Reflection", "想法", "思考", "看法", "感想", "点评", "评论", "评价", "个人看法", "所感",
    "考察", "コメント", "생각", "의견", "Gedanke", "Réflexion", "Avis", "Reflexión",
  ])

  /// The first words of labels that are only taken for one where bold ends right after them:
  /// `**… – Đánh giá cá nhân:** …`. Most of these words begin sentences, too.
  static let longLabels = LabelSet([
    "Suy nghĩ", "Nhận xét", "Nhận định", "Đánh giá", "Ý kiến", "Bình luận", "Quan điểm", "Cảm nhận",
    "Lời bình", "Ý nghĩa", "Tác động", "Thought", "Opinion", "Remark", "Comment", "My ", "Personal",
    "Assessment", "Significance", "Why it matters", "Take",
  ])

  /// The first words of a bracket at the end of a remark that names the kind of contribution: `(Đóng góp dữ liệu)`.
  static let kinds = LabelSet([
    "Đóng góp", "Loại đóng góp", "Contribution", "Data contribution", "Dataset contribution",
    "Method contribution",
  ])
}

/// What stands below a topic that has no papers. Used by `Entries/TopicTree`.
enum PlaceholderWords {
  /// Words that are a placeholder where nothing else stands on the line: `(Trống)`, `N/A`.
  static let words = LabelSet([
    "Trống", "Không có", "None", "N/A", "Empty", "Nothing", "Nil", "Chưa có", "无", "暂无", "なし", "없음",
  ])

  /// The first words of a sentence that is a placeholder: `Không có paper nào trong tháng này`.
  static let phrases = LabelSet([
    "Không có paper", "Không có bài", "Không có công trình", "Không có nghiên cứu", "Không có mục",
    "Không có nội dung", "Hiện không có", "Hiện tại không có", "Hiện chưa có", "Chưa có paper",
    "Chưa có bài", "Trống trong", "Trống –", "No papers", "No paper ", "No new papers", "No entries",
    "None in", "None this", "Not applicable",
  ])
}

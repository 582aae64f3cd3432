/// Words of the lists of highlights. Used by `Entries/Highlights`.
enum HighlightWords {
  /// What stands before the number of a rank: `Hạng 1:`, `#1`.
  static let rank = LabelSet([
    "#", "No.", "Paper", "Bài", "Bài báo", "Công trình", "论文", "Rank", "Top", "Hạng", "Xếp hạng",
    "Thứ hạng", "第", "排名", "Platz", "Rang", "Highlight", "№",
  ])
}

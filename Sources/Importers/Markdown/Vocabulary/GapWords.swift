/// Labels of the parts of a gap, and headers of the columns of a table of gaps. Used by `Entries/Gaps`.
enum GapWords {
  /// `Cơ hội: …`, anywhere in the prose of a gap.
  static let opportunities = LabelSet([
    "Cơ hội", "Các cơ hội", "Cơ hội nghiên cứu", "Hướng cơ hội", "Opportunity", "Opportunities",
    "Research opportunity", "Research opportunities", "Potential opportunities", "Chance", "Chancen",
    "Opportunité", "Opportunités", "Oportunidad", "Oportunidades", "机会", "机遇", "機会", "기회",
  ])

  /// `*Gaps:* …`, at the beginning of a gap only: later in the text such words are prose.
  static let gaps = LabelSet([
    "Gap", "Gaps", "Research gap", "Research gaps", "Khoảng trống", "Các khoảng trống", "Lỗ hổng",
    "Hạn chế", "Thách thức", "Vấn đề", "Challenge", "Challenges", "Problem", "Limitation",
    "Limitations", "Lücke", "Lücken", "Lacune", "Lacunes", "空白", "差距", "不足", "挑战", "课题", "課題", "ギャップ",
    "격차",
  ])
}

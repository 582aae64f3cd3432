/// Words about how a paper is listed in a topic tree, not about the paper. Used by `Entries/TopicTree`.
enum ListingWords {
  /// The first words of a bracket that says that the paper is listed elsewhere, too, wherever in the line it stands:
  /// `(Đã liệt kê ở II.B)`.
  static let duplicates = LabelSet([
    "đã liệt kê", "đã được liệt kê", "đã phân loại", "đã được phân loại", "đã đề cập", "đã được đề cập",
    "đã nêu",
    "đã được nêu", "đã có ở", "đã có trong", "đã xuất hiện", "đã xếp ở", "đã xếp vào", "đã được xếp",
    "đã giới thiệu",
    "cũng được liệt kê", "cũng liệt kê", "cũng được xếp", "cũng xuất hiện", "trùng với", "trùng lặp với",
    "trùng lặp ở",
    "trùng ở", "trùng mục", "trùng paper", "trùng bài", "lặp lại từ", "lặp lại ở", "lặp lại mục",
    "xem thêm ở",
    "xem ở", "xem trên", "xem mục", "xem nhánh", "duplicate of", "duplicate from", "duplicate entry",
    "duplicates ",
    "duplicated from", "duplicated in", "already listed", "already covered", "already mentioned",
    "already included", "already classified", "already categorized", "already discussed", "already appears",
    "already in ", "already under", "also listed", "also appears in", "also appears under", "also in ",
    "also under",
    "previously listed", "listed above", "listed earlier", "listed elsewhere", "covered above",
    "repeated from",
    "repeated in ", "repeated above", "repeat of", "cross-listed", "cross listed", "crosslisted", "see above",
    "see also above", "see also under", "see also section", "same as above", "same as in ", "same paper as",
    "as above",
    "已列", "已在", "已收录", "已归入", "重复", "同上", "见上", "参见上", "既出", "重複", "前述", "上記", "이미", "중복",
    "bereits aufgeführt", "bereits gelistet", "bereits genannt", "bereits oben", "schon oben", "siehe oben",
    "duplikat", "déjà listé", "déjà répertorié", "déjà mentionné", "déjà cité", "déjà classé", "doublon",
    "voir ci-dessus", "ya listado", "ya mencionado", "ya incluido", "ya clasificado", "véase arriba",
    "duplicado",
    "já listado", "já mencionado", "já incluído", "уже указан", "уже упомянут", "уже перечислен", "дубликат",
    "см. выше",
  ])

  /// Those that mean so only at the beginning or at the end of what is said of a paper: inside a sentence such words
  /// are often about something else, `(lặp lại nhiều lần)`.
  static let duplicatesAtEnds = LabelSet([
    "duplicate", "trùng", "covered under", "covered in", "see also", "listed in", "listed under", "xem phần",
  ])

  /// Those of them that mean so only before a place in the tree.
  static let duplicatesBeforePlace = LabelSet(["lặp lại", "repeated", "same as"])

  /// Words after one of these that show that a place in the tree is meant.
  static let places = LabelSet([
    "above", "below", "earlier", "elsewhere", "here", "in ", "under", "of ", "with", "from", "section",
    "branch",
    "topic", "node", "as ", "trên", "ở", "với", "mục", "phần", "nhánh", "từ", "dưới", "tại",
  ])

  /// The first words of a bracket with any other note on the listing: `(Lưu ý: Survey)`. *Chú ý* without a colon is also
  /// the attention of a model.
  static let notes = LabelSet([
    "lưu ý", "ghi chú:", "chú ý:", "chú ý rằng", "note:", "note that", "nb:", "n.b.", "khó xếp", "remark:",
    "备注", "注：",
    "注:", "hinweis:", "anmerkung:", "remarque :", "remarque:", "nota:", "примечание",
  ])
}

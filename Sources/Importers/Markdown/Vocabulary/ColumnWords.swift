/// How the columns of tables are headed, in lower case, without spaces and marks; a header may go on after the word
/// unless said otherwise. Used by the tables of all sections and by `Lists`.
enum ColumnWords {
  /// The rank of a highlight.
  static let rank = [
    "rank", "#", "no.", "hạng", "thứhạng", "xếphạng", "stt", "排名", "順位", "순위", "rang", "top",
  ]

  /// The keywords of a highlight; also labels of a field that holds them.
  static let keywords = [
    "keyword", "từkhóa", "từkhoá", "关键词", "キーワード", "schlagw", "mots", "tags", "palabras", "关键字", "키워드",
    "palavras",
  ]

  /// The number of a row. The whole header.
  static let number: Set = [
    "#", "no", "no.", "stt", "rank", "hạng", "thứtự", "№",
  ]

  /// Why a paper is to be read.
  static let reason = [
    "reason", "why", "lýdo", "vìsao", "tạisao", "理由", "原因", "이유", "grund", "warum", "raison",
    "pourquoi", "motivo",
  ]

  /// The name of a paper.
  static let name = [
    "tên", "name", "title", "tiêuđề", "model", "papername", "papertitle",
  ]

  /// The number of an idea. The whole header.
  static let numberOfIdea: Set = ["#", "no", "no.", "stt", "id", ""]

  /// The title of a paper in a table outside the known sections. With spaces.
  static let title = [
    "title", "paper", "tiêu đề", "tên bài", "bài báo", "titel", "titre", "título", "标题", "论文",
  ]

  /// The authors of a paper in a table outside the known sections. With spaces.
  static let authors = [
    "author", "tác giả", "autor", "auteur", "作者",
  ]
}

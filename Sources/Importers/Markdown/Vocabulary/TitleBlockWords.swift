/// The keys that show that `Key: value` lines at the top of a file say what it is. Used by `Context/TitleBlockReader`.
enum TitleBlockWords {
  /// Folded.
  static let keys: Set<String> = [
    "title", "subtitle", "shorttitle", "author", "authors", "date", "published", "updated", "created", "year",
    "month",
    "period", "language", "lang", "keywords", "keyword", "tags", "tag", "categories", "category", "abstract",
    "summary", "description", "doi", "arxiv", "arxivid", "eprint", "url", "link", "source", "citekey",
    "citationkey",
    "bibtexkey", "journal", "venue", "booktitle", "publisher", "copyright", "license", "rights",
    "affiliation",
    "institution", "email", "status", "slug", "css", "format", "latexinput", "latexmode", "latexconfig",
    "latexleader",
    "baseheaderlevel", "quoteslanguage", "bibliography", "bibtex",
    "tiêuđề", "tácgiả", "ngày", "từkhóa", "ngônngữ", "标题", "作者", "日期", "关键词", "titel", "autor", "datum",
    "titre",
    "auteur", "título", "fecha",
  ]

  /// Lower case, without spaces, `-` and `_`.
  static func folded(_ key: String) -> String { key.lowercased().filter { !" -_".contains($0) } }
}

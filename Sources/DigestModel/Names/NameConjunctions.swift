/// Words between the last two names of a list.
///
/// - Source: the term `and` of CSL's locales.
enum NameConjunctions {
  /// Words that part names wherever they stand between two.
  static let plain: Set<String> = [
    "and", "und", "et", "och", "og", "và", "и", "та", "oraz", "と", "및", "和", "与", "與", "及", "sowie",
  ]
  /// Words that also stand inside names, `Ortega y Gasset`: they part names only where a name of two words or more
  /// follows.
  static let cautious: Set<String> = ["y", "ve", "with", "en"]
  /// Words before which `und` belongs to a particle: `von und zu`.
  static let particleEnds: Set<String> = ["zu", "zum", "zur"]

  /// Labels before a list of names.
  static let labels: Set<String> = [
    "by", "by:", "author:", "authors:", "author(s):", "tác giả:", "autor:", "autoren:", "auteurs:", "auteur:",
    "autores:", "作者:", "作者", "著者:", "저자:", "автор:", "авторы:", "edited by", "eds.", "eds:",
  ]
}

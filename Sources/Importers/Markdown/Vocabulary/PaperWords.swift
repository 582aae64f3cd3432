/// Words about the ids at the beginning of a line. Used by `Lines/PaperReader`.
enum PaperWords {
  /// Signs between two ids, beside the ASCII ones.
  static let separators: [StaticString] = ["、", "，", "；", "<br>", "<br/>", "<br />"]

  /// Words between two ids.
  static let joining: [StaticString] = ["and ", "và ", "und ", "et ", "y ", "e ", "和", "与", "及"]

  /// Words between a comma and the last id: `id, id, and id`.
  static let joiningAfterComma: [StaticString] = [
    "and ", "và ", "und ", "also ", "cũng là ", "hay ", "or ", "hoặc ",
  ]

  /// What a bracket after an id begins with where it holds other ids of the same paper: `(cũng là 2409.10000)`.
  static let aliases = LabelSet([
    "và", "and", "und", "cũng là", "cũng như", "cũng", "còn là", "còn gọi là", "còn có id", "tức là", "tức",
    "nghĩa là", "hay là", "hay",
    "trùng với", "trùng", "giống với", "giống", "đồng thời là", "bằng", "tên khác", "id khác", "mã khác",
    "bản khác", "bản cũ", "bản mới", "bản sau", "bản trước", "bản gốc", "bản mở rộng", "bản rút gọn",
    "phiên bản khác", "phiên bản cũ", "phiên bản mới", "phiên bản trước", "phiên bản sau", "phiên bản của",
    "also known as", "also listed as", "also published as", "also appears as", "also as", "also at", "also",
    "a.k.a.", "a.k.a", "aka", "alias of", "alias", "same paper as", "same work as", "same as", "the same as",
    "identical to", "identical with", "equal to", "equals", "equivalent to", "equivalently", "i.e.,", "i.e.",
    "ie",
    "viz.", "or", "duplicate id", "other id", "alternate id", "alternative id", "previously", "formerly",
    "originally", "updated as", "superseded by", "supersedes", "replaced by", "replaces", "published as",
    "version of", "other version", "another version", "earlier version", "later version", "old version",
    "new version", "extended version", "extended version of", "short version", "short version of",
    "journal version", "conference version", "preprint version", "==", "=", "≡", "≙", "≈", "↔", "⇔",
    "即", "亦即", "也即", "又名", "又作", "也是", "亦作", "亦为", "同", "同为", "等同于", "别名", "另一版本", "其他版本", "旧版",
    "新版", "または", "別名", "同じく", "すなわち", "別版", "旧版", "新版", "또는", "동일", "별칭", "즉",
    "auch bekannt als", "auch", "identisch mit", "gleich", "alias", "d.h.", "d. h.", "andere version", "bzw.",
    "aussi connu sous", "aussi", "également", "identique à", "c.-à-d.", "soit", "autre version", "alias de",
    "también conocido como", "también", "igual que", "igual a", "idéntico a", "es decir", "otra versión",
    "o sea",
    "também", "mesmo que", "igual ao", "ou seja", "outra versão", "также", "то же, что", "он же", "она же",
    "другая версия", "т.е.", "то есть",
  ])

  /// What follows the number of a version in such a bracket: `(v2 of 2409.10000)`.
  static let ofAlias = LabelSet([
    " of", " của", " von", " de", ":", " =", " is", " là", " at", " as",
  ])

  /// Boxes of tasks.
  static let boxes: [StaticString] = ["[ ]", "[x]", "[X]", "[-]", "[/]", "[TODO]", "[DONE]"]

  /// Words that say how far the reading of a paper is, in capitals and before its id: `TODO 2409.10000`.
  static let states: [StaticString] = [
    "TODO", "DONE", "DOING", "NOW", "LATER", "WAITING", "WAIT", "NEXT", "STARTED", "INPROGRESS",
    "IN-PROGRESS",
    "CANCELED", "CANCELLED", "HOLD", "SOMEDAY", "MAYBE", "READ", "READING", "TOREAD", "TO-READ", "UNREAD",
    "SKIP",
  ]
}

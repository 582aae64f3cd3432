import DigestModel

/// What the types of RIS are in the words of CSL.
/// - Source: RIS specification (2011), and types that EndNote, Mendeley and Zotero add.
enum RISTypes {
  /// - Parameter text: the value of `TY`: a code, or the word of a program.
  /// - Returns: `nil` for a generic reference and for what is not known.
  static func type(_ text: String) -> PublicationType? {
    let code = text.uppercased()
    if code == "GEN" { return nil }
    return types[code] ?? PublicationType(word: text)
  }

  private static let types: [String: PublicationType] = {
    var types: [String: PublicationType] = [:]
    for (word, codes) in rows {
      guard let type = PublicationType(rawValue: word) else { continue }
      for code in codes.split(separator: " ") { types[String(code)] = type }
    }
    return types
  }()

  /// A word of CSL and the types of RIS that mean it.
  private static let rows: [(String, String)] = [
    ("article", "UNPB UNPD"),
    ("article-journal", "JOUR EJOUR JFULL ABST INPR"),
    ("article-magazine", "MGZN"), ("article-newspaper", "NEWS"),
    ("bill", "BILL UNBILL"), ("book", "BOOK EBOOK EDBOOK SER CTLG"), ("broadcast", "POD"),
    ("chapter", "CHAP ECHAP"), ("classic", "CLSWK ANCIENT"), ("dataset", "DATA DBASE AGGR"),
    ("entry-dictionary", "DICT"), ("entry-encyclopedia", "ENCYC"), ("figure", "FIGURE CHART"),
    ("graphic", "ART"), ("hearing", "HEAR"), ("legal_case", "CASE"), ("legislation", "STAT LEGAL"),
    ("manuscript", "MANSCPT"), ("map", "MAP"), ("motion_picture", "MPCT VIDEO ADVS MULTI"),
    ("musical_score", "MUSIC"), ("pamphlet", "PAMP"), ("paper-conference", "CONF CPAPER"), ("patent", "PAT"),
    ("personal_communication", "PCOMM ICOMM"), ("post-weblog", "BLOG"), ("report", "RPRT GOVDOC"),
    ("software", "COMP"), ("song", "SOUND"), ("speech", "SLIDE"), ("standard", "STAND"), ("thesis", "THES"),
    ("webpage", "ELEC WEB"),
  ]
}

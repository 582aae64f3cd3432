/// What biblatex and babel call languages, by their codes.
/// - Source: biblatex 3.18, table 2; the options of babel.
enum BibTeXLanguages {
  private static let rows: [(code: String, names: String)] = [
    ("ar", "arabic"), ("bg", "bulgarian"), ("ca", "catalan"), ("cs", "czech"), ("cy", "welsh"),
    ("da", "danish"),
    ("de", "german ngerman deutsch"), ("de-AT", "austrian naustrian"), ("de-CH", "swissgerman nswissgerman"),
    ("el", "greek polutonikogreek"), ("en", "english"), ("en-US", "american usenglish"),
    ("en-GB", "british ukenglish"), ("en-AU", "australian"), ("en-CA", "canadian"), ("en-NZ", "newzealand"),
    ("eo", "esperanto"), ("es", "spanish español"), ("et", "estonian"), ("eu", "basque"), ("fa", "persian"),
    ("fi", "finnish"), ("fr", "french francais français frenchb"), ("fr-CA", "canadien acadian"),
    ("ga", "irish"),
    ("gl", "galician"), ("he", "hebrew"), ("hi", "hindi"), ("hr", "croatian"), ("hu", "hungarian magyar"),
    ("id", "indonesian bahasa"), ("is", "icelandic"), ("it", "italian italiano"), ("ja", "japanese"),
    ("ko", "korean"),
    ("la", "latin"), ("lt", "lithuanian"), ("lv", "latvian"), ("nb", "norsk norwegian"), ("nl", "dutch"),
    ("nn", "nynorsk"), ("pl", "polish"), ("pt", "portuguese portuges"), ("pt-BR", "brazilian brazil"),
    ("ro", "romanian"), ("ru", "russian"), ("sk", "slovak"), ("sl", "slovene slovenian"),
    ("sr", "serbian serbianc"),
    ("sv", "swedish"), ("th", "thai"), ("tr", "turkish"), ("uk", "ukrainian"), ("vi", "vietnamese"),
    ("zh", "chinese"),
  ]

  private static let codes: [String: String] = {
    var codes: [String: String] = [:]
    for row in rows { for name in row.names.split(separator: " ") { codes[String(name)] = row.code } }
    return codes
  }()

  /// - Returns: `nil` for what is not the name of a language.
  static func code(of name: String) -> String? { codes[name.lowercased()] }
}

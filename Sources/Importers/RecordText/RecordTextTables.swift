/// The commands and tags of records' texts that are about looks.
enum RecordTextTables {
  typealias Mark = RecordTextBuilder.Mark

  /// By the name of a command whose argument follows in braces; `nil` for looks that no mark keeps.
  static let commands: [String: Mark?] = [
    "emph": .emphasis, "textit": .emphasis, "mkbibemph": .emphasis, "mkbibitalic": .emphasis,
    "mkbibbold": .strong, "textsl": .emphasis, "textbf": .strong, "texttt": .code,
    "textsubscript": .subscript, "textsuperscript": .superscript, "textsc": nil, "textrm": nil, "textsf": nil,
    "textup": nil, "textmd": nil, "textnormal": nil, "text": nil, "mbox": nil, "hbox": nil, "underline": nil,
    "uline": nil, "url": nil, "uppercase": nil, "lowercase": nil, "MakeUppercase": nil, "MakeLowercase": nil,
    "mathrm": nil,
    "textmc": nil,
  ]

  /// By the name of a command that holds to the end of its group.
  static let declarations: [String: Mark?] = [
    "em": .emphasis, "it": .emphasis, "itshape": .emphasis, "sl": .emphasis, "slshape": .emphasis,
    "bf": .strong, "bfseries": .strong, "tt": .code, "ttfamily": .code, "sc": nil, "scshape": nil, "rm": nil,
    "rmfamily": nil, "sf": nil, "sffamily": nil, "up": nil, "upshape": nil, "md": nil, "mdseries": nil,
    "normalfont": nil, "tiny": nil, "small": nil, "large": nil, "Large": nil, "relax": nil,
  ]

  /// Commands for text that no other table has. `\,` and its like are spaces that do not break.
  static let texts: [String: String] = [
    ",": "\u{A0}", ";": "\u{A0}", ":": "\u{A0}", ">": "\u{A0}", "quad": " ", "qquad": " ", "enspace": " ",
    "!": "", "/": "", "-": "", "@": "", "newline": " ", "linebreak": " ", "protect": "", "noindent": "",
    "xspace": "", "hyphen": "-", "slash": "/", "TeX": "TeX", "LaTeX": "LaTeX", "LaTeXe": "LaTeX2e",
    "BibTeX": "BibTeX",
  ]

  /// By the name of a tag without `jats:`; `nil` for looks that no mark keeps.
  static let tags: [String: Mark?] = [
    "i": .emphasis, "em": .emphasis, "italic": .emphasis, "b": .strong, "strong": .strong, "bold": .strong,
    "sub": .subscript, "sup": .superscript, "tt": .code, "code": .code, "monospace": .code, "sc": nil,
    "scp": nil,
    "span": nil, "u": nil, "underline": nil, "roman": nil, "sans-serif": nil, "small": nil, "font": nil,
    "ext-link": nil, "xref": nil, "uri": nil, "email": nil, "named-content": nil, "styled-content": nil,
    "inline-formula": nil, "disp-formula": nil, "alternatives": nil,
  ]

  /// Marks of HTML that people write in any text.
  static let commonTags: Set<String> = ["i", "em", "b", "strong", "sub", "sup", "scp", "span", "tt", "code"]

  /// - Source: CSL 1.0.2, *Rich text markup in fields*.
  static let cslTags: Set<String> = ["i", "b", "sub", "sup", "sc", "span"]

  /// Elements that begin and end paragraphs.
  static let blocks: Set<String> = [
    "p", "div", "title", "sec", "section", "abstract", "list", "list-item", "ul", "ol", "li", "br", "break",
    "label",
    "h1", "h2", "h3", "h4",
  ]
}

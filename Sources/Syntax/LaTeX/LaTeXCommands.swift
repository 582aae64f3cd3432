import DigestText

/// The tables made into look-ups, forwards.
extension LaTeXTables {
  private static let textCommands: [Unicode.Scalar: String] = {
    var commands: [Unicode.Scalar: String] = [:]
    for (character, command) in letters { commands[character] = "{\\\(command)}" }
    for (character, command) in signs { commands[character] = "\\\(command){}" }
    for (character, text) in plain { commands[character] = text }
    return commands
  }()

  private static let mathCommands = [Unicode.Scalar: String](
    mathematics.map { ($0.character, $0.command) }, uniquingKeysWith: { first, _ in first })
  private static let accentCommands = [Unicode.Scalar: String](
    accents.map { ($0.mark, $0.command) }, uniquingKeysWith: { first, _ in first })
  private static let mathAccentCommands = [Unicode.Scalar: String](
    mathAccents.map { ($0.mark, $0.command) }, uniquingKeysWith: { first, _ in first })

  /// The command for a character with the marks that follow it, or `nil` where there is none.
  static func command(for cluster: [Unicode.Scalar]) -> [UInt8]? {
    if cluster.count == 1, let command = textCommands[cluster[0]] { return Array(command.utf8) }
    if cluster.count == 1, let command = mathCommands[cluster[0]] { return Array("{$\(command)$}".utf8) }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: cluster)
    var parts = decomposed(String(text))
    guard var base = parts.first else { return nil }
    parts.removeFirst()
    if let horn = parts.firstIndex(of: "\u{31B}"), let letter = horned.first(where: { $0.base == base }) {
      base = letter.character
      parts.remove(at: horn)
    }
    return accented(base, marks: parts).map { Array($0.utf8) }
  }

  private static func accented(_ base: Unicode.Scalar, marks: [Unicode.Scalar]) -> String? {
    if let math = mathCommands[base] {
      var result = math
      for mark in marks {
        guard let accent = mathAccentCommands[mark] else { return nil }
        result = "\\\(accent){\(result)}"
      }
      return "{$\(result)$}"
    }
    var result: String
    if base.isASCII, base.properties.isAlphabetic {
      result = String(base)
    } else if let letter = letters.first(where: { $0.character == base }) {
      result = "\\\(letter.command)"
    } else {
      return nil
    }
    for mark in marks {
      guard let accent = accentCommands[mark] else { return nil }
      result = "\\\(accent){\(result)}"
    }
    return "{\(result)}"
  }

  /// The command for a character inside mathematics.
  static func mathCommand(for scalar: Unicode.Scalar) -> [UInt8]? {
    if let command = mathCommands[scalar] { return Array("{\(command)}".utf8) }
    return textCommands[scalar].map { Array("\\mbox{\($0)}".utf8) }
  }
}

/// And backwards.
extension LaTeXTables {
  /// By the name of the command, without backslash.
  static let commandCharacters: [String: Unicode.Scalar] = {
    var characters: [String: Unicode.Scalar] = [:]
    for (character, command) in letters + signs { characters[command] = character }
    for (character, command) in escapes {
      characters[String(command.dropFirst().prefix { $0 != "{" })] = character
    }
    for (name, character) in synonyms { characters[name] = character }
    return characters
  }()

  /// Other spellings that files of other programs hold.
  private static let synonyms: [(String, Unicode.Scalar)] = [
    ("textendash", "\u{2013}"), ("textemdash", "\u{2014}"), ("dots", "\u{2026}"),
    ("textellipsis", "\u{2026}"),
    ("{", "{"), ("}", "}"), ("aa", "å"), ("AA", "Å"), ("copyright", "\u{A9}"), ("textsterling", "\u{A3}"),
    ("textsection", "\u{A7}"), ("textparagraph", "\u{B6}"), ("guillemetleft", "\u{AB}"),
    ("guillemetright", "\u{BB}"), ("textquotesingle", "'"), ("textquotedbl", "\""), ("textasciigrave", "`"),
    ("textunderscore", "_"), ("textdollar", "$"), ("lq", "\u{2018}"), ("rq", "\u{2019}"), (" ", " "),
    ("textless", "<"), ("textgreater", ">"), ("textbar", "|"), ("texttimes", "×"), ("textdiv", "÷"),
    ("textrightarrow", "→"), ("textleftarrow", "←"), ("textohm", "Ω"), ("pounds", "£"), ("degree", "°"),
  ]

  /// Commands that change how their argument looks and not what it says.
  static let formatting: Set<String> = [
    "textit", "textsl", "emph", "textbf", "texttt", "textsc", "textrm", "textsf", "textup", "textmd",
    "textnormal",
    "textsubscript", "textsuperscript", "underline", "mbox", "hbox", "text",
  ]

  /// Commands about looks, lines and pages that say nothing, and spaces: what stands for each. Those that hold to the end
  /// of their group are among them.
  static let layout: [String: String] = {
    let silent = """
      relax protect allowbreak nobreak nolinebreak linebreak pagebreak nopagebreak xspace noindent indent hfill vfill \
      smallskip medskip bigskip unskip ignorespaces strut leavevmode sloppy selectfont tiny scriptsize footnotesize \
      small normalsize large Large LARGE huge Huge em it bf sc sl rm sf tt itshape slshape scshape upshape bfseries \
      mdseries rmfamily sffamily ttfamily normalfont boldmath unboldmath raggedright centering boldsymbol xspace \
      nonfrenchspacing frenchspacing / - ! @
      """
    var layout: [String: String] = [:]
    for name in silent.split(whereSeparator: { $0 == " " || $0 == "\n" }) { layout[String(name)] = "" }
    for name in ["quad", "qquad", "enspace", "space", "newline", "par"] { layout[name] = " " }
    for name in ["thinspace", "nobreakspace", ",", ";", ":", ">"] { layout[name] = "\u{A0}" }
    return layout
  }()

  /// The same with a length, a name or the like in braces, which goes with them.
  static let layoutWithArgument: [String: String] = [
    "hspace": " ", "vspace": "", "phantom": "", "hphantom": "", "vphantom": "", "color": "", "label": "",
    "index": "", "enlargethispage": "", "fontfamily": "", "fontseries": "", "fontshape": "",
    "selectlanguage": "",
  ]

  static let accentMarks = [String: Unicode.Scalar](
    accents.map { ($0.command, $0.mark) }, uniquingKeysWith: { first, _ in first })

  private static let mathCharacters = [String: Unicode.Scalar](
    mathematics.map { ($0.command, $0.character) }, uniquingKeysWith: { first, _ in first })

  /// The character that `\alpha` or `\acute{\alpha}` stands for, or `nil` for other TeX.
  static func mathCharacter(of tex: String) -> String? {
    if let character = mathCharacters[tex] { return String(character) }
    for (mark, command) in mathAccents where tex.hasPrefix("\\\(command){") && tex.hasSuffix("}") {
      guard let base = mathCharacter(of: String(tex.dropFirst(command.utf8.count + 2).dropLast())) else {
        return nil
      }
      var text = String.UnicodeScalarView(base.unicodeScalars)
      text.append(mark)
      return composed(String(text))
    }
    return nil
  }
}

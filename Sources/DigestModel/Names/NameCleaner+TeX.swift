import DigestText

extension NameCleaner {
  /// A backslash and what follows it.
  mutating func command() {
    let name = input[(i + 1)...].prefix { $0.isLetter }
    guard !name.isEmpty else {
      controlSign()
      return
    }
    let text = name.text
    if NameTeXCommands.notes.contains(text) {
      i = name.endIndex
      skipArguments()
    } else if NameTeXCommands.wrappers.contains(text) {
      i = name.endIndex
      if text == "href" { skipArguments(limit: 1) }
      if peek(0) == UInt8(ascii: "{") { i += 1 }
    } else if text == "and" || text == "AND" {
      emit(NameSeparator.and)
      i = name.endIndex
    } else if text == "quad" || text == "qquad" {
      emit(syntax == .written ? NameSeparator.strong : 0x20)
      i = name.endIndex
    } else if NameTeXCommands.silent.contains(text) {
      i = name.endIndex
      while peek(0) == 0x20 { i += 1 }
      if peek(0) == UInt8(ascii: "{"), peek(1) == UInt8(ascii: "}") { i += 2 }
    } else {
      letterCommand(text, end: name.endIndex)
    }
  }

  /// `\o rn` and `\v s`: the space belongs to the command, so braces keep the word whole.
  private mutating func letterCommand(_ text: String, end: Int) {
    let isLetter = NameTeXCommands.letters.contains(text)
    guard end + 1 < input.count, input[end] == 0x20, input[end + 1].isLetter,
      isLetter || NameTeXCommands.accents.contains(text)
    else {
      while i < end { emitAndAdvance(input[i]) }
      return
    }
    emit(UInt8(ascii: "{"))
    while i < end { emitAndAdvance(input[i]) }
    if !isLetter {
      emitAndAdvance(0x20)
      emit(input[i])
    }
    emit(UInt8(ascii: "}"))
    i += 1
  }

  /// A backslash before what is not a letter: an accent stays; a sign that Markdown or TeX would read is that sign.
  private mutating func controlSign() {
    guard let next = peek(1) else {
      i += 1
      return
    }
    switch next {
    case UInt8(ascii: "\\"):
      emit(syntax == .written ? 0x0A : 0x20)
      i += 2
    case 0x20, 0x0A, UInt8(ascii: ","), UInt8(ascii: "/"), UInt8(ascii: ";"):
      emit(0x20)
      i += 2
    case UInt8(ascii: "{"), UInt8(ascii: "}"):
      i += 1
    case UInt8(ascii: "&") where syntax == .bibTeX, UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"),
      UInt8(ascii: "^"), UInt8(ascii: "~"), UInt8(ascii: "="), UInt8(ascii: "."), UInt8(ascii: "-"):
      emitAndAdvance(UInt8(ascii: "\\"))
      emitAndAdvance(next)
    default:
      i += 1
    }
  }

  /// Skips `[…]` and `{…}` that follow.
  private mutating func skipArguments(limit: Int = 2) {
    var count = 0
    while count < limit, let byte = peek(0), byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{"),
      let close = brackets.partner(of: i)
    {
      i = close + 1
      count += 1
    }
  }
}

/// TeX commands that stand in lists of authors.
package enum NameTeXCommands {
  /// Whether names are read without the command, or it is a letter or an accent of one.
  package static func contains(_ name: String) -> Bool {
    [notes, wrappers, silent, letters, accents].contains { $0.contains(name) }
      || ["and", "AND", "quad", "qquad"].contains(name)
  }

  /// Notes and marks: they go with their arguments.
  static let notes: Set<String> = [
    "textsuperscript", "thanks", "footnote", "footnotemark", "footnotetext", "inst", "orcidlink", "orcidID",
    "orcid",
    "affil", "affiliation", "email", "dag", "ddag", "dagger", "ddagger", "ast", "star", "textdagger",
    "textdaggerdbl",
    "textasteriskcentered", "P", "S", "authormark", "corref", "fnref", "tnoteref", "IEEEauthorrefmark",
    "samethanks",
    "thanksref", "authorrefmark", "textsubscript", "newline",
  ]
  /// Formatting: what it holds stays.
  static let wrappers: Set<String> = [
    "textbf", "textit", "emph", "underline", "textsc", "texttt", "textrm", "textsf", "text", "href", "uline",
    "textnormal", "ul", "name", "author",
  ]
  /// What says nothing of a name.
  static let silent: Set<String> = [
    "relax", "protect", "allowbreak", "nobreak", "nolinebreak", "linebreak", "xspace", "noindent", "unskip",
    "leavevmode", "small", "large", "em", "it", "bf", "sc", "sl", "rm", "sf", "tt", "itshape", "slshape",
    "scshape",
    "bfseries", "rmfamily", "sffamily", "ttfamily", "normalfont", "upshape", "mdseries", "footnotesize",
    "normalsize",
  ]
  /// Letters by name.
  static let letters: Set<String> = [
    "o", "O", "l", "L", "ss", "ae", "AE", "oe", "OE", "aa", "AA", "i", "j", "dh", "DH", "th", "TH", "dj",
    "DJ", "ng", "NG",
  ]
  /// Accents that are letters themselves.
  static let accents: Set<String> = ["c", "v", "u", "H", "k", "r", "b", "d", "t", "h"]
}

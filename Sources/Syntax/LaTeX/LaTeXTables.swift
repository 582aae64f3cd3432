/// Which command stands for which character. The tables are data; the decoder reads them backwards.
///
/// Spellings were chosen among the right ones by what readers know (pandoc 2.17 and 3, biber 2.18, bibutils 7):
/// `\textendash`, for one, vanishes in pandoc, `--` does not.
enum LaTeXTables {
  /// Commands for the ASCII characters that LaTeX or BibTeX would read as markup. `\{` would do for LaTeX, but
  /// BibTeX counts it as a brace.
  static func escape(_ byte: UInt8) -> String? {
    byte < 0x80 && escapeTable.indices.contains(Int(byte)) ? escapeTable[Int(byte)] : nil
  }

  static let escapes: [(character: Unicode.Scalar, command: String)] = [
    ("#", "\\#"), ("$", "\\$"), ("%", "\\%"), ("&", "\\&"), ("_", "\\_"),
    ("\\", "\\textbackslash{}"), ("{", "\\textbraceleft{}"), ("}", "\\textbraceright{}"),
    ("~", "\\textasciitilde{}"), ("^", "\\textasciicircum{}"),
  ]

  /// Signs that are written as mathematics. `\textless{}` arrives in Zotero and JabRef as letters, pandoc drops
  /// `\textbar{}`, and where biber has made signs of the commands, pdflatex prints `¡` and a dash (rule B5).
  static let mathSigns: [(character: Unicode.Scalar, text: String)] = [
    ("<", "$<$"), (">", "$>$"), ("|", "$|$"),
  ]

  static func isMathSign(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "|")
  }

  /// What stands before the braces around a marked text. Zotero reads `\textit` and not `\emph`.
  static func command(for mark: MarkedText.Mark) -> StaticString {
    switch mark {
    case .emphasis: "\\textit"
    case .strong: "\\textbf"
    case .subscript: "\\textsubscript"
    case .superscript: "\\textsuperscript"
    }
  }

  /// Mathematics of the author's that would be read as one of the signs, and how it is written instead.
  static let guardedMath: [(tex: String, text: String)] = mathSigns.map {
    ($0.text, "${\($0.character)}$")
  }

  private static let escapeTable: [String?] = {
    var table = [String?](repeating: nil, count: 128)
    for (character, command) in escapes + mathSigns { table[Int(character.value)] = command }
    return table
  }()

  /// Whether an ASCII byte is written as it is whatever stands beside it: letters, digits, and signs that need no
  /// command and are in no ligature.
  static func isPlain(_ byte: UInt8) -> Bool {
    if byte.isAlphanumeric { return true }
    switch byte {
    case 0x22, 0x28...0x2C, 0x2E, 0x2F, 0x3A, 0x3B, 0x3D, 0x40, 0x5B, 0x5D: return true
    default: return false
    }
  }

  /// Whether TeX's fonts would draw two ASCII signs as one: `--`, two grave accents, two apostrophes, `?` and `!`
  /// with a grave accent. Zotero makes one character of `!!`, `?!` and `!?`, too.
  static func isLigature(_ first: UInt8, _ second: UInt8) -> Bool {
    switch (first, second) {
    case (0x2D, 0x2D), (0x60, 0x60), (0x27, 0x27), (0x3F, 0x60), (0x21, 0x60): true
    case (0x21, 0x21), (0x3F, 0x21), (0x21, 0x3F): true
    default: false
    }
  }

  /// The signs that the ligatures stand for, longest first.
  static let ligatures: [(signs: String, character: Unicode.Scalar)] = [
    ("---", "\u{2014}"), ("--", "\u{2013}"), ("``", "\u{201C}"), ("''", "\u{201D}"), ("?`", "\u{BF}"),
    ("!`", "\u{A1}"),
  ]

  // MARK: - Letters and signs

  /// Letters that do not decompose into a base and marks; written `{\ss}`, so that BibTeX takes each for one letter.
  /// The horned letters are those of the T5 encoding (vntex).
  static let letters: [(character: Unicode.Scalar, command: String)] = [
    ("ß", "ss"), ("æ", "ae"), ("Æ", "AE"), ("œ", "oe"), ("Œ", "OE"), ("ø", "o"), ("Ø", "O"), ("ł", "l"),
    ("Ł", "L"),
    ("đ", "dj"), ("Đ", "DJ"), ("ð", "dh"), ("Ð", "DH"), ("þ", "th"), ("Þ", "TH"), ("ŋ", "ng"), ("Ŋ", "NG"),
    ("ı", "i"), ("ȷ", "j"), ("ẞ", "SS"),
    ("\u{1A1}", "ohorn"), ("\u{1A0}", "OHORN"), ("\u{1B0}", "uhorn"), ("\u{1AF}", "UHORN"),
  ]

  /// Signs; written `\textbullet{}`.
  static let signs: [(character: Unicode.Scalar, command: String)] = [
    ("\u{2018}", "textquoteleft"), ("\u{2019}", "textquoteright"), ("\u{201C}", "textquotedblleft"),
    ("\u{201D}", "textquotedblright"), ("\u{201A}", "quotesinglbase"), ("\u{201E}", "quotedblbase"),
    ("\u{AB}", "guillemotleft"), ("\u{BB}", "guillemotright"), ("\u{2039}", "guilsinglleft"),
    ("\u{203A}", "guilsinglright"), ("\u{2026}", "ldots"), ("\u{B7}", "textperiodcentered"),
    ("\u{2022}", "textbullet"),
    ("\u{A1}", "textexclamdown"), ("\u{BF}", "textquestiondown"), ("\u{A2}", "textcent"),
    ("\u{A3}", "pounds"),
    ("\u{A4}", "textcurrency"), ("\u{A5}", "textyen"), ("\u{20AC}", "texteuro"), ("\u{A6}", "textbrokenbar"),
    ("\u{A7}", "S"), ("\u{B6}", "P"), ("\u{A8}", "textasciidieresis"), ("\u{A9}", "textcopyright"),
    ("\u{AE}", "textregistered"), ("\u{2122}", "texttrademark"), ("\u{AA}", "textordfeminine"),
    ("\u{BA}", "textordmasculine"), ("\u{AC}", "textlnot"), ("\u{AF}", "textasciimacron"),
    ("\u{B0}", "textdegree"),
    ("\u{B1}", "textpm"), ("\u{B2}", "texttwosuperior"), ("\u{B3}", "textthreesuperior"),
    ("\u{B9}", "textonesuperior"), ("\u{B4}", "textasciiacute"), ("\u{B5}", "textmu"),
    ("\u{B8}", "textasciicedilla"),
    ("\u{BC}", "textonequarter"), ("\u{BD}", "textonehalf"), ("\u{BE}", "textthreequarters"),
    ("\u{2020}", "textdagger"), ("\u{2021}", "textdaggerdbl"), ("\u{2030}", "textperthousand"),
    ("\u{2031}", "textpertenthousand"), ("\u{203B}", "textreferencemark"), ("\u{2116}", "textnumero"),
    ("\u{2423}", "textvisiblespace"), ("\u{2044}", "textfractionsolidus"), ("\u{2016}", "textbardbl"),
    ("\u{20AB}", "textdong"), ("\u{2009}", "thinspace"), ("\u{2002}", "enspace"), ("\u{2003}", "quad"),
  ]

  /// What is written as it stands here.
  static let plain: [(character: Unicode.Scalar, text: String)] = [
    ("\u{2013}", "--"), ("\u{2014}", "---"), ("\u{A0}", "~"), ("\u{2011}", "\\mbox{-}"),
  ]

  // MARK: - Accents

  /// Commands for combining marks: U+0301 over `e` is `\'{e}`.
  static let accents: [(mark: Unicode.Scalar, command: String)] = [
    ("\u{300}", "`"), ("\u{301}", "'"), ("\u{302}", "^"), ("\u{303}", "~"), ("\u{304}", "="),
    ("\u{306}", "u"),
    ("\u{307}", "."), ("\u{308}", "\""), ("\u{309}", "h"), ("\u{30A}", "r"), ("\u{30B}", "H"),
    ("\u{30C}", "v"),
    ("\u{30F}", "G"), ("\u{323}", "d"), ("\u{326}", "textcommabelow"), ("\u{327}", "c"), ("\u{328}", "k"),
    ("\u{331}", "b"),
  ]

  /// Letters with two marks that biber makes others of: it sets the outer mark before the letter, not on it. Seen with
  /// biber 2.18, asked for each character of these tables and each letter with one or two marks. (It leaves others
  /// half decoded, `\'ê` for `ế`, which LaTeX reads.)
  static let misreadByBiber: Set<Unicode.Scalar> = [
    "ẳ", "Ẳ", "ặ", "Ặ", "ẩ", "Ẩ", "ể", "Ể", "ổ", "Ổ", "ḝ", "Ḝ", "ǚ", "Ǚ",
  ]

  /// Horned letters are letters of their own in LaTeX.
  static let horned: [(base: Unicode.Scalar, character: Unicode.Scalar)] = [
    ("o", "\u{1A1}"), ("O", "\u{1A0}"), ("u", "\u{1B0}"), ("U", "\u{1AF}"),
  ]

  // MARK: - Mathematics

  /// Characters that LaTeX has in mathematics only; written `{$\alpha$}`; the
  /// braces keep neighbours apart, and tell the character from the author's own `$\alpha$`.
  static let mathematics: [(character: Unicode.Scalar, command: String)] = greek + operators + scripts

  private static let greek: [(character: Unicode.Scalar, command: String)] = [
    ("α", "\\alpha"), ("β", "\\beta"), ("γ", "\\gamma"), ("δ", "\\delta"), ("ε", "\\varepsilon"),
    ("ζ", "\\zeta"),
    ("η", "\\eta"), ("θ", "\\theta"), ("ι", "\\iota"), ("κ", "\\kappa"), ("λ", "\\lambda"),
    ("\u{3BC}", "\\mu"),
    ("ν", "\\nu"), ("ξ", "\\xi"), ("ο", "\\mathrm{o}"), ("π", "\\pi"), ("ρ", "\\rho"), ("σ", "\\sigma"),
    ("ς", "\\varsigma"), ("τ", "\\tau"), ("υ", "\\upsilon"), ("φ", "\\varphi"), ("χ", "\\chi"),
    ("ψ", "\\psi"),
    ("ω", "\\omega"), ("\u{3F5}", "\\epsilon"), ("\u{3D1}", "\\vartheta"), ("\u{3D5}", "\\phi"),
    ("\u{3D6}", "\\varpi"), ("\u{3F1}", "\\varrho"), ("\u{3F0}", "\\varkappa"),
    ("Γ", "\\Gamma"), ("Δ", "\\Delta"), ("Θ", "\\Theta"), ("Λ", "\\Lambda"), ("Ξ", "\\Xi"), ("Π", "\\Pi"),
    ("Σ", "\\Sigma"), ("Υ", "\\Upsilon"), ("Φ", "\\Phi"), ("Ψ", "\\Psi"), ("Ω", "\\Omega"),
    ("Α", "\\mathrm{A}"), ("Β", "\\mathrm{B}"), ("Ε", "\\mathrm{E}"), ("Ζ", "\\mathrm{Z}"),
    ("Η", "\\mathrm{H}"),
    ("Ι", "\\mathrm{I}"), ("Κ", "\\mathrm{K}"), ("Μ", "\\mathrm{M}"), ("Ν", "\\mathrm{N}"),
    ("Ο", "\\mathrm{O}"),
    ("Ρ", "\\mathrm{P}"), ("Τ", "\\mathrm{T}"), ("Χ", "\\mathrm{X}"),
  ]

  private static let operators: [(character: Unicode.Scalar, command: String)] = [
    ("×", "\\times"), ("÷", "\\div"), ("−", "-"), ("∓", "\\mp"), ("∞", "\\infty"), ("≤", "\\leq"),
    ("≥", "\\geq"),
    ("≠", "\\neq"), ("≈", "\\approx"), ("≡", "\\equiv"), ("∼", "\\sim"), ("≃", "\\simeq"), ("≅", "\\cong"),
    ("∝", "\\propto"), ("≪", "\\ll"), ("≫", "\\gg"), ("≺", "\\prec"), ("≻", "\\succ"), ("→", "\\rightarrow"),
    ("←", "\\leftarrow"), ("↔", "\\leftrightarrow"), ("⇒", "\\Rightarrow"), ("⇐", "\\Leftarrow"),
    ("⇔", "\\Leftrightarrow"), ("↑", "\\uparrow"), ("↓", "\\downarrow"), ("↦", "\\mapsto"),
    ("⟶", "\\longrightarrow"), ("∈", "\\in"), ("∉", "\\notin"), ("⊂", "\\subset"), ("⊆", "\\subseteq"),
    ("⊃", "\\supset"), ("⊇", "\\supseteq"), ("∪", "\\cup"), ("∩", "\\cap"), ("∅", "\\emptyset"),
    ("∀", "\\forall"), ("∃", "\\exists"), ("∇", "\\nabla"), ("∂", "\\partial"), ("∑", "\\sum"),
    ("∏", "\\prod"),
    ("∫", "\\int"), ("√", "\\surd"), ("∧", "\\wedge"), ("∨", "\\vee"), ("⊕", "\\oplus"), ("⊗", "\\otimes"),
    ("⊙", "\\odot"), ("∘", "\\circ"), ("⋅", "\\cdot"), ("∗", "\\ast"), ("⋆", "\\star"), ("★", "\\bigstar"),
    ("∥", "\\parallel"), ("⊥", "\\perp"), ("⊤", "\\top"), ("′", "\\prime"), ("⟨", "\\langle"),
    ("⟩", "\\rangle"),
    ("⌊", "\\lfloor"), ("⌋", "\\rfloor"), ("⌈", "\\lceil"), ("⌉", "\\rceil"), ("ℓ", "\\ell"), ("ℏ", "\\hbar"),
    ("ℝ", "\\mathbb{R}"), ("ℕ", "\\mathbb{N}"), ("ℤ", "\\mathbb{Z}"), ("ℚ", "\\mathbb{Q}"),
    ("ℂ", "\\mathbb{C}"),
    ("𝔼", "\\mathbb{E}"), ("ℙ", "\\mathbb{P}"), ("ℒ", "\\mathcal{L}"), ("✓", "\\checkmark"), ("⋯", "\\cdots"),
    ("⊢", "\\vdash"), ("⊨", "\\models"), ("∖", "\\setminus"), ("■", "\\blacksquare"), ("□", "\\square"),
  ]

  private static let scripts: [(character: Unicode.Scalar, command: String)] = [
    ("⁰", "^{0}"), ("⁴", "^{4}"), ("⁵", "^{5}"), ("⁶", "^{6}"), ("⁷", "^{7}"), ("⁸", "^{8}"), ("⁹", "^{9}"),
    ("⁺", "^{+}"), ("⁻", "^{-}"), ("ⁿ", "^{n}"), ("ⁱ", "^{i}"), ("ᵀ", "^{T}"), ("₀", "_{0}"), ("₁", "_{1}"),
    ("₂", "_{2}"), ("₃", "_{3}"), ("₄", "_{4}"), ("₅", "_{5}"), ("₆", "_{6}"), ("₇", "_{7}"), ("₈", "_{8}"),
    ("₉", "_{9}"), ("₊", "_{+}"), ("₋", "_{-}"), ("ₙ", "_{n}"), ("ₖ", "_{k}"),
  ]

  /// Accents of mathematics, for letters that stand in mathematics: `ά` is `{$\acute{\alpha}$}`.
  static let mathAccents: [(mark: Unicode.Scalar, command: String)] = [
    ("\u{300}", "grave"), ("\u{301}", "acute"), ("\u{302}", "hat"), ("\u{303}", "tilde"), ("\u{304}", "bar"),
    ("\u{306}", "breve"), ("\u{307}", "dot"), ("\u{308}", "ddot"), ("\u{30C}", "check"),
  ]
}

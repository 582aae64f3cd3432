import Foundation
import Testing

@testable import DigestSyntax

@Suite struct LaTeXEncoderTests {
  private func encode(
    _ text: String, _ repertoire: LaTeXEncoder.Repertoire = .unicode, casing: LaTeXEncoder.Casing = .free
  ) -> String {
    var encoder = LaTeXEncoder(repertoire: repertoire)
    return String(decoding: encoder.encode(text, casing: casing), as: UTF8.self)
  }

  @Test(
    "B4, B5: what LaTeX reads as markup becomes a command",
    arguments: [
      ("#", "\\#"), ("$", "\\$"), ("%", "\\%"), ("&", "\\&"), ("_", "\\_"), ("~", "\\textasciitilde{}"),
      ("^", "\\textasciicircum{}"), ("\\", "\\textbackslash{}"), ("<", "$<$"), (">", "$>$"),
      ("|", "$|$"), ("a<b", "a$<$b"), ("<<", "$<${}$<$"), ("<5 |x|", "$<$5 $|$x$|$"), ("$<", "\\${}$<$"),
      ("$x$<$y$", "$x${}$<${}$y$"), ("$x$ <$y$>", "$x$ $<${}$y${}$>$"), ("$<$", "${<}$"), ("$|x|$", "$|x|$"),
      ("{", "\\textbraceleft{}"), ("}", "\\textbraceright{}"),
      ("Open { brace", "Open \\textbraceleft{} brace"), ("A\\{B", "A\\textbackslash{}\\textbraceleft{}B"),
      ("--model", "-{}-model"), ("''", "'{}'"), ("a  b\n\tc ", "a b c"),
      ("a\u{2028}b \u{2029} c\u{2028}", "a b c "), ("Why?! No!? Oh!!!", "Why?{}! No!{}? Oh!{}!{}!"),
      ("A\u{0}B", "A{[U+0000]}B"),
      ("\u{FFFF}", "{[U+FFFF]}"), ("e\u{302}\u{301}", "ế"), ("🤗 שלום", "🤗 שלום"), ("", ""), (" ", ""),
    ])
  func escapes(text: String, expected: String) {
    #expect(encode(text) == expected)
  }

  @Test(
    "B5: balanced dollar signs are mathematics, a lone one is text",
    arguments: [
      ("$O(n^2)$ time", "$O(n^2)$ time"), ("from $5 to $7", "from \\$5 to \\$7"), ("$5-$10", "\\$5-\\$10"),
      ("a $ b", "a \\$ b"), ("$a {b$", "\\$a \\textbraceleft{}b\\$"),
      ("$a}{b$", "\\$a\\textbraceright{}\\textbraceleft{}b\\$"),
      ("$$x$$", "$$x$$"), ("$50% off$", "\\$50\\% off\\$"), ("($\\alpha$)", "($\\alpha$)"), ("$", "\\$"),
      ("$$", "\\$\\$"), ("H$_2$O", "H$_2$O"), ("$R^2$Former of $^{124}$Te", "$R^2$Former of $^{124}$Te"),
      ("H$_2$O for 5$ a run", "H$_2$O for 5\\$ a run"), ("$x$5", "\\$x\\$5"),
      ("$a\nb$", "\\$a b\\$"),
    ])
  func keepsMathematics(text: String, expected: String) {
    #expect(encode(text) == expected)
  }

  @Test(
    "B7: whole words are braced whose capitals say more than that a word begins",
    arguments: [
      ("LLM", "{LLM}"), ("iPhone", "{iPhone}"), ("VideoLLaMB: Long Video", "{VideoLLaMB}: Long Video"),
      ("(GPT-4o)", "({GPT-4o})"), ("LLM-based", "{LLM-based}"), ("State-of-the-Art", "State-of-the-Art"),
      ("R&D", "{R\\&D}"), ("Attention is All You Need", "Attention is All You Need"), ("“RAG”", "“{RAG}”"),
      ("ĐẦU RA", "{ĐẦU} {RA}"), ("$k$-NN", "{$k$-NN}"), ("$k$", "$k$"),
      ("in $O(n)$ time", "in {$O(n)$} time"), ("Don't", "Don't"),
      ("Top-10.", "{Top-10}."),
      ("#1", "\\#{1}"), ("50%", "{50}\\%"), ("Ếch", "Ếch"),
      // A capital alone, but for the first character of a title and the article after a colon.
      ("The large N limit", "The large {N} limit"), ("N Kites", "N Kites"), ("A Kite", "A Kite"),
      ("The large Ω limit", "The large {Ω} limit"), ("the iÉcole", "the {iÉcole}"),
      ("Kites: A Survey", "Kites: A Survey"), ("Kites: C Code", "Kites: {C} Code"),
      ("Protein A, B and (C)", "Protein {A}, {B} and ({C})"), ("Vitamin A: A Kite", "Vitamin {A}: A Kite"),
      ("under X-Ray light", "under {X-Ray} light"), ("X-ray light", "X-ray light"),
      ("A/B tests", "{A/B} tests"),
      ("J. S. Kite", "J. {S}. Kite"), ("Why I’m here", "Why {I’m} here"),
      ("of f(X) and O(n)", "of {f(X)} and {O(n)}"),
      ("the U.S. of E. coli", "the {U.S}. of {E}. coli"), ("“N kites”", "“{N} kites”"),
      // A capital after a sign, and signs at the ends of a name.
      ("Hash#Net", "{Hash\\#Net}"), ("C#", "{C\\#}"), ("A*", "{A*}"), ("in C++, fast", "in {C++}, fast"),
      ("#Kites", "{{\\#Kites}}"), ("Kites@Home", "{Kites@Home}"), ("Snake_Case", "{Snake\\_Case}"),
      ("Kites & Owls", "Kites \\& Owls"), ("Q&A", "{Q\\&A}"), ("<LLM>", "{$<$LLM$>$}"),
      ("D'Arcy and L’Été", "{D'Arcy} and {L’Été}"), ("Node.Js and Ph.D.", "{Node.Js} and {Ph.D}."),
      ("Kites.", "Kites."), ("(De)Coding", "(De)Coding"), ("LLM(s)", "{LLM(s)}"),
      ("(semi)LLM", "{(semi)LLM}"),
      ("Vision/Language", "Vision/Language"), ("well-Known", "well-Known"),
      // Beside mathematics.
      ("N$_2$ in Fe$_3$O", "{N$_2$} in {Fe$_3$O}"),
      ("the $k$NN and $R^2$Former", "the {$k$NN} and {$R^2$Former}"),
      ("Non-$k$ Kites", "Non-$k$ Kites"),
    ])
  func protectsCapitals(text: String, expected: String) {
    #expect(encode(text, casing: .title) == expected)
  }

  @Test("B7: a word that begins with an accent command is not a special character of BibTeX")
  func protectsAccentedWord() {
    #expect(encode("ÉTS", .ascii, casing: .title) == "{{\\'{E}}TS}")
  }

  @Test(
    "marks are commands; words that they reach into are braced around them, words inside are safe in their braces",
    arguments: [
      ("H_2_O", "{H\\textsubscript{2}O}"),
      ("Fe_2_ and x^n^", "{Fe\\textsubscript{2}} and x\\textsuperscript{n}"),
      ("Na^+^", "{Na\\textsuperscript{+}}"), ("on *E. coli* kites", "on \\textit{E. coli} kites"),
      ("*LLM kites*", "\\textit{LLM kites}"), ("*LLM*s", "{{\\textit{LLM}s}}"), ("+LLM+", "\\textbf{LLM}"),
      ("*a +b c+*", "\\textit{a \\textbf{b c}}"), ("*#Kites fly*", "\\textit{{}\\#Kites fly}"),
      ("ab*cd ef*gh", "ab\\textit{cd ef}gh"), ("LLM*x y*", "LLM\\textit{x y}"), ("* a *b", " \\textit{a} b"),
      ("x^$n$^", "x\\textsuperscript{$n$}"), ("*ế 50%*", "\\textit{ế 50\\%}"), ("* *", ""),
    ])
  func writesMarks(marked: String, expected: String) {
    var encoder = LaTeXEncoder(repertoire: .unicode)
    var output: [UInt8] = []
    encoder.append(Self.text(marked), casing: .title, to: &output)
    #expect(String(decoding: output, as: UTF8.self) == expected.drop { $0 == " " })
  }

  /// `_2_` is a subscript, `^n^` a superscript, `*x*` emphasis, `+x+` strong; but for `^+^`.
  private static func text(_ marked: String) -> MarkedText {
    let marks: [Character: MarkedText.Mark] = [
      "_": .subscript, "^": .superscript, "*": .emphasis, "+": .strong,
    ]
    var text = MarkedText()
    var open: [Character] = []
    for character in marked {
      guard let mark = marks[character], open.last != "^" || character == "^" else {
        text.append(String(character))
        continue
      }
      if open.last == character {
        open.removeLast()
        text.end()
      } else {
        open.append(character)
        text.begin(mark)
      }
    }
    return text
  }

  @Test(
    "B13: ASCII covers Vietnamese, Latin, Greek and punctuation",
    arguments: [
      ("ế", "{\\'{\\^{e}}}"), ("ễ", "{\\~{\\^{e}}}"), ("ơ", "{\\ohorn}"), ("ư", "{\\uhorn}"),
      ("Ơ", "{\\OHORN}"),
      ("đ", "{\\dj}"), ("Đ", "{\\DJ}"), ("ợ", "{\\d{\\ohorn}}"), ("ữ", "{\\~{\\uhorn}}"),
      ("ặ", "{\\u{\\d{a}}}"),
      ("ả", "{\\h{a}}"), ("e\u{302}\u{301}", "{\\'{\\^{e}}}"), ("x\u{302}", "{\\^{x}}"), ("ß", "{\\ss}"),
      ("ł", "{\\l}"), ("ș", "{\\textcommabelow{s}}"), ("α", "{$\\alpha$}"), ("ά", "{$\\acute{\\alpha}$}"),
      ("$α$", "${\\alpha}$"), ("–", "--"), ("—", "---"), ("…", "\\ldots{}"),
      ("“a”", "\\textquotedblleft{}a\\textquotedblright{}"),
      ("→", "{$\\rightarrow$}"), ("×", "{$\\times$}"), ("≥", "{$\\geq$}"), ("²", "\\texttwosuperior{}"),
      ("\u{A0}", "~"),
    ])
  func writesASCII(text: String, expected: String) {
    #expect(encode(text, .ascii) == expected)
  }

  @Test("B13: what cannot be written is reported, and is never a question mark")
  func reportsUnwritable() {
    var encoder = LaTeXEncoder(repertoire: .ascii)
    #expect(
      String(decoding: encoder.encode("A 🤗 B 中 🤗"), as: UTF8.self) == "A {[U+1F917]} B {[U+4E2D]} {[U+1F917]}"
    )
    #expect(encoder.unwritable == ["🤗", "中"])
  }

  @Test(
    "controls and noncharacters of Unicode are not written",
    arguments: [0x1, 0x9F, 0xFDD0, 0xFFFE] as [UInt32])
  func replacesControls(value: UInt32) throws {
    let character = try #require(Unicode.Scalar(value))
    var encoder = LaTeXEncoder(repertoire: .unicode)
    #expect(String(decoding: encoder.encode("é\(character)b"), as: UTF8.self).hasPrefix("é{[U+"))
    #expect(encoder.unwritable == [character])
  }

  @Test("B5: a dollar sign after a space does not end mathematics") func keepsLoneDollars() {
    #expect(encode("pay $a $b", .unicode) == "pay \\$a \\$b")
  }

  @Test("ASCII leaves invisible characters out and reports them") func leavesOutInvisibleCharacters() {
    var encoder = LaTeXEncoder(repertoire: .ascii)
    #expect(String(decoding: encoder.encode("a\u{200B}b"), as: UTF8.self) == "ab")
    #expect(encoder.unwritable == ["\u{200B}"])
  }

  @Test(
    "B16: letters that biber reads as others are told in its dialect only",
    arguments: ["ẳ", "Ẳ", "ặ", "Ặ", "ẩ", "Ẩ", "ể", "Ể", "ổ", "Ổ", "ḝ", "Ḝ", "ǚ", "Ǚ"] as [Unicode.Scalar])
  func tellsLettersThatBiberMisreads(letter: Unicode.Scalar) {
    var encoder = LaTeXEncoder(repertoire: .ascii, isForBiber: true)
    _ = encoder.encode("a\(letter)b\(letter)")
    #expect(encoder.misread == [letter])
    encoder = LaTeXEncoder(repertoire: .ascii)
    _ = encoder.encode("a\(letter)b")
    #expect(encoder.misread == [])
  }

  /// Every letter of Vietnamese: vowels with their marks and tones, and đ, in both cases and both forms.
  static let vietnamese: [String] = {
    var letters = ["đ", "Đ"]
    for vowel in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY" {
      for tone in ["", "\u{300}", "\u{301}", "\u{309}", "\u{303}", "\u{323}"] {
        letters.append("\(vowel)\(tone)")
      }
    }
    return letters
  }()

  @Test("B13, B15: all of Vietnamese is ASCII and comes back")
  func roundTripsVietnamese() {
    for letter in Self.vietnamese {
      var encoder = LaTeXEncoder(repertoire: .ascii)
      let encoded = encoder.encode(letter)
      #expect(encoded.allSatisfy { $0 < 0x80 } && encoder.unwritable.isEmpty)
      let decoded = LaTeXDecoder.decode(String(decoding: encoded, as: UTF8.self), repertoire: .ascii)
      #expect(
        decoded.unicodeScalars.elementsEqual(letter.precomposedStringWithCanonicalMapping.unicodeScalars))
    }
  }

  @Test("B15: every command of the tables is read back as its character")
  func roundTripsTables() {
    let plain = LaTeXTables.plain.map { ($0.character, $0.text) }
    let table =
      (LaTeXTables.letters + LaTeXTables.signs + LaTeXTables.mathematics).map { ($0.character, $0.command) }
      + plain + LaTeXTables.mathSigns.map { ($0.character, $0.text) }
    for (character, _) in table {
      let text = "a\(character)b"
      let encoded = encode(text, .ascii)
      #expect(
        LaTeXDecoder.decode(encoded, repertoire: .ascii).unicodeScalars.elementsEqual(text.unicodeScalars))
    }
  }

  @Test(
    "B15: hostile text comes back",
    arguments: [
      "a # $ % & _ { } ~ ^ \\ < > | b", "}{", "\\{", "{{{", "}}", "$", "a$b", "\\alpha {x}",
      "`` '' -- --- ?` !`", "~~",
      "🤗 שלום עולם", "@comment{x}", "\\", "x\\", "a\\ b", "$x_{1}$ and $5", "`'", "100% {Team} #1",
      "naïve — “q”", "$$a$$", "<<|>>", "$<$ < $x$", "5$<6", "\\textit", "H$_2$O|$x$|<y>$", "a<b>c</b>",
    ])
  func roundTripsHostileText(text: String) {
    for repertoire in [LaTeXEncoder.Repertoire.unicode, .ascii] {
      var encoder = LaTeXEncoder(repertoire: repertoire)
      let encoded = String(decoding: encoder.encode(text, casing: .title), as: UTF8.self)
      let open = encoded.utf8.filter { $0 == UInt8(ascii: "{") }.count
      #expect(open == encoded.utf8.filter { $0 == UInt8(ascii: "}") }.count)
      if encoder.unwritable.isEmpty { #expect(LaTeXDecoder.decode(encoded, repertoire: repertoire) == text) }
    }
  }

  @Test("long text of every hostile kind is encoded in linear time", .timeLimit(.minutes(20)))
  func encodesLongTextInTime() {
    for unit in ["$", "{", "$a$-", "\\", "🤗", "ế", "AB-", "<", "(", "f(", ")A", "A. ", "#A"] {
      let text = String(repeating: unit, count: 200_000 / unit.utf8.count)
      var encoder = LaTeXEncoder(repertoire: .unicode)
      let encoded = encoder.encode(text, casing: .title)
      #expect(encoded.count >= text.utf8.count)
    }
  }

  @Test("every character is written the same in a text that is plain but for it and in one that is not")
  func writesTheSameWithoutTheQuickLook() {
    let words = "the words of a text that fill two blocks of bytes and some more, (a) \u{1EBF}-b"
    let marks =
      (0..<0x80).map { String(Unicode.Scalar(UInt8($0))) }
      + [
        "\u{85}", "\u{A0}", "\u{2013}", "\u{2028}", "\u{2029}", "\u{E000}", "\u{FFFE}", "\u{1F600}", "  ",
        "--",
      ]
    var encoder = LaTeXEncoder(repertoire: .unicode)
    for mark in marks {
      for count in [0, 1, 31, 32, 40, words.count - 1] {
        let text = words.prefix(count) + mark + words.dropFirst(count)
        let expected = encoder.encode(text + " #").dropLast(3)
        #expect(encoder.encode(String(text)) == Array(expected), "\(mark.unicodeScalars) after \(count)")
      }
    }
  }
}

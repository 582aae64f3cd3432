import Testing

@testable import DigestModel

/// BibTeX's rule for the four parts of a name. The forms are those of the tables of btparse, biber and pybtex.
@Suite struct BibTeXNameTests {
  /// `first | von | last | jr` of the words of a name with its commas.
  private func parts(_ name: String) -> String {
    let pieces = Array(name.utf8)[...].pieces { $0 == UInt8(ascii: ",") }.map(\.words)
    let parts =
      switch pieces.count {
      case 1: BibTeXNameParts(displayed: pieces[0])
      case 2: BibTeXNameParts(family: pieces[0], first: pieces[1])
      default: BibTeXNameParts(family: pieces[0], jr: pieces[1], first: pieces[2])
      }
    return [parts.first, parts.von, parts.last, parts.jr].map(\.joined.text).joined(separator: "|")
  }

  static let displayed: [NameRow] = [
    ("Ann", "||Ann|"), ("ann", "||ann|"), ("Ann Bee", "Ann||Bee|"), ("Ann Cee Bee", "Ann Cee||Bee|"),
    ("Ann bee", "Ann||bee|"),
    ("ann bee", "|ann|bee|"), ("ann Bee", "|ann|Bee|"), ("Ann van Bee", "Ann|van|Bee|"),
    ("van der Bee", "|van der|Bee|"),
    ("Ann van", "Ann||van|"), ("Ann van der", "Ann|van|der|"), ("Ann van der Bee", "Ann|van der|Bee|"),
    ("Ann van der Bee cee", "Ann|van der|Bee cee|"), ("foo Ann foo", "|foo|Ann foo|"),
    ("Ann van Bee Jr.", "Ann|van|Bee Jr.|"),
    ("Ann van Cee der Bee", "Ann|van Cee der|Bee|"), ("Ann de Cee van Bee", "Ann|de Cee van|Bee|"),
    ("Ann Dee de la Vallée Bee", "Ann Dee|de la|Vallée Bee|"), ("Ann Dee de Bee", "Ann Dee|de|Bee|"),
    ("Ann 1B cc bee", "Ann 1B|cc|bee|"), ("Ann 1b cc bee", "Ann|1b cc|bee|"),
    ("Ann {b}B cc bee", "Ann {b}B|cc|bee|"), ("Ann {b}b cc bee", "Ann|{b}b cc|bee|"),
    ("Ann {B}b cc bee", "Ann|{B}b cc|bee|"),
    ("Ann {B}B cc bee", "Ann {B}B|cc|bee|"), ("Ann {bb} cc Bee", "Ann {bb}|cc|Bee|"),
    ("Ann bb {cc} Bee", "Ann|bb|{cc} Bee|"),
    ("Ann {bb} Bee", "Ann {bb}||Bee|"), ("Ann {de la} Bee", "Ann {de la}||Bee|"),
    ("Ann {van Bee}", "Ann||{van Bee}|"),
    ("{van Bee}", "||{van Bee}|"), ("Ann {}Cee Bee", "Ann {}Cee||Bee|"),
    ("Ann {G}ee de Bee", "Ann|{G}ee de|Bee|"),
    (#"Ann \BB{b} cc bee"#, #"Ann \BB{b}|cc|bee|"#), (#"Ann \bb{b} cc bee"#, #"Ann|\bb{b} cc|bee|"#),
    (#"Ann \'Emile Bee"#, #"Ann \'Emile||Bee|"#), (#"Ann \'emile Bee"#, #"Ann|\'emile|Bee|"#),
    (#"Ann {\'E}mile Bee"#, #"Ann {\'E}mile||Bee|"#), (#"Ann {\'e}mile Bee"#, #"Ann|{\'e}mile|Bee|"#),
    (#"Ann {\relax Ch}arles Bee"#, #"Ann {\relax Ch}arles||Bee|"#),
    (#"Ann {\relax van} Bee"#, #"Ann|{\relax van}|Bee|"#),
    (#"Ann {\o}re Bee"#, #"Ann|{\o}re|Bee|"#), (#"Ann {\O}re Bee"#, #"Ann {\O}re||Bee|"#),
    (#"Ann {\ss}x Bee"#, #"Ann|{\ss}x|Bee|"#),
    (#"Ann {\AA}x Bee"#, #"Ann {\AA}x||Bee|"#), (#"Ann {\v{s}}x Bee"#, #"Ann|{\v{s}}x|Bee|"#),
    (#"Ann {\1}x Bee"#, #"Ann {\1}x||Bee|"#),
    ("Ann élan Bee", "Ann|élan|Bee|"), ("Ann Élan Bee", "Ann Élan||Bee|"), ("Ann 't Bee", "Ann|'t|Bee|"),
    ("Ann ‘t Bee", "Ann|‘t|Bee|"),
    ("Ann 王 Bee", "Ann 王||Bee|"), ("Ann ʿabd Bee", "Ann|ʿabd|Bee|"), ("Ann ʿAbd Bee", "Ann ʿAbd||Bee|"),
    ("A. E.   Bee", "A. E.||Bee|"), ("Ann Van Bee", "Ann Van||Bee|"), ("Jean-paul Bee", "Jean-paul||Bee|"),
    ("Ann {Bee, Jr.}", "Ann||{Bee, Jr.}|"),
  ]

  @Test(arguments: displayed) func splitsFirstVonLast(_ row: NameRow) {
    #expect(parts(row.input) == row.expected)
  }

  static let inverted: [NameRow] = [
    ("Bee, Ann", "Ann||Bee|"), ("bee, Ann", "Ann||bee|"), ("van Bee, Ann", "Ann|van|Bee|"),
    ("van Bee, ann", "ann|van|Bee|"),
    ("van Cee der Bee, Ann", "Ann|van Cee der|Bee|"), ("Cee der Bee, Ann", "Ann|Cee der|Bee|"),
    ("Cee {der} Bee, Ann", "Ann||Cee {der} Bee|"),
    ("Cee Bee, Ann", "Ann||Cee Bee|"), ("Cee Bee,, Ann", "Ann||Cee Bee|"), ("Bee,", "||Bee|"),
    ("Bee, Jr., Ann", "Ann||Bee|Jr."),
    ("van Bee,Jr, Ann", "Ann|van|Bee|Jr"), ("van Bee,jr, Ann", "Ann|van|Bee|jr"), ("Bee,, Ann", "Ann||Bee|"),
    ("Van de Bee, A. N.", "A. N.|Van de|Bee|"),
    ("{van Bee}, Ann", "Ann||{van Bee}|"), ("de la Vallée Bee, Ann Cee", "Ann Cee|de la|Vallée Bee|"),
    ("Bee, {Ann, Cee}", "{Ann, Cee}||Bee|"),
    ("St Bee-Dee, Ann", "Ann||St Bee-Dee|"), ("van der valt Bee, Ann", "Ann|van der valt|Bee|"),
    ("al-Bee, ʿAnn", "ʿAnn||al-Bee|"),
  ]

  @Test(arguments: inverted) func splitsVonLastJrFirst(_ row: NameRow) {
    #expect(parts(row.input) == row.expected)
  }

  static let fields: [NameRow] = [
    ("Ann Bee and Cee Dee", "Bee, Ann / Dee, Cee"), ("Ann Bee AND Cee Dee", "Bee, Ann / Dee, Cee"),
    ("Ann Bee\nand\nCee Dee", "Bee, Ann / Dee, Cee"),
    ("Armand Bee and anderssen", "Bee, Armand / {anderssen}"), ("{Bee and Dee}", "{Bee and Dee}"),
    ("Ann{ }and Bee", "Bee, Ann and"),
    ("Ann Bee and others", "Bee, Ann +"), ("Bee, Ann and et al.", "Bee, Ann +"),
    // Initials, and no `e.a.`, `u.a.`, `m.m.`, `m.fl.` of Dutch, German, Danish and Swedish.
    ("Cornell, E. A. and Wieman, C. E.", "Cornell, E. A. / Wieman, C. E."), ("Kay, E.A.", "Kay, E.A."),
    ("Cornell, E A", "Cornell, E A"), ("Schmidt, U. A.", "Schmidt, U. A."), ("Lee, M. M.", "Lee, M. M."),
    ("Fox, M. Fl.", "Fox, M. Fl."), ("Bee, Ann and e.a.", "Bee, Ann +"),
    ("Bee, Ann and Dee, Cee", "Bee, Ann / Dee, Cee"),
    ("Bee Gee, Ann José and Dee, Cee", "Bee Gee, Ann José / Dee, Cee"),
    ("Bee, Jr., Ann and {Kite, Inc.}", "Bee, Jr., Ann / {Kite, Inc.}"),
    ("Ann Bee, Cee Dee", "Ann Bee, Cee Dee"), ("Bee, A., Dee, C.", "Bee, A. / Dee, C."),
    ("van Bee, Ann and de la Cee Dee, Eve", "van Bee, Ann / de la Cee Dee, Eve"),
    ("Ann~Bee and C.~Dee", "Bee, Ann / Dee, C."), ("Kite Team and Ann Bee", "{Kite Team} / Bee, Ann"),
    ("Ann Bee\\thanks{x and y}", "Bee, Ann"),
    ("Humboldt, Alexander von", "Humboldt, Alexander von"), ("Guido Van Bee", "Bee, Guido Van"),
    ("Bee A.", "A., Bee"), ("__Ann__ Bee*", "Bee*, __Ann__"),
    ("Ann Bee and ", "Bee, Ann"), ("and Ann Bee", "Bee, Ann"),
    ("Ann Bee & Cee Dee", "Dee, Ann Bee & Cee"), ("王小明 and 李雷", "王, 小明 / 李, 雷"),
  ]

  @Test(arguments: fields) func readsAField(_ row: NameRow) {
    #expect(bibTeX(row.input).summary == row.expected)
  }

  @Test func decodesPartsAfterSplitting() {
    let reader = NameReader(syntax: .bibTeX) { text in
      // What a reader of LaTeX does, for a few letters.
      ["{\\\"a}": "ä", "\\'a": "á", "{\\o}": "ø", "{\\v s}": "š", "\\&": "&", "{\\'E}": "É", "---": "—"]
        .sorted { $0.key < $1.key }
        .reduce(text) {
          $0.split(separator: $1.key, omittingEmptySubsequences: false).joined(separator: $1.value)
        }
    }
    #expect(
      reader.names(in: "K{\\\"a}hler, Bal\\'azs and Bj\\o rn Bee and Bee {\\& Dee and} Eff").summary
        == "Kähler, Balázs / Bee, Bjørn / Eff, Bee & Dee and")
    #expect(reader.names(in: "{Kite \\& Sons, Inc.}").summary == "{Kite & Sons, Inc.}")
    #expect(reader.names(in: "{\\v s}ann Bee").members == "family=Bee non-dropping-particle=šann")
  }

  @Test func writesOneSpaceWhereADecoderGivesMore() {
    let reader = NameReader(syntax: .bibTeX) { $0.replacing("@", with: " ") }
    #expect(reader.names(in: "{A@@B}").names == [.literal("A B")])
  }
}

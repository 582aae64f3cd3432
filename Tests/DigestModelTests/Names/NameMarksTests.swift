import Testing

@testable import DigestModel

/// Marks, remarks and markup around names.
@Suite struct NameMarksTests {
  static let marks = [
    "Ann Bee*, Cee Dee", "Ann Bee*†, Cee Dee‡", "Ann Bee†‡§¶, Cee Dee∗", "Ann Bee¹, Cee Dee²",
    "Ann Bee¹², Cee Dee",
    "Ann Bee¹,², Cee Dee³", "Ann Bee<sup>1</sup>, Cee Dee<sup>2</sup>",
    "Ann Bee<sup>1,2</sup>, Cee Dee<sup>*</sup>",
    "Ann Bee[1], Cee Dee[2,3]", "Ann Bee[^1], Cee Dee[^2]", "Ann Bee^1, Cee Dee^{1,2}",
    "Ann Bee^1,2^, Cee Dee^3^",
    "Ann Bee1, Cee Dee2", "Ann Bee1,2, Cee Dee3", "Ann Bee 1, Cee Dee 2", "1Ann Bee, 2Cee Dee",
    "Ann Bee (1), Cee Dee (2)",
    "Ann Bee$^1$, Cee Dee$^{1,*}$", "Ann Bee$^\\dagger$, Cee Dee$\\ddagger$",
    "Ann Bee\\textsuperscript{1}, Cee Dee\\dag",
    "Ann Bee\\thanks{Equal, and first}, Cee Dee", "Ann Bee\\inst{1,2} \\and Cee Dee\\inst{2}",
    "Ann Bee#, Cee Dee#",
    "Ann Bee \u{1F4E7}, Cee Dee ✉", "Ann Bee ★, Cee Dee ☆", "Ann Beeᵃ, Cee Deeᵇ",
  ]

  @Test(arguments: marks) func takesMarksOff(_ text: String) {
    #expect(written(text).summary == "Bee, Ann / Dee, Cee")
  }

  static let markup = [
    "**Ann Bee**, Cee Dee", "**Ann Bee, Cee Dee**", "*Ann Bee*, *Cee Dee*", "_Ann Bee_, __Cee Dee__",
    "`Ann Bee`, ~~Cee Dee~~",
    "***Ann Bee***, Cee Dee", "==Ann Bee==, Cee Dee", "[Ann Bee](https://a.b), [Cee Dee](https://c.d)",
    "[Ann Bee](https://a.b/x_(y)), [Cee Dee](c.d \"e, f\")", "[Ann Bee][1] and [Cee Dee][]",
    "[Ann Bee], [Cee Dee]",
    "[**Ann Bee**](https://a.b), Cee Dee", "**[Ann Bee](https://a.b)**, Cee Dee",
    "[Ann Bee, Cee Dee](https://a.b)",
    "<b>Ann Bee</b>, <i>Cee Dee</i>", "<a href=\"https://a.b,c\">Ann Bee</a>, Cee Dee",
    "<span class='x'>Ann Bee</span>, Cee Dee",
    "\\textbf{Ann Bee}, Cee Dee", "\\href{https://a.b}{Ann Bee}, \\emph{Cee Dee}", "['Ann Bee', 'Cee Dee']",
    "[\"Ann Bee\", \"Cee Dee\"]", "\"Ann Bee\", 'Cee Dee'", "“Ann Bee”, “Cee Dee”", "(Ann Bee, Cee Dee)",
    "Ann\u{A0}Bee, Cee\u{2009}Dee", "Ann\u{200B} Bee, \u{FEFF}Cee Dee", "Ann~Bee, Cee~Dee",
    "Ann&nbsp;Bee, Cee&nbsp;Dee",
    "Ann   Bee ,  Cee Dee ", "![](a.png) Ann Bee, Cee Dee", "Ann Bee![orcid](o.svg), Cee Dee",
  ]

  @Test(arguments: markup) func takesMarkupOff(_ text: String) {
    #expect(written(text).summary == "Bee, Ann / Dee, Cee")
  }

  static let remarks: [(String, [String])] = [
    ("Ann Bee (MIT), Cee Dee (ETH Zürich)", ["MIT", "ETH Zürich"]),
    ("Ann Bee (MIT & ETH), Cee Dee", ["MIT & ETH"]),
    ("Ann Bee (MIT, Cambridge), Cee Dee", ["MIT, Cambridge"]),
    ("Ann Bee [MIT], Cee Dee", ["MIT"]),
    ("Ann Bee （清华大学）, Cee Dee", ["清华大学"]),
    ("Ann Bee (she/her), Cee Dee (eds.)", ["she/her", "eds."]),
    ("Ann Bee (equal contribution) and Cee Dee", ["equal contribution"]),
    ("Ann Bee – MIT; Cee Dee — ETH", ["MIT", "ETH"]),
    ("Ann Bee, MIT, Cee Dee", ["MIT"]),
    ("Ann Bee (王小明), Cee Dee", ["王小明"]),
    ("Ann Bee 王小明, Cee Dee", ["王小明"]),
    ("Ann Bee <ann@bee.org>, Cee Dee", []),
    ("Ann Bee ann@bee.org, Cee Dee @cee", []),
    ("Ann Bee https://orcid.org/0000-0001, Cee Dee", []),
    ("Ann Bee (MIT; ETH), Cee Dee", ["MIT; ETH"]),
  ]

  @Test(arguments: remarks) func leavesRemarksOut(_ text: String, _ remarks: [String]) {
    let list = written(text)
    #expect(list.summary == "Bee, Ann / Dee, Cee")
    #expect(list.remarks == remarks)
  }

  static let kept: [NameRow] = [
    ("William (Bill) Bee", "Bee, William (Bill)"), ("William \"Bill\" Bee", "Bee, William \"Bill\""),
    ("D[onald] E. Bee", "Bee, D[onald] E."), ("Conor O'Bee", "O'Bee, Conor"), ("Conor O’Bee", "O’Bee, Conor"),
    ("ceedee7", "{ceedee7}"), ("cee_dee", "{cee_dee}"), ("@ceedee", "{@ceedee}"),
    ("AT&T Labs", "{AT&T Labs}"),
    ("Ann Bee-Dee", "Bee-Dee, Ann"), ("Jos&eacute; Bee; Cee Dee", "Bee, Jos&eacute; / Dee, Cee"),
  ]

  @Test(arguments: kept) func keepsWhatBelongsToAName(_ row: NameRow) {
    #expect(written(row.input).summary == row.expected)
  }
}

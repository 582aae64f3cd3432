import DigestDiagnostics
import DigestImporters
import DigestModel
import DigestTestSupport
import Testing

/// The labelled fields of ideas.
@Suite struct IdeaFieldsTests {
  @Test func readsBoldNamesOfFieldsThatEndInAFullStop() throws {
    let outline = try MarkdownReading.outline(
      """
      ## FUTURE_IDEAS

      ✨ **Alpha**

      - **Motivation.** why, see 2411.00001
      - **关键创新.** what
      - **方法。** how
      - **An idea of its own.** More of it
      """)
    #expect(
      outline == """
        ideas «FUTURE_IDEAS»
          idea «Alpha»
            motivation «Motivation»
              p «why, see 2411.00001»
            novelty «关键创新»
              p «what»
            approach «方法»
              p «how»
              ul
                li
                  p «**An idea of its own.** More of it»

        """)
  }

  @Test func readsFieldsThatAreRowsOfATable() throws {
    let outline = try MarkdownReading.outline(
      """
      ## FUTURE_IDEAS

      ### ✨ Idea 1: Alpha

      | Field | Content |
      |---|---|
      | **Motivation** | why, see 2411.00001 |
      | **Key novelty:** | what |
      | Approach | 1. s<br>2. t |
      | Sketch | drawn |
      | **Risk/Feasibility** | low (Khả thi cao) |

      ✨ **Beta**

      | Motivation | why |
      |---|---|
      | Risk | |

      | **✨ Idea 3: Gamma** | |
      |---|---|
      | **Motivation** | why |
      | **Risk** | high |
      """)
    #expect(
      outline == """
        ideas «FUTURE_IDEAS»
          idea label«Idea 1» «Alpha» ["Khả thi cao"]
            other
              p «Field | Content»
            motivation «Motivation»
              p «why, see 2411.00001»
            novelty «Key novelty»
              p «what»
            approach «Approach»
              p «1. s<br>2. t»
            other «Sketch»
              p «drawn»
            risk «Risk/Feasibility»
              p «low (Khả thi cao)»
          idea «Beta»
            motivation «Motivation»
              p «why»
            risk «Risk»
          idea label«Idea 3» «Gamma»
            motivation «Motivation»
              p «why»
            risk «Risk»
              p «high»

        """)
  }

  @Test func keepsATableOfResultsInItsField() throws {
    let outline = try MarkdownReading.outline(
      """
      ## FUTURE_IDEAS

      ✨ **Alpha**
      - **Dataset + Metrics:** as below

      | Set | Size |
      |---|---|
      | Data | 1 |
      | Other | 2 |
      | More | 3 |
      """)
    #expect(
      outline == """
        ideas «FUTURE_IDEAS»
          idea «Alpha»
            dataAndMetrics «Dataset + Metrics»
              p «as below»
              table «Set» «Size»
                «Data» «1»
                «Other» «2»
                «More» «3»

        """)
  }

  @Test func readsLabelsThatAPointOrALineEnds() throws {
    let outline = try MarkdownReading.outline(
      """
      ## FUTURE_IDEAS

      ### ✨ Idea 1 — Alpha

      **Motivation.** why.
      **Approach.**
      1. s
      2. t
      **Dataset + Metrics.** d.
      - u
      **Risk.** low.

      ### ✨ Idea 2 — Beta

      - **Motivation**
        why,
        wrapped
      - **Approach**
        1. s
      - **Risk & Feasibility**
        low
      """)
    #expect(
      outline == """
        ideas «FUTURE_IDEAS»
          idea label«Idea 1» «Alpha»
            motivation «Motivation»
              p «why.»
            approach «Approach»
              ol
                li 1.
                  p «s»
                li 2.
                  p «t»
            dataAndMetrics «Dataset + Metrics»
              p «d.»
              ul
                li
                  p «u»
            risk «Risk»
              p «low.»
          idea label«Idea 2» «Beta»
            motivation «Motivation»
              p «why, wrapped»
            approach «Approach»
              ol
                li 1.
                  p «s»
            risk «Risk & Feasibility»
              p «low»

        """)
  }

  @Test func readsFieldsAfterSigns() throws {
    let outline = try MarkdownReading.outline(
      """
      ## FUTURE_IDEAS

      **✨ Idea #1 — Alpha** ⭐⭐

      - 🎯 **Motivation:** why
      - 💡 **Key novelty**: what
      - 🔧 **Approach:**
        1. s
      - ⚠️ Risk: low

      💡 **Beta**
      🎯 **Motivation:** why
      **⚠️ Risk:** high

      #### ✨ Gamma

      ##### 🎯 Motivation

      why
      """)
    #expect(
      outline == """
        ideas «FUTURE_IDEAS»
          idea label«Idea #1» «Alpha ⭐⭐»
            motivation «🎯 Motivation»
              p «why»
            novelty «💡 Key novelty»
              p «what»
            approach «🔧 Approach»
              ol
                li 1.
                  p «s»
            risk «⚠️ Risk»
              p «low»
          idea «Beta»
            motivation «🎯 Motivation»
              p «why»
            risk «⚠️ Risk»
              p «high»
          idea «Gamma»
            motivation «🎯 Motivation»
              p «why»

        """)
  }

  @Test(arguments: [
    ("Nouveauté clé", Digest.Idea.Field.Role.novelty), ("Données + métriques", .dataAndMetrics),
    ("Approche", .approach),
    ("手法", .approach), ("データセット＋指標", .dataAndMetrics), ("リスク", .risk), ("동기", .motivation),
    ("Enfoque", .approach), ("Riesgo", .risk), ("Новизна", .novelty),
  ])
  func knowsFieldsInMoreLanguages(label: String, role: Digest.Idea.Field.Role) throws {
    let text = "## FUTURE_IDEAS\n\n✨ **Alpha**\n- **\(label):** words\n"
    let digest = try MarkdownImporter().read(SourceDocument(name: "sibling.md", text: text)).digest
    guard case .idea(let idea)? = digest.sections[0].entries.first else {
      Issue.record("the paragraph does not begin an idea")
      return
    }
    #expect(idea.fields.map(\.role) == [role])
    #expect(idea.fields.map { $0.label?.markdown } == [label])
  }
}

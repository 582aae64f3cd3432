import DigestDiagnostics
import DigestImporters
import DigestModel
import DigestTestSupport
import Testing

/// Ideas whose fields are rows, sentences or lines right below a list.
@Suite struct SiblingIdeaTests {
  static func outline(_ text: String) throws -> String { try SiblingTreeTests.outline(text) }

  @Test func readsBoldNamesOfFieldsThatEndInAFullStop() throws {
    let outline = try Self.outline(
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
    let outline = try Self.outline(
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
    let outline = try Self.outline(
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
    let outline = try Self.outline(
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

  @Test func readsIdeasWithoutAnyMarks() throws {
    let outline = try Self.outline(
      """
      ## FUTURE_IDEAS

      Idea 1: Alpha
      Motivation: why.
      Approach:
      1) s
      2) t
      Risk/Feasibility: low (Moon-shot).
      Idea 2: Beta
      Motivation: why, after Idea 1: it is next.
      """)
    #expect(
      outline == """
        ideas «FUTURE_IDEAS»
          idea label«Idea 1» «Alpha» ["Moon-shot"]
            motivation «Motivation»
              p «why.»
            approach «Approach»
              ol
                li 1)
                  p «s»
                li 2)
                  p «t»
            risk «Risk/Feasibility»
              p «low (Moon-shot).»
          idea label«Idea 2» «Beta»
            motivation «Motivation»
              p «why, after Idea 1: it is next.»

        """)
  }

  // MARK: Gaps, contributions and reading items

  @Test func readsATableOfGapsWithColumnsBehindTheGap() throws {
    let outline = try Self.outline(
      """
      ## GAPS_AND_OPPORTUNITIES

      | # | Gap | Evidence | Opportunity |
      |---|---|---|---|
      | 1 | none | 2411.00001 | more |
      """)
    #expect(
      outline == """
        gaps «GAPS_AND_OPPORTUNITIES»
          p «# | Gap | Evidence | Opportunity»
          gap «1»
            gap label«Gap» «none»
            body label«Evidence» «2411.00001»
            opportunity label«Opportunity» «more»

        """)
  }

  @Test func readsNumberedGapsWithoutMarks() throws {
    let text = """
      ## GAPS_AND_OPPORTUNITIES

      Gap 1: none of 2411.00001. Opportunity: more.

      Gap 2 – a title

      Words.
      """
    let result = try MarkdownImporter().read(SourceDocument(name: "sibling.md", text: text))
    #expect(
      result.digest.outline == """
        gaps «GAPS_AND_OPPORTUNITIES»
          gap
            gap label«Gap 1» «none of 2411.00001.»
            opportunity label«Opportunity» «more.»
          gap
            body «Gap 2 – a title»
          p «Words.»

        """)
    #expect(result.diagnostics.map(\.summary) == ["this paragraph begins no gap; it is kept as text"])
  }

  @Test func readsTheRemarkBelowAHeadingAndLinksInBrackets() throws {
    let outline = try Self.outline(
      """
      ## TOPIC_TREE

      - **NAME** ([2411.00002](https://arxiv.org/abs/2411.00002)): text

      ## NOVEL_TECH_CONTRIBUTIONS

      ### 2411.00001 – what

      Words.

      **Suy nghĩ:** good.
      """)
    #expect(
      outline == """
        topicTree «TOPIC_TREE»
          paper [https://arxiv.org/abs/2411.00002] name«NAME» summary«text»
        contributions «NOVEL_TECH_CONTRIBUTIONS»
          contribution [2411.00001] technique«what» label«Suy nghĩ» remark«good.»
            p «Words.»

        """)
  }

  @Test func readsFieldsBehindSigns() throws {
    let outline = try Self.outline(
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

  /// A sign without the name of a field behind it begins an idea, also where the title speaks of data.
  @Test func readsIdeasBehindOtherSigns() throws {
    let outline = try Self.outline(
      """
      ## FUTURE_IDEAS

      - 💡 **Data for all**
        - **Risk:** r
      - 💡 **Method zoo**
        - **Risk:** s
      - ✨ **Approach: by sea**
        - **Risk:** t
      """)
    #expect(
      outline == """
        ideas «FUTURE_IDEAS»
          idea «Data for all»
            risk «Risk»
              p «r»
          idea «Method zoo»
            risk «Risk»
              p «s»
          idea «Approach: by sea»
            risk «Risk»
              p «t»

        """)
  }

  @Test func readsAHeadingWithMarkedPartsAsOneGap() throws {
    let outline = try Self.outline(
      """
      ## GAPS_AND_OPPORTUNITIES

      ### Gap 1 — Scale

      - **What is missing:** a test (2411.00001)
      - **Opportunity:** more

      ### Data

      - **Size:** small. Opportunity: more
      """)
    #expect(
      outline == """
        gaps «GAPS_AND_OPPORTUNITIES»
          gap «Gap 1 — Scale»
            point «**What is missing:** a test (2411.00001)»
            opportunity label«Opportunity» «more»
          h3 «Data»
          gap «Size»
            body «small.»
            opportunity label«Opportunity» «more»

        """)
  }

  @Test func readsContributionsBelowANamedPaper() throws {
    let outline = try Self.outline(
      """
      ## NOVEL_TECH_CONTRIBUTIONS

      - **NAME (2411.00001)**
        - first – Suy nghĩ: good
        - second – Suy nghĩ: fine
      - **NAMED (2411.00002)**
        - only a bullet
      """)
    #expect(
      outline == """
        contributions «NOVEL_TECH_CONTRIBUTIONS»
          p «**NAME (2411.00001)**»
          contribution [2411.00001] technique«first» label«Suy nghĩ» remark«good»
          contribution [2411.00001] technique«second» label«Suy nghĩ» remark«fine»
          contribution [2411.00002] technique«NAMED»
            ul
              li
                p «only a bullet»

        """)
  }

  @Test func readsRatingsAndReasonsOfReadingItems() throws {
    let outline = try Self.outline(
      """
      ## READING_LIST

      1. **2411.00001** (★★★) – NAME – one
      2. 2411.00002 (⭐⭐)
      3. 2411.00003 (NAMED): three

      | Level | Paper | Time | Lý do |
      |---|---|---|---|
      | ★★ | 2411.00004 – NAMEE | 1 h | four |
      """)
    #expect(
      outline == """
        readingList «READING_LIST»
          reading 1. [2411.00001] name«NAME» reason«(★★★) one»
          reading 2. [2411.00002] reason«(⭐⭐)»
          reading 3. [2411.00003] name«NAMED» reason«three»
          p «Level | Paper | Time | Lý do»
          reading [2411.00004] name«NAMEE» reason«four»
            p «★★»
            p «1 h»

        """)
  }

  @Test func readsIdeasThatNumbersBegin() throws {
    let outline = try Self.outline(
      """
      ## FUTURE_IDEAS

      1) Alpha
      - Motivation: why
      - Approach:
        + s

      2) Beta (Moon-shot)
      - Motivation: why
      - Approach: as follows
      1) s
      2) t
      """)
    #expect(
      outline == """
        ideas «FUTURE_IDEAS»
          idea label«1)» «Alpha»
            motivation «Motivation»
              p «why»
            approach «Approach»
              ul
                li
                  p «s»
          idea label«2)» «Beta (Moon-shot)» ["Moon-shot"]
            motivation «Motivation»
              p «why»
            approach «Approach»
              p «as follows»
              ol
                li 1)
                  p «s»
                li 2)
                  p «t»

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
      Issue.record("the paragraph begins no idea")
      return
    }
    #expect(idea.fields.map(\.role) == [role])
    #expect(idea.fields.map { $0.label?.markdown } == [label])
  }

  @Test func readsOpportunitiesOfAllGapsAsSuch() throws {
    let outline = try Self.outline(
      """
      ## GAPS_AND_OPPORTUNITIES

      ### 🔍 Gaps

      1. **Scale** — none (2411.00001)

      ### 🌱 Opportunities

      1. **Runs** — longer

      **Opportunities**

      - hire
      """)
    #expect(
      outline == """
        gaps «GAPS_AND_OPPORTUNITIES»
          h3 «🔍 Gaps»
          gap «1. Scale»
            body «none (2411.00001)»
          gap
            opportunity label«🌱 Opportunities»
              point label«1.» «**Runs** — longer»
              body «**Opportunities**»
              point «hire»

        """)
  }

  @Test func readsARemarkOnALaterLine() throws {
    let outline = try Self.outline(
      """
      **NOVEL_TECH_CONTRIBUTIONS**

      - **2411.00001 – Mélange – Réflexion :** élégant

      ### NAME — `2411.00002`
      **Technique:** what
      **Suy nghĩ:** good,
      wrapped
      """)
    #expect(
      outline == """
        contributions «NOVEL_TECH_CONTRIBUTIONS»
          contribution [2411.00001] technique«Mélange» label«Réflexion» remark«élégant»
          contribution [2411.00002] technique«NAME» label«Suy nghĩ» remark«good, wrapped»
            p «**Technique:** what»

        """)
  }
}

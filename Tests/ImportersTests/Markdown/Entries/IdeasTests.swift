import DigestDiagnostics
import DigestImporters
import DigestModel
import DigestTestSupport
import Testing

/// Ideas: titles, signs, steps.
@Suite struct IdeasTests {
  @Test func readsIdeasWithBulletedFields() throws {
    let outline = try MarkdownReading.outlineOfAnyFence(
      """
      5.  **FUTURE_IDEAS**

          ✨ **Idea 1: Alpha (Moon-shot)**
          *   **Motivation:** why
          *   **Key novelty**: what
          *   Approach:
              1.  **Lead:** first
              2.  second
                  *   detail
          *   **Dataset + Metrics:**
              *   Dataset: D
              *   Metrics: M
          *   **Risk/Feasibility:** High. (Cross-disciplinary / Moon-shot)

          ✨ **Beta**
          *   Motivation: because of X.
          *   Approach: prose only
          *   Feasibility Step: try (Khả thi cao)
      """)
    #expect(
      outline == """
        ideas 5. «FUTURE_IDEAS»
          idea label«Idea 1» «Alpha (Moon-shot)» ["Moon-shot", "Cross-disciplinary"]
            motivation «Motivation»
              p «why»
            novelty «Key novelty»
              p «what»
            approach «Approach»
              ol
                li 1.
                  p «**Lead:** first»
                li 2.
                  p «second»
                  ul
                    li
                      p «detail»
            dataAndMetrics «Dataset + Metrics»
              ul
                li
                  p «Dataset: D»
                li
                  p «Metrics: M»
            risk «Risk/Feasibility»
              p «High. (Cross-disciplinary / Moon-shot)»
          idea «Beta» ["Khả thi cao"]
            motivation «Motivation»
              p «because of X.»
            approach «Approach»
              p «prose only»
            risk «Feasibility Step»
              p «try (Khả thi cao)»

        """)
  }

  @Test func readsIdeasAsLinesWithStepsInside() throws {
    let outline = try MarkdownReading.outlineOfAnyFence(
      """
      5.  **FUTURE_IDEAS**

          ✨ **Gamma**
          · **Motivation:** why
          · **Approach:**
              1.  one
              2.  two
          · **Dataset + Metrics:** d
          · **Risk/Feasibility:** low

          ✨ **Delta**
          · **Motivation:** again
      """)
    #expect(
      outline == """
        ideas 5. «FUTURE_IDEAS»
          idea «Gamma»
            motivation «Motivation»
              p «why»
            approach «Approach»
              ol
                li 1.
                  p «one»
                li 2.
                  p «two»
            dataAndMetrics «Dataset + Metrics»
              p «d»
            risk «Risk/Feasibility»
              p «low»
          idea «Delta»
            motivation «Motivation»
              p «again»

        """)
  }

  @Test func readsIdeasWithoutBlankLinesBetween() throws {
    let outline = try MarkdownReading.outlineOfAnyFence(
      """
      5.  **FUTURE_IDEAS**
          ✨ **Epsilon**
          · **Approach:**
              1.  one
              2.  two
          · **Risk/Feasibility:** low
          ✨ **Zeta**
          · **Approach:**
              1.  three
          · **Risk/Feasibility:** high
      """)
    #expect(
      outline == """
        ideas 5. «FUTURE_IDEAS»
          idea «Epsilon»
            approach «Approach»
              ol
                li 1.
                  p «one»
                li 2.
                  p «two»
            risk «Risk/Feasibility»
              p «low»
          idea «Zeta»
            approach «Approach»
              ol
                li 1.
                  p «three»
            risk «Risk/Feasibility»
              p «high»

        """)
  }

  @Test func readsIdeasWithoutAnyMarks() throws {
    let outline = try MarkdownReading.outline(
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

  /// A sign without the name of a field after it begins an idea, also where the title speaks of data.
  @Test func readsIdeasAfterOtherSigns() throws {
    let outline = try MarkdownReading.outline(
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

  @Test func readsIdeasThatNumbersBegin() throws {
    let outline = try MarkdownReading.outline(
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

  @Test func readsIdeasWithHeadingsSignsAndTables() throws {
    let outline = try MarkdownReading.outline(
      """
      ### FUTURE_IDEAS

      ### ✨ Idea 1 – Alpha

      #### Motivation
      m

      #### Approach
      1. s
      2. t

      ✨ **Idea 2:** Beta
      – **Động lực:** m
      – **Cách tiếp cận (2 bước):**
      • s
      • t

      ✨ **Gamma** (Moon-shot)
      *   **Motivation** – m
      *   **Risk**： r

      | # | Idea | Motivation | Risk |
      |---|---|---|---|
      | 4 | **Delta** | m | r (Khả thi cao) |
      """)
    #expect(
      outline == """
        ideas «FUTURE_IDEAS»
          idea label«Idea 1» «Alpha»
            motivation «Motivation»
              p «m»
            approach «Approach»
              ol
                li 1.
                  p «s»
                li 2.
                  p «t»
          idea label«Idea 2» «Beta»
            motivation «Động lực»
              p «m»
            approach «Cách tiếp cận (2 bước)»
              ul
                li
                  p «s»
                li
                  p «t»
          idea «Gamma (Moon-shot)» ["Moon-shot"]
            motivation «Motivation»
              p «m»
            risk «Risk»
              p «r»
          p «# | Idea | Motivation | Risk»
          idea label«4» «Delta» ["Khả thi cao"]
            motivation «Motivation»
              p «m»
            risk «Risk»
              p «r (Khả thi cao)»

        """)
  }

  @Test func readsIdeasWithNumbersAndBareLabels() throws {
    let outline = try MarkdownReading.outline(
      """
      5.  **FUTURE_IDEAS**

          **1. Alpha**
          *   **Motivation (why):** m
          *   Motto: short

          **2. Beta (Khả thi cao)**
          - Motivation – m
          - Approach – a

          ✨ **[Moon-shot] Gamma**

          **Motivation**

          m

          **Key novelty**

          n

          3. **Delta**
             - **Risk:** r
      """)
    #expect(
      outline == """
        ideas 5. «FUTURE_IDEAS»
          idea label«1.» «Alpha»
            motivation «Motivation (why)»
              p «m»
            other «Motto»
              p «short»
          idea label«2.» «Beta (Khả thi cao)» ["Khả thi cao"]
            motivation «Motivation»
              p «m»
            approach «Approach»
              p «a»
          idea «[Moon-shot] Gamma» ["Moon-shot"]
            motivation «Motivation»
              p «m»
            novelty «Key novelty»
              p «n»
          idea label«3.» «Delta»
            risk «Risk»
              p «r»

        """)
  }
}

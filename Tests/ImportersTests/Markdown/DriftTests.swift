import DigestDiagnostics
import DigestImporters
import DigestModel
import DigestTestSupport
import Testing

/// The kinds of drift that DIGEST-LAYOUT.md names, one test each.
@Suite struct DriftTests {
  static func read(_ text: String) throws -> ImportResult {
    try MarkdownImporter().read(SourceDocument(name: "digest.md", text: text))
  }

  static func outline(_ text: String) throws -> String {
    let result = try read(text)
    #expect(result.diagnostics.filter { $0.id.name != "markdown/opened-fence" }.map(\.summary) == [])
    // The info word of a fence that is opened is markup, and the text of a link whose address names the same paper.
    let words = Words.split(
      text.replacing("```markdown", with: "").replacing("[2409.00016](", with: "(").replacing(
        "&amp;", with: "&"))
    #expect(Words.missing(from: Words.of(result.digest), of: words) == [])
    return result.digest.outline
  }

  // MARK: Topic tree

  @Test func readsLabelsWithEnumeratorsAtEveryLevel() throws {
    let outline = try Self.outline(
      """
      1.  **TOPIC_TREE**
          *   **I. Language Models**
              *   A. Training
                  *   1. Data
                      *   2406.17557, 2406.11794 | open corpora
                      *   2406.11410 | small models
                  *   2. Scaling
                      *   a. Laws
                          *   `2406.00001` | more
          *   II. Other
              *   (Trống)
      """)
    #expect(
      outline == """
        topicTree 1. «TOPIC_TREE»
          topic I. «Language Models»
            topic A. «Training»
              topic 1. «Data»
                paper [2406.17557, 2406.11794] summary«open corpora»
                paper [2406.11410] summary«small models»
              topic 2. «Scaling»
                topic a. «Laws»
                  paper [2406.00001] summary«more»
          topic II. «Other»
            placeholder «(Trống)»

        """)
  }

  @Test func readsEveryFormOfPaperLine() throws {
    let outline = try Self.outline(
      """
      ## 1. Topic Tree

      *   NLP
          *   `2409.00001` | plain text with ToolChain* and A* in it
          *   2409.00002 | NEO-X: named model, softmax over {-1,0,1} | and a pipe
          *   2409.00003, 2409.00004 | two at once
          *   `2409.00005, 2409.00006 | both in one code span`
          *   `2409.00007` | `2409.00008` | `2409.00009` | three
          *   (Duplicate of NLP > Data) 2409.00001
          *   **Bold label:** 2409.00010 | on one line
          *   2409.00011 | a survey. (Lưu ý: Survey)
          *   `2409.00012` | listed twice (Đã liệt kê ở II.B.1.b)
          *   (Covered under NLP > Data)
          *   (Papers of several kinds)
              *   2409.00013 | below a bracket that is a label
          *   arXiv:2409.00014v2 | with version
          *   **`2409.00015`** | bold id
          *   [2409.00016](https://arxiv.org/abs/2409.00016) | linked id
          *   [2409.00017](https://example.org/x) | linked elsewhere
      """)
    #expect(
      outline == """
        topicTree 1. «Topic Tree»
          topic «NLP»
            paper [2409.00001] summary«plain text with ToolChain* and A* in it»
            paper [2409.00002] name«NEO-X» summary«named model, softmax over {-1,0,1} | and a pipe»
            paper [2409.00003, 2409.00004] summary«two at once»
            paper [2409.00005, 2409.00006] summary«both in one code span»
            paper [2409.00007, 2409.00008, 2409.00009] summary«three»
            paper [2409.00001] note«(Duplicate of NLP > Data)» duplicate
            topic «Bold label»
              paper [2409.00010] summary«on one line»
            paper [2409.00011] summary«a survey.» note«(Lưu ý: Survey)»
            paper [2409.00012] summary«listed twice» note«(Đã liệt kê ở II.B.1.b)» duplicate
            placeholder «(Covered under NLP > Data)»
            topic «(Papers of several kinds)»
              paper [2409.00013] summary«below a bracket that is a label»
            paper [arXiv:2409.00014v2] summary«with version»
            paper [2409.00015] summary«bold id»
            paper [https://arxiv.org/abs/2409.00016] summary«linked id»
            paper [2409.00017] summary«(https://example.org/x) | linked elsewhere»

        """)
  }

  @Test func reportsTheWordOfAFenceThatIsOpened() throws {
    let source = "## TOPIC_TREE\n\n```markdown\n*   A\n    *   2409.00001 | one\n```\n"
    let result = try Self.read(source)
    #expect(
      result.diagnostics.map(\.summary) == [
        "the fence around this digest text is opened; its word 'markdown' is not kept"
      ])
    #expect(result.diagnostics.map(\.severity) == [.note])
    #expect(result.diagnostics.first?.location?.range == SourceRange(18, 26))
  }

  @Test func keepsTheWordsOfAFenceThatNobodyCloses() throws {
    let result = try Self.read("## META_REFLECTION\n\n```some words\n")
    #expect(result.digest.outline.contains("some words"))
    #expect(result.diagnostics.map(\.id.name) == ["markdown/unbalanced-fence"])
  }

  @Test("a number of a list is kept where an entry has a place for words, else reported")
  func keepsTheNumbersOfOrderedEntries() throws {
    let result = try Self.read(
      """
      ## TOPIC_TREE

      11. 2409.00001 | one
      12. (Trống)
      13. **Label:** 2409.00002 | two

      ## NOVEL_TECH_CONTRIBUTIONS

      21. **2409.00001 – what – Suy nghĩ:** remark
      22.
          *   **2409.00001 – other – Suy nghĩ:** remark

      ## GAPS_AND_OPPORTUNITIES

      31. **Title:** prose. Cơ hội: chance
          41. *Gaps:* inner
          42. point
      32. bare

      ## FUTURE_IDEAS

      51. ✨ **Idea 2: Title**
          *   **Motivation:** why

      ✨ **Idea 3: Next**

      61. **Motivation:** why
      """)
    // They are sorted when they are shown.
    let numbers = result.diagnostics.sorted {
      ($0.location?.range.lower ?? 0) < ($1.location?.range.lower ?? 0)
    }
    #expect(
      numbers.map(\.summary) == [
        "the number '11.' of this list item is not kept; its place in the list is",
        "the number '21.' of this list item is not kept; its place in the list is",
        "the number '22.' of this list item is not kept; its place in the list is",
        "the number '61.' of this list item is not kept; its place in the list is",
      ])
    let words = Set(Words.of(result.digest))
    #expect(words.isSuperset(of: ["12", "13", "31", "41", "42", "32", "51"]))
  }

  @Test("a rich text has no blank lines: a backslash alone on its line breaks nothing more")
  func readsABackslashAloneOnItsLine() throws {
    let result = try Self.read("## META_REFLECTION\n\none \\\n\\\ntwo\nthree\\\nfour\n")
    guard case .block(.paragraph(let text)) = result.digest.sections[0].entries[0] else {
      Issue.record("no paragraph")
      return
    }
    #expect(text.markdown == "one\ntwo three\nfour")
  }

  @Test func opensAFenceAroundTheTree() throws {
    let outline = try Self.outline(
      """
      1.  **TOPIC_TREE**

          ```markdown
          *   A
              *   `2409.00001` | one
          *   B
              *   `2409.00002` | two
          ```

      2.  **READING_LIST**

          *   2409.00001 – One · why
      """)
    #expect(
      outline == """
        topicTree 1. «TOPIC_TREE»
          topic «A»
            paper [2409.00001] summary«one»
          topic «B»
            paper [2409.00002] summary«two»
        readingList 2. «READING_LIST»
          reading [2409.00001] name«One» reason«why»

        """)
  }

  @Test(arguments: ["    ```", "```", "        ```"]) func passesOverAStrayFence(fence: String) throws {
    let result = try Self.read(
      """
      1.  **TOPIC_TREE**
          *   A
              *   2409.00001 | one
      \(fence)

      2.  **READING_LIST**

          *   2409.00001 – One · why

      3.  **META_REFLECTION**

          Some thoughts.
      """)
    #expect(result.diagnostics.map(\.id.name) == ["markdown/unbalanced-fence"])
    #expect(
      result.digest.outline == """
        topicTree 1. «TOPIC_TREE»
          topic «A»
            paper [2409.00001] summary«one»
        readingList 2. «READING_LIST»
          reading [2409.00001] name«One» reason«why»
        reflection 3. «META_REFLECTION»
          p «Some thoughts.»

        """)
  }

  // MARK: Around the sections

  @Test func findsSectionsInEveryFormOfHeading() throws {
    let outline = try Self.outline(
      """
      Hello, here is the result.

      **ĐẦU RA**

      ## TOPIC_TREE
      - A
        - 2409.00001 | one

      Highlights
      --------------
      | Rank | Paper | Tags |
      |:--|---|---|
      | 1 | 2409.00001 | a, b (c, d) |

      **3. NOVEL CONTRIBUTIONS**
      - **2409.00001 – x – Suy nghĩ:** y

      # Khoảng trống và cơ hội
      - **T:** g. Cơ hội: o

      5. **READING_LIST** (Top papers đáng đọc)
         1. 2409.00001 – One · why
      6. **EXTRA_NOTES**
         Something else about 2409.00002.
      """)
    #expect(
      outline == """
        preamble
          p «Hello, here is the result.»
          p «**ĐẦU RA**»
        topicTree «TOPIC_TREE»
          topic «A»
            paper [2409.00001] summary«one»
        highlights «Highlights»
          highlights rank«Rank» papers«Paper» keywords«Tags»
            1 [2409.00001] ["a", "b (c, d)"]
        contributions 3. «NOVEL CONTRIBUTIONS»
          contribution [2409.00001] technique«x» label«Suy nghĩ» remark«y»
        gaps «Khoảng trống và cơ hội»
          gap «T»
            body «g.»
            opportunity label«Cơ hội» «o»
        readingList 5. «**READING_LIST** (Top papers đáng đọc)»
          reading 1. [2409.00001] name«One» reason«why»
        other 6. «EXTRA_NOTES»
          p «Something else about 2409.00002.»

        """)
  }

  @Test func readsATableRightBelowItsHeading() throws {
    let outline = try Self.outline(
      """
      2.  **SOTA_HIGHLIGHTS (Top-10)**
          | Hạng | Bài | Từ khóa | Đột phá | Ảnh hưởng |
          | :--- | :--- | :--- | :--- | :--- |
          | 1 | `2409.00001` | x, y | a \\| b | |
          | 2 | 2409.00002 Name | z | `c|d` |
          | 3 | 2409.00003 | w | e | f | too much |
          | 4 | 2409.00004 | R&amp;D, R&D; `a;b`, (c; d) | g |
      """)
    #expect(
      outline == """
        highlights 2. «SOTA_HIGHLIGHTS (Top-10)»
          highlights rank«Hạng» papers«Bài» keywords«Từ khóa» text«Đột phá» text«Ảnh hưởng»
            1 [2409.00001] ["x", "y"] «a | b» «»
            2 [2409.00002] name«Name» ["z"] «`c|d`»
            3 [2409.00003] ["w"] «e» «f» «too much»
            4 [2409.00004] ["R&D", "R&D", "a;b", "(c; d)"] «g»

        """)
  }

  // MARK: Contributions

  @Test func readsEveryFormOfContribution() throws {
    let outline = try Self.outline(
      """
      3.  **NOVEL_TECH_CONTRIBUTIONS**

          *   **2409.00001 – what – Suy nghĩ:** remark.
          *   **2409.00002 – what – Suy nghĩ**: remark with **bold** in it
          *   **`2409.00003` – Phương pháp `a-shift` – Suy nghĩ:** hay. (Đóng góp dữ liệu)
          *   **`2409.00004` – S* with search – and pairs** – good choice. *Suy nghĩ: an opinion.*
          *   **2409.00005 – the ReLU (`max(0, x) * y`) for gates. – simple but good.**
          *   **2409.00006 – Law: loss (N, D) with A*N^-α, B*D^-β – Suy nghĩ:** useful
          *   2409.00007 – plain & simple – Suy nghĩ: fine
          *   **2409.00008, 2409.00009 – shared – Thoughts:** both
      """)
    #expect(
      outline == """
        contributions 3. «NOVEL_TECH_CONTRIBUTIONS»
          contribution [2409.00001] technique«what» label«Suy nghĩ» remark«remark.»
          contribution [2409.00002] technique«what» label«Suy nghĩ» remark«remark with **bold** in it»
          contribution [2409.00003] technique«Phương pháp `a-shift`» label«Suy nghĩ» remark«hay.» kind«Đóng góp dữ liệu»
          contribution [2409.00004] technique«S* with search – and pairs» remark«good choice. *Suy nghĩ: an opinion.*»
          contribution [2409.00005] technique«the ReLU (`max(0, x) * y`) for gates.» remark«simple but good.»
          contribution [2409.00006] technique«Law: loss (N, D) with A*N^-α, B*D^-β» label«Suy nghĩ» remark«useful»
          contribution [2409.00007] technique«plain & simple» label«Suy nghĩ» remark«fine»
          contribution [2409.00008, 2409.00009] technique«shared» label«Thoughts» remark«both»

        """)
  }

  // MARK: Gaps

  @Test func readsEveryFormOfGap() throws {
    let outline = try Self.outline(
      """
      4.  **GAPS_AND_OPPORTUNITIES**

          *   **Flat (2409.00001):** prose (ví dụ: A từ 2409.00002). Cơ hội: chance one.
          *   **Nested:**
              *   first. Cơ hội: chance
              *   second
          *   **Marked**
              *   *Gaps:* missing things
              *   *Opportunities:*
                  *   do this
                  *   do that
          *   **Other marks:**
              *   **Gap:** a [2409.00003]
              *   **Opportunity:** b
          *   **No label at all:** only prose `2409.00004`
          *   *Gap:* inline. *Opportunity:* also inline.
      """)
    #expect(
      outline == """
        gaps 4. «GAPS_AND_OPPORTUNITIES»
          gap «Flat (2409.00001)»
            body «prose (ví dụ: A từ 2409.00002).»
            opportunity label«Cơ hội» «chance one.»
          gap «Nested»
            point
              body «first.»
              opportunity label«Cơ hội» «chance»
            point «second»
          gap «Marked»
            gap label«Gaps» «missing things»
            opportunity label«Opportunities»
              point «do this»
              point «do that»
          gap «Other marks»
            gap label«Gap» «a [2409.00003]»
            opportunity label«Opportunity» «b»
          gap «No label at all»
            body «only prose `2409.00004`»
          gap
            gap label«Gap» «inline.»
            opportunity label«Opportunity» «also inline.»

        """)
  }

  // MARK: Ideas

  @Test func readsIdeasWithBulletedFields() throws {
    let outline = try Self.outline(
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
    let outline = try Self.outline(
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

  @Test func readsIdeasThatNoBlankLineParts() throws {
    let outline = try Self.outline(
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

  // MARK: Reading list and reflection

  @Test func readsEveryFormOfReadingItem() throws {
    let outline = try Self.outline(
      """
      6.  **READING_LIST**

          *   `2409.00001` – Name (v2)/Other: X · reason
          *   2409.00002 & 2409.00003 – Dolma & OLMo · both
          *   **`2409.00004` – Bold · whole**
          *   `2409.00005` – Update: Sub · *in italics*
          *   **2409.00006** – Dash – reason behind a dash
          1.  2409.00007 – Numbered · yes
      """)
    #expect(
      outline == """
        readingList 6. «READING_LIST»
          reading [2409.00001] name«Name (v2)/Other: X» reason«reason»
          reading [2409.00002, 2409.00003] name«Dolma & OLMo» reason«both»
          reading [2409.00004] name«Bold» reason«whole»
          reading [2409.00005] name«Update: Sub» reason«*in italics*»
          reading [2409.00006] name«Dash» reason«reason behind a dash»
          reading 1. [2409.00007] name«Numbered» reason«yes»

        """)
  }

  @Test func givesTheClosingLineOfAReflectionBack() throws {
    let outline = try Self.outline(
      """
      7.  **META_REFLECTION**

          An opening:
          1.  **First:** text (2409.00001).
          2.  Second.
      In closing, all is well.
      """)
    #expect(
      outline == """
        reflection 7. «META_REFLECTION»
          p «An opening:»
          ol
            li 1.
              p «**First:** text (2409.00001).»
            li 2.
              p «Second.»
          p «In closing, all is well.»

        """)
  }

  // MARK: Ids that are none

  @Test func reportsIDsThatCannotExist() throws {
    let text = """
      1.  **TOPIC_TREE**
          *   A
              *   2413.00001 | month thirteen
              *   2409.1 | lost digits
              *   2409.00001 | fine
      """
    let result = try Self.read(text)
    #expect(
      result.diagnostics.map(\.summary) == [
        "id '2413.00001' has month 13; months run from 01 to 12",
        "id '2409.1' has 1 digit after the point, expected 5",
      ])
    let table = LineTable(Array(text.utf8))
    let places = result.diagnostics.map { $0.location.map { table.position(of: $0.range.lower).description } }
    #expect(places == ["3:13", "4:13"])
  }
}

import DigestDiagnostics
import DigestImporters
import DigestModel
import DigestTestSupport
import Testing

/// Lines about papers in a topic tree.
@Suite struct PaperLineTests {
  @Test func readsEveryFormOfPaperLine() throws {
    let outline = try MarkdownReading.outlineOfAnyFence(
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

        """)
  }

  @Test func readsPaperLinesWithTheNameOrASignFirst() throws {
    let outline = try MarkdownReading.outline(
      """
      1.  **TOPIC_TREE**
          *   **NLP:**
              *   **NAMER** (2411.00001): colon behind the bracket
              *   NAMEX (`2411.00002`) | pipe
              *   NAMEY [2411.00003] – dash
              *   NAMEYY: words first. [2411.00027]
              *   [A linked title](https://arxiv.org/abs/2411.00004) – link
              *   2411.00005 (NAMEZ) | bracket behind the id
              *   2411.00006 | **NAMEB** – bold
              *   2411.00007 | **NAMEC:** bold with colon
              *   2411.00008 – NAMED | two separators
              *   2411.00009｜full-width
              *   2411.00010 || doubled
              *   ⭐ 2411.00011 | sign
              *   - [ ] 2411.00012 | task
              *   2411.00013\u{A0}|\u{A0}no-break spaces
              *   2411.00014 (Already listed in I.A) | again
              *   2411.00015 | once more *(already listed above)*
              *   **Labelled:** 2411.00016, 2411.00017
              *   Bracketed (2411.00018, 2411.00019)
              *   >10x faster is no quote
              *   *(Duplicate of II.A)* 2411.00021 | note first
              *   2411.00022 | NAMEF | two pipes
              *   2411.00023 | a phrase | two pipes
              *   2411.00024, 2411.00025; 2411.00026 \\| three
              *   2411.00020 | >10x either
      """)
    #expect(
      outline == """
        topicTree 1. «TOPIC_TREE»
          topic «NLP»
            paper [2411.00001] name«NAMER» summary«colon behind the bracket»
            paper [2411.00002] name«NAMEX» summary«pipe»
            paper [2411.00003] name«NAMEY» summary«dash»
            paper [2411.00027] name«NAMEYY» summary«words first.»
            paper [https://arxiv.org/abs/2411.00004] name«A linked title» summary«link»
            paper [2411.00005] name«NAMEZ» summary«bracket behind the id»
            paper [2411.00006] name«NAMEB» summary«bold»
            paper [2411.00007] name«NAMEC» summary«bold with colon»
            paper [2411.00008] name«NAMED» summary«two separators»
            paper [2411.00009] summary«full-width»
            paper [2411.00010] summary«doubled»
            paper [2411.00011] summary«sign» note«⭐»
            paper [2411.00012] summary«task»
            paper [2411.00013] summary«no-break spaces»
            paper [2411.00014] summary«again» note«(Already listed in I.A)» duplicate
            paper [2411.00015] summary«once more» note«*(already listed above)*» duplicate
            topic «Labelled»
              paper [2411.00016, 2411.00017]
            topic «Bracketed»
              paper [2411.00018, 2411.00019]
            topic «>10x faster is no quote»
            paper [2411.00021] summary«note first» note«*(Duplicate of II.A)*» duplicate
            paper [2411.00022] name«NAMEF» summary«two pipes»
            paper [2411.00023] summary«a phrase | two pipes»
            paper [2411.00024, 2411.00025, 2411.00026] summary«three»
            paper [2411.00020] summary«>10x either»

        """)
  }

  @Test func keepsAsterisksThatStandAlone() throws {
    let outline = try MarkdownReading.outline(
      """
      ## TOPIC_TREE

      *   Powers
          *   `2411.00001` | NAME: a ** b of x
          *   `2411.00002` | NAME: x *** y
          *   `2411.00003` | a ** b, **c** and ** d
          *   **2411.00004 | NAME ** a ** b
          *   `2411.00005` | NAME: cut **short
      """)
    #expect(
      outline == """
        topicTree «TOPIC_TREE»
          topic «Powers»
            paper [2411.00001] name«NAME» summary«a ** b of x»
            paper [2411.00002] name«NAME» summary«x *** y»
            paper [2411.00003] summary«a ** b, **c** and ** d»
            paper [2411.00004] summary«NAME  a ** b»
            paper [2411.00005] name«NAME» summary«cut short»

        """)
  }
}

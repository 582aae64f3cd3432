import DigestDiagnostics
import DigestImporters
import DigestModel
import DigestTestSupport
import Testing

/// Contributions with their remarks.
@Suite struct ContributionsTests {
  @Test func readsEveryFormOfContribution() throws {
    let outline = try MarkdownReading.outlineOfAnyFence(
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
          contribution [2409.00004] technique«S* with search – and pairs» remark«good choice.» opinion label«Suy nghĩ» opinion«an opinion.»
          contribution [2409.00005] technique«the ReLU (`max(0, x) * y`) for gates.» remark«simple but good.»
          contribution [2409.00006] technique«Law: loss (N, D) with A*N^-α, B*D^-β» label«Suy nghĩ» remark«useful»
          contribution [2409.00007] technique«plain & simple» label«Suy nghĩ» remark«fine»
          contribution [2409.00008, 2409.00009] technique«shared» label«Thoughts» remark«both»

        """)
  }

  @Test func readsTheRemarkBelowAHeadingAndLinksInBrackets() throws {
    let outline = try MarkdownReading.outline(
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

  @Test func readsContributionsBelowANamedPaper() throws {
    let outline = try MarkdownReading.outline(
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

  @Test func readsARemarkOnALaterLine() throws {
    let outline = try MarkdownReading.outline(
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

  @Test func readsContributionsWithNamesSignsAndOtherMarks() throws {
    let outline = try MarkdownReading.outline(
      """
      3.  **NOVEL_TECH_CONTRIBUTIONS**

          *   **NAME (2411.00001) – what – Suy nghĩ:** one.
          *   **NAMED** (`2411.00002`) – what. *Suy nghĩ:* two.
          *   **NAMEE [2411.00003]:** what – Suy nghĩ: three.
          *   **what (2411.00004)** – four
          *   **2411.00005**: what – five
          *   **2411.00006 – what** – *Suy nghĩ:* six
          *   **2411.00007 — what — _Suy nghĩ_:** seven
          *   **2411.00008 | what | Suy nghĩ:** eight
          *   **2411.00009 – what** (Suy nghĩ: nine)
          *   **2411.00010 – what – Đánh giá cá nhân:** ten
          *   **2411.00011 – what – 💭 Suy nghĩ：** eleven (Đóng góp dữ liệu).
          *   🔧 **2411.00012 – what – Suy nghĩ:** twelve
          *   **2411.00013 – what**
              *   *Suy nghĩ:* thirteen
          *   **2411.00014**
              *   first – Suy nghĩ: good
              *   second – Suy nghĩ: fine
          *   **A group**
              *   **2411.00015 – what – Suy nghĩ:** fifteen

          **2411.00016 – what – Suy nghĩ:** sixteen
          **2411.00017 – what – Suy nghĩ:** seventeen

          | Paper | What | Suy nghĩ |
          |---|---|---|
          | 2411.00018 | what | eighteen |
      """)
    #expect(
      outline == """
        contributions 3. «NOVEL_TECH_CONTRIBUTIONS»
          contribution [2411.00001] technique«NAME – what» label«Suy nghĩ» remark«one.»
          contribution [2411.00002] technique«**NAMED** – what.» label«Suy nghĩ» remark«two.»
          contribution [2411.00003] technique«NAMEE: what» label«Suy nghĩ» remark«three.»
          contribution [2411.00004] technique«what» remark«four»
          contribution [2411.00005] technique«what» remark«five»
          contribution [2411.00006] technique«what» label«Suy nghĩ» remark«six»
          contribution [2411.00007] technique«what» label«Suy nghĩ» remark«seven»
          contribution [2411.00008] technique«what» label«Suy nghĩ» remark«eight»
          contribution [2411.00009] technique«what» label«Suy nghĩ» remark«nine»
          contribution [2411.00010] technique«what» label«Đánh giá cá nhân» remark«ten»
          contribution [2411.00011] technique«what» label«Suy nghĩ» remark«eleven» kind«Đóng góp dữ liệu»
          contribution [2411.00012] technique«what» label«Suy nghĩ» remark«twelve» kind«🔧»
          contribution [2411.00013] technique«what» label«Suy nghĩ» remark«thirteen»
          contribution [2411.00014] technique«first» label«Suy nghĩ» remark«good»
          contribution [2411.00014] technique«second» label«Suy nghĩ» remark«fine»
          p «**A group**»
          contribution [2411.00015] technique«what» label«Suy nghĩ» remark«fifteen»
          contribution [2411.00016] technique«what» label«Suy nghĩ» remark«sixteen»
          contribution [2411.00017] technique«what» label«Suy nghĩ» remark«seventeen»
          p «Paper | What | Suy nghĩ»
          contribution [2411.00018] technique«what» label«Suy nghĩ» remark«eighteen»

        """)
  }

  @Test(
    "a remark may be followed by an opinion with a label of its own",
    arguments: [
      (
        "**2502.00001 – what** – remark. *Suy nghĩ: opinion.*",
        "remark«remark.» opinion label«Suy nghĩ» opinion«opinion.»"
      ),
      (
        "**`2502.00001` – what** – remark. *Suy nghĩ:* opinion.",
        "remark«remark.» opinion label«Suy nghĩ» opinion«opinion.»"
      ),
      (
        "**2502.00001 – what** – remark. (Suy nghĩ: opinion.)",
        "remark«remark.» opinion label«Suy nghĩ» opinion«opinion.»"
      ),
      (
        "**2502.00001 – what** – remark. **Suy nghĩ:** opinion.",
        "remark«remark.» opinion label«Suy nghĩ» opinion«opinion.»"
      ),
      (
        "**2502.00001 – what** – remark. Thoughts: opinion.",
        "remark«remark.» opinion label«Thoughts» opinion«opinion.»"
      ),
      (
        "**2502.00001 – what** – remark! Nhận xét: opinion.",
        "remark«remark!» opinion label«Nhận xét» opinion«opinion.»"
      ),
      ("**2502.00001 – what** – 评论内容。想法：很好。", "remark«评论内容。» opinion label«想法» opinion«很好。»"),
      (
        "`2502.00001` – what – remark. *Suy nghĩ: opinion.*",
        "remark«remark.» opinion label«Suy nghĩ» opinion«opinion.»"
      ),
      (
        "2502.00001 – what – remark. **Suy nghĩ:** opinion.",
        "remark«remark.» opinion label«Suy nghĩ» opinion«opinion.»"
      ),
      (
        "**2502.00001 – what – Suy nghĩ:** remark. *Ý kiến: opinion.*",
        "label«Suy nghĩ» remark«remark.» opinion label«Ý kiến» opinion«opinion.»"
      ),
      (
        "**2502.00001 – what** – remark. *Suy nghĩ: opinion.* (Đóng góp dữ liệu)",
        "remark«remark.» opinion label«Suy nghĩ» opinion«opinion.» kind«Đóng góp dữ liệu»"
      ),
      (
        "**2502.00001 – what** – remark.\n        *   *Suy nghĩ:* opinion.",
        "remark«remark.» opinion label«Suy nghĩ» opinion«opinion.»"
      ),
      ("**2502.00001 – what** – Suy nghĩ: opinion.", "label«Suy nghĩ» remark«opinion.»"),
      ("2502.00001 – what – Suy nghĩ: opinion.", "label«Suy nghĩ» remark«opinion.»"),
      ("**2502.00001 – what – Suy nghĩ:** remark.", "label«Suy nghĩ» remark«remark.»"),
      (
        "**2502.00001 – what** – remark with a comment: none. Good.",
        "remark«remark with a comment: none. Good.»"
      ),
      ("**2502.00001 – what** – my take on it: good.", "remark«my take on it: good.»"),
      ("**2502.00001 – what** – remark.", "remark«remark.»"),
      ("**2502.00001 – what.** *Suy nghĩ: opinion.*", "label«Suy nghĩ» remark«opinion.»"),
    ])
  func readsOpinionsAfterRemarks(line: String, parts: String) throws {
    let text = "3.  **NOVEL_TECH_CONTRIBUTIONS**\n\n    *   \(line)\n"
    let outline = try MarkdownReading.read(text).digest.outline
    let technique = line.contains("what.") ? "what." : "what"
    #expect(
      outline == """
        contributions 3. «NOVEL_TECH_CONTRIBUTIONS»
          contribution [2502.00001] technique«\(technique)» \(parts)

        """)
  }
}

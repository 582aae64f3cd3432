import DigestModel
import DigestTestSupport
import Testing

/// Paper lines of a tree in marks beyond bold and code, in links, and in lists of tasks.
@Suite struct MarkedPaperLineTests {
  @Test(
    "marks, links and states around ids do not hide them",
    arguments: [
      ("~~2503.00001 | text~~", "summary«~~text~~»"), ("~~`2503.00001`~~ | text", "summary«text»"),
      ("~~2503.00001 | half~~ rest", "summary«~~half~~ rest»"),
      ("~~2503.00001 | NEO: text~~", "name«NEO» summary«~~text~~»"),
      ("==2503.00001 | text==", "summary«==text==»"), ("==2503.00001== | text", "summary«text»"),
      ("<b>2503.00001</b> | text", "summary«text»"), ("<b>2503.00001 | text</b>", "summary«text»"),
      ("<B>2503.00001</B> | text", "summary«text»"),
      ("<strong><code>2503.00001</code></strong> | text", "summary«text»"),
      ("<del>2503.00001 | text</del>", "summary«<del>text</del>»"),
      ("<mark>2503.00001</mark> – text", "summary«text»"),
      ("<span style=\"color:red\">2503.00001 | text</span>", "summary«text»"),
      ("<u>2503.00001</u> (NEO) | text", "name«NEO» summary«text»"),
      ("[2503.00001 | text](https://arxiv.org/abs/2503.00001)", "summary«text»"),
      ("[2503.00001 | text]", "summary«text»"),
      ("[2503.00001 | text](https://example.org/x) more", "summary«text more» note«https://example.org/x»"),
      ("[2503.00001](https://example.org/x) | text", "summary«text» note«https://example.org/x»"),
      ("*2503.00001* | text", "summary«text»"), ("*2503.00001 | text*", "summary«text»"),
      ("***2503.00001*** | text", "summary«text»"),
      ("<a href='https://arxiv.org/abs/2503.00001' target=\"_blank\">2503.00001 | text</a>", "summary«text»"),
      (
        "<a href=\"https://example.org/x\">2503.00001</a> | text", "summary«text» note«https://example.org/x»"
      ),
      ("[[2503.00001]] | text", "summary«text»"), ("[[2503.00001|text here]]", "summary«text here»"),
      ("[[2503.00001|NEO]] | text", "name«NEO» summary«text»"),
      ("[[2503.00001|NEO]] – text", "name«NEO» summary«text»"),
      ("[[2503.00001#part|NEO]] | text", "name«NEO» summary«text»"),
      ("[[papers/2503.00001|NEO]] | text", "name«NEO» summary«text» note«papers/2503.00001»"),
      ("TODO 2503.00001 | text", "summary«text» note«TODO»"),
      ("DONE `2503.00001` | text", "summary«text» note«DONE»"),
      ("TODO: 2503.00001 | text", "summary«text» note«TODO:»"),
      ("TODO [#A] 2503.00001 | text", "summary«text» note«TODO [#A]»"),
      ("LATER **2503.00001** | text", "summary«text» note«LATER»"),
      ("[TODO] 2503.00001 | text", "summary«text» note«[TODO]»"),
      ("[ ] 2503.00001 | text", "summary«text»"), ("[x] 2503.00001 | text", "summary«text» note«[x]»"),
      ("[ ] TODO 2503.00001 | text", "summary«text» note«[ ] TODO»"),
      ("[x] ~~2503.00001 | text~~", "summary«~~text~~» note«[x]»"),
      ("**~~2503.00001~~** | text", "summary«text»"), ("✅ 2503.00001 | text", "summary«text» note«✅»"),
    ])
  func readsLine(line: String, parts: String) throws {
    let outline = try MarkdownReading.read("1.  **TOPIC_TREE**\n\n    *   NLP\n        *   \(line)\n").digest
      .outline
    #expect(
      outline == """
        topicTree 1. «TOPIC_TREE»
          topic «NLP»
            paper [2503.00001] \(parts)

        """)
  }

  @Test(
    "a link of HTML whose text is the id or the name of the paper",
    arguments: [
      (
        "<a href=\"https://arxiv.org/abs/2503.00001\">NEO</a> | text",
        "[https://arxiv.org/abs/2503.00001] name«NEO» summary«text»"
      ),
      ("<a href=\"https://arxiv.org/abs/2503.00001\">2503.00001</a> | text", "[2503.00001] summary«text»"),
    ])
  func readsLinksOfHTML(line: String, parts: String) throws {
    let outline = try MarkdownReading.read("1.  **TOPIC_TREE**\n\n    *   NLP\n        *   \(line)\n").digest
      .outline
    #expect(
      outline == """
        topicTree 1. «TOPIC_TREE»
          topic «NLP»
            paper \(parts)

        """)
  }

  @Test("several ids, of which some are marked")
  func readsSeveralIDs() throws {
    let text = """
      1.  **TOPIC_TREE**

          *   NLP
              *   ~~2503.00001~~, 2503.00002 | text
              *   <b>2503.00003</b>, <i>2503.00004</i> | text
              *   [[2503.00005]], [[2503.00006]] | text
      """
    #expect(
      try MarkdownReading.read(text).digest.outline == """
        topicTree 1. «TOPIC_TREE»
          topic «NLP»
            paper [2503.00001, 2503.00002] summary«text»
            paper [2503.00003, 2503.00004] summary«text»
            paper [2503.00005, 2503.00006] summary«text»

        """)
  }
}

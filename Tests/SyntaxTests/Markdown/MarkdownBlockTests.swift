import DigestSyntax
import Testing

@Suite struct MarkdownBlockTests {
  /// The tree as indented lines: kind, then the text of the lines joined by `/`.
  static func dump(
    _ source: String, isTextLabel: (String) -> Bool = { _ in false }
  ) throws -> String {
    let text = MarkdownText(Array(source.utf8))
    var result = ""
    func add(_ blocks: [MarkdownBlock], _ depth: Int) {
      for block in blocks {
        let lines = block.lines.map { String(decoding: text.bytes[$0], as: UTF8.self) }.joined(separator: "/")
        var kind = "\(block.kind)".prefix { $0 != "(" }
        if case .item(let number) = block.kind, !number.isEmpty {
          kind = "item[\(String(decoding: text.bytes[number], as: UTF8.self))]"
        }
        if case .code(let info, let isClosed) = block.kind {
          kind = "code[\(String(decoding: text.bytes[info], as: UTF8.self))\(isClosed ? "" : " open")]"
        }
        result += String(repeating: "  ", count: depth) + kind + (lines.isEmpty ? "" : " " + lines) + "\n"
        add(block.children, depth + 1)
      }
    }
    add(try text.blocks(in: 0..<text.bytes.count) { isTextLabel(String(decoding: $0, as: UTF8.self)) }, 0)
    return result
  }

  @Test func keepsALabelBeforeAColonAsTextWhereItIsSaidToBe() throws {
    let tree = try Self.dump(
      """
      - [2311.00001]: Alpha
        - below

      > 1. [hep-th/9901001v2]: "Beta"

      [arXiv:2311.00002]: Gamma
      """, isTextLabel: { $0.contains("01") || $0.contains("arXiv") })
    #expect(
      tree == """
        bulletList
          item
            paragraph [2311.00001]: Alpha
            bulletList
              item
                paragraph below
        quote
          orderedList
            item[1.]
              paragraph [hep-th/9901001v2]: "Beta"
        paragraph [arXiv:2311.00002]: Gamma

        """)
  }

  /// md4c swallows a definition: its lines come back beside what follows, each a paragraph of its own.
  @Test(arguments: [
    "[1]: https://example.org/a", "[name]: <https://example.org>", "[name]: Alpha",
    "[2311.00001]: https://example.org/abs/2311.00001", "[2311.00001]: <a>", "[2311.00001]: #place",
    "[2311.000]: Alpha", "[2311.00001v]: Alpha",
  ])
  func leavesARealLinkReferenceDefinitionOne(definition: String) throws {
    let tree = try Self.dump("\(definition)\ntext\n", isTextLabel: { $0 == "2311.00001" })
    #expect(tree == "paragraph \(definition)\nparagraph text\n")
  }

  @Test func readsSectionsAsListItems() throws {
    let source = """
      1.  **A**

          *   x
              *   `y` | z

      2.  **B**

          | a | b |
          | --- | --- |
          | c | d |

      3.  **C**
          *   1. Label
              *   below
          ```
      4. **D**
          text
      """
    let tree = try Self.dump(source)
    #expect(
      tree == """
        orderedList
          item[1.]
            paragraph **A**
            bulletList
              item
                paragraph x
                bulletList
                  item
                    paragraph `y` | z
          item[2.]
            paragraph **B**
            table | a | b |/| --- | --- |/| c | d |
          item[3.]
            paragraph **C**
            bulletList
              item
                orderedList
                  item[1.]
                    paragraph Label
                bulletList
                  item
                    paragraph below
            code[ open]
          item[4.]
            paragraph **D**/text

        """)
  }

  @Test func keepsLinkReferenceDefinitionsAsText() throws {
    let tree = try Self.dump("a\n\n[foo]: http://example.org\n\nb\n")
    #expect(
      tree == """
        paragraph a
        paragraph [foo]: http://example.org
        paragraph b

        """)
  }

  @Test(
    "a definition before a block without text of its own", arguments: ["***", "* * *", "```swift", "~~~"])
  func keepsLinkReferenceDefinitionsBeforeRulesAndFences(mark: String) throws {
    let tree = try Self.dump("a\n\n[foo]: http://example.org\n\(mark)\nb\n")
    let block = mark.contains("*") ? "thematicBreak\nparagraph b\n" : "code[\(mark.dropFirst(3)) open] b\n"
    #expect(tree == "paragraph a\nparagraph [foo]: http://example.org\n" + block)
  }

  @Test func readsItemsWithoutTextBehindOneAnother() throws {
    let tree = try Self.dump("1.\n   -\n2. a\n- y\n")
    #expect(
      tree == """
        orderedList
          item[1.]
            bulletList
              item
          item[2.]
            paragraph a
        bulletList
          item
            paragraph y

        """)
  }

  @Test func findsFencesHeadingsQuotesAndRules() throws {
    let tree = try Self.dump("# T #\nSub\n---\n> q\n> r\n\n***\n```swift\nlet x\n\n```\n*\n1.\n   late\n")
    #expect(
      tree == """
        heading T
        heading Sub
        quote
          paragraph q/r
        thematicBreak
        code[swift] let x/
        bulletList
          item
        orderedList
          item[1.]
            paragraph late

        """)
  }
}

extension MarkdownBlockTests {
  @Test func readsStepsThatAreIndentedInAParagraph() throws {
    let tree = try Self.dump(
      "5.  **I**\n\n    ✨ **T**\n    · **A:** x\n    · **B:**\n        1.  one\n        2.  two\n    · **C:** y\n"
    )
    #expect(
      tree == """
        orderedList
          item[5.]
            paragraph **I**
            paragraph ✨ **T**/· **A:** x/· **B:**
            orderedList
              item[1.]
                paragraph one
              item[2.]
                paragraph two/· **C:** y

        """)
  }

  /// md4c 0.4.8 takes a paragraph's line at an offset of 4 modulo 256 for an empty list item there.
  @Test(arguments: ["\n\n", "\n\n\n", "\n \n\n", "\r\n\r\n\r\n", "\n\n\n\n\n"])
  func keepsSiblingsApartAfterBlankLines(blank: String) throws {
    let tree = try Self.dump("1.  **A**\(blank)    - x\n      - y\n    - z\n")
    #expect(
      tree == """
        orderedList
          item[1.]
            paragraph **A**
            bulletList
              item
                paragraph x
                bulletList
                  item
                    paragraph y
              item
                paragraph z

        """)
  }

  /// The same after a heading, where one blank line is enough: at any offset the tree is the same.
  @Test func keepsSiblingsApartAfterAHeadingAtAnyOffset() throws {
    for padding in 0..<300 {
      let tree = try Self.dump(
        String(repeating: "x", count: padding) + "\n\n- a\n\n  ### H\n\n  - y\n    - z\n  - w\n")
      let tail = tree.split(separator: "\n").suffix(9).joined(separator: "\n")
      #expect(
        tail.hasSuffix(
          """
              bulletList
                item
                  paragraph y
                  bulletList
                    item
                      paragraph z
                item
                  paragraph w
          """), "\(padding) bytes before")
    }
  }

  @Test func takesAComparisonForTextAndAQuoteForAQuote() throws {
    #expect(
      try Self.dump("1. >10x more\n2. >=90%\n\n> quoted\n\n>90% a | >1\n") == """
        orderedList
          item[1.]
            paragraph >10x more
          item[2.]
            paragraph >=90%
        quote
          paragraph quoted
        paragraph >90% a | >1

        """)
  }

  @Test func keepsBlankLinesInsideAFence() throws {
    #expect(try Self.dump("```\na\n\n\n\nb\n```\n") == "code[] a////b\n")
  }
}

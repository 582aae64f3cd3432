import DigestDiagnostics
import DigestExporters
import DigestImporters
import DigestModel
import DigestSyntax
import DigestTestSupport
import Foundation
import Testing

/// Every word of a Markdown source is in the YAML, the JSON and the JATS that are made of it: read back from the
/// bytes by the tests' own readers, and counted, so that a second copy elsewhere hides no loss.
@Suite struct EveryWordTests {
  /// Words by how often they occur.
  typealias Counts = [String: Int]

  private static func read(_ text: String, named name: String = "source.md") throws -> Digest {
    var digest = try MarkdownImporter().read(SourceDocument(name: name, text: text)).digest
    digest.normalise()
    return digest
  }

  private static func counts(_ words: [String]) -> Counts {
    words.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  /// The words of a text without its YAML front matter's delimiters and with character references as they are.
  private static func missing(_ source: [String], in output: [String]) -> [String] {
    let output = counts(output)
    return counts(source).filter { output[$0.key, default: 0] < $0.value }.map(\.key).sorted()
  }

  // MARK: What the outputs say

  /// All keys and scalars; the index of papers repeats words of the sections and does not count.
  private static func words(ofShape tree: LocatedTree) -> [String] {
    var words: [String] = []
    func add(_ node: LocatedNode) {
      switch node.content {
      case .scalar(let scalar): words += Words.split(scalar.text)
      case .sequence(let items): items.forEach(add)
      case .mapping(let members):
        for member in members where member.key != "papers" || node.range != tree.root.range {
          words += Words.split(member.key)
          add(member.value)
        }
      }
    }
    add(tree.root)
    return words
  }

  /// The text and the attributes of `article-meta` and `body`; keywords and references repeat words of the body.
  private static func words(ofJATS root: XMLElement) -> [String] {
    var words: [String] = []
    var text = ""
    func add(_ element: XMLElement) {
      if ["kwd-group", "ref-list"].contains(element.name) && element["kwd-group-type"] != "tags" { return }
      for name in ["xlink:href", "xlink:title", "language", "specific-use"] {
        if let value = element[name] { words += Words.split(value) }
      }
      // Markup ends a word in the source, so it ends one here.
      text += " "
      for child in element.children {
        switch child {
        case .text(let part): text += part
        case .element(let child): add(child)
        }
      }
      text += " "
    }
    add(root)
    return words + Words.split(text)
  }

  /// The words of `source` that an output lacks, by output.
  private static func losses(_ digest: Digest, of source: [String]) throws -> [String: [String]] {
    let yaml = SourceDocument(name: "out.yaml", bytes: YAMLExporter().export(digest).files[0].bytes)
    let json = SourceDocument(name: "out.json", bytes: JSONExporter().export(digest).files[0].bytes)
    let jats = try XMLElement.parse(JATSExporter().export(digest).files[0].bytes)
    let missing = [
      "yaml": missing(source, in: words(ofShape: try YAMLReader.read(yaml))),
      "json": missing(source, in: words(ofShape: try JSONReader.read(json))),
      "jats": missing(source, in: words(ofJATS: jats)),
    ]
    return missing.filter { !$0.value.isEmpty }
  }

  // MARK: Tests

  @Test("real digests", .enabled(if: SharedFolder.isPresent), arguments: CorpusDigests.paths)
  func keepsEveryWordOfARealDigest(path: String) throws {
    let text = String(decoding: try SharedFolder.bytes("corpus/" + path), as: UTF8.self)
    #expect(try Self.losses(Self.read(text, named: path), of: Words.split(text)) == [:])
  }

  @Test("any Markdown, each word written once", arguments: UInt64(1)...250)
  func keepsEveryWordOfAnyMarkdown(seed: UInt64) throws {
    let text = UniqueWordDocument(seed: seed).markdown
    let words = Words.split(text).filter { $0.hasPrefix("w") && $0.hasSuffix("w") }
    let losses = try Self.losses(Self.read(text), of: words)
    #expect(losses == [:], "seed \(seed): \(losses)")
  }

  @Test(
    "signs and odd places, one each",
    arguments: [
      "A*N^-α, B*D^-β and S* with ToolChain*",
      "weights {-1,0,1} >10x a | b =1+1 50% & more ~5 $ C:\\dir #hash",
      "<think>inner</think> &copy; &unknown; &#65; <!-- comment -->", "[^note] and [ref][target] and [alone]",
      "![alt *words*](picture.png \"picture title\")", "[text](http://a.example \"link title\")",
      "![](only.png)", "[](http://only.example)", "[text]()", "![text]()", "`a` ``b ` c`` $x_1$ $$y$$",
      "http://auto.example/p?q=1&r=2 <https://angle.example> <mailto:a@b.example>", "10.1000/abc(1)2;3",
      "שלום عربى e\u{301} 🧪 ﬁ ½ Ⅷ 中文", "a\\*b \\# \\q", "line one  \nline two\\\nline three",
    ])
  func keepsEverySignInEveryPlace(text: String) throws {
    let line = text.replacing("\n", with: "\n    ")
    let cell = text.replacing("|", with: "\\|").replacing("\n", with: " ")
    let source = """
      \(text)

      1.  **TOPIC_TREE**

          *   label \(line)
              *   2409.10001 | \(cell)

      2.  **SOTA_HIGHLIGHTS**

          | Rank | Paper | Why |
          | --- | --- | --- |
          | 1 | 2409.10002 | \(cell) |

      3.  **META_REFLECTION**

          \(line)

          > \(cell)

          17.  \(cell)

      """
    let words = Words.split(
      source.replacing("&copy;", with: "").replacing("&#65;", with: ""))
    #expect(try Self.losses(Self.read(source), of: words) == [:])
  }

  @Test(
    "what CommonMark hides",
    arguments: [
      "[name]: http://def.example \"def title\"\n***\n",
      "[name]: http://def.example\n```swift info\nlet x\n```\n",
      "> [name]: http://def.example\n> ---\n", "- [name]: http://def.example\n- ```js\n  x\n  ```\n",
      "[name]: http://def.example\n\n~~~ lonely\n```\n", "```stray words\n",
      "17. seventeen\n18) eighteen\n\n99.\n",
      "| a | b |\n| - | - |\n| c | d | beyond |\n", "last line\n===\n\\\ntail\n",
      "---\ntitle: t\nother: front matter\n---\n", "---\n- no mapping\n---\n", "<div>\nblock\n</div>\n",
    ])
  func keepsWhatCommonMarkHides(text: String) throws {
    let source = text + "\nsee 2409.10001\n"
    let metadata: Set = ["title"]
    let words = Words.split(source).filter { !metadata.contains($0) || !text.hasPrefix("---\ntitle") }
    #expect(try Self.losses(Self.read(source), of: words) == [:])
  }

  @Test func keepsSignsLetterForLetter() throws {
    let signs = "A*N^-α, B*D^-β; S* <x> {-1,0,1} >10x a\\|b 50% & ~5 ]]> =cmd|' !A0 # _ [x]"
    let digest = try Self.read("## META_REFLECTION\n\n\(signs)\n\nsee 2409.10001\n")
    let root = try XMLElement.parse(JATSExporter().export(digest).files[0].bytes)
    #expect(root.descendants("p").first?.text == signs.replacing("\\|", with: "|"))
    let yaml = String(decoding: YAMLExporter().export(digest).files[0].bytes, as: UTF8.self)
    #expect(yaml.contains(signs))
  }
}

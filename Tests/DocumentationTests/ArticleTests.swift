import DigestTestSupport
import Foundation
import Testing

/// The code in the documentation is the code of these tests, line by line, so that it compiles and does what it says.
@Suite struct ArticleTests {
  private static let catalogue = "Sources/DigestConvert/DigestConvert.docc"

  private static let articles = [
    "ConvertAText", "ReadTheDiagnostics", "AddAnImporter", "AddAFormat", "ManyFilesAtOnce",
  ]

  @Test(arguments: articles)
  func showsCodeThatTheTestsCompile(article: String) throws {
    try expect(Self.blocks(of: try text("\(Self.catalogue)/\(article).md")), inTestsOf: article)
  }

  @Test func showsCodeInTheREADMEThatTheTestsCompile() throws {
    let blocks = Self.blocks(of: try text("README.md")).filter { $0.lines.contains("import DigestConvert") }
    try expect(blocks, inTestsOf: "README")
  }

  private func expect(_ blocks: [Lines], inTestsOf article: String) throws {
    let tested = Lines(try text("Tests/DocumentationTests/\(article)Tests.swift"))
    #expect(!blocks.isEmpty)
    for block in blocks {
      // An import stands at the top of the test's file.
      let (imports, code) = block.split { $0.hasPrefix("import ") }
      #expect(imports.allSatisfy(tested.lines.contains))
      #expect(tested.contains(code), "not in the tests of \(article): \(code)")
    }
  }

  @Test func testsEachArticleOfTheCatalogue() throws {
    let folder = SharedFolder.packageRoot.appendingPathComponent(Self.catalogue).path
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".md") }
    #expect(Set(files) == Set((Self.articles + ["DigestConvert"]).map { "\($0).md" }))
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOf: SharedFolder.packageRoot.appendingPathComponent(path), encoding: .utf8)
  }

  /// The fenced blocks of Swift code and of what it prints.
  private static func blocks(of article: String) -> [Lines] {
    var blocks: [Lines] = []
    var block: String?
    for line in article.split(separator: "\n", omittingEmptySubsequences: false) {
      if let open = block {
        if line == "```" { blocks.append(Lines(open)) }
        block = line == "```" ? nil : open + line + "\n"
      } else if line == "```swift" || line == "```text" {
        block = ""
      }
    }
    return blocks
  }
}

/// A text whose indentation and empty lines do not count.
private struct Lines: CustomStringConvertible {
  var lines: [String]

  init(_ text: String) {
    lines = text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
  }

  var description: String { lines.joined(separator: "\n") }

  func split(_ isFirst: (String) -> Bool) -> ([String], Lines) {
    var rest = self
    rest.lines.removeAll(where: isFirst)
    return (lines.filter(isFirst), rest)
  }

  func contains(_ other: Lines) -> Bool {
    lines.indices.contains { lines[$0...].starts(with: other.lines) }
  }
}

import DigestImporters
import DigestModel
import DigestTestSupport
import Foundation
import Testing

/// The samples that ship with the program.
@Suite struct SampleTests {
  static let names = ["2023-11-drift.md", "2024-09-en.md", "2024-09-vi.md", "weekly.md"]

  @Test(arguments: names) func losesNoWord(name: String) throws {
    let file = SharedFolder.packageRoot.appendingPathComponent("Samples/" + name)
    let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    let digest = try MarkdownReading.read(text).digest
    // Front matter is metadata, and the info word of a fence that is opened is markup.
    var body = text.replacing("```markdown", with: "")
    if body.hasPrefix("---\n"), let end = body.range(of: "\n---\n") { body = String(body[end.upperBound...]) }
    #expect(Words.missing(from: Words.of(digest), of: Words.split(body)) == [])
  }
}

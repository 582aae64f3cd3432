import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

/// The digests of a Markdown file of our own that holds several: what the front matter says of each, and where its text
/// stands.
struct MarkdownDigests {
  private(set) var parts: [(frontMatter: DigestFrontMatter, text: Range<Int>)]
  private let bytes: [UInt8]

  /// - Parameter text: what follows the front matter.
  init(_ frontMatters: [DigestFrontMatter], _ text: Range<Int>, _ context: MarkdownContext) {
    bytes = context.document.bytes
    let marks = Self.marks(in: PartMark.all(in: bytes, text), of: frontMatters.count)
    parts = frontMatters.map { ($0, text.upperBound..<text.upperBound) }
    for (index, (mark, line)) in marks.enumerated() {
      let end = index + 1 < marks.count ? marks[index + 1].line.lowerBound : text.upperBound
      parts[mark.number - 1].text = afterHeading(line.upperBound..<end)
    }
    let marked = Set(marks.map(\.mark.number))
    for (index, own) in frontMatters.enumerated() where !marked.contains(index + 1) {
      let mark = PartMark(word: marks.first?.mark.word ?? "digest", number: index + 1)
      context.report(
        Diagnostic(
          MarkdownImporterDiagnostics.encodedPart,
          "the text has no line \(quoted(mark.line)), where this digest would begin",
          at: context.sourceMap.location(of: own.metadata.anchor)))
    }
    // What a person has written above the first mark is of the digest below it.
    let start = marks.first?.line.lowerBound ?? text.upperBound
    if !bytes[text.lowerBound..<start].allSatisfy(\.isSpace) {
      let first = (marks.first?.mark.number ?? 1) - 1
      parts[first].text = text.lowerBound..<max(start, parts[first].text.upperBound)
    }
  }

  /// Those of one word, each number once. Others are text: no mark stands before the first that counts.
  private static func marks(
    in found: [(mark: PartMark, line: Range<Int>)], of count: Int
  ) -> [(mark: PartMark, line: Range<Int>)] {
    guard let word = found.first?.mark.word else { return [] }
    var seen: Set<Int> = []
    return found.filter { mark, _ in
      mark.word == word && mark.number <= count && seen.insert(mark.number).inserted
    }
  }

  /// Without the heading that people see: the front matter has the title.
  private func afterHeading(_ range: Range<Int>) -> Range<Int> {
    let start = bytes[range].firstIndex { !$0.isSpace } ?? range.upperBound
    guard bytes[start..<range.upperBound].starts(with: "# ".utf8) else { return range }
    let end = bytes[start..<range.upperBound].firstIndex(of: 0x0A) ?? range.upperBound
    return end..<range.upperBound
  }
}

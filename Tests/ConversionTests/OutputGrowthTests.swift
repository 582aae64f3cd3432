import DigestConversion
import DigestDiagnostics
import DigestExporters
import Testing

/// Four times the input gives about four times the output, in every format: nothing is written again for each of many
/// others.
@Suite("Growth of outputs") struct OutputGrowthTests {
  struct Shape: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var name = "a.md"
    var text: @Sendable (Int) -> String
  }

  private static let shapes = [
    Shape(testDescription: "a paper under many topics") { count in
      "# D\n\n## TOPIC_TREE\n"
        + lines(count) { "- Topic \($0) of many\n  - 2409.10001: KiteNet flies\n" }
    },
    Shape(testDescription: "a paper deep in the tree that is mentioned often") { count in
      "# D\n\n## TOPIC_TREE\n"
        + lines(40) {
          String(repeating: " ", count: 2 * $0) + "- Topic \(String(repeating: "x", count: count))\n"
        }
        + String(repeating: " ", count: 80) + "- 2409.10001: KiteNet flies\n\n## READING_LIST\n"
        + lines(count) { _ in "- 2409.10001: again\n" }
    },
    Shape(testDescription: "many names of one paper") { count in
      "# D\n\n## READING_LIST\n" + lines(count) { "- KiteNet\($0) (2409.10001): it flies\n" }
    },
    Shape(testDescription: "many ids in one bracket") { count in
      "# D\n\n## TOPIC_TREE\n- Air\n  - ["
        + (1...count).map { "2409.\(10000 + $0)" }.joined(separator: ", ") + "]: they fly\n"
    },
    Shape(testDescription: "many ids in one bracket, each mentioned again") { count in
      "# D\n\n## TOPIC_TREE\n- Air\n  - ["
        + (1...count).map { "2409.\(10000 + $0)" }.joined(separator: ", ")
        + "]: they fly\n\n## READING_LIST\n"
        + lines(count) { "- 2409.\(10000 + $0): Kite\($0), which flies\n" }
    },
    Shape(testDescription: "many keywords of one paper that is ranked often") { count in
      "# D\n\n## SOTA_HIGHLIGHTS\n\n| Rank | Paper | Keywords |\n| --- | --- | --- |\n"
        + lines(count) { "| \($0 + 1) | 2409.10001 | air\($0), wind\($0) |\n" }
    },
    Shape(testDescription: "many authors", name: "a.json") { count in
      record("\"authors\": [" + (0..<count).map { "\"Ann B. Bee\($0)\"" }.joined(separator: ", ") + "]")
    },
    Shape(testDescription: "many tags", name: "a.json") { count in
      record("\"tags\": [" + (0..<count).map { "\"air\($0)\"" }.joined(separator: ", ") + "]")
    },
    Shape(testDescription: "many links", name: "a.json") { count in
      record(
        "\"links\": [" + (0..<count).map { "\"https://kites.example/\($0)\"" }.joined(separator: ", ") + "]")
    },
    Shape(testDescription: "many members that no model knows", name: "a.json") { count in
      record((0..<count).map { "\"kite\($0)\": \"x\"" }.joined(separator: ", "))
    },
  ]

  private static func lines(_ count: Int, _ line: (Int) -> String) -> String {
    (0..<count).map(line).joined()
  }

  private static func record(_ members: String) -> String {
    "[{\"id\": \"2409.10001\", \"title\": \"On Kites\", \(members)}]"
  }

  private func sizes(_ shape: Shape, _ count: Int) throws -> [String: Int] {
    let converter = Converter(options: ConversionOptions(validates: false))
    let formats = Registry.standard.exportFormats
    let targets = formats.map { ConversionTarget($0, named: "out/\($0.name)") }
    let source = SourceDocument(name: shape.name, text: shape.text(count))
    return Dictionary(
      uniqueKeysWithValues: try converter.convert(source, to: targets).outputs.map {
        ($0.format, $0.files.reduce(0) { $0 + $1.bytes.count })
      })
  }

  @Test("is linear", arguments: shapes) func isLinear(shape: Shape) throws {
    let (small, large) = (300, 1200)
    let (first, second) = (try sizes(shape, small), try sizes(shape, large))
    let input = Double(shape.text(large).utf8.count) / Double(shape.text(small).utf8.count)
    #expect(first.count == Registry.standard.exportFormats.count)
    for (format, size) in second {
      // Numbers get longer, and a small output is mostly frame.
      let bound = 1.25 * max(input, 4) * Double(first[format] ?? 0)
      #expect(Double(size) <= bound, "\(format): \(first[format] ?? 0) bytes became \(size)")
    }
  }

  /// Months of a size: one paper is in all of them, the others are in one each.
  private func merged(_ count: Int) throws -> [String: Int] {
    let sources = (0..<count).map { number in
      let period = "\(2010 + number / 12)-\(number % 12 < 9 ? "0" : "")\(number % 12 + 1)"
      let text =
        "# Digest \(period)\n\n## TOPIC_TREE\n- Topic\n  - 2409.10001: KiteNet flies in month \(number)\n"
        + Self.lines(20) { "  - 2409.\(11000 + 20 * number + $0): Kite\(number)x\($0), which flies\n" }
        + "\n## READING_LIST\n- 2409.10001: again\n"
      return SourceDocument(name: "\(period).md", text: text)
    }
    let converter = Converter(options: ConversionOptions(validates: false))
    return Dictionary(
      uniqueKeysWithValues: try converter.merge(sources, to: Registry.standard.exportFormats).outputs.map {
        ($0.format, $0.files.reduce(0) { $0 + $1.bytes.count })
      })
  }

  @Test("four times the months give four times the output") func isLinearInMonths() throws {
    let (first, second) = (try merged(10), try merged(40))
    #expect(first.count == Registry.standard.exportFormats.count)
    for (format, size) in second {
      let small = first[format] ?? 0
      #expect(Double(size) <= 1.1 * 4 * Double(small), "\(format): \(small) bytes became \(size)")
    }
  }
}

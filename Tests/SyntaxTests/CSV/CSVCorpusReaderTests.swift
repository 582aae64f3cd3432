import DigestDiagnostics
import DigestTestSupport
import Testing

@testable import DigestSyntax

/// Files of CSV with the JSON that they mean, where they are at hand.
@Suite("CSV of the corpus", .enabled(if: SharedFolder.isPresent))
struct CSVCorpusReaderTests {
  private static let spectrum = "corpus/readers/csv/csv-spectrum"
  private static let testData = "corpus/readers/csv/csv-test-data"

  private static func names(_ folder: String) -> [String] {
    guard SharedFolder.isPresent, let names = try? SharedFolder.files(in: folder) else { return [] }
    return names.filter { $0.hasSuffix(".csv") }.map { String($0.dropLast(4)) }
  }

  private func document(_ path: String) throws -> SourceDocument {
    SourceDocument(name: path, bytes: try SharedFolder.bytes(path))
  }

  private func cells(_ document: SourceDocument) -> [[String]] {
    let records = CSVTolerantReader.read(document, CSVSniffer.form(of: document)).records
    return (0..<records.count).map { records[$0].map { records.text($0) } }
  }

  /// What JSON says, with the header first where it has mappings.
  private func meaning(_ path: String) throws -> [[String]] {
    let root = try JSONReader.read(document(path)).root
    // One of the files is a mapping and not a list of one.
    guard case .sequence(let items) = root.content else { return [row(root, keys: true), row(root)] }
    guard let first = items.first else { return [] }
    let header: [[String]] = if case .mapping = first.content { [row(first, keys: true)] } else { [] }
    return header + items.map { row($0) }
  }

  private func row(_ node: LocatedNode, keys: Bool = false) -> [String] {
    func text(_ node: LocatedNode) -> String {
      if case .scalar(let scalar) = node.content { scalar.text } else { "?" }
    }
    switch node.content {
    case .mapping(let members): return members.map { keys ? $0.key : text($0.value) }
    case .sequence(let items): return items.map(text)
    case .scalar: return []
    }
  }

  @Test("has the values of its JSON", arguments: names(spectrum + "/csvs"))
  func readsSpectrum(name: String) throws {
    var found = cells(try document("\(Self.spectrum)/csvs/\(name).csv"))
    var expected = try meaning("\(Self.spectrum)/json/\(name).json")
    // The telephone number in its JSON is another one.
    if name == "location_coordinates" {
      found[1][0] = ""
      expected[1][0] = ""
    }
    #expect(found == expected)
  }

  @Test("has the values of its JSON", arguments: names(testData + "/csv").filter { !$0.hasPrefix("bad-") })
  func readsTestData(name: String) throws {
    let found = cells(try document("\(Self.testData)/csv/\(name).csv"))
    let expected = try meaning("\(Self.testData)/json/\(name).json")
    #expect(found == (expected.isEmpty ? [["foo", "bar", "baz"]] : expected))
  }

  /// The header that files with `header` in their name are read with.
  private static let places = [
    "bad-header-less-fields": "2:1", "bad-header-more-fields": "2:1", "bad-missing-quote": "2:3",
    "bad-quotes-with-unescaped-quote": "2:19", "bad-unescaped-quote": "2:8",
  ]

  @Test("is refused with its place", arguments: places.keys.sorted())
  func refusesBadFiles(name: String) throws {
    let document = try document("\(Self.testData)/csv/\(name).csv")
    let found = CSVReader.read(document).diagnostics
    #expect(found.first?.severity == .error)
    let place = found.first?.location.map {
      LineTable(document.bytes).position(of: $0.range.lower).description
    }
    #expect(place == Self.places[name])
  }

  @Test("the other bad files have no header, or another one")
  func knowsTheOthers() throws {
    let bad = Self.names(Self.testData + "/csv").filter { $0.hasPrefix("bad-") && Self.places[$0] == nil }
    #expect(bad == ["bad-header-no-header", "bad-header-wrong-header"])
    #expect(cells(try document("\(Self.testData)/csv/bad-header-no-header.csv")).isEmpty)
    #expect(
      cells(try document("\(Self.testData)/csv/bad-header-wrong-header.csv")) == [["qux", "quux", "quuz"]])
  }
}

import DigestConversion
import DigestDiagnostics
import DigestExporters
import DigestModel
import Testing

@Suite struct PaperOrderTests {
  private func papers(_ order: PaperOrder, _ text: String = SelectionTests.digest) throws -> String {
    var options = ConversionOptions()
    options.order = order
    let output = try Converter(options: options).convert(
      SourceDocument(name: "2024-09.md", text: text), to: .ris)
    let ids = output.text.split(separator: "\r\n").filter { $0.hasPrefix("ID  -") }
    return ids.map { String($0.suffix(1)) }.joined()
  }

  @Test(arguments: [
    ([PaperOrder.Step(.rank)], "132"), ([.init(.rank, isDescending: true)], "312"),
    ([.init(.name, isDescending: true)], "321"), ([.init(.id)], "123"), ([.init(.date)], "123"),
    ([.init(.topic), .init(.name, isDescending: true)], "321"),
    ([.init(.mentions)], "321"),
    ([.init(.author), .init(.title, isDescending: true)], "321"), ([], "123"),
  ])
  func listsPapersInOrder(steps: [PaperOrder.Step], expected: String) throws {
    #expect(try papers(PaperOrder(steps)) == expected)
  }

  @Test func keepsTheFirst() throws {
    #expect(try papers(PaperOrder(limit: 2)) == "13")
    #expect(try papers(PaperOrder([.init(.name, isDescending: true)], limit: 2)) == "32")
    #expect(try papers(PaperOrder(limit: 9)) == "123")
  }

  @Test func putsRowsOfRankedTablesInOrder() throws {
    var options = ConversionOptions()
    options.order = PaperOrder([.init(.rank, isDescending: true)])
    let text = try Converter(options: options).convert(
      SourceDocument(name: "2024-09.md", text: SelectionTests.digest), to: .markdown
    ).text
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("| 1") || $0.hasPrefix("| 2") }
    #expect(rows.map { $0.prefix(3) } == ["| 2", "| 1"])
  }

  @Test func countsOverAllDigests() throws {
    var options = ConversionOptions()
    options.order = PaperOrder(limit: 5)
    let merged = try Converter(options: options).merge(MergeTests.sources, to: [.ris])
    #expect(merged.collection.papers.count == 5)
    let all = try Converter().read(MergeTests.sources).collection.papers.count
    #expect(merged.merged.selectionCount == SelectionCount(kept: 5, all: all))
    let best = merged.collection.papers.compactMap(\.paper.rank)
    #expect(best.count == 5 && best.allSatisfy { $0 == 1 })
  }
}

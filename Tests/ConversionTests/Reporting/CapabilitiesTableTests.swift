import DigestConversion
import Testing

@Suite struct CapabilitiesTableTests {
  private let table = CapabilitiesTable(.standard)

  @Test func textFitsATerminal() {
    let lines = table.text.split(separator: "\n")
    #expect(lines.count > 60)
    #expect(lines.allSatisfy { $0.count <= 80 })
  }

  @Test func everyFormatStandsInTheText() {
    let text = table.text
    for name in Registry.standard.importers.map(\.name) + Registry.standard.exportFormats.map(\.name) {
      #expect(text.contains(name))
    }
  }

  @Test func oneFormatByItself() throws {
    let text = try #require(table.text(of: "csl-json"))
    #expect(text.hasPrefix("csl-json\n\nread "))
    #expect(text.contains("schema        csl-data.schema.json\n"))
    #expect(text.contains("exact         paperID"))
  }

  @Test func aFormatThatIsOnlyRead() throws {
    let text = try #require(table.text(of: "cff"))
    #expect(!text.contains("written"))
  }

  @Test func noFormatOfThisName() { #expect(table.text(of: "docx") == nil) }
}

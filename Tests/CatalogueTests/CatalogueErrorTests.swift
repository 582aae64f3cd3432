import DigestCatalogue
import Testing

@Suite struct CatalogueErrorTests {
  @Test func saysWhatToDo() {
    #expect(CatalogueError("'x' is not a catalogue", help: "make one").help == "make one")
  }
}

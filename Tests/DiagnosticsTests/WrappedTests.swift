import DigestDiagnostics
import Testing

@Suite struct WrappedTests {
  @Test func breaksAtSpaces() { #expect(wrapped("one two three", width: 7) == ["one two", "three"]) }

  @Test func aLineMayBeAsWideAsTheWidth() { #expect(wrapped("one two", width: 7) == ["one two"]) }

  @Test func aLongWordHasALineOfItsOwn() {
    #expect(wrapped("a considerable b", width: 5) == ["a", "considerable", "b"])
  }

  @Test func anEmptyTextIsOneLine() { #expect(wrapped("") == [""]) }

  @Test func countsCharactersAndNotBytes() { #expect(wrapped("éé éé", width: 5) == ["éé éé"]) }

  @Test func columnsThatAreTakenCount() {
    #expect(wrapped("one two", width: 12, firstColumn: 6, indent: 2) == [" one", "  two"])
  }

  @Test func wordsThatDoNotFitAfterWhatIsTakenGoBelow() {
    #expect(wrapped("word", width: 8, firstColumn: 6, indent: 2) == ["", "  word"])
  }
}

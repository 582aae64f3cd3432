import DigestDiagnostics
import DigestExporters
import DigestModel
import DigestTestSupport
import Testing

@testable import DigestConversion

@Suite struct HTMLValidatorTests {
  private static let page: String = {
    var digest = Digest(papers: PaperID("2409.00001").map { [Paper(id: $0)] } ?? [])
    digest.normalise()
    return String(decoding: HTMLExporter().export(digest).files[0].bytes, as: UTF8.self)
  }()

  private func messages(_ page: String) -> [String] {
    HTMLValidator().validate([OutputFile(bytes: Array(page.utf8))], named: "a.html").map { message in
      // Without the place.
      String("\(message)".drop { $0 != " " }.dropFirst())
    }
  }

  /// The page with a text replaced.
  private func changed(_ old: String, _ new: String) -> [String] {
    #expect(Self.page.contains(old))
    return messages(Self.page.replacing(old, with: new, maxReplacements: 1))
  }

  @Test("H2: the policy of a page has the checksums of its style sheet and script")
  func acceptsWhatIsWritten() { #expect(messages(Self.page) == []) }

  @Test func refusesWhatIsNotAPage() {
    #expect(messages("<x/>") == ["error: this is not a page of HTML that is XML, too [html/structure]"])
    #expect(
      changed("</main>", "").first?.hasPrefix(
        "error: found another end tag than that of 'main', which is open [xml/syntax]") == true)
  }

  @Test func reportsElementsAndAttributesThatPagesDoNotHave() {
    #expect(
      changed("<header>", "<iframe></iframe><header>")
        == ["error: pages have no element 'iframe' [html/structure]"])
    #expect(
      changed("<header>", "<header onclick=\"x\">")
        == ["error: 'header' has no attribute 'onclick' in pages [html/structure]"])
  }

  @Test func reportsIdsAndLinksToThem() {
    #expect(
      changed("<header>", "<header id=\"papers\">")
        == ["error: another element has the id 'papers' [html/anchor]"])
    #expect(
      changed("href=\"#papers\"", "href=\"#paper\"") == ["error: no element has the id 'paper' [html/anchor]"]
    )
  }

  @Test func reportsAddresses() {
    #expect(
      changed("href=\"https://arxiv.org/abs/2409.00001\"", "href=\"javascript:x\"")
        == ["error: a page does not lead to 'javascript:x' [html/address]"])
  }

  @Test func reportsOtherScriptsAndPolicies() {
    #expect(
      changed("<script>", "<script>x();")
        == ["error: this 'script' is not the one of pages [html/script]"])
    #expect(
      changed("<header>", "<script>x</script><header>").last
        == "error: the page has 2 times a script, not once [html/script]")
    #expect(
      changed("default-src 'none'; ", "")
        == ["error: the page has another policy than pages have [html/script]"])
  }

  @Test(arguments: 0..<40)
  func acceptsAnyDigest(seed: Int) throws {
    var generator = HostileDigestGenerator(seed: UInt64(seed))
    var digest = generator.digest()
    digest.normalise()
    let bytes = HTMLExporter().export(digest).files[0].bytes
    #expect(HTMLValidator().validate(OutputFile(bytes: bytes), named: "a.html").map { "\($0)" } == [])
  }
}

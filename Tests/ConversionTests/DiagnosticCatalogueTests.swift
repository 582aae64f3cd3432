import DigestConversion
import Testing

@Suite struct DiagnosticCatalogueTests {
  @Test func namesEachDiagnosticOnce() {
    let names = DiagnosticCatalogue.all.map(\.name)
    #expect(names.count == Set(names).count)
  }

  @Test(arguments: DiagnosticCatalogue.all.map(\.name))
  func explainsEachDiagnosticInSentences(name: String) throws {
    let id = try #require(DiagnosticCatalogue.id(named: name))
    #expect(id.explanation.utf8.count > 40)
    #expect(id.explanation.contains(". ") || id.explanation.hasSuffix("."))
  }

  @Test func findsTheNameThatWasMeant() {
    #expect(DiagnosticCatalogue.nearestName(to: "digest/rank-gab") == "digest/rank-gap")
    #expect(DiagnosticCatalogue.nearestName(to: "rank-gap") == "digest/rank-gap")
    #expect(DiagnosticCatalogue.nearestName(to: "gap") == nil)
  }

  @Test(arguments: DiagnosticCatalogue.all.map(\.name))
  func namesEachDiagnosticByAreaAndFinding(name: String) {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    #expect(parts.count == 2 && parts.allSatisfy { !$0.isEmpty })
    #expect(name.utf8.allSatisfy { "abcdefghijklmnopqrstuvwxyz0123456789-/".utf8.contains($0) })
  }
}

import DigestConversion
import DigestTestSupport
import Testing

@testable import digest_convert

/// Compares the fast reader of arguments with ArgumentParser, which decides.
@Suite struct FastArgumentsTests {
  @Test func readsInputsFormatsPlacesAndFlags() throws {
    let request = try #require(
      FastArguments.request(
        from: [
          "a.md", "-", "--to", "jats,csv", "-o", "x", "--output-dir", "out", "-q", "--verbose", "--touch",
          "--no-sync",
        ]))
    #expect(request.inputs.names == ["a.md", "-"])
    #expect(request.formats.map(\.name) == ["jats", "csv"])
    #expect(request.output == "x")
    #expect(request.outputDir == "out")
    #expect(request.isQuiet && request.isVerbose && request.touches && request.validates && !request.syncs)
  }

  @Test func readsTheNameOfTheCommand() throws {
    let request = try #require(
      FastArguments.request(from: ["convert", "a.md", "--to", "csv", "--no-validate"]))
    #expect(request.inputs.names == ["a.md"])
    #expect(!request.validates)
  }

  @Test func readsWhichCatalogueIsAsked() throws {
    let own = try #require(FastArguments.request(from: ["a.md", "--to", "csv", "--complete"]))
    #expect(own.catalogue == .usual)
    let named = try #require(
      FastArguments.request(from: ["a.md", "--catalogue", "c.sqlite", "--complete", "--to", "csv"]))
    #expect(named.catalogue == .file("c.sqlite"))
    #expect(try #require(FastArguments.request(from: ["a.md", "--to", "csv"])).catalogue == .none)
  }

  @Test(
    arguments: [
      ["a.md", "--catalogue"], ["a.md", "--catalogue", "x", "--catalogue", "y"],
      [], ["--quiet"], [""], ["a.md", "--to"], ["a.md", "--to", "-q"], ["a.md", "--to", "word"],
      ["a.md", "--to", "jats", "--to", "csv"], ["a.md", "-o", "x", "-o", "y"], ["a.md", "--validate"],
      ["a.md", "--help"], ["a.md", "-qv"], ["a.md", "-ox"], ["a.md", "--to=jats"], ["--", "a.md"],
      ["check", "a.md"], ["a.md", "formats"], ["convert", "convert", "a.md"], ["a.md", "convert"],
      ["convert"], ["help"], ["explain"],
    ] as [[String]])
  func leavesOtherLinesToArgumentParser(line: [String]) {
    #expect(FastArguments.request(from: line) == nil)
  }

  @Test func agreesWithArgumentParserOnRandomLines() throws {
    let words = [
      "a.md", "b c.yaml", "-", "2409.10000", "--to", "--to", "jats", "bibtex,csv", "all", "jast", "-o",
      "--output", "x.bib",
      "--output-dir", "out", "-q", "--quiet", "-v", "--verbose", "--touch", "--no-sync", "--to=opml", "--",
      "-qv",
      "--no-validate", "check", "convert",
      "--from", "markdown", "", "--unknown", "-1", "--complete", "--catalogue", "c.sqlite",
    ]
    var random = SplitMix64(state: 20)
    var plain = 0
    for _ in 0..<1000 {
      let line = (0..<Int.random(in: 1...7, using: &random)).map { _ in
        words.randomElement(using: &random) ?? ""
      }
      guard let request = FastArguments.request(from: line) else { continue }
      plain += 1
      let command = try #require(DigestConvert.parseAsRoot(line) as? ConvertCommand, "\(line)")
      #expect(description(of: request) == description(of: command.request), "\(line)")
    }
    #expect(plain > 100)
  }

  /// All fields of a request, as text.
  private func description(of request: ConvertRequest) -> String {
    var text = ""
    for (name, value) in Mirror(reflecting: request).children {
      let formats = value as? [ExportFormat]
      text += "\(name ?? ""): \(formats.map { "\($0.map(\.name))" } ?? String(reflecting: value))\n"
    }
    return text
  }
}

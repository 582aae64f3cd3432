import ArgumentParser
import DigestConversion
import DigestDiagnostics
import DigestImporters
import DigestModel

/// How inputs are read, and what the user knows about them.
struct ReadingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Format of the inputs: \(FormatArguments.importerNames). By default found by extension, then by content.",
      valueName: "format"),
    completion: .list(FormatArguments.registry.importers.map(\.name)), transform: FormatArguments.importer)
  var from: (any Importer)?

  @Option(
    help: ArgumentHelp(
      "Language of the digest as a BCP 47 tag; by default found in its text.", valueName: "tag"),
    transform: languageTag)
  var language: String?

  @Option(
    help: ArgumentHelp("Month of the digest; by default found in its name or text.", valueName: "yyyy-mm"),
    transform: yearMonth)
  var period: YearMonth?

  @Option(
    help: ArgumentHelp(
      "More names of sections in Markdown, one a line: NAME = KIND, for example 'Papers by subject = topicTree'.",
      valueName: "file"), completion: .file())
  var headingAliases: String?

  @Option(
    help: ArgumentHelp(
      "Encoding of the inputs as iconv knows it, for example windows-1252; by default UTF-8, or what an input declares.",
      valueName: "name"))
  var inputEncoding: String?

  var request: ReadingRequest {
    ReadingRequest(
      from: from, language: language, period: period, headingAliases: headingAliases,
      inputEncoding: inputEncoding)
  }
}

/// Source: RFC 5646, the length and alphabet of subtags. A tag need not be registered; but no language has a subtag of
/// more than three letters (section 2.2.1), which would be a name such as `english`.
private func languageTag(_ text: String) throws(ValidationError) -> String {
  func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
  func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
  let isTag =
    parts.first.map { (2...3).contains($0.count) && $0.allSatisfy(isLetter) } ?? false
    && parts.dropFirst().allSatisfy { part in
      (1...8).contains(part.count) && part.allSatisfy { isLetter($0) || isDigit($0) }
    }
  guard isTag else { throw ValidationError("\(quoted(text)) is not a BCP 47 tag such as en, vi, pt-BR") }
  return text
}

private func yearMonth(_ text: String) throws(ValidationError) -> YearMonth {
  guard let month = YearMonth(text) else {
    throw ValidationError("\(quoted(text)) is not a month such as 2024-09")
  }
  return month
}

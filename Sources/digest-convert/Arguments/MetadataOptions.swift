import ArgumentParser
import Conversion
import DigestModel

/// What the user knows better than the program can find out.
struct MetadataOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Language of the digest as a BCP 47 tag; found when not given.", valueName: "tag"),
    transform: languageTag)
  var language: String?

  @Option(
    help: ArgumentHelp("Month of the digest; found when not given.", valueName: "yyyy-mm"),
    transform: yearMonth)
  var period: YearMonth?
}

/// Source: RFC 5646, the length and alphabet of subtags; whether a tag is registered is not asked.
private func languageTag(_ text: String) throws -> String {
  let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
  let isTag =
    parts.first.map { (2...8).contains($0.count) && $0.allSatisfy { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A } }
    ?? false
    && parts.dropFirst().allSatisfy { part in
      (1...8).contains(part.count)
        && part.allSatisfy { ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) }
    }
  guard isTag else { throw ValidationError("'\(text)' is no BCP 47 tag, for example en, vi, pt-BR") }
  return text
}

private func yearMonth(_ text: String) throws -> YearMonth {
  guard let month = YearMonth(text) else {
    throw ValidationError("'\(text)' is no month, for example 2024-09")
  }
  return month
}

import DigestModel
import DigestText

/// The language of a digest as a page says it, and the direction of its script.
struct HTMLLanguage: Equatable {
  /// BCP 47; `und` where none is known.
  let tag: String

  init(_ digest: Digest) { self.init(JATSWriter.language(of: digest)) }

  init(_ tag: String) { self.tag = tag }

  /// The language of all, or `mul`, BCP 47's word for several.
  static func common(_ languages: [HTMLLanguage]) -> HTMLLanguage {
    guard let first = languages.first else { return HTMLLanguage("und") }
    return languages.allSatisfy { $0 == first } ? first : HTMLLanguage("mul")
  }

  /// `rtl` for languages that are written from right to left, unless the tag names another script.
  var direction: String {
    let subtags = tag.lowercased().utf8.split(separator: UInt8(ascii: "-")).map { String(Substring($0)) }
    // The script has four letters and follows the language (RFC 5646, section 2.1).
    if let script = subtags.dropFirst().first(where: { $0.utf8.count == 4 && $0.utf8.allSatisfy(\.isLetter) })
    {
      return Self.scripts.contains(script) ? "rtl" : "ltr"
    }
    return subtags.first.map(Self.languages.contains) ?? false ? "rtl" : "ltr"
  }

  private static let scripts: Set<String> = [
    "adlm", "arab", "aran", "hebr", "mand", "mend", "nkoo", "rohg", "samr", "syrc", "thaa", "yezi",
  ]
  private static let languages: Set<String> = [
    "ar", "arc", "arz", "ary", "azb", "bal", "ckb", "dv", "fa", "glk", "he", "iw", "ks", "lrc", "mzn", "nqo",
    "pnb", "prs", "ps", "sd", "skr", "syr", "ug", "ur", "yi",
  ]
}

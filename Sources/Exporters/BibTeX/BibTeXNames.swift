import DigestModel
import DigestSyntax
import DigestText

/// Writes authors as BibTeX reads names (rule B8): `Last, First and {Body}`.
struct BibTeXNames {
  static func encode(_ authors: [Paper.Author], with encoder: inout LaTeXEncoder) -> [UInt8] {
    var output: [UInt8] = []
    for author in authors {
      if !output.isEmpty { output.append(contentsOf: " and ".utf8) }
      let family = encoder.encode(author.family)
      let given = encoder.encode(author.given ?? "")
      if author.isCorporate || given.isEmpty {
        // A name of one word is itself; one of several would be split at its spaces.
        let isWhole = author.isCorporate || family.contains(0x20) || needsBraces(family)
        append(family, braced: isWhole, to: &output)
      } else if family.isEmpty {
        append(given, braced: given.contains(0x20) || needsBraces(given), to: &output)
      } else if isTooMuchForBiber(author) {
        append(family + Array(", ".utf8) + given, braced: true, to: &output)
      } else {
        append(family, braced: needsBraces(family), to: &output)
        output.append(contentsOf: ", ".utf8)
        append(given, braced: needsBraces(given), to: &output)
      }
    }
    return output
  }

  /// Whether a name has to be written as one, without its parts: biber 2.18 counts the commas of a name also inside
  /// braces, and skips the whole entry where there are three, unless braces are around all of it.
  static func isTooMuchForBiber(_ author: Paper.Author) -> Bool {
    guard let given = author.given, !given.isEmpty, !author.family.isEmpty, !author.isCorporate else {
      return false
    }
    let commas = [author.family, given].reduce(0) { $0 + $1.utf8.count { $0 == UInt8(ascii: ",") } }
    return commas >= 2
  }

  private static func append(_ name: [UInt8], braced: Bool, to output: inout [UInt8]) {
    if braced { output.append(UInt8(ascii: "{")) }
    output.append(contentsOf: name)
    if braced { output.append(UInt8(ascii: "}")) }
  }

  /// Whether a part of a name holds what readers take for structure: a comma, the word `and`, the word `others`,
  /// an `=` (biber's extended name format).
  private static func needsBraces(_ name: [UInt8]) -> Bool {
    if name.contains(UInt8(ascii: ",")) || name.contains(UInt8(ascii: "=")) { return true }
    return name.split(separator: 0x20).contains { word in
      word.elementsEqual("and".utf8, by: { $0.lowercased == $1 })
        || word.elementsEqual("others".utf8, by: { $0.lowercased == $1 })
    }
  }
}

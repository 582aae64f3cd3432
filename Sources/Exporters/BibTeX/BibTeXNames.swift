import DigestModel
import DigestSyntax
import DigestText

/// Writes authors as BibTeX reads names (rule B8): `Last, First and {Body}`.
struct BibTeXNames {
  static func encode(_ group: ContributorGroup, with encoder: inout LaTeXEncoder) -> [UInt8] {
    var output: [UInt8] = []
    for name in group.names {
      if !output.isEmpty { output.append(contentsOf: " and ".utf8) }
      append(name, with: &encoder, to: &output)
    }
    if group.hasMore { output.append(contentsOf: (output.isEmpty ? "others" : " and others").utf8) }
    return output
  }

  private static func append(
    _ name: ContributorName, with encoder: inout LaTeXEncoder, to output: inout [UInt8]
  ) {
    switch name {
    case .literal(let text): append(encoder.encode(text), braced: true, to: &output)
    case .person(let person):
      let parts = person.sortParts
      if isTooMuchForBiber(name) {
        append(encoder.encode(parts.joined(separator: ", ")), braced: true, to: &output)
      } else if person.given == nil, person.suffix == nil {
        // A name of one word is itself; one of several would be split at its spaces.
        let family = encoder.encode(person.familyWithParticles)
        append(family, braced: family.contains(0x20) || needsBraces(family), to: &output)
      } else {
        for (i, part) in parts.enumerated() {
          if i > 0 { output.append(contentsOf: ", ".utf8) }
          let encoded = encoder.encode(part)
          append(encoded, braced: needsBraces(encoded), to: &output)
        }
      }
    }
  }

  /// Whether a name has to be written as one, without its parts: biber 2.18 counts the commas of a name also inside
  /// braces, and skips the whole entry where there are three, unless braces are around all of it.
  static func isTooMuchForBiber(_ name: ContributorName) -> Bool {
    guard case .person(let person) = name, person.given != nil || person.suffix != nil else { return false }
    let parts = person.sortParts
    let commas = parts.reduce(parts.count - 1) { $0 + $1.utf8.count { $0 == UInt8(ascii: ",") } }
    return commas >= 3
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

import DigestSyntax
import DigestText

/// The parts of a name as our Hayagriva has it, with the members of CSL.
enum HayagrivaOwnName {
  private static let members = [
    "name": "family", "given-name": "given", "prefix": "dropping-particle", "suffix": "suffix",
  ]

  /// - Returns: `nil` for what we do not write.
  static func parts(_ node: LocatedNode) -> [(member: String, text: String)]? {
    if let text = node.text {
      guard let comma = text.utf8.firstIndex(of: UInt8(ascii: ",")) else { return [("literal", text)] }
      let given = text[text.utf8.index(after: comma)...]
      guard given.hasPrefix(" "), !given.utf8.contains(UInt8(ascii: ",")) else { return nil }
      return [("family", String(text[..<comma])), ("given", String(given.dropFirst()))]
    }
    guard case .mapping(let fields) = node.content, fields.first?.key == "name" else { return nil }
    var parts: [(member: String, text: String)] = []
    for field in fields {
      guard let member = members[field.key], let text = field.value.text else { return nil }
      parts.append((member, text))
    }
    // Such a name would not be in parts if it were a body's.
    if parts.count == 1, needsParts(parts[0].text) { return [("literal", parts[0].text)] }
    return splitParticle(parts)
  }

  /// Whether a body's name has to stand in parts: one with commas, or with a word in small letters.
  private static func needsParts(_ name: String) -> Bool {
    name.utf8.contains(UInt8(ascii: ",")) || name != name.trimmed
      || name.split(separator: " ").contains { $0.unicodeScalars.first?.properties.isLowercase == true }
  }

  /// `van Gogh`: a particle that stays is of the name there.
  private static func splitParticle(
    _ parts: [(member: String, text: String)]
  ) -> [(member: String, text: String)] {
    let words = parts[0].text.split(separator: " ", omittingEmptySubsequences: false)
    let particle = words.prefix { $0.unicodeScalars.first?.properties.isLowercase == true }
    guard !particle.isEmpty, particle.count < words.count, !words.contains("") else { return parts }
    return [
      ("non-dropping-particle", particle.joined(separator: " ")),
      ("family", words.dropFirst(particle.count).joined(separator: " ")),
    ] + parts.dropFirst()
  }
}

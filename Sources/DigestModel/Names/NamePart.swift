import DigestText

/// What stands between two separators of a list of names: a name, or the family or given names of one.
struct NamePart {
  enum Kind {
    /// `A. B.`
    case initials
    /// One word: a family name, given names, or a name of its own.
    case word
    /// Two words or more, or a whole East Asian name.
    case full
    /// What can only be a family name: it begins with a particle, or is in braces.
    case family
    /// A name that is never split.
    case body
  }

  var words: [NameWord]
  var suffix: [NameWord] = []
  var kind: Kind

  init(_ words: [NameWord]) {
    self.words = words
    kind = Self.kind(of: words)
  }

  private static func kind(of words: [NameWord]) -> Kind {
    if NameBodies.isBody(words) { return .body }
    if words.allSatisfy(\.isInitials) { return .initials }
    guard let first = words.first else { return .word }
    if words.count == 1 {
      if first.bytes.isOneGroup { return NameBodies.isBody(first.bytes.inner.words) ? .body : .family }
      if first.isHandle { return .body }
      guard EastAsianScript.isEastAsian(first.bytes) else { return .word }
      return EastAsianName.isFamilyName(first.bytes.text) ? .family : .full
    }
    return first.isKnownParticle ? .family : .full
  }

  /// `Bee A`, `A. Bee`: initials beside another word, so that this is a whole name.
  var hasInitials: Bool { kind != .initials && words.contains(where: \.isInitials) }

  /// Whether this can only be what stands after the comma: `Bee, Ann B.`, `Bee, Ann van`.
  var endsAsGivenNames: Bool {
    words.last.map { $0.isInitials || words.count > 1 && $0.isKnownParticle } ?? false
  }
  /// `van Bee`.
  var beginsWithParticle: Bool { kind == .family && words.count > 1 }
}

extension NameWord {
  /// A lower-case word that is a particle of some language, `van`, `d'`.
  var isKnownParticle: Bool { !isUnlisted && NameParticles.words.contains(key) && isLowerCase }
}

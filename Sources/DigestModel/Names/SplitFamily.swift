import DigestText

/// The particles of a family name, told apart from what BibTeX calls the `von`.
///
/// Only the lower-case words at the beginning are particles: `Galouzeau de Villepin` and `Van de Graaff`, in which
/// BibTeX sees a `von`, are family names.
struct SplitFamily {
  var dropping: [NameWord] = []
  var nonDropping: NameBytes = []
  var family: NameBytes

  init(von: [NameWord], last: [NameWord]) {
    // Most names have no particle.
    if von.isEmpty, last.first.flatMap(Self.attachedLength) == nil {
      family = last.joined
      return
    }
    let particles = von.prefix { $0.isLowerCase && Self.attachedLength($0) == nil }
    var names = von[particles.endIndex...] + last
    let count = Self.droppingCount(particles)
    dropping = Array(particles[..<count])
    let staying = Array(particles[count...])
    var attached: NameBytes = []
    if let first = names.first, let length = Self.attachedLength(first) {
      attached = first.bytes.prefix(length)
      names[names.startIndex] = NameWord(first.bytes.dropFirst(length))
    }
    family = names.joined
    nonDropping = (staying + (attached.isEmpty ? [] : [NameWord(attached)])).joined
  }

  var isWithoutParticle: Bool { dropping.isEmpty && nonDropping.isEmpty }

  /// How many words at the beginning are a particle that drops: the longest that the table has.
  private static func droppingCount(_ particles: ArraySlice<NameWord>) -> Int {
    for count in stride(from: min(4, particles.count), to: 0, by: -1)
    where NameParticles.dropping.contains(particles.prefix(count).map(\.key).joined(separator: " ")) {
      return count
    }
    return 0
  }

  /// The length in bytes of `d'`, `al-` or `'s-` at the beginning of a word.
  static func attachedLength(_ word: NameWord) -> Int? {
    guard !word.isPlain, word.bytes.count > 3, word.isLowerCase else { return nil }
    var length = 0
    var key = ""
    for scalar in word.bytes.text.unicodeScalars.prefix(6) {
      let isElision = NameParticles.elisions.contains(scalar)
      key.unicodeScalars.append(isElision ? "'" : scalar)
      length += UTF8.width(scalar)
      guard isElision || scalar == "-", NameParticles.attached.contains(key) else { continue }
      let rest = word.bytes.dropFirst(length)
      return rest.count > 1 ? length : nil
    }
    return nil
  }
}

/// Words before a family name that are not part of it, and whether they stay with it.
///
/// - Source: the table of particles of citeproc-js (`util_name_particles.js`), which the test suite of CSL checks. It
///   says of each whether it drops always, never or either way; where either is possible, which is likelier.
enum NameParticles {
  /// Characters that people write for an apostrophe in a name.
  static let elisions: Set<Unicode.Scalar> = ["'", "\u{2019}", "\u{02BC}", "\u{02B9}"]

  /// Particles that are left out where the family name stands alone. All others stay.
  static let dropping: Set<String> = [
    "auf", "auf dem", "auf den", "auf der", "aus", "aus 'm", "aus dem", "aus den", "aus der", "aus m",
    "aus'm",
    "dela", "il", "sen", "vom und zum", "von", "von dem", "von den", "von der", "von und zu", "von zu", "vor",
    "vor der", "z", "ze", "zu",
  ]

  /// Words that are a particle by themselves or part of one.
  static let words: Set<String> = [
    "'s", "'s-", "'t", "'n", "a", "aan", "abu", "af", "al", "am", "ap", "auf", "aus", "av", "ben", "bij",
    "bin",
    "bint", "boven", "d", "d'", "da", "dal", "dal'", "dall'", "dalla", "das", "de", "de'", "deca", "degli",
    "dei",
    "del", "dela", "dell'", "della", "delle", "dello", "dem", "den", "der", "des", "di", "die", "do", "don",
    "dos",
    "du", "e", "el", "gen", "het", "i", "ibn", "il", "im", "in", "l", "l'", "la", "las", "le", "les", "li",
    "lo",
    "los", "lou", "m", "of", "onder", "op", "over", "s", "s'", "sen", "t", "te", "ten", "ter", "tho", "thoe",
    "thor",
    "to", "toe", "tot", "uijt", "uit", "und", "unter", "v", "v.", "v.d.", "van", "vander", "vd", "vd.", "ver",
    "vom",
    "von", "voor", "vor", "y", "z", "ze", "zu", "zum", "zur", "à",
  ]

  /// Particles written close to the name, before an apostrophe or a hyphen.
  static let attached: Set<String> = [
    "'s-", "ad-", "adh-", "al-", "an-", "ar-", "as-", "ash-", "at-", "ath-", "az-", "aš-", "aḍ-", "aḏ-",
    "aṣ-",
    "aṭ-", "aṯ-", "aẓ-", "d'", "dal'", "dall'", "dell'", "de l'", "ed-", "edh-", "el-", "en-", "er-", "es-",
    "esh-",
    "et-", "eth-", "ez-", "eš-", "eḍ-", "eḏ-", "eṣ-", "eṭ-", "eṯ-", "eẓ-", "l'", "s'",
  ]

  /// Words that join two family names into one, `Ortega y Gasset`. BibTeX takes them for particles.
  static let connectors: Set<String> = ["y", "i", "e"]

  /// Particles with a capital that people leave in the family name, `Robert De Niro`: the prefixes that arXiv keeps
  /// with the key name, without those that are also Vietnamese or Chinese names.
  static let capitalised: Set<String> = [
    "van", "von", "vander", "de", "del", "della", "dela", "der", "den", "di", "dos", "ter", "st.",
  ]
  /// Words that belong to such a particle only after another one, `De La Cruz`.
  static let capitalisedFollowers: Set<String> = ["la", "las", "los", "le", "het", "'t", "zu"]

  /// An apostrophe at the end that does not pull the name to it: `Lorenzo de' Medici`.
  static func isSpacedElision(_ particle: String) -> Bool {
    var scalars = particle.unicodeScalars
    guard let last = scalars.popLast(), elisions.contains(last) else { return false }
    let words = String(scalars).split(separator: " ")
    return words.last == "de" || words.last == "dei"
  }
}

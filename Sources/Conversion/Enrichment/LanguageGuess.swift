import DigestModel
import DigestText

/// Guesses the language of a digest from its script, its diacritics and its frequent words. Where these do not decide,
/// there is no guess.
enum LanguageGuess {
  /// - Returns: a BCP 47 tag without region, or `nil`.
  static func language(of digest: Digest) -> String? {
    language(of: TextSample.bytes(of: digest, budget: 64 * 1024))
  }

  /// - Parameter bytes: UTF-8.
  static func language(of bytes: [UInt8]) -> String? {
    let letters = bytes.withUnsafeBufferPointer { LetterCount($0) }
    return letters.languageByScript ?? FrequentWords.language(of: bytes)
  }
}

/// How many letters of each script a text has.
private struct LetterCount {
  private var latin = 0, vietnamese = 0, han = 0, kana = 0, hangul = 0, cyrillic = 0, ukrainian = 0
  private var arabic = 0, persian = 0, hebrew = 0, greek = 0, thai = 0, devanagari = 0

  /// - Parameter bytes: UTF-8; a character that is cut off at the end does not count.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    for byte in bytes { latin += byte.isLetter ? 1 : 0 }
    // Characters of two and three bytes; those of four are not letters of these languages. Six bits of the value are in
    // each byte after the first, the others in the first.
    for (i, byte) in bytes.enumerated() where byte >= 0xC0 {
      if byte < 0xE0, i + 1 < bytes.count {
        add(UInt32(byte & 0x1F) << 6 | UInt32(bytes[i + 1] & 0x3F))
      } else if byte < 0xF0, i + 2 < bytes.count {
        add(UInt32(byte & 0x0F) << 12 | UInt32(bytes[i + 1] & 0x3F) << 6 | UInt32(bytes[i + 2] & 0x3F))
      }
    }
  }

  private mutating func add(_ value: UInt32) {
    switch value {
    // đ ă ơ ư and U+1EA0-1EF9: letters no other language of this size has together.
    case 0x102, 0x103, 0x110, 0x111, 0x1A0, 0x1A1, 0x1AF, 0x1B0, 0x1EA0...0x1EF9: vietnamese += 1
    case 0xC0...0x24F: latin += 1
    case 0x370...0x3FF: greek += 1
    case 0x404, 0x406, 0x407, 0x454, 0x456, 0x457, 0x490, 0x491: ukrainian += 1
    case 0x400...0x4FF: cyrillic += 1
    case 0x590...0x5FF: hebrew += 1
    case 0x67E, 0x686, 0x698, 0x6AF, 0x6CC: persian += 1
    case 0x600...0x6FF: arabic += 1
    case 0x900...0x97F: devanagari += 1
    case 0xE00...0xE7F: thai += 1
    case 0x3040...0x30FF: kana += 1
    case 0x3400...0x4DBF, 0x4E00...0x9FFF: han += 1
    case 0xAC00...0xD7AF: hangul += 1
    default: break
    }
  }

  /// Where one script but plain Latin has its share. Digests of any language are full of English terms and names,
  /// so a share far below half decides; one name in an English text does not.
  var languageByScript: String? {
    let total =
      latin + vietnamese + han + kana + hangul + cyrillic + ukrainian + arabic + persian + hebrew
      + greek + thai + devanagari
    guard total >= 20 else { return nil }
    func has(_ count: Int, percent: Int) -> Bool { count * 100 >= total * percent }
    // An ideograph says as much as several letters.
    if has(kana + han, percent: 8) { return kana * 10 >= han ? "ja" : "zh" }
    if has(hangul, percent: 8) { return "ko" }
    if has(cyrillic + ukrainian, percent: 20) { return ukrainian * 50 >= cyrillic ? "uk" : "ru" }
    if has(arabic + persian, percent: 20) { return persian * 50 >= arabic ? "fa" : "ar" }
    if has(hebrew, percent: 20) { return "he" }
    if has(greek, percent: 20) { return "el" }
    if has(thai, percent: 20) { return "th" }
    if has(devanagari, percent: 20) { return "hi" }
    if has(vietnamese, percent: 4) { return "vi" }
    return nil
  }
}

/// Words of a language that stand in nearly every sentence and in no other language of the table.
private enum FrequentWords {
  private static let languages: [(tag: String, words: [String])] = [
    ("en", ["the", "of", "and", "is", "to", "with", "that", "are", "this", "from", "which", "by", "for"]),
    ("de", ["der", "die", "und", "ist", "das", "nicht", "mit", "eine", "ein", "für", "auf", "werden", "zu"]),
    ("fr", ["les", "des", "est", "une", "dans", "pour", "qui", "sur", "avec", "du", "et", "aux"]),
    ("es", ["los", "las", "una", "por", "con", "para", "y", "del", "como", "más", "el", "sus"]),
    ("pt", ["não", "uma", "com", "são", "dos", "das", "ao", "mais", "os", "em", "um", "pelo"]),
    ("it", ["il", "che", "della", "di", "sono", "gli", "nel", "più", "per", "delle", "anche", "dei"]),
    ("nl", ["het", "een", "van", "voor", "niet", "zijn", "wordt", "ook", "met", "naar", "deze", "en"]),
    ("pl", ["nie", "się", "jest", "oraz", "dla", "które", "przez", "jako", "na", "od", "są", "ze"]),
    ("sv", ["och", "att", "är", "som", "inte", "för", "med", "det", "till", "av", "har", "den"]),
    ("tr", ["ve", "bir", "bu", "için", "ile", "olarak", "daha", "olan", "çok", "gibi", "değil", "veya"]),
    (
      "id",
      ["yang", "dan", "dengan", "untuk", "dari", "ini", "pada", "adalah", "tidak", "dalam", "oleh", "ke"]
    ),
    ("cs", ["je", "že", "pro", "jsou", "jako", "který", "není", "nebo", "při", "také", "se", "ve"]),
  ]

  /// The languages that have a word, as positions in the table.
  private static let positions: [String: [Int]] = {
    var positions: [String: [Int]] = [:]
    for (position, language) in languages.enumerated() {
      for word in language.words { positions[word, default: []].append(position) }
    }
    return positions
  }()

  /// The language with the most such words: at least three, and half as many again as the next.
  static func language(of bytes: [UInt8]) -> String? {
    var counts = [Int](repeating: 0, count: languages.count)
    for word in bytes.split(whereSeparator: { !($0.isLetter || $0.isNonASCII) }) where word.count <= 12 {
      let text = String(decoding: word, as: UTF8.self).lowercased()
      for position in positions[text] ?? [] { counts[position] += 1 }
    }
    guard let best = counts.indices.max(by: { (counts[$0], $1) < (counts[$1], $0) }) else { return nil }
    let next = counts.indices.filter { $0 != best }.map { counts[$0] }.max() ?? 0
    return counts[best] >= 3 && counts[best] * 2 >= next * 3 ? languages[best].tag : nil
  }
}

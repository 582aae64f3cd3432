import DigestModel

/// Made-up words of a text that may be what it is about: `a benchmark, PingPong, for role play`.
///
/// A line without a name mostly says the name of its paper first, and those of others after words such as `than`.
struct MentionedNames {
  /// In order, each once.
  private(set) var all: [String] = []
  /// Whether the first of them is not said to be what the paper builds on, or is better than.
  private(set) var beginsWithOwn = false

  init(_ text: String) {
    var previous: Substring = ""
    for word in text.split(whereSeparator: { " /:(),;&|\n\u{2022}".contains($0) }) {
      defer { previous = word }
      let name = word.trimmingSuffix { ".!?\"'".contains($0) }
      guard Self.isName(name), !all.contains(String(name)) else { continue }
      if all.isEmpty { beginsWithOwn = !Self.leadingToOthers.contains(previous.lowercased()) }
      all.append(String(name))
      if all.count == Self.most { break }
    }
  }

  private static let most = 3
  /// Shorter ones stand for many things.
  private static let fewestLetters = 4

  private static func isName(_ word: Substring) -> Bool {
    let word = String(word)
    return PaperName.key(word).count >= fewestLetters && !PaperName.tellingWords(of: word).isEmpty
      && PaperName.isPossible(word) && !PaperName.isTerm(word)
  }

  /// Words before the name of something that another paper is about, in English and Vietnamese.
  private static let leadingToOthers: Set<String> = [
    "on", "of", "with", "than", "from", "like", "as", "over", "using", "uses", "use", "by", "via", "in",
    "into", "to",
    "for", "and", "or", "unlike", "vs", "vs.", "extends", "extending", "against", "replaces", "beats",
    "outperforms",
    "trên", "của", "với", "hơn", "từ", "như", "bằng", "qua", "trong", "vào", "cho", "và", "hoặc", "dụng",
    "dùng",
    "thay", "vượt",
  ]
}

extension Substring {
  fileprivate func trimmingSuffix(while isLeftOut: (Character) -> Bool) -> Substring {
    var rest = self
    while let last = rest.last, isLeftOut(last) { rest.removeLast() }
    return rest
  }
}

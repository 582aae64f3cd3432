/// Words by which the name of a body is known, since it is never split.
///
/// - Source: the author lists of arXiv's collaborations and of technical reports; the corporate forms of English,
///   German, French, Spanish, Italian, Portuguese, Dutch, Vietnamese, Chinese, Japanese and Korean.
enum NameBodies {
  /// Last words, in lower case, without full stops.
  static let lastWords: Set<String> = [
    "team", "teams", "collaboration", "collaborations", "consortium", "group", "groups", "project",
    "committee",
    "initiative", "organization", "organisation", "institute", "institutes", "institution", "university",
    "lab", "labs",
    "laboratory", "laboratories", "foundation", "inc", "ltd", "llc", "gmbh", "corp", "corporation", "company",
    "co",
    "society", "association", "agency", "center", "centre", "council", "network", "alliance", "academy",
    "college",
    "community", "contributors", "authors", "research", "department", "ministry", "bureau", "administration",
    "division", "publishers", "publishing", "union", "commission", "developers", "maintainers", "programme",
    "program",
    "hub", "systems", "technologies", "technology", "robotics", "coalition", "federation", "forum",
    "partnership",
    "participants", "organizers", "editors", "deepmind", "intelligence", "science", "sciences", "services",
    "force",
    "taskforce", "observatory", "survey", "partners", "ventures", "studio", "studios", "workshop",
    "conference",
    "kollaboration", "gesellschaft", "gruppe", "arbeitsgruppe", "verein", "stiftung", "universität",
    "institut", "ag",
    "hochschule", "akademie", "konsortium", "ev", "universiteit", "universitet", "université", "groupe",
    "équipe",
    "consorzio", "università", "universidad", "universidade", "grupo", "equipo", "board", "office",
    "authority",
    "coordinators", "volunteers", "collective", "cooperative", "database", "library", "museum", "hospital",
    "clinic",
    "openai", "google", "microsoft", "nvidia", "xiaomi", "huawei", "tencent", "alibaba", "bytedance", "baidu",
  ]
  /// First words, in lower case.
  static let firstWords: Set<String> = [
    "the", "university", "institute", "institut", "department", "ministry", "center", "centre", "school",
    "faculty",
    "universität", "université", "universidad", "universidade", "università", "universitat", "instituto",
    "istituto",
    "technische", "collaboration", "consortium", "groupe", "grupo", "équipe", "equipo", "arbeitsgruppe",
    "fondation",
    "fondazione", "fundación", "société", "viện", "nhóm", "trường", "khoa", "bộ", "association", "commission",
    "committee", "academy", "council", "bureau", "agency", "team", "openai", "google", "microsoft", "nvidia",
    "deepseek", "deepmind", "anthropic", "alibaba", "tencent", "bytedance", "baidu", "huawei", "ibm", "cern",
    "national", "international", "european", "federal",
  ]
  /// First two words, in lower case.
  static let firstPairs: Set<String> = [
    "đại học", "công ty", "học viện", "trung tâm", "tập đoàn", "max planck", "hugging face", "meta ai",
    "meta fair",
    "working group", "task force", "world health", "united nations",
  ]
  /// Names of one word that are not those of persons.
  static let single: Set<String> = [
    "openai", "deepmind", "google", "microsoft", "nvidia", "deepseek", "anthropic", "alibaba", "tencent",
    "bytedance",
    "baidu", "huawei", "ibm", "cern", "meta", "qwen", "mistral", "cohere", "databricks", "laion",
    "bigscience",
    "huggingface", "nasa", "who", "ieee", "acm", "w3c", "iso", "nist",
  ]
  /// Words that join the parts of a body's name: `Institute for Kites`.
  static let joints: Set<String> = ["of", "for", "on", "für", "pour", "zur"]
  /// Last words of a body's name after `and`: `Department of Health and Human Services`.
  static let fields: Set<String> = [
    "services", "sciences", "science", "technology", "technologies", "engineering", "medicine", "research",
    "development",
    "welfare", "affairs", "commerce", "education", "health", "standards", "arts", "letters",
  ]
  /// Endings of East Asian names.
  static let eastAsianEndings = [
    "团队", "團隊", "小组", "小組", "大学", "大學", "研究院", "研究所", "公司", "实验室", "實驗室", "委员会", "委員会", "委員會",
    "学会", "學會", "协会", "協会", "集团", "集團", "中心", "学院", "學院", "科技", "チーム", "グループ", "研究室", "研究会", "연구소",
    "연구실", "팀", "대학교", "학회", "위원회", "그룹",
  ]

  static let words = firstPairs.reduce(into: lastWords.union(firstWords).union(single).union(joints)) {
    words, pair in
    words.formUnion(pair.split(separator: " ").map(String.init))
  }

  /// Whether words are the name of a body.
  static func isBody(_ words: [NameWord]) -> Bool {
    guard let first = words.first, let last = words.last, !words.allSatisfy(\.isUnlisted) else {
      return false
    }
    if words.count == 1 { return isSingle(first) }
    let lastKey = last.keyWithoutStops
    if lastWords.contains(lastKey) || firstWords.contains(first.key) { return true }
    // `AI @ Meta`
    if words.contains(where: { $0.key == "@" }) { return true }
    if firstPairs.contains(first.key + " " + words[1].key) { return true }
    if last.bytes.elementsEqual("AI".utf8) || isNamedAfterAI(last) || isNamedAfterAI(first) { return true }
    return words.contains { joints.contains($0.key) }
      && words.contains { lastWords.contains($0.key) || firstWords.contains($0.key) }
  }

  private static func isSingle(_ word: NameWord) -> Bool {
    single.contains(word.key) || firstWords.contains(word.key) && word.key.hasSuffix("ai")
      || isNamedAfterAI(word)
  }

  /// `DeepSeek-AI`, `EleutherAI`, `01.AI`.
  private static func isNamedAfterAI(_ word: NameWord) -> Bool {
    let bytes = word.bytes
    guard bytes.count > 3, bytes.suffix(2).elementsEqual("AI".utf8) else { return false }
    let before = bytes[bytes.endIndex - 3]
    return before == 0x2D || before == 0x2E || before.lowercased == before && !before.isNonASCII
  }
}

/// Makes digests that combine the kinds of drift of DIGEST-LAYOUT.md, with the counts that a reader must find.
///
/// The same seed makes the same digest on every machine.
public struct DigestGenerator {
  /// What is in the text.
  public struct Counts: Equatable, Sendable {
    public var topics = 0
    public var mentions = 0
    public var placeholders = 0
    public var highlightRows = 0
    public var contributions = 0
    public var gaps = 0
    public var ideas = 0
    public var ideaFields = 0
    public var readingItems = 0
    public var reflections = 0

    public init() {}
  }

  public private(set) var markdown = ""
  public private(set) var counts = Counts()
  /// All ids in the order of the text.
  public private(set) var ids: [String] = []
  /// The kinds of section in order, by their name in the model.
  public private(set) var sections: [String] = []

  private var random: SplitMix64
  private var nextID = 1
  private var usesListItems = true
  private var indent = "    "

  public init(seed: UInt64) {
    random = SplitMix64(state: seed)
    usesListItems = chance(60)
    indent = usesListItems ? "    " : ""
    if chance(20) { line("\(sentence()) tháng 2024-0\(number(1, 9)).\n") }
    if chance(20) { line("**ĐẦU RA**\n") }
    var order = ["topicTree", "highlights", "contributions", "gaps", "ideas", "readingList", "reflection"]
    if chance(30) { order.remove(at: number(0, 6)) }
    if chance(10) { order.swapAt(1, 2) }
    for (number, kind) in order.enumerated() { section(kind, number + 1) }
    if chance(20) { markdown = markdown.replacing("\n\n", with: "\n\n\n") }
  }

  // MARK: - Sections

  private mutating func section(_ kind: String, _ number: Int) {
    sections.append(kind)
    let name = pick(Self.names[kind] ?? [])
    if usesListItems {
      line("\(number).  **\(name)**" + (chance(15) ? " (Top papers)" : ""))
    } else {
      line(pick(["## \(name)", "## \(number). \(name)", "### **\(name)**", "**\(number). \(name)**"]))
    }
    // A reflection in prose right below a list item's heading would be its paragraph, which is drift too.
    if chance(80) || kind == "ideas" { line("") }
    switch kind {
    case "topicTree": tree()
    case "highlights": highlights()
    case "contributions": for _ in 0..<self.number(1, 6) { contribution() }
    case "gaps": for _ in 0..<self.number(1, 5) { gap() }
    case "ideas": for _ in 0..<self.number(1, 4) { idea() }
    case "readingList": for _ in 0..<self.number(1, 5) { readingItem() }
    default: reflection()
    }
    line("")
  }

  private static let names: [String: [String]] = [
    "topicTree": ["TOPIC_TREE", "Topic Tree", "CÂY CHỦ ĐỀ"],
    "highlights": ["SOTA_HIGHLIGHTS", "SOTA_HIGHLIGHTS (Top-10)", "Highlights"],
    "contributions": ["NOVEL_TECH_CONTRIBUTIONS", "Novel Contributions"],
    "gaps": ["GAPS_AND_OPPORTUNITIES", "Gaps & Opportunities"],
    "ideas": ["FUTURE_IDEAS", "Future Ideas"],
    "readingList": ["READING_LIST", "READING_LIST (Top-5)", "Reading List"],
    "reflection": ["META_REFLECTION", "Meta Reflection"],
  ]

  private mutating func tree() {
    let isNumbered = chance(40)
    let isBold = chance(40)
    for top in 0..<number(1, 4) {
      topic(depth: 0, number: top, isNumbered: isNumbered, isBold: isBold)
    }
    if chance(15) { line(indent + "```") }
  }

  private mutating func topic(depth: Int, number position: Int, isNumbered: Bool, isBold: Bool) {
    counts.topics += 1
    let pad = indent + String(repeating: "    ", count: depth)
    var label = words(1, 4)
    if isNumbered {
      let roman = ["I", "II", "III", "IV", "V"]
      let enumerators = [
        roman[position % 5], ["A", "B", "C", "D", "E"][position % 5], "\(position + 1)",
        "abcde".map(String.init)[position % 5],
      ]
      label = enumerators[min(depth, 3)] + ". " + label
    }
    line("\(pad)*   " + (isBold && depth == 0 ? "**\(label)**" : label))
    let childPad = pad + "    "
    for child in 0..<number(1, 3) {
      if depth < 5, chance(35) {
        topic(depth: depth + 1, number: child, isNumbered: isNumbered, isBold: isBold)
      } else if chance(8) {
        counts.placeholders += 1
        line(
          "\(childPad)*   "
            + pick(["(Trống)", "(Không có paper nào thuộc nhóm này)", "`(Trống)`", "(Covered under A > B)"]))
      } else {
        paperLine(childPad)
      }
    }
  }

  private mutating func paperLine(_ pad: String) {
    counts.mentions += 1
    let first = id()
    switch number(0, 6) {
    case 0: line("\(pad)*   `\(first)` | \(sentence())")
    case 1: line("\(pad)*   \(first) | \(sentence())")
    case 2: line("\(pad)*   \(first), \(id()) | \(sentence())")
    case 3: line("\(pad)*   `\(first), \(id()) | \(plainSentence())`")
    case 4: line("\(pad)*   `\(first)` | `\(id())` | \(sentence()) (Lưu ý: \(words(1, 2)))")
    case 5: line("\(pad)*   (Duplicate of \(words(1, 2)) > \(words(1, 2))) \(first)")
    default: line("\(pad)*   \(first) | NEO-\(number(1, 9)): \(sentence())")
    }
  }

  private mutating func highlights() {
    line(indent + "| Rank | PaperID | Keywords (≤ 5) | Đột phá | Ảnh hưởng |")
    line(indent + "| :--- | :--- | :--- | :--- | :--- |")
    for rank in 1...number(2, 8) {
      counts.highlightRows += 1
      let mark = chance(50) ? "`" : ""
      line(
        indent
          + "| \(rank) | \(mark)\(id())\(mark) | \(words(1, 2)), \(words(1, 2)) | \(sentence()) | \(sentence().replacing("|", with: "\\|")) |"
      )
    }
  }

  private mutating func contribution() {
    counts.contributions += 1
    let id = id()
    let what = words(2, 6)
    let remark = plainSentence()
    let tag = chance(20) ? " (Đóng góp dữ liệu)" : ""
    let text = [
      "**\(id) – \(what) – Suy nghĩ:** \(remark)\(tag)", "**\(id) – \(what) – Suy nghĩ**: \(remark)\(tag)",
      "**`\(id)` – \(what) `x-shift` – Suy nghĩ:** \(remark)",
      "**`\(id)` – S* với \(what)** – \(remark) *Suy nghĩ: \(remark)*",
      "**\(id) – \(what). – \(remark)**", "**\(id) – \(what): A*N^-α, B*D^-β – Suy nghĩ:** \(remark)",
    ]
    line(indent + "*   " + pick(text))
  }

  private mutating func gap() {
    counts.gaps += 1
    let title = words(2, 5)
    switch number(0, 4) {
    case 0: line("\(indent)*   **\(title):** \(citing()) Cơ hội: \(sentence())")
    case 1:
      line("\(indent)*   **\(title):**")
      for _ in 0..<number(1, 3) { line("\(indent)    *   \(citing()) Cơ hội: \(sentence())") }
    case 2:
      line("\(indent)*   **\(title)**")
      line("\(indent)    *   *Gaps:* \(citing())")
      line("\(indent)    *   *Opportunities:* \(sentence())")
    case 3: line("\(indent)*   **\(title) (\(id())):** \(sentence())")
    default: line("\(indent)*   **\(title):** \(citing())")
    }
  }

  private mutating func idea() {
    counts.ideas += 1
    let number = counts.ideas
    let title = words(2, 5)
    line(
      indent + "✨ **"
        + pick([
          title, "Idea \(number): \(title)", "Idea \(number): \(title) (Moon-shot)",
          "Idea \(number) (Moon-shot): \(title)",
        ]) + "**")
    let labels = ["Motivation", "Key novelty", "Approach", "Dataset + Metrics", "Risk/Feasibility"]
    counts.ideaFields += labels.count
    if chance(40) {
      for label in labels {
        if label == "Approach" {
          line("\(indent)· **\(label):**")
          for step in 1...self.number(1, 4) { line("\(indent)    \(step).  \(plainSentence())") }
        } else {
          line("\(indent)· **\(label):** \(citing())")
        }
      }
    } else {
      let style = self.number(0, 2)
      for label in labels {
        let mark = ["**\(label):**", "**\(label)**:", "\(label):"][style]
        if label == "Approach" {
          line("\(indent)*   \(mark)")
          for step in 1...self.number(1, 3) {
            line("\(indent)    \(step).  " + (chance(50) ? "**\(words(1, 2)):** " : "") + plainSentence())
            if chance(30) { line("\(indent)        *   \(plainSentence())") }
          }
        } else {
          line("\(indent)*   \(mark) \(citing())")
        }
      }
    }
    line("")
  }

  private mutating func readingItem() {
    counts.readingItems += 1
    let first = id()
    let name = words(1, 3)
    let text: String
    switch number(0, 4) {
    case 0: text = "`\(first)` – \(name) · \(sentence())"
    case 1: text = "\(first) – \(name) (v2)/X · *\(plainSentence())*"
    case 2: text = "**`\(first)` – \(name) · \(plainSentence())**"
    case 3: text = "\(first) & \(id()) – \(name) & \(name) · \(sentence())"
    default: text = "\(first) – \(name): Sub · \(sentence())"
    }
    line("\(indent)*   \(text)")
  }

  private mutating func reflection() {
    counts.reflections += 1
    switch number(0, 2) {
    case 0:
      for _ in 0..<number(1, 3) { line("\(indent)*   **\(words(1, 2)):** \(citing())") }
    case 1:
      line(indent + "\(plainSentence())")
      line("")
      for step in 1...number(1, 3) { line("\(indent)\(step).  \(citing())") }
    default: for _ in 0..<number(1, 4) { line(indent + plainSentence()) }
    }
  }

  // MARK: - Text

  private mutating func line(_ text: String) { markdown += text + "\n" }

  private mutating func id() -> String {
    let id = "24\(["08", "09", "10"][number(0, 2)])." + String(100_000 + nextID).dropFirst()
    nextID += 1
    ids.append(id)
    return id
  }

  private mutating func citing() -> String {
    let start = plainSentence().dropLast()
    return switch number(0, 5) {
    case 0: "\(start) (\(id()))."
    case 1: "\(start) [\(id())], rồi [\(id())]."
    case 2: "\(start) (NAME `\(id())`)."
    case 3: "\(start) (ví dụ: code từ \(id()), \(id()); vision \(id()))."
    case 4: "\(start), \(id()) MoE."
    default: "\(start)."
    }
  }

  private mutating func sentence() -> String {
    let hurt = [
      "ToolChain* tìm A* cho agent", "FPx * FP16", "weights {-1,0,1}", ">10x", "a | b", "`code | span`",
      "\"trích dẫn\"", "x_i và y_j", "50% & more", "ế ễ ơ ư đ", "C:\\dir", "#hash", "~5 $",
    ]
    return (chance(50) ? pick(hurt) + " " : "") + plainSentence()
  }

  private mutating func plainSentence() -> String { words(3, 9) + "." }

  private mutating func words(_ low: Int, _ high: Int) -> String {
    let pool = [
      "mô", "hình", "khuếch", "tán", "học", "tăng", "cường", "dữ", "liệu", "agent", "vision", "token",
      "attention", "reward", "benchmark", "sparse", "memory", "graph", "ngữ", "cảnh",
    ]
    var words: [String] = []
    for _ in 0..<number(low, high) { words.append(pick(pool) + "\(number(10, 999))") }
    return words.joined(separator: " ")
  }

  private mutating func number(_ low: Int, _ high: Int) -> Int { Int.random(in: low...high, using: &random) }
  private mutating func chance(_ percent: Int) -> Bool { number(1, 100) <= percent }
  private mutating func pick<T>(_ list: [T]) -> T { list[number(0, list.count - 1)] }
}

/// A small generator whose numbers depend on its seed alone.
/// - Source: Steele, Lea and Flood, *Fast Splittable Pseudorandom Number Generators*, 2014.
public struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  public init(state: UInt64) { self.state = state }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Markdown in which every word is written once, `w12w`, in all the places where Markdown has words: a reader that
/// loses one cannot hide it.
///
/// It is no careful digest: markup that nobody closes, blocks indented at random, definitions before rules. The same
/// seed makes the same text on every machine.
public struct UniqueWordDocument {
  public private(set) var markdown = ""
  private var random: SplitMix64
  private var count = 0

  public init(seed: UInt64) {
    random = SplitMix64(state: seed)
    if chance(20) { add("---\ntitle: \(word())\n\(word()): \(word())\ntags: [\(word()), \(word())]\n---") }
    if chance(40) { add(line()) }
    if chance(20) { add("\n# \(line())") }
    for section in 1...number(1, 4) {
      let indent = heading(section)
      if chance(70) { add("") }
      for _ in 0..<number(1, 10) {
        block(indent + String(repeating: " ", count: pick([0, 0, 0, 1, 2, 3, 4, 8, 12])))
      }
    }
    // So that the text is a digest.
    add("\nsee 2409.10001")
  }

  // MARK: Blocks

  private mutating func heading(_ section: Int) -> String {
    let names = [
      "TOPIC_TREE", "SOTA_HIGHLIGHTS (Top-10)", "NOVEL_TECH_CONTRIBUTIONS", "GAPS_AND_OPPORTUNITIES",
      "FUTURE_IDEAS", "READING_LIST", "META_REFLECTION",
    ]
    let name = chance(80) ? pick(names) : line()
    switch number(0, 4) {
    case 0:
      add("\(section).  **\(name)**" + (chance(30) ? " (\(word()))" : ""))
      return "    "
    case 1: add("## \(name)" + (chance(10) ? " ##" : ""))
    case 2: add("**\(section). \(name)**")
    case 3: add("\(name)\n\(pick(["---", "===", "-----"]))")
    default: add("### \(section)) **\(name)**")
    }
    return ""
  }

  private mutating func block(_ pad: String) {
    let marker = pick(["*   ", "- ", "+ ", "\(number(0, 99)). ", "\(number(1, 9))) ", "*\t", "a. ", "· ", ""])
    switch number(0, 18) {
    case 0...8: add(pad + marker + (chance(50) ? lead() : "") + line())
    case 9: fence(pad)
    case 10: table(pad)
    case 11: add(pad + String(repeating: "> ", count: number(1, 3)) + marker + line())
    case 12: add("\(pad)[\(word())]: http://\(word()).example" + (chance(50) ? " \"\(word())\"" : ""))
    case 13: add("\(pad)[^\(word())]: \(line())")
    case 14: add(pad + pick(["<div>", "<p class='x'>", "<!-- "]) + line() + pick(["</div>", " -->", ""]))
    case 15: add(line())
    case 16:
      add(pad + pick(["---", "***", "* * *", "```", "**", "|", ">", "*", "1.", "$$", "\\", "✨", "·", "`"]))
    case 17: add(pad + line() + pick(["  ", "\\", "\t"]))
    default: add("\(pad)\(marker)**\(word()):**\n\(pad)    \(pick(["* ", "1. ", ""]))\(line())")
    }
    if chance(15) { add("") }
  }

  private mutating func fence(_ pad: String) {
    let info = chance(50) ? word() + (chance(30) ? " " + word() : "") : ""
    add(pad + pick(["```", "~~~", "````"]) + info)
    for _ in 0..<number(0, 3) { add(pad + line()) }
    if chance(70) { add(pad + "```") }
  }

  private mutating func table(_ pad: String) {
    let width = number(1, 4)
    if chance(30) { add(pad + line()) }
    var header: [String] = []
    for _ in 0..<width { header.append(chance(80) ? word() : pick(["Rank", "PaperID", "Keywords"])) }
    add(pad + "| " + header.joined(separator: " | ") + " |")
    add(pad + "|" + String(repeating: "---|", count: chance(80) ? width : number(1, 4)))
    for _ in 0..<number(0, 3) {
      var cells: [String] = []
      for _ in 0..<number(1, width + 1) {
        cells.append(chance(20) ? "`\(id())`" : inline().replacing("|", with: "\\|"))
      }
      add(pad + "| " + cells.joined(separator: " | ") + (chance(80) ? " |" : ""))
    }
  }

  /// What entries of digests begin with.
  private mutating func lead() -> String {
    switch number(0, 11) {
    case 0: "`\(id())` | "
    case 1: "\(id()) | "
    case 2: "**\(id()) – \(word()) – Suy nghĩ:** "
    case 3: "\(id()) – \(word()) · "
    case 4: "`\(id()), \(id()) | \(word())` "
    case 5: "(Duplicate of \(word())) \(id()) "
    case 6: "**\(word()) (\(id())):** "
    case 7: "✨ **Idea \(number(1, 9)): \(word())** "
    case 8: "· **\(pick(["Motivation", "Risk", word()])):** "
    case 9: "*Gaps:* "
    case 10: "\(id()) & \(id()) – \(word()) & \(word()) · "
    default: "A. \(word()) "
    }
  }

  // MARK: Inlines

  private mutating func line() -> String {
    var parts: [String] = []
    for _ in 0..<number(1, 5) { parts.append(inline()) }
    return parts.joined(separator: " ")
  }

  private mutating func inline() -> String {
    switch number(0, 30) {
    case 0: "*\(word())*"
    case 1: "**\(word())**"
    case 2: "`\(word())`"
    case 3: "[\(word())](http://\(word()).example \"\(word())\")"
    case 4: "![\(word())](\(word()).png \"\(word())\")"
    case 5: "<\(word())>"
    case 6: "<!-- \(word()) -->"
    case 7: "$\(word())$"
    case 8: "(\(id()))"
    case 9: "`\(id())`"
    case 10: "\(word()) – \(word())"
    case 11: "\(word()): \(word())"
    case 12: "[\(word())][\(word())]"
    case 13: "[^\(word())]"
    case 14: "**\(word())"
    case 15: "\(word())**"
    case 16: "*\(word())"
    case 17: "`\(word())"
    case 18: "\(word()) | \(word())"
    case 19: "\(word()) · \(word())"
    case 20: "(\(word()))"
    case 21: "&\(word());"
    case 22: "**\(word()):** \(word())"
    case 23: "http://\(word()).example/\(word())?a=\(word())"
    default: word()
    }
  }

  private mutating func word() -> String {
    count += 1
    return "w\(count)w"
  }

  private mutating func id() -> String {
    "24" + String(100 + number(1, 12)).dropFirst() + "." + String(100_000 + number(1, 9999)).dropFirst()
  }

  private mutating func add(_ text: String) { markdown += text + "\n" }
  private mutating func number(_ low: Int, _ high: Int) -> Int { Int.random(in: low...high, using: &random) }
  private mutating func chance(_ percent: Int) -> Bool { number(1, 100) <= percent }
  private mutating func pick<T>(_ list: [T]) -> T { list[number(0, list.count - 1)] }
}

import DigestCatalogue
import DigestModel
import DigestTestSupport

/// A digest of lines about real or made papers, of which a tenth is damaged in the ways in which language models do it.
struct FaultSet {
  enum Kind: String, CaseIterable {
    case digitChanged = "a digit changed"
    case digitsSwapped = "two digits swapped"
    case linesSwapped = "ids of two lines swapped"
    case neighbourTopic = "id of another line"
    case invented = "invented id"
    case wrongName = "right id, wrong name"
    case monthOff = "month off by one"
  }

  /// How lines are written.
  enum Style: String, CaseIterable {
    /// `` `id` | NAME: a summary in English ``
    case tree
    /// `` `id` – NAME · why to read it ``
    case reading
    /// `` `id` | a summary in Vietnamese with terms in English (NAME) ``
    case vietnamese
    /// `` `id` | a summary in English ``, without names.
    case nameless
  }

  /// One line of the digest.
  private struct Line {
    var id: String
    var entry: CatalogueEntry
    var name: String?
    var fault: Kind?
  }

  private var random: SplitMix64
  private let style: Style
  private var lines: [Line] = []
  private(set) var catalogue = ListedCatalogue()
  /// The ids that are not those of any paper of the digest.
  private var invented: [String] = []

  private(set) var text = ""
  /// By the number of a line of the text, 1-based: what is wrong there; `nil` for a line that is right.
  private(set) var faults: [Int: Kind?] = [:]

  /// - Parameter decoys: records for wrong ids, as a catalogue of all papers has; empty for one that has only those of the
  ///   digest.
  init(
    _ entries: [CatalogueEntry], lines count: Int, style: Style, seed: UInt64, others: [CatalogueEntry],
    decoy: (String) -> CatalogueEntry?
  ) {
    random = SplitMix64(state: seed)
    self.style = style
    for entry in entries + others { catalogue.add(entry) }
    for number in 0..<count {
      let entry = entries[number % entries.count]
      let name = style == .nameless ? nil : Self.name(of: entry)
      lines.append(Line(id: entry.id.description, entry: entry, name: name))
    }
    lines.shuffle(using: &random)
    damage(others: entries + others)
    for id in invented where catalogue.lacks(id) { if let entry = decoy(id) { catalogue.add(entry) } }
    write()
  }

  /// The same digest with a catalogue that holds no abstracts.
  var withoutAbstracts: FaultSet {
    var result = self
    result.catalogue = ListedCatalogue()
    for var entry in catalogue.entries {
      entry.record.abstract = nil
      result.catalogue.add(entry)
    }
    return result
  }

  /// What a digest calls a paper: what stands before the colon of its title, or what its abstract calls it.
  private static func name(of entry: CatalogueEntry) -> String? {
    if let name = entry.record.names.first { return name }
    let parts = (entry.record.title?.plainText ?? "").split(separator: ":", maxSplits: 1)
    return parts.count == 2 && parts[0].split(separator: " ").count <= 3 ? String(parts[0]) : nil
  }

  // MARK: - Damage

  private mutating func damage(others: [CatalogueEntry]) {
    var kinds = Kind.allCases[...]
    var left = lines.count / 10
    while left > 0 {
      let kind = kinds.removeFirst()
      kinds.append(kind)
      let index = number(0, lines.count - 1)
      guard lines[index].fault == nil else { continue }
      if damage(index, kind, others) { left -= kind == .linesSwapped ? 2 : 1 }
    }
  }

  private mutating func damage(_ index: Int, _ kind: Kind, _ others: [CatalogueEntry]) -> Bool {
    let id = Array(lines[index].id.utf8)
    // Old ids are numbered otherwise.
    guard id.count >= 9, id[4] == UInt8(ascii: ".") else { return false }
    switch kind {
    case .digitChanged:
      var changed = id
      let place = number(5, id.count - 1)
      changed[place] = UInt8(ascii: "0") + UInt8((Int(id[place] - UInt8(ascii: "0")) + number(1, 9)) % 10)
      return replaceID(index, changed, kind)
    case .digitsSwapped:
      var changed = id
      let place = number(5, id.count - 2)
      changed.swapAt(place, place + 1)
      return changed != id && replaceID(index, changed, kind)
    case .monthOff:
      let month = Int(String(decoding: id[2..<4], as: UTF8.self)) ?? 1
      let other = month + (month == 12 || month > 1 && chance(50) ? -1 : 1)
      return replaceID(index, id[..<2] + Array(String(100 + other).utf8.dropFirst()) + id[4...], kind)
    case .invented:
      return replaceID(
        index, id[..<5] + Array(String(100_000 + number(1, 19_999)).utf8.suffix(id.count - 5)), kind)
    case .neighbourTopic:
      let other = number(0, lines.count - 1)
      guard lines[other].fault == nil, lines[other].id != lines[index].id else { return false }
      lines[index].id = lines[other].id
    case .linesSwapped:
      let other = number(0, lines.count - 1)
      guard lines[other].fault == nil, lines[other].id != lines[index].id else { return false }
      (lines[index].id, lines[other].id) = (lines[other].id, lines[index].id)
      lines[other].fault = kind
    case .wrongName:
      let other = others[number(0, others.count - 1)]
      guard let name = Self.name(of: other), lines[index].name != nil, name != lines[index].name,
        other.id != lines[index].entry.id
      else { return false }
      lines[index].name = name
    }
    lines[index].fault = kind
    return true
  }

  private mutating func replaceID(_ index: Int, _ id: some Sequence<UInt8>, _ kind: Kind) -> Bool {
    let id = String(decoding: Array(id), as: UTF8.self)
    guard PaperID(id) != nil, id != lines[index].id else { return false }
    lines[index].id = id
    lines[index].fault = kind
    invented.append(id)
    return true
  }

  // MARK: - Text

  private mutating func write() {
    text = style == .reading ? "# READING_LIST\n\n" : "# TOPIC_TREE\n\n"
    var number = 3
    for (index, line) in lines.enumerated() {
      if index % 10 == 0, style != .reading {
        text += "- Topic \(index / 10)\n"
        number += 1
      }
      text += (style == .reading ? "- " : "  - ") + written(line) + "\n"
      faults[number] = .some(line.fault)
      number += 1
    }
  }

  private mutating func written(_ line: Line) -> String {
    let record = line.entry.record
    let sentences = (record.abstract?.plainText ?? record.title?.plainText ?? "")
      .split { ".\n".contains($0) }.map { $0.split(separator: " ").map(String.init) }.filter { $0.count > 5 }
    let source = sentences.isEmpty ? [] : sentences[number(0, sentences.count - 1)]
    switch style {
    case .tree: return "`\(line.id)` | " + (line.name.map { "\($0): " } ?? "") + paraphrase(source)
    case .reading: return "`\(line.id)` – \(line.name ?? "Paper") · " + paraphrase(source.prefix(9))
    case .nameless: return "`\(line.id)` | " + paraphrase(source + sentences[number(0, sentences.count - 1)])
    case .vietnamese:
      let terms = source.filter { $0.utf8.count > 6 && !$0.contains("`") }.map {
        $0.filter { $0.isLetter || $0 == "-" }
      }
      .shuffled(using: &random).prefix(number(2, 5))
      var text = "Đề xuất cơ chế \(terms.first ?? "mới") giúp giảm chi phí"
      for term in terms.dropFirst() {
        text += pick([" dựa trên \(term)", " và xử lý \(term)", " cho \(term)"])
      }
      return "`\(line.id)` | \(text)" + (line.name.map { " (\($0))" } ?? "") + ", huấn luyện hai giai đoạn."
    }
  }

  /// Half of the words of a sentence, some of them in other words.
  private mutating func paraphrase(_ words: some Sequence<String>) -> String {
    var kept: [String] = []
    for word in words where kept.count < 16 {
      let roll = number(1, 100)
      if roll <= 50 { kept.append(word) } else if roll <= 75 { kept.append(pick(Self.otherWords)) }
    }
    if kept.isEmpty { kept = ["A", "new", "approach"] }
    return kept.joined(separator: " ")
      .replacing("`", with: "").replacing("|", with: "").replacing("*", with: "").replacing(":", with: "")
      + "."
  }

  private static let otherWords = [
    "smarter", "cheaper", "pipeline", "handles", "tackles", "novel", "stage", "two-step", "scheme", "boosts",
    "fewer",
    "costs", "trick", "carefully", "mixes", "signals", "richer", "module", "works", "surprisingly",
  ]

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[number(0, elements.count - 1)]
  }
  private mutating func number(_ low: Int, _ high: Int) -> Int { Int.random(in: low...high, using: &random) }
  private mutating func chance(_ percent: Int) -> Bool { number(1, 100) <= percent }
}

extension ListedCatalogue {
  func lacks(_ id: String) -> Bool { PaperID(id).map { id in !entries.contains { $0.id == id } } ?? false }
}

import DigestDiagnostics
import DigestModel

/// A comparison for people: short, in groups, a line a paper.
public struct ComparisonText: Sendable {
  private let comparison: DigestComparison
  private let names: (first: String, second: String)
  private let usesColor: Bool
  private var lines: [String] = []

  /// The comparison as text; one line where nothing differs.
  /// - Parameters:
  ///   - names: what the two are called.
  ///   - usesColor: whether ANSI sequences colour it, for a terminal.
  public static func text(
    of comparison: DigestComparison, named names: (first: String, second: String), usesColor: Bool = false
  ) -> String {
    var text = ComparisonText(comparison: comparison, names: names, usesColor: usesColor)
    text.write()
    return text.lines.map { $0 + "\n" }.joined()
  }

  private init(comparison: DigestComparison, names: (first: String, second: String), usesColor: Bool) {
    self.comparison = comparison
    self.names = names
    self.usesColor = usesColor
  }

  private mutating func write() {
    let (first, second) = (visible(names.first), visible(names.second))
    if comparison.isEmpty {
      let what = comparison.isOfPresence ? "have the same papers" : "say the same"
      lines.append("\(first) and \(second) \(what): \(counted(comparison.same, "paper"))")
      return
    }
    lines.append("\(first) -> \(second): \(comparison.summary)")
    let words =
      comparison.isOfPresence ? ("only in \(second)", "only in \(first)") : ("new papers", "papers gone")
    group(words.0, comparison.came.map { mark("+", name(of: $0)) })
    group(words.1, comparison.went.map { mark("-", name(of: $0)) })
    group("moved", movements("topic"))
    group("rank", movements("rank"))
    writeChanges()
    group(
      "topics",
      comparison.topicsThatCame.map { mark("+", topic($0)) }
        + comparison.topicsThatWent.map { mark("-", topic($0)) })
    group(
      "sections",
      comparison.sectionsThatCame.map { mark("+", $0.shown) }
        + comparison.sectionsThatWent.map { mark("-", $0.shown) }
        + comparison.changedSections.flatMap { ["  \($0.section.shown)"] + shown($0.change) })
    group("digest", comparison.metadata.map { "  \($0.part): \(movement($0))" })
  }

  private mutating func group(_ heading: String, _ entries: [String]) {
    if entries.isEmpty { return }
    lines.append(usesColor ? "\u{1B}[1m\(heading)\u{1B}[0m" : heading)
    lines += entries
  }

  private func mark(_ sign: String, _ text: String, depth: Int = 1) -> String {
    let line = String(repeating: "  ", count: depth) + "\(sign) \(text)"
    return usesColor ? "\u{1B}[\(sign == "+" ? 32 : 31)m\(line)\u{1B}[0m" : line
  }

  /// Papers of which a part is shown on their own line.
  private func movements(_ part: String) -> [String] {
    comparison.changed.flatMap { paper in
      paper.changes.filter { $0.part == part }.map { "  \(name(of: paper.paper)): \(movement($0))" }
    }
  }

  private mutating func writeChanges() {
    var entries: [String] = []
    for paper in comparison.changed {
      let changes = paper.changes.filter { $0.part != "topic" && $0.part != "rank" }
      if !changes.isEmpty { entries += ["  \(name(of: paper.paper))"] + changes.flatMap(shown) }
    }
    group("changed", entries)
  }

  /// On one line where that is short, else what went and what came.
  private func shown(_ change: DigestComparison.Change) -> [String] {
    let line = "    \(visible(change.part)): \(movement(change))"
    let isShort = change.before.count <= 1 && change.after.count <= 1 && line.count <= Self.width
    if isShort { return [line] }
    return ["    \(visible(change.part)):"] + change.before.map { mark("-", clipped($0), depth: 3) }
      + change.after.map { mark("+", clipped($0), depth: 3) }
  }

  private func movement(_ change: DigestComparison.Change) -> String {
    func list(_ values: [String]) -> String {
      values.isEmpty ? "none" : values.map { visible($0) }.joined(separator: ", ")
    }
    return "\(list(change.before)) -> \(list(change.after))"
  }

  private func topic(_ topic: DigestComparison.TopicCount) -> String {
    "\(visible(topic.path.joined(separator: " > "))) (\(counted(topic.papers, "paper")))"
  }

  private func name(of paper: DigestComparison.PaperName) -> String {
    let name = [paper.name, paper.title].compactMap(\.self).joined(separator: ": ")
    return name.isEmpty ? "\(paper.id)" : "\(paper.id)  \(clipped(name))"
  }

  private static let width = 80
  /// So that a line with its id, or its marks, is no longer than 80 characters.
  private static let longestText = 64

  private func clipped(_ text: String) -> String {
    let line = visible(text.split(whereSeparator: \.isNewline).joined(separator: " "))
    return line.count <= Self.longestText ? line : line.prefix(Self.longestText - 1) + "…"
  }
}

extension DigestComparison {
  /// `2 papers new, 1 gone, 3 changed, 95 the same`
  public var summary: String {
    if isOfPresence {
      return "\(counted(went.count, "paper")) only here, \(came.count) only there, \(same) in both"
    }
    let papers = "\(counted(came.count, "paper")) new, \(went.count) gone, \(changed.count) changed"
    return papers + ", \(same) the same"
  }
}

extension DigestComparison.SectionName {
  var shown: String {
    heading.isEmpty ? (self == .preamble ? "(text before the sections)" : kind.rawValue) : visible(heading)
  }
}

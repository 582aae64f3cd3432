/// The help of a command as people look for it: what it does and how it is called come first.
///
/// ArgumentParser prints all that is said of a command before its usage, however long that is.
enum HelpText {
  /// Sections that follow the options.
  private static let last = ["SUBCOMMANDS", "SELECTING", "EXIT STATUS"]

  /// - Parameter text: what ArgumentParser prints.
  /// - Returns: the sections in order: overview, usage, examples, arguments, options, and those that explain more.
  static func arranged(_ text: String) -> String {
    var sections = sections(of: text)
    guard sections.first?.title == "OVERVIEW" else { return text }
    // The last lines point to the help of subcommands.
    var end = ""
    if let place = sections.last?.text.range(of: "\n\n  See '"), let index = sections.indices.last {
      end = String(sections[index].text[place...])
      sections[index].text = String(sections[index].text[..<place])
    }
    let ranked = sections.enumerated().sorted {
      (rank(of: $0.element.title), $0.offset) < (rank(of: $1.element.title), $1.offset)
    }
    return ranked.map(\.element.text).joined(separator: "\n\n") + end + "\n"
  }

  private static func rank(of title: String) -> Int {
    switch title {
    case "OVERVIEW": 0
    case "USAGE": 1
    case "EXAMPLES": 2
    case "ARGUMENTS": 3
    case "OPTIONS": 4
    default: 5 + (last.firstIndex(of: title).map { $0 + 1 } ?? 0)
    }
  }

  /// Each begins with a line such as `OPTIONS:` or `USAGE: …`; without the empty lines after it.
  private static func sections(of text: String) -> [(title: String, text: String)] {
    var found: [(title: String, lines: [Substring])] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let title = line.prefix { $0 != ":" }
      let isTitle =
        title.count < line.count && !title.isEmpty
        && title.utf8.allSatisfy { (0x41...0x5A).contains($0) || $0 == 0x20 } && title.first != " "
      if isTitle || found.isEmpty {
        found.append((String(title), [line]))
      } else {
        found[found.count - 1].lines.append(line)
      }
    }
    return found.map { title, lines in
      let end = lines.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? 0
      return (title, lines[..<end].joined(separator: "\n"))
    }
  }
}

extension StringProtocol {
  /// Where a text begins that stands in this one.
  fileprivate func range(of text: String) -> Index? {
    indices.first { self[$0...].hasPrefix(text) }
  }
}

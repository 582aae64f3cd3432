import DigestDiagnostics
import DigestModel

/// A comparison as Markdown, for a message or a pull request.
public enum ComparisonMarkdown {
  /// Headings of the third level and lists.
  public static func text(
    of comparison: DigestComparison, named names: (first: String, second: String)
  ) -> String {
    var text = "**\(plain(names.first)) → \(plain(names.second))**: \(comparison.summary)\n"
    func list(_ heading: String, _ entries: [String]) {
      if entries.isEmpty { return }
      text += "\n### \(heading) (\(entries.count))\n\n" + entries.map { "- \($0)\n" }.joined()
    }
    let isOfPresence = comparison.isOfPresence
    list(isOfPresence ? "Only in \(plain(names.second))" : "New papers", comparison.came.map(paper))
    list(isOfPresence ? "Only in \(plain(names.first))" : "Papers gone", comparison.went.map(paper))
    list(
      "Changed",
      comparison.changed.map { changed in
        paper(changed.paper) + changed.changes.map { "\n  - \(change($0))" }.joined()
      })
    list("New topics", comparison.topicsThatCame.map(topic))
    list("Topics gone", comparison.topicsThatWent.map(topic))
    list("New sections", comparison.sectionsThatCame.map { plain($0.shown) })
    list("Sections gone", comparison.sectionsThatWent.map { plain($0.shown) })
    list(
      "Changed sections",
      comparison.changedSections.map { "\(plain($0.section.shown)): \(change($0.change))" })
    list("Digest", comparison.metadata.map(change))
    return text
  }

  private static func paper(_ paper: DigestComparison.PaperName) -> String {
    let label = plain("\(paper.id)")
    let id = paper.id.url.map { "[\(label)](<\($0)>)" } ?? label
    return ([id] + [paper.name.map { "**\(plain($0))**" }, paper.title.map(plain)].compactMap(\.self))
      .joined(separator: " ")
  }

  private static func topic(_ topic: DigestComparison.TopicCount) -> String {
    "\(plain(topic.path.joined(separator: " > "))) (\(counted(topic.papers, "paper")))"
  }

  private static func change(_ change: DigestComparison.Change) -> String {
    func list(_ values: [String]) -> String {
      values.isEmpty ? "*none*" : values.map(plain).joined(separator: "; ")
    }
    return "\(plain(change.part)): \(list(change.before)) → \(list(change.after))"
  }

  /// One line, in which nothing is markup.
  private static func plain(_ text: String) -> String {
    RichText(plain: text.split(whereSeparator: \.isNewline).joined(separator: " ")).markdown
  }
}

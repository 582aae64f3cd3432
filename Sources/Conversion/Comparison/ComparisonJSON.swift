import DigestModel
import DigestSyntax

/// A comparison for programs; the shape is `schemas/diff.schema.json`.
public enum ComparisonJSON {
  /// A change that readers would misread raises it.
  private static let version = 1

  /// The whole document.
  public static func bytes(
    of comparison: DigestComparison, named names: (first: String, second: String)
  ) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginMapping()
    writer.member("version", version)
    writer.member("first", names.first)
    writer.member("second", names.second)
    writer.key("papers")
    writer.beginMapping()
    writer.list("came", comparison.came) { $0.write($1) }
    writer.list("went", comparison.went) { $0.write($1) }
    writer.list("changed", comparison.changed) { writer, changed in
      writer.beginMapping()
      writer.members(of: changed.paper)
      writer.list("changes", changed.changes) { $0.write($1) }
      writer.endMapping()
    }
    writer.member("same", comparison.same)
    writer.endMapping()
    if !comparison.isOfPresence { write(comparison, to: &writer) }
    writer.endMapping()
    return writer.finish()
  }

  private static func write(_ comparison: DigestComparison, to writer: inout JSONWriter) {
    writer.key("topics")
    writer.beginMapping()
    writer.list("came", comparison.topicsThatCame) { $0.write($1) }
    writer.list("went", comparison.topicsThatWent) { $0.write($1) }
    writer.endMapping()
    writer.key("sections")
    writer.beginMapping()
    writer.list("came", comparison.sectionsThatCame) { $0.write($1, nil) }
    writer.list("went", comparison.sectionsThatWent) { $0.write($1, nil) }
    writer.list("changed", comparison.changedSections) { $0.write($1.section, $1.change) }
    writer.endMapping()
    writer.list("metadata", comparison.metadata) { $0.write($1) }
  }
}

extension JSONWriter {
  fileprivate mutating func list<Element>(
    _ key: String, _ elements: [Element], _ write: (inout JSONWriter, Element) -> Void
  ) {
    self.key(key)
    beginSequence()
    for element in elements { write(&self, element) }
    endSequence()
  }

  fileprivate mutating func words(_ key: String, _ words: [String]) { list(key, words) { $0.text($1) } }

  fileprivate mutating func members(of paper: DigestComparison.PaperName) {
    member("id", paper.id.description)
    if let name = paper.name { member("name", name) }
    if let title = paper.title { member("title", title) }
    if let url = paper.id.url { member("url", url) }
  }

  fileprivate mutating func write(_ paper: DigestComparison.PaperName) {
    beginMapping()
    members(of: paper)
    endMapping()
  }

  fileprivate mutating func write(_ change: DigestComparison.Change) {
    beginMapping()
    member("part", change.part)
    words("before", change.before)
    words("after", change.after)
    endMapping()
  }

  fileprivate mutating func write(_ topic: DigestComparison.TopicCount) {
    beginMapping()
    words("path", topic.path)
    member("papers", topic.papers)
    endMapping()
  }

  fileprivate mutating func write(
    _ section: DigestComparison.SectionName, _ change: DigestComparison.Change?
  ) {
    beginMapping()
    member("kind", section.kind.rawValue)
    member("heading", section.heading)
    if let change {
      words("before", change.before)
      words("after", change.after)
    }
    endMapping()
  }
}

import DigestModel
import DigestSyntax

/// Where the writing of an entry as a list item is.
struct JATSItem {
  /// What a loss is reported as.
  var part: ModelPart
  /// Whether there is nothing but a number or a sign.
  var isNumberAlone: Bool
  var line = JATSWriter.PhraseLine()
  /// Whether the paragraph of the line is open.
  var isLineOpen = false
  /// Whether the last part was a label.
  var isLabelled = false
}

// An entry for which JATS has nothing better is a list item: a number, a paragraph with its papers and texts, each
// marked with what it is, then what hangs below it. Contributions and reading items are written so.
extension JATSWriter: EntryWalk {
  mutating func visit<Entry: DescribedEntry>(entry: Entry) {
    writeItem(entry, use: Entry.typeName, part: Entry.kind.traits.part)
  }

  mutating func visit(block: Digest.Block) { write(block, in: .listItem) }

  private mutating func writeItem(_ described: some Described, use: String, part: ModelPart) {
    let outer = item
    item = JATSItem(part: part, isNumberAlone: !described.hasContentBesidesNumber)
    startItem(use.kebabCased)
    described.parts(to: &self)
    endLine()
    xml.end()
    item = outer
  }

  /// Adds to the paragraph of the item, which begins with the first part.
  private mutating func addToLine(_ body: (inout JATSWriter, inout PhraseLine) -> Void) {
    if !item.isLineOpen { xml.start("p", .mixed) }
    item.isLineOpen = true
    var line = item.line
    body(&self, &line)
    item.line = line
  }

  private mutating func endLine() {
    guard item.isLineOpen else { return }
    xml.end()
    item.isLineOpen = false
    item.isLabelled = false
    item.line = PhraseLine()
  }
}

extension JATSWriter: PartReading {
  mutating func number(_ key: String, _ number: inout String?, at anchor: SourceAnchor) {
    endLine()
    writeEnumerator(number, isAlone: item.isNumberAlone, at: anchor)
  }

  mutating func sign(_ key: String, _ sign: inout String?, at anchor: SourceAnchor) {
    number(key, &sign, at: anchor)
  }

  mutating func read(papers: [Citation]) {
    guard !papers.isEmpty else { return }
    addToLine { $0.papers(papers, after: " – ", &$1) }
  }

  mutating func read(_ key: String, _ text: RichText, _ role: TextRole) {
    guard text.hasText else { return }
    let separator = item.isLabelled ? ": " : " – "
    addToLine { $0.part(Self.contentType(of: key), text, after: separator, &$1) }
    item.isLabelled = role == .label
  }

  mutating func read(_ key: String, plain: String, at anchor: SourceAnchor) {
    guard plain.hasWords else { return }
    addToLine { writer, line in
      if line.hasBegun { writer.xml.text(" – ") }
      line.hasBegun = true
      writer.startNamed(Self.contentType(of: key))
      writer.write(plain: plain, at: anchor)
      writer.xml.end()
    }
  }

  mutating func role<Role: RawRepresentable & CaseIterable>(_ role: inout Role)
  where Role.RawValue == String {
    losses.record(
      item.part, .degraded, "the role '\(role.rawValue)' of a part has no place in a list", at: place)
  }

  mutating func read(_ key: String, _ blocks: [Digest.Block]) {
    endLine()
    write(blocks, in: .listItem)
  }

  mutating func read(_ key: String, _ entries: [Digest.Entry]) {
    endLine()
    writeRuns(of: entries)
  }

  mutating func read(_ key: String, part: some Described, name: String) {
    guard part.hasContent else { return }
    endLine()
    startList(key.kebabCased)
    writeItem(part, use: name, part: item.part)
    xml.end()
  }

  /// The `content-type` of a part.
  private static func contentType(of key: String) -> String {
    switch key {
    case "name": "paper-name"
    case "kindTag": "kind"
    default: key.kebabCased
    }
  }
}

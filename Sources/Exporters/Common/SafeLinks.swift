import DigestModel
import DigestSyntax

extension Digest {
  /// The digest for formats that write its Markdown as it is: links to addresses that no output may lead to are text.
  /// - Complexity: O(n).
  func withSafeLinks(_ losses: inout LossLog) -> Digest {
    var walk = SafeLinks(losses: losses)
    var digest = self
    walk.change(&digest.metadata.title)
    walk.change(&digest.metadata.preamble)
    for index in digest.sections.indices {
      walk.change(&digest.sections[index].heading)
      walk.change(&digest.sections[index].entries)
    }
    for index in digest.papers.indices { walk.change(&digest.papers[index].record) }
    losses = walk.losses
    guard walk.hasChanged else { return self }
    // The paths of topics and the names of papers are made of these texts.
    digest.normalise()
    return digest
  }
}

/// Makes text of links to addresses that no output may lead to.
private struct SafeLinks: PartWalk, EntryWalk {
  var losses: LossLog
  private(set) var hasChanged = false
  private var entry: Digest.Entry?

  init(losses: LossLog) { self.losses = losses }

  mutating func change(_ text: inout RichText) {
    guard let markdown = RefusedLinks.escaped(in: text.markdown, isAllowed: LinkAddress.isAllowed) else {
      return
    }
    losses.record(.links, .degraded, LinkAddress.refusal, at: text.anchor)
    hasChanged = true
    text = RichText(markdown: markdown, inlines: text.inlines.withSafeLinks, anchor: text.anchor)
  }

  mutating func change(_ text: inout RichText?) {
    guard var changed = text else { return }
    change(&changed)
    text = changed
  }

  mutating func change(_ texts: inout [RichText]) {
    for index in texts.indices { change(&texts[index]) }
  }

  mutating func change(_ record: inout Paper.Record) {
    change(&record.title)
    change(&record.shortTitle)
    change(&record.originalTitle)
    change(&record.abstract)
  }

  mutating func change(_ entries: inout [Digest.Entry]) {
    for index in entries.indices {
      entries[index].dispatch(to: &self)
      if let entry { entries[index] = entry }
    }
  }

  mutating func change(_ blocks: inout [Digest.Block]) {
    for index in blocks.indices { change(&blocks[index]) }
  }

  private mutating func change(_ block: inout Digest.Block) {
    switch block {
    case .paragraph(var text):
      change(&text)
      block = .paragraph(text)
    case .heading(var heading):
      change(&heading.text)
      block = .heading(heading)
    case .list(var list):
      for index in list.items.indices { change(&list.items[index].blocks) }
      block = .list(list)
    case .quote(var quote):
      change(&quote.blocks)
      block = .quote(quote)
    case .table(var table):
      change(&table.header)
      for index in table.rows.indices { change(&table.rows[index].cells) }
      block = .table(table)
    case .code, .thematicBreak: break
    }
  }

  // MARK: - EntryWalk

  mutating func visit(entry: some DescribedEntry) {
    var entry = entry
    entry.describe(to: &self)
    self.entry = entry.entry
  }

  mutating func visit(block: Digest.Block) {
    var block = block
    change(&block)
    entry = .block(block)
  }

  // MARK: - PartWalk

  mutating func text(_ key: String, _ text: inout RichText?, _ role: TextRole) { change(&text) }
  mutating func text(_ key: String, always text: inout RichText, _ role: TextRole) { change(&text) }
  mutating func texts(_ key: String, _ texts: inout [RichText]) { change(&texts) }
  mutating func blocks(_ key: String, _ blocks: inout [Digest.Block]) { change(&blocks) }
  mutating func entries(_ key: String, _ entries: inout [Digest.Entry]) { change(&entries) }
  mutating func parts<Part: Described>(_ key: String, _ parts: inout [Part], each name: String) {
    for index in parts.indices { parts[index].describe(to: &self) }
  }

  // These hold no markup.
  mutating func papers(_ papers: inout [Citation], isRequired: Bool) {}
  mutating func number(_ key: String, _ number: inout String?, at anchor: SourceAnchor) {}
  mutating func sign(_ key: String, _ sign: inout String?, at anchor: SourceAnchor) {}
  mutating func words(_ key: String, _ words: inout [String], areRepeated: Bool, at anchor: SourceAnchor) {}
  mutating func flag(_ key: String, _ flag: inout Bool) {}
  mutating func role<Role: RawRepresentable & CaseIterable>(_ role: inout Role)
  where Role.RawValue == String {}
}

extension [Inline] {
  /// What the text is read as once its links are text.
  fileprivate var withSafeLinks: [Inline] { flatMap(\.withSafeLinks) }
}

extension Inline {
  fileprivate var withSafeLinks: [Inline] {
    switch self {
    case .emphasis(let children): [.emphasis(children.withSafeLinks)]
    case .strong(let children): [.strong(children.withSafeLinks)]
    case .subscript(let children): [.subscript(children.withSafeLinks)]
    case .superscript(let children): [.superscript(children.withSafeLinks)]
    case .link(let children, let destination, let title):
      if LinkAddress.isAllowed(destination) {
        [.link(children.withSafeLinks, destination: destination, title: title)]
      } else if children == [.text(destination)] {
        [.text("<\(destination)>")]
      } else {
        [.text("[")] + children.withSafeLinks + [.text("](\(destination))")]
      }
    case .image(let description, let source, _):
      LinkAddress.isAllowed(source) ? [self] : [.text("![")] + description + [.text("](\(source))")]
    case .text, .code, .math, .citation, .lineBreak: [self]
    }
  }
}

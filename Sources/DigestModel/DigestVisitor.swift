/// Sees every text and every paper reference of a digest in document order. All methods have empty defaults.
public protocol DigestVisitor {
  /// A text with markup. Citations in it are not reported apart: see `RichText.citations`.
  mutating func visit(text: RichText)
  /// Words without markup: an enumerator, a keyword, a rank, a code block.
  mutating func visit(plain: String, at anchor: SourceAnchor)
  /// An id that stands in a field of its own.
  mutating func visit(paper: Citation)
}

extension DigestVisitor {
  /// Does nothing.
  public mutating func visit(text: RichText) {}
  /// Does nothing.
  public mutating func visit(plain: String, at anchor: SourceAnchor) {}
  /// Does nothing.
  public mutating func visit(paper: Citation) {}
}

extension Digest {
  /// Walks preamble and sections in document order; the derived index is not walked.
  public func accept(_ visitor: inout some DigestVisitor) {
    if let title = metadata.title { visitor.visit(text: title) }
    for block in metadata.preamble { block.accept(&visitor) }
    for section in sections {
      if let enumerator = section.enumerator { visitor.visit(plain: enumerator, at: section.anchor) }
      visitor.visit(text: section.heading)
      for entry in section.entries { entry.accept(&visitor) }
    }
  }
}

extension Digest.Entry {
  /// Walks an entry with all that hangs below it, in document order.
  public func accept(_ visitor: inout some DigestVisitor) {
    var walk = VisitorWalk(visitor: consume visitor)
    walk.visit(self)
    visitor = walk.visitor
  }
}

/// Shows a visitor the parts of an entry in the order in which its type names them.
private struct VisitorWalk<Visitor: DigestVisitor>: EntryWalk, PartReading {
  var visitor: Visitor

  mutating func visit(_ entry: Digest.Entry) {
    switch entry {
    case .paper(let mention): mention.accept(&visitor)
    case .highlights(let table): table.accept(&visitor)
    default: entry.dispatch(to: &self)
    }
  }

  mutating func visit(entry: some DescribedEntry) { entry.parts(to: &self) }
  mutating func visit(block: Digest.Block) { block.accept(&visitor) }

  mutating func read(papers: [Citation]) { for paper in papers { visitor.visit(paper: paper) } }
  mutating func read(_ key: String, _ text: RichText, _ role: TextRole) { visitor.visit(text: text) }
  mutating func read(_ key: String, plain: String, at anchor: SourceAnchor) {
    visitor.visit(plain: plain, at: anchor)
  }
  mutating func read(_ key: String, _ blocks: [Digest.Block]) {
    for block in blocks { block.accept(&visitor) }
  }
  mutating func read(_ key: String, _ entries: [Digest.Entry]) {
    for entry in entries { visit(entry) }
  }
  mutating func read(_ key: String, part: some Described, name: String) { part.parts(to: &self) }
}

extension DigestVisitor {
  fileprivate mutating func visit(optional text: RichText?) {
    if let text { visit(text: text) }
  }
}

extension Digest.PaperMention {
  fileprivate func accept(_ visitor: inout some DigestVisitor) {
    // A note can stand before the id, `(Duplicate of …) id`, or after the text.
    if isDuplicate, summary == nil { visitor.visit(optional: note) }
    for paper in papers { visitor.visit(paper: paper) }
    visitor.visit(optional: name)
    visitor.visit(optional: summary)
    if !(isDuplicate && summary == nil) { visitor.visit(optional: note) }
    for block in details { block.accept(&visitor) }
  }
}

extension Digest.HighlightTable {
  fileprivate func accept(_ visitor: inout some DigestVisitor) {
    for column in columns { visitor.visit(text: column.header) }
    let roles = Set(columns.map(\.role))
    for row in rows {
      var text = row.cells.makeIterator()
      for column in columns {
        switch column.role {
        case .rank: if let rank = row.rankText { visitor.visit(plain: rank, at: row.anchor) }
        case .papers:
          for paper in row.papers { visitor.visit(paper: paper) }
          visitor.visit(optional: row.name)
        case .keywords: for keyword in row.keywords { visitor.visit(plain: keyword, at: row.anchor) }
        case .text: visitor.visit(optional: text.next())
        }
      }
      // What a program gave a row without a column for it.
      if !roles.contains(.rank), let rank = row.rankText { visitor.visit(plain: rank, at: row.anchor) }
      if !roles.contains(.papers) {
        for paper in row.papers { visitor.visit(paper: paper) }
        visitor.visit(optional: row.name)
      }
      if !roles.contains(.keywords) {
        for keyword in row.keywords { visitor.visit(plain: keyword, at: row.anchor) }
      }
      while let rest = text.next() { visitor.visit(text: rest) }
    }
  }
}

extension Digest.Block {
  /// Walks a block with all that it holds, in document order.
  public func accept(_ visitor: inout some DigestVisitor) {
    switch self {
    case .paragraph(let text): visitor.visit(text: text)
    case .heading(let heading): visitor.visit(text: heading.text)
    case .list(let list):
      for item in list.items {
        if let enumerator = item.enumerator { visitor.visit(plain: enumerator, at: item.anchor) }
        for block in item.blocks { block.accept(&visitor) }
      }
    case .quote(let quote): for block in quote.blocks { block.accept(&visitor) }
    case .code(let code):
      if !code.info.isEmpty { visitor.visit(plain: code.info, at: code.anchor) }
      visitor.visit(plain: code.text, at: code.anchor)
    case .table(let table):
      for cell in table.header { visitor.visit(text: cell) }
      for row in table.rows { for cell in row.cells { visitor.visit(text: cell) } }
    case .thematicBreak: break
    }
  }
}

import DigestModel

/// The records of all tables of one digest, or of several.
struct DigestTables {
  let scope: TableScope
  /// Those of each digest, in their order.
  let parts: [(tables: TableCollector, key: DigestKey)]

  /// What records are written with before the first digest is known.
  var firstKey: DigestKey { parts.first?.key ?? DigestKey(Digest()) }

  init(_ digest: Digest) {
    scope = .digest
    parts = [(TableCollector(digest), DigestKey(digest))]
  }

  init(_ collection: DigestCollection) {
    scope = .collection
    let papers = CollectedPapers(collection)
    parts = zip(collection.digests.indices, DigestKey.all(collection.digests)).map { number, key in
      (TableCollector(number, of: papers), key)
    }
  }
}

// MARK: - Their records

/// Gets the records of one table.
protocol TableRowVisitor {
  mutating func visit<Row: TableRow>(_ rows: [Row]) throws(ExportError)
}

extension TableCollector {
  func visit(_ table: CSVTable, by visitor: inout some TableRowVisitor) throws(ExportError) {
    switch table {
    case .digests: try visitor.visit(digests)
    case .metadata: try visitor.visit(metadata)
    case .papers: try visitor.visit(papers)
    case .paperDigests: try visitor.visit(paperDigests)
    case .authors: try visitor.visit(authors)
    case .paperIdentifiers: try visitor.visit(paperIdentifiers)
    case .paperLinks: try visitor.visit(paperLinks)
    case .paperTerms: try visitor.visit(paperTerms)
    case .paperTopics: try visitor.visit(paperTopics)
    case .paperExtras: try visitor.visit(paperExtras)
    case .sections: try visitor.visit(sections)
    case .topics: try visitor.visit(topics)
    case .listings: try visitor.visit(listings)
    case .highlights: try visitor.visit(highlights)
    case .highlightColumns: try visitor.visit(highlightColumns)
    case .highlightCells: try visitor.visit(highlightCells)
    case .contributions: try visitor.visit(contributions)
    case .gaps: try visitor.visit(gaps)
    case .gapParts: try visitor.visit(gapParts)
    case .ideas: try visitor.visit(ideas)
    case .ideaFields: try visitor.visit(ideaFields)
    case .readingItems: try visitor.visit(readingItems)
    case .blocks: try visitor.visit(blocks)
    case .mentions: try visitor.visit(mentions)
    }
  }
}

import DigestModel

/// The records of all tables of one digest, or of several.
struct DigestTables {
  let scope: CSVScope
  /// Those of each digest, in their order.
  let parts: [(tables: CSVCollector, key: DigestKey)]

  init(_ digest: Digest) {
    scope = .digest
    parts = [(CSVCollector(digest), DigestKey(digest))]
  }

  init(_ collection: DigestCollection) {
    scope = .collection
    let papers = CollectedPapers(collection)
    parts = zip(collection.digests.indices, DigestKey.all(collection.digests)).map { number, key in
      (CSVCollector(number, of: papers), key)
    }
  }
}

// MARK: - Their records

/// Gets the records of one table.
protocol CSVRowVisitor {
  mutating func visit<Row: CSVRow>(_ rows: [Row]) throws(ExportError)
}

extension CSVCollector {
  func visit(_ table: CSVTable, by visitor: inout some CSVRowVisitor) throws(ExportError) {
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

// MARK: - As CSV

extension DigestTables {
  func renderer(_ options: CSVOptions) -> CSVRenderer {
    CSVRenderer(options: options, scope: scope, digest: parts.first?.key ?? DigestKey(Digest()))
  }

  /// A whole table with its header.
  func render(_ table: CSVTable, with renderer: inout CSVRenderer) throws(ExportError) -> [UInt8] {
    try renderer.begin(table)
    for part in parts {
      renderer.digest = part.key
      try part.tables.visit(table, by: &renderer)
    }
    return renderer.finish()
  }
}

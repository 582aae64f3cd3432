public import DigestModel

/// Writes one table of a digest as CSV (RFC 4180): the papers, or any other.
public struct CSVExporter: Exporter {
  public let name = "csv"
  public let summary = "one table, the papers unless another is named"
  public let layout = OutputLayout.file(fileExtension: "csv")
  public var options: CSVOptions
  public var table: CSVTable

  public init(table: CSVTable = .papers, options: CSVOptions = CSVOptions()) {
    self.table = table
    self.options = options
  }

  public var capabilities: [ModelPart: Fidelity] { CSVCapabilities.table(table) }

  public func export(_ digest: Digest) throws(ExportError) -> ExportResult {
    let tables = CSVCollector(digest)
    var renderer = CSVRenderer(options: options)
    let bytes = try tables.render(table, with: &renderer)
    for other in CSVTable.allCases where other != table {
      tables.recordMissing(other, where: table, in: &renderer.losses)
    }
    if table == .papers { tables.recordAmbiguousTopics(in: &renderer.losses) }
    return ExportResult(files: [OutputFile(bytes: bytes)], losses: renderer.losses)
  }
}

/// Writes every table of a digest as CSV with metadata in CSV on the Web: papers, topics, mentions and the entries of
/// each section, joined by keys.
public struct CSVBundleExporter: Exporter {
  public let name = "csv-bundle"
  public let summary = "every table, with metadata in CSV on the Web"
  public let layout = OutputLayout.directory(suffix: "-csv")
  public let capabilities: [ModelPart: Fidelity] = CSVCapabilities.bundle
  public var options: CSVOptions

  public init(options: CSVOptions = CSVOptions()) { self.options = options }

  public func export(_ digest: Digest) throws(ExportError) -> ExportResult {
    let tables = CSVCollector(digest)
    var renderer = CSVRenderer(options: options)
    let metadata = CSVWMetadata.render(CSVTable.allCases, options: options)
    var files = [OutputFile(name: CSVWMetadata.fileName, bytes: metadata)]
    for table in CSVTable.allCases {
      files.append(OutputFile(name: table.fileName, bytes: try tables.render(table, with: &renderer)))
    }
    return ExportResult(files: files, losses: renderer.losses)
  }
}

extension CSVCollector {
  func render(_ table: CSVTable, with renderer: inout CSVRenderer) throws(ExportError) -> [UInt8] {
    switch table {
    case .metadata: try renderer.render(metadata)
    case .papers: try renderer.render(papers)
    case .authors: try renderer.render(authors)
    case .paperTerms: try renderer.render(paperTerms)
    case .paperExtras: try renderer.render(paperExtras)
    case .sections: try renderer.render(sections)
    case .topics: try renderer.render(topics)
    case .listings: try renderer.render(listings)
    case .highlights: try renderer.render(highlights)
    case .highlightColumns: try renderer.render(highlightColumns)
    case .highlightCells: try renderer.render(highlightCells)
    case .contributions: try renderer.render(contributions)
    case .gaps: try renderer.render(gaps)
    case .gapParts: try renderer.render(gapParts)
    case .ideas: try renderer.render(ideas)
    case .ideaFields: try renderer.render(ideaFields)
    case .readingItems: try renderer.render(readingItems)
    case .blocks: try renderer.render(blocks)
    case .mentions: try renderer.render(mentions)
    }
  }
}

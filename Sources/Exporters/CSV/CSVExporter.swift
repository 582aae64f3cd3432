public import DigestModel

/// Writes one table of a digest as CSV (RFC 4180): the papers, or any other.
public struct CSVExporter: Exporter {
  /// The name on the command line.
  public let name = "csv"
  /// One line for `digest-convert formats`.
  public let summary = "one table, the papers unless another is named"
  /// The output is one file.
  public let layout = OutputLayout.file(fileExtension: "csv")
  /// How it is written.
  public var options: CSVOptions
  /// Which table is written.
  public var table: CSVTable

  /// Makes an exporter.
  public init(table: CSVTable = .papers, options: CSVOptions = CSVOptions()) {
    self.table = table
    self.options = options
  }

  /// What becomes of each part of a digest; what is not listed is dropped.
  public var capabilities: [ModelPart: Fidelity] { CSVCapabilities.table(table) }

  /// Writes one table; what the others hold is in the loss log.
  /// - Parameter digest: normalised.
  /// - Throws: `ExportError` only for a fault of the program, a record with another number of fields than its header.
  /// - Complexity: O(n) in the size of the digest.
  public func export(_ digest: Digest) throws(ExportError) -> ExportResult {
    let tables = CSVCollector(digest)
    var renderer = CSVRenderer(options: options, digest: DigestKey(digest))
    let bytes = try tables.render(table, with: &renderer)
    for other in CSVTable.allCases where other != table {
      tables.recordMissing(other, where: table, in: &renderer.losses)
    }
    if table == .papers { tables.recordAmbiguousTopics(in: &renderer.losses) }
    renderer.losses.recordCompletions(of: digest.papers)
    return ExportResult(files: [OutputFile(bytes: bytes)], losses: renderer.losses)
  }
}

/// Writes every table of a digest as CSV with metadata in CSV on the Web: papers, topics, mentions and the entries of
/// each section, joined by keys.
public struct CSVBundleExporter: Exporter {
  /// The name on the command line.
  public let name = "csv-bundle"
  /// One line for `digest-convert formats`.
  public let summary = "every table, with metadata in CSV on the Web"
  /// The output is a directory.
  public let layout = OutputLayout.directory(suffix: "-csv")
  /// What becomes of each part of a digest; what is not listed is dropped.
  public let capabilities: [ModelPart: Fidelity] = CSVCapabilities.bundle
  /// How it is written.
  public var options: CSVOptions

  /// Makes an exporter.
  public init(options: CSVOptions = CSVOptions()) { self.options = options }

  /// Writes every table and the metadata.
  /// - Parameter digest: normalised.
  /// - Throws: `ExportError` only for a fault of the program, a record with another number of fields than its header.
  /// - Complexity: O(n) in the size of the digest.
  public func export(_ digest: Digest) throws(ExportError) -> ExportResult {
    let tables = CSVCollector(digest)
    var renderer = CSVRenderer(options: options, digest: DigestKey(digest))
    let metadata = CSVWMetadata.render(CSVTable.allCases, options: options)
    var files = [OutputFile(name: CSVWMetadata.fileName, bytes: metadata)]
    for table in CSVTable.allCases {
      files.append(OutputFile(name: table.fileName, bytes: try tables.render(table, with: &renderer)))
    }
    renderer.losses.recordCompletions(of: digest.papers)
    return ExportResult(files: files, losses: renderer.losses)
  }
}

extension CSVCollector {
  func render(_ table: CSVTable, with renderer: inout CSVRenderer) throws(ExportError) -> [UInt8] {
    switch table {
    case .metadata: try renderer.render(metadata)
    case .papers: try renderer.render(papers)
    case .authors: try renderer.render(authors)
    case .paperIdentifiers: try renderer.render(paperIdentifiers)
    case .paperLinks: try renderer.render(paperLinks)
    case .paperTerms: try renderer.render(paperTerms)
    case .paperTopics: try renderer.render(paperTopics)
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

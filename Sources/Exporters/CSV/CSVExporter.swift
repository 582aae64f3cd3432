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
  public var capabilities: [ModelPart: Fidelity] { TableCapabilities.table(table) }

  /// Writes one table; what the others hold is in the loss log.
  /// - Parameter digest: normalised.
  /// - Throws: `ExportError` only for a fault of the program, a record with another number of fields than its header.
  /// - Complexity: O(n) in the size of the digest.
  public func export(_ digest: Digest) throws(ExportError) -> ExportResult {
    // Tables that only several digests have.
    if table.isOfCollections { return try export(DigestCollection([digest])) }
    return try write(DigestTables(digest), completions: digest.papers)
  }

  /// Writes one table of several digests, in which a paper is one record.
  /// - Parameter collection: of normalised digests.
  /// - Throws: `ExportError` as `export(_:)` of one digest does.
  /// - Complexity: O(n) in the size of the digests.
  public func export(_ collection: DigestCollection) throws(ExportError) -> ExportResult {
    try write(DigestTables(collection), completions: collection.papers.map(\.paper))
  }

  private func write(
    _ tables: DigestTables, completions papers: [Paper]
  ) throws(ExportError) -> ExportResult {
    var renderer = tables.renderer(options)
    let bytes = try tables.render(table, with: &renderer)
    var shown = ShownPapers()
    if table == .papers { for (part, _) in tables.parts { shown.add(part.papers) } }
    for (part, _) in tables.parts {
      for other in CSVTable.allCases where other != table {
        part.recordMissing(other, where: table, shown, in: &renderer.cells.losses)
      }
    }
    if table == .papers {
      for (part, _) in tables.parts { part.recordAmbiguousTopics(in: &renderer.cells.losses) }
    }
    renderer.cells.losses.recordCompletions(of: papers)
    return ExportResult(files: [OutputFile(bytes: bytes)], losses: renderer.cells.losses)
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
  public let capabilities: [ModelPart: Fidelity] = TableCapabilities.bundle
  /// How it is written.
  public var options: CSVOptions

  /// Makes an exporter.
  public init(options: CSVOptions = CSVOptions()) { self.options = options }

  /// Writes every table and the metadata.
  /// - Parameter digest: normalised.
  /// - Throws: `ExportError` only for a fault of the program, a record with another number of fields than its header.
  /// - Complexity: O(n) in the size of the digest.
  public func export(_ digest: Digest) throws(ExportError) -> ExportResult {
    try write(DigestTables(digest), completions: digest.papers)
  }

  /// Writes every table of several digests, with a table of the digests and one of what each says of its papers.
  /// - Parameter collection: of normalised digests.
  /// - Throws: `ExportError` as `export(_:)` of one digest does.
  /// - Complexity: O(n) in the size of the digests.
  public func export(_ collection: DigestCollection) throws(ExportError) -> ExportResult {
    try write(DigestTables(collection), completions: collection.papers.map(\.paper))
  }

  private func write(
    _ tables: DigestTables, completions papers: [Paper]
  ) throws(ExportError) -> ExportResult {
    var renderer = tables.renderer(options)
    let names = CSVTable.tables(of: tables.scope)
    let metadata = CSVWMetadata.render(names, of: tables.scope, options: options)
    var files = [OutputFile(name: CSVWMetadata.fileName, bytes: metadata)]
    for table in names {
      files.append(OutputFile(name: table.fileName, bytes: try tables.render(table, with: &renderer)))
    }
    renderer.cells.losses.recordCompletions(of: papers)
    return ExportResult(files: files, losses: renderer.cells.losses)
  }
}

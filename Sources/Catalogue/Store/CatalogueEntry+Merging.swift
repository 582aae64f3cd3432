import DigestModel

extension CatalogueEntry {
  /// The records of one paper as one.
  /// - Parameter records: of the source that counts most first.
  /// - Returns: `nil` where there is none.
  init?(merging records: [StoredRecord]) {
    guard let first = records.first else { return nil }
    // Most papers are known to one source, and by the id of arXiv first.
    let others = first.record.record.identifiers
    if records.count == 1,
      others.isEmpty || first.record.id.scheme == .arxiv && !others.contains(first.record.id)
    {
      self.init(
        id: first.record.id, record: first.record.record, latestVersion: first.record.latestVersion,
        isWithdrawn: first.record.isWithdrawn, sources: [first.source])
      return
    }
    var ids: [PaperID] = []
    var record = first.record.record
    var sources: [String] = []
    for stored in records {
      for id in [stored.record.id] + stored.record.record.identifiers where !ids.contains(id) {
        ids.append(id)
      }
      if !sources.contains(stored.source) { sources.append(stored.source) }
      // Of what sources say differently the first counts.
      if stored.row != first.row { _ = record.merge(stored.record.record) }
    }
    let id = ids.min { $0.scheme.rank < $1.scheme.rank } ?? first.record.id
    record.identifiers = ids.filter { $0 != id }
    self.init(
      id: id, record: record, latestVersion: records.compactMap(\.record.latestVersion).max(),
      isWithdrawn: records.contains(where: \.record.isWithdrawn), sources: sources,
      origins: sources.count > 1 ? Self.origins(of: records) : [])
  }

  /// What is noted of parts while records are merged that are each of one source.
  private static func origins(of records: [StoredRecord]) -> [Paper.Record.Completion] {
    var merged = Paper.Record()
    for stored in records { _ = merged.merge(stored.record.record.attributed(to: stored.source)) }
    return merged.completions
  }
}

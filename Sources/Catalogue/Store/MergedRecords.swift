import DigestModel

/// The records of one paper as one.
struct MergedRecords {
  var id: PaperID
  var record: Paper.Record
  var latestVersion: Int?
  var isWithdrawn: Bool
  var sources: [String]
  /// Which of them each part is from, where there are several.
  var origins: [Paper.Record.Completion] = []

  /// - Parameter records: of the source that counts most first.
  /// - Returns: `nil` where there is none.
  init?(_ records: [StoredRecord]) {
    guard let first = records.first else { return nil }
    var ids: [PaperID] = []
    record = first.record.record
    sources = []
    for stored in records {
      for id in [stored.record.id] + stored.record.record.identifiers where !ids.contains(id) {
        ids.append(id)
      }
      if !sources.contains(stored.source) { sources.append(stored.source) }
      // Of what sources say differently the first counts.
      if stored.row != first.row { _ = record.merge(stored.record.record) }
    }
    id = ids.min { $0.scheme.rank < $1.scheme.rank } ?? first.record.id
    let best = id
    record.identifiers = ids.filter { $0 != best }
    latestVersion = records.compactMap(\.record.latestVersion).max()
    isWithdrawn = records.contains(where: \.record.isWithdrawn)
    if sources.count > 1 { origins = Self.origins(records) }
  }
}

extension MergedRecords {
  /// What is noted of parts while records are merged that are each of one source.
  private static func origins(_ records: [StoredRecord]) -> [Paper.Record.Completion] {
    var merged = Paper.Record()
    for stored in records { _ = merged.merge(stored.record.record.attributed(to: stored.source)) }
    return merged.completions
  }
}

extension CatalogueEntry {
  init(_ merged: MergedRecords) {
    self.init(
      id: merged.id, record: merged.record, latestVersion: merged.latestVersion,
      isWithdrawn: merged.isWithdrawn, sources: merged.sources, origins: merged.origins)
  }
}

import DigestModel

extension BibliographicRecord {
  /// Records that an entry says another type than the source.
  /// - Parameters:
  ///   - type: what the entry says by its name.
  ///   - name: what it is called in the format: `@online`, `GEN`.
  func recordType(_ type: PublicationType?, as name: String, in losses: inout LossLog) {
    guard isTypeSaid, let type, self.type != type else { return }
    losses.record(
      .paperType, .degraded, "'\(self.type.rawValue)' is written as \(name), which says '\(type.rawValue)'",
      at: anchor)
  }
}

extension PublicationForm {
  /// What a reader takes a type of RIS for: the first of those that are written as it.
  static func type(ofRIS type: RISReferenceType) -> PublicationType? { all.first { $0.ris == type }?.type }
}

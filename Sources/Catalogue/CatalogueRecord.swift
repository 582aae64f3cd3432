public import DigestModel

/// What one source says of one paper.
public struct CatalogueRecord: Hashable, Sendable {
  /// By what the source knows it; a version in it counts as the newest.
  public var id: PaperID
  /// Everything else that the source says of it.
  public var record: Paper.Record
  /// The newest version.
  public var latestVersion: Int?
  /// When that version appeared.
  public var updated: PartialDate?
  /// Whether the source says that the authors have withdrawn it.
  public var isWithdrawn: Bool

  /// Makes a record.
  public init(
    id: PaperID, record: Paper.Record, latestVersion: Int? = nil, updated: PartialDate? = nil,
    isWithdrawn: Bool = false
  ) {
    self.id = id.withoutVersion
    self.record = record
    self.latestVersion = [latestVersion, id.version].compactMap { $0 }.max()
    self.updated = updated
    self.isWithdrawn = isWithdrawn
  }

  /// A paper of a digest that has been read: its record, with the names and topics under which the digest has it.
  public init(_ paper: Paper) {
    self.init(id: paper.versionedID, record: paper.record, latestVersion: paper.version)
  }
}

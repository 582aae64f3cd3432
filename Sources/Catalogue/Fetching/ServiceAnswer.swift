import DigestModel

/// What a service says of some papers.
struct ServiceAnswer {
  /// Those that it knows, each by the id that was asked for; the others it does not know.
  var records: [CatalogueRecord] = []
  /// Of which it said nothing because of others in the same request, in the groups in which to ask again.
  var again: [[PaperID]] = []
}

extension CatalogueRecord {
  /// What a service says of one of the papers that it was asked for.
  /// - Returns: `nil` for another paper, or where nothing says what the paper is called.
  init?(_ paper: Paper, askedFor ids: Set<PaperID>) {
    let own = [paper.id] + paper.record.identifiers
    guard let asked = own.first(where: { ids.contains($0.withoutVersion) }),
      paper.record.title?.isEmpty == false
    else { return nil }
    self.init(id: asked, record: paper.record, latestVersion: paper.version)
    record.identifiers = own.map(\.withoutVersion).filter { $0 != id }
  }

  /// Notes whether the record says that its paper has been withdrawn.
  mutating func noteWithdrawal() {
    isWithdrawn = Withdrawal.isSaid(
      title: record.title?.plainText, comment: record.details[.comment],
      abstract: record.abstract?.plainText)
  }

  /// Takes a member that no other program needs out of the record.
  mutating func take(_ key: String) -> String? {
    guard let index = record.extra.firstIndex(where: { $0.key == key }) else { return nil }
    return record.extra.remove(at: index).value.text
  }
}

extension DataValue {
  /// A text, or a number as it is written.
  var text: String? {
    switch self {
    case .string(let text), .number(let text): text
    default: nil
    }
  }

  /// A member of a mapping.
  subscript(key: String) -> DataValue? {
    guard case .mapping(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }
}

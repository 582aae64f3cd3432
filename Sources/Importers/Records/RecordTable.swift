import DigestSyntax

/// A table as a list of rows, of which the first names the columns: `[["title", "arxiv"], ["Kites", "2401.00011"]]`.
struct RecordTable {
  /// Each row as a record.
  private(set) var rows: [(members: [LocatedMember], node: LocatedNode)] = []

  /// - Returns: `nil` where the first row does not name a title or an id and one other part.
  init?(_ items: [LocatedNode], _ reader: RecordListReader) {
    guard items.count > 1, case .sequence(let head) = items[0].content, head.count > 1,
      case .sequence = items[1].content
    else { return nil }
    let names = head.compactMap(\.text)
    guard names.count == head.count, Self.areColumns(names, reader) else { return nil }
    for item in items.dropFirst() {
      guard case .sequence(let cells) = item.content else { return nil }
      let members = zip(names, cells).map { LocatedMember(key: $0, keyRange: $1.range, value: $1) }
      rows.append((members, item))
    }
  }

  private static func areColumns(_ names: [String], _ reader: RecordListReader) -> Bool {
    var count = 0
    var namesPaper = false
    for name in names {
      switch reader.keys.meaning(of: name) {
      case .field(let field), .both(let field, _):
        count += 1
        switch field.part {
        case .title, .id, .scheme, .addressOrTitle, .link(.landingPage): namesPaper = true
        default: break
        }
      case .container, .kept, .unknown: break
      }
    }
    return namesPaper && count > 1
  }
}

import DigestModel
import DigestSyntax
import DigestText

extension RecordBuilder {
  /// The key by which a mapping has the record: an id, or the citation key.
  mutating func add(key: LocatedMember) {
    let node = LocatedNode(text: key.key, range: key.keyRange)
    _ = addID(node)
  }

  /// What the groups around it say.
  mutating func add(_ group: RecordGroup) {
    self.group = group
  }

  mutating func completeFromGroup() {
    if !group.topics.isEmpty { add(topics: [group.topics]) }
    // An id of arXiv says its month itself.
    guard record.date == nil, let year = group.year, !ids.contains(where: { $0.month != nil }) else { return }
    record.date = year.value.text.flatMap { DateReader.read($0) }?.date
    record.origins[.date] = reader.context.anchor(year.value)
  }

  /// The cells of a row of a table.
  mutating func add(_ row: ListRow, at node: LocatedNode) {
    if let title = row.title {
      record.title = reader.text.title(title, .plain, at: reader.context.anchor(node))
    }
    if let date = row.date { record.date = DateReader.read(date)?.date }
    if let authors = row.authors {
      let names = reader.names.names(in: authors)
      reader.note(names)
      record[.author] = ContributorGroup(role: .author, names: names.names, hasMore: names.hasMore)
    }
    for link in row.links {
      let isCode =
        ["link", "code", "github"].contains(link.label.lowercased()) && PaperID(link.url)?.scheme == .url
        || link.url.contains("github.com/")
      let address = LocatedNode(text: link.url, range: node.range)
      _ = addLink(address, isCode ? .code : .landingPage)
    }
  }
}

import DigestText

extension Paper.Record {
  /// A part of which two records of one paper say different things.
  public struct Conflict: Hashable, Sendable {
    /// What it is called in YAML and JSON: `title`, `date`.
    public var part: String
    /// What the first record says, which counts.
    public var kept: String
    /// Where it says so.
    public var keptAnchor: SourceAnchor
    /// What the second record says.
    public var other: String
    /// Where it says so.
    public var otherAnchor: SourceAnchor
  }

  /// Takes over what this record does not say from another record of the same paper.
  ///
  /// Lists are joined. Of two different values the first counts, except that a date counts more the more exact it is,
  /// and more authors more than a beginning of them.
  /// - Returns: the parts of which both say different things; what the other says of them is not taken over.
  public mutating func merge(_ other: Paper.Record) -> [Conflict] {
    var merge = RecordMerge(record: self, other: other)
    merge.run()
    self = merge.record
    return merge.conflicts
  }
}

private struct RecordMerge {
  var record: Paper.Record
  let other: Paper.Record
  var conflicts: [Paper.Record.Conflict] = []

  mutating func run() {
    let before = other.completions.isEmpty ? nil : record
    join(\.identifiers)
    fill(\.citationKey, .citationKey, "citationKey", isText: false) { $0 }
    fill(\.type, .type, "type") { $0.rawValue }
    fill(\.title, "title")
    fill(\.shortTitle, "shortTitle")
    fill(\.originalTitle, "originalTitle")
    fill(\.abstract, "abstract")
    for group in other.contributors { join(group) }
    mergeDate()
    for detail in Paper.Detail.allCases { merge(detail) }
    join(\.keywords)
    join(\.categories)
    join(\.links)
    join(\.names)
    join(\.topics)
    record.rank = [record.rank, other.rank].compactMap { $0 }.min()
    if !other.extra.isEmpty { record.extra.join(other.extra) }
    guard let before else { return }
    for completion in other.completions {
      record.note(completion.parts.filter { record.differs(from: before, in: $0) }, from: completion.source)
    }
  }

  private mutating func join<Element: Hashable>(_ path: WritableKeyPath<Paper.Record, [Element]>) {
    guard !other[keyPath: path].isEmpty else { return }
    var seen = Set(record[keyPath: path])
    record[keyPath: path] += other[keyPath: path].filter { seen.insert($0).inserted }
  }

  private mutating func conflict(
    _ part: String, _ kept: String, _ keptAnchor: SourceAnchor, _ theirs: String, _ otherAnchor: SourceAnchor
  ) {
    // Two spellings of one title are not in conflict.
    guard kept.foldedForComparison != theirs.foldedForComparison else { return }
    conflicts.append(
      Paper.Record.Conflict(
        part: part, kept: kept, keptAnchor: keptAnchor, other: theirs, otherAnchor: otherAnchor))
  }

  private mutating func fill(_ path: WritableKeyPath<Paper.Record, RichText?>, _ name: String) {
    guard let theirs = other[keyPath: path] else { return }
    guard let ours = record[keyPath: path] else {
      record[keyPath: path] = theirs
      return
    }
    if ours == theirs { return }
    conflict(name, ours.plainText, ours.anchor, theirs.plainText, theirs.anchor)
  }

  private mutating func fill<Value: Hashable>(
    _ path: WritableKeyPath<Paper.Record, Value?>, _ part: Paper.Record.Part, _ name: String,
    isText: Bool = true, _ text: (Value) -> String
  ) {
    guard let theirs = other[keyPath: path] else { return }
    guard let ours = record[keyPath: path] else {
      record[keyPath: path] = theirs
      record.origins[part] = other.origins[part]
      return
    }
    if ours == theirs || !isText { return }
    conflict(name, text(ours), record.origins[part], text(theirs), other.origins[part])
  }

  private mutating func merge(_ detail: Paper.Detail) {
    guard let theirs = other.details[detail] else { return }
    let part = Paper.Record.Part.detail(detail)
    guard let ours = record.details[detail] else {
      record.details[detail] = theirs
      record.origins[part] = other.origins[part]
      return
    }
    if ours == theirs { return }
    conflict(detail.rawValue, ours, record.origins[part], theirs, other.origins[part])
  }

  private mutating func join(_ theirs: ContributorGroup) {
    let part = Paper.Record.Part.contributors(theirs.role)
    let ours = record[theirs.role]
    if ours == theirs { return }
    if ours.names.isEmpty || ours.hasMore && theirs.names.starts(with: ours.names) {
      record[theirs.role] = theirs
      record.origins[part] = other.origins[part]
      return
    }
    if theirs.names.isEmpty || theirs.hasMore && ours.names.starts(with: theirs.names) { return }
    func text(_ group: ContributorGroup) -> String {
      group.names.map(\.displayText).joined(separator: ", ") + (group.hasMore ? " et al." : "")
    }
    conflict(theirs.role.rawValue, text(ours), record.origins[part], text(theirs), other.origins[part])
  }

  private mutating func mergeDate() {
    guard let theirs = other.date else { return }
    guard let ours = record.date else {
      record.date = theirs
      record.origins[.date] = other.origins[.date]
      return
    }
    if ours == theirs || ours.description.hasPrefix(theirs.description) { return }
    if theirs.description.hasPrefix(ours.description) {
      record.date = theirs
      record.origins[.date] = other.origins[.date]
      return
    }
    conflict("date", ours.description, record.origins[.date], theirs.description, other.origins[.date])
  }
}

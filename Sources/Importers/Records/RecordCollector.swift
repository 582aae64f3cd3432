import DigestDiagnostics
import DigestModel

/// Makes papers of records: those that share an id are one paper.
struct RecordCollector {
  private typealias Entry = ReadRecord

  private var entries: [Entry?] = []
  /// Where the paper of an id stands. Addresses are not among them, nor is what a paper without an id is called.
  private var places: [PaperID: Int] = [:]

  /// Makes room for so many records.
  mutating func reserve(_ count: Int) {
    entries.reserveCapacity(count)
    places.reserveCapacity(count)
  }

  mutating func add(_ read: consuming ReadRecord, _ context: any RecordContext) {
    var entry = read
    var place: Int?
    for id in entry.ids where id.namesOnePaper {
      guard let known = places[id.withoutVersion], known != place, let earlier = entries[known] else {
        continue
      }
      if let place, var merged = entries[place] {
        // A record with the ids of two papers: they are one.
        let (first, second) = (min(place, known), max(place, known))
        if first == place {
          report(earlier, after: merged, context)
          Self.merge(earlier, into: &merged, context)
          replace(first, second, by: merged)
        } else {
          var target = earlier
          report(merged, after: earlier, context)
          Self.merge(merged, into: &target, context)
          replace(first, second, by: target)
        }
      } else {
        place = known
      }
      place = places[id.withoutVersion]
    }
    if let place, var merged = entries[place] {
      let shared = entry.ids.first { places[$0.withoutVersion] == place }
      report(entry, after: merged, shared: shared, context)
      // An id with a version says more than the one that is known.
      entry.ids.removeAll { $0.version == nil && places[$0.withoutVersion] == place }
      // Taken out, so that it is changed in place.
      entries[place] = nil
      Self.merge(entry, into: &merged, context)
      entries[place] = merged
      note(entry.ids, at: place)
    } else {
      note(entry.ids, at: entries.count)
      entries.append(consume entry)
    }
  }

  private mutating func replace(_ first: Int, _ second: Int, by entry: Entry) {
    entries[first] = entry
    entries[second] = nil
    note(entry.ids, at: first)
  }

  private mutating func note(_ ids: [PaperID], at place: Int) {
    for id in ids where id.namesOnePaper { places[id.withoutVersion] = place }
  }

  /// - Parameter shared: the id that both have; `nil` where a third record has ids of both.
  private func report(
    _ entry: Entry, after first: Entry, shared: PaperID? = nil, _ context: any RecordContext
  ) {
    let name = (shared ?? entry.ids.first)?.withoutVersion.description ?? entry.record.title?.plainText ?? ""
    context.report(
      Diagnostic(
        RecordDiagnostics.secondRecord, "a second record of \(quoted(name))",
        at: context.location(entry.range),
        notes: [.init("the first is here", at: context.location(first.range))]))
  }

  /// - Parameter other: its ids are not among those of the first.
  private static func merge(_ other: Entry, into entry: inout Entry, _ context: any RecordContext) {
    entry.ids += other.ids
    for conflict in entry.record.merge(other.record) {
      context.report(
        Diagnostic(
          RecordDiagnostics.conflict,
          "\(conflict.part) \(quoted(conflict.other)) is not that of the first record, \(quoted(conflict.kept))",
          at: context.location(of: conflict.otherAnchor),
          notes: [.init("the first is here", at: context.location(of: conflict.keptAnchor))]))
    }
  }

  // MARK: - Identity

  /// The papers, in the order of their first records.
  mutating func takePapers(_ context: any RecordContext) -> [Paper] {
    let addresses = sharedAddresses()
    places = [:]
    var papers: [Paper] = []
    var indices: [PaperID: Int] = [:]
    papers.reserveCapacity(entries.count)
    for position in entries.indices {
      // Taken out of the list: a copy of a record counts references to all that is in it.
      guard let entry = entries[position].take() else { continue }
      let range = entry.range
      guard var paper = Self.paper(entry, addresses) else { continue }
      // Those that share another id are one entry.
      guard !paper.id.namesOnePaper else {
        papers.append(paper)
        continue
      }
      if let first = indices[paper.id] { Self.tellApart(&paper, papers[first]) }
      guard let first = indices[paper.id] else {
        indices[paper.id] = papers.count
        papers.append(paper)
        continue
      }
      // One address with one title, or one title and year.
      var merged = Entry(ids: [], record: papers[first].record, range: range)
      let other = Entry(ids: [], record: paper.record, range: range)
      Self.merge(other, into: &merged, context)
      paper = papers[first]
      paper.record = merged.record
      papers[first] = paper
      context.report(
        Diagnostic(
          RecordDiagnostics.secondRecord, "a second record of \(quoted(paper.id.description))",
          at: context.location(range),
          notes: [.init("the first is here", at: context.location(of: paper.record.anchor))]))
    }
    entries = []
    return papers
  }

  /// Names a paper by more than its title and year, or its address, where another has the same and is another paper:
  /// records with different citation keys are, and so are those that stand at different places.
  private static func tellApart(_ paper: inout Paper, _ first: Paper) {
    let keys = [paper, first].compactMap { $0.record.citationKey?.lowercased() }
    let own: String
    if keys.count == 2, keys[0] != keys[1], let key = paper.record.citationKey {
      own = key
    } else if let place = paper.record.place(unlike: first.record) {
      own = place
    } else {
      return
    }
    let title = paper.record.title?.plainText ?? paper.id.value
    if paper.id.scheme == .url { paper.record.links.insert(Paper.Link(.landingPage, paper.id.value), at: 0) }
    paper.id = PaperID(title: title + " " + own, year: paper.record.date?.start.year) ?? paper.id
  }

  /// Addresses under which lists have several titles: each title is a paper.
  private func sharedAddresses() -> Set<PaperID> {
    var titles: [PaperID: String] = [:]
    var shared: Set<PaperID> = []
    for position in entries.indices {
      guard let id = entries[position]?.ids.first, id.scheme == .url,
        let title = entries[position]?.record.title?.plainText
      else { continue }
      if let first = titles[id], first.lowercased() != title.lowercased() { shared.insert(id) }
      titles[id] = title
    }
    return shared
  }

  /// The other ids of a paper, each once, without versions.
  private static func others(_ ids: [PaperID], besides primary: PaperID) -> [PaperID] {
    // Most papers have one.
    guard ids.count > 1 else { return [] }
    var seen: Set<PaperID> = [primary]
    return ids.map(\.withoutVersion).filter { seen.insert($0).inserted }
  }

  /// The paper of a record that stands alone.
  static func paper(_ read: ReadRecord) -> Paper? { paper(read, []) }

  private static func paper(_ entry: consuming Entry, _ sharedAddresses: Set<PaperID>) -> Paper? {
    var entry = entry
    var record = Paper.Record()
    swap(&record, &entry.record)
    if let id = entry.ids.first, !(id.scheme == .url && sharedAddresses.contains(id)) {
      let best = entry.ids.min { $0.scheme.rank < $1.scheme.rank } ?? id
      let primary = best.scheme == id.scheme ? id : best
      record.identifiers = others(entry.ids, besides: primary.withoutVersion)
      // The address that names the paper is not another link.
      record.links = record.links.filter { $0.kind != .landingPage || $0.url != primary.value }
      let versions = entry.ids.filter { $0.withoutVersion == primary.withoutVersion }.compactMap(\.version)
      return Paper(id: primary.withoutVersion, record: record, version: versions.max())
    }
    guard let title = record.title?.plainText else { return nil }
    // A title of signs alone names a paper, too.
    let id = PaperID(title: title, year: record.date?.start.year) ?? PaperID(scheme: .title, value: title)
    return Paper(id: id, record: record)
  }
}

extension PaperID {
  /// Whether two records with this id are of one paper. Several papers may share an address, or title and year.
  fileprivate var namesOnePaper: Bool { scheme != .url && scheme != .title }
}

extension Paper.Record {
  /// Where in its journal or book the paper stands, where that differs from what another record says.
  /// - Returns: `nil` where one of them says nothing, or both the same.
  fileprivate func place(unlike other: Paper.Record) -> String? {
    let parts: [Paper.Detail] = [.volume, .issue, .pages]
    let differs = parts.contains { part in
      guard let own = details[part], let theirs = other.details[part] else { return false }
      return own.foldedForComparison != theirs.foldedForComparison
    }
    let journals = [self, other].compactMap {
      $0.type == .journalArticle ? $0.container?.foldedForComparison : nil
    }
    guard differs || journals.count == 2 && journals[0] != journals[1] else { return nil }
    let words = ([container] + parts.map { details[$0] }).compactMap(\.self)
    return words.joined(separator: " ")
  }
}

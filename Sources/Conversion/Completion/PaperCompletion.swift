import DigestCatalogue
import DigestDiagnostics
import DigestImporters
import DigestModel

/// Fills in what the records of a digest's papers do not say and a catalogue does.
///
/// What the digest says stays: names, summaries, keywords, topics and ranks are never looked up, and of two values that
/// differ that of its own record counts. Nothing that `Digest.normalise()` derives depends on what is filled in.
struct PaperCompletion {
  private let catalogue: any PaperCatalogue

  init(_ catalogue: any PaperCatalogue) { self.catalogue = catalogue }

  /// Completes the papers of what was read, and notes how many the catalogue knows.
  /// - Throws: `DiagnosticError` where the catalogue cannot be read.
  func apply(to imported: inout ImportResult) throws(DiagnosticError) {
    let beginning = imported.sourceMap.document.map { SourceLocation($0, SourceRange(at: 0)) }
    do throws(CatalogueError) {
      var counts = Counts()
      try complete(&imported.digest, &imported.sourceMap, &counts)
      for index in imported.furtherDigests.indices {
        try complete(&imported.furtherDigests[index], &imported.sourceMap, &counts)
      }
      if let summary = counts.summary {
        imported.diagnostics.append(Diagnostic(CompletionDiagnostics.completed, summary, at: beginning))
      }
    } catch {
      throw DiagnosticError(CatalogueDiagnostics.unusable, error.reason, at: beginning, help: error.help)
    }
  }

  /// How many papers the catalogue knows.
  struct Counts {
    var known = 0
    var unknown = 0
    /// Papers known only by their title, which is that of several papers in the catalogue.
    var ambiguous = 0

    /// `96 of 99 papers completed, 3 not in the catalogue`; `nil` where there is no paper.
    var summary: String? {
      let all = known + unknown + ambiguous
      guard all > 0 else { return nil }
      var text = "\(known) of \(all) paper\(all == 1 ? "" : "s") completed"
      if unknown > 0 { text += ", \(unknown) not in the catalogue" }
      if ambiguous > 0 { text += ", \(ambiguous) with a title of several papers in the catalogue" }
      return text
    }
  }

  private enum Answer {
    case entry(CatalogueEntry)
    case unknown, ambiguous
  }

  /// - Parameter sourceMap: receives places for what is filled in: those of the papers.
  private func complete(
    _ digest: inout Digest, _ sourceMap: inout SourceMap, _ counts: inout Counts
  ) throws(CatalogueError) {
    let ids = digest.papers.map(\.id)
    let named = Set(ids)
    let entries = try catalogue.entries(of: ids)
    for index in digest.papers.indices {
      let answer: Answer =
        if ids[index].scheme != .title, let entry = entries[index] { .entry(entry) } else {
          try answer(for: digest.papers[index])
        }
      switch answer {
      case .unknown: counts.unknown += 1
      case .ambiguous: counts.ambiguous += 1
      case .entry(let entry):
        counts.known += 1
        complete(&digest.papers[index], from: entry, besides: named, &sourceMap)
      }
    }
  }

  // MARK: Looking up

  /// Of a paper that the catalogue does not know by its id.
  private func answer(for paper: Paper) throws(CatalogueError) -> Answer {
    for id in paper.record.identifiers where id.scheme != .title {
      if let entry = try catalogue.entry(of: id) { return .entry(entry) }
    }
    guard paper.id.scheme == .title, let title = paper.record.title?.plainText else { return .unknown }
    let entries = try catalogue.entries(titled: title).filter { $0.record.mayBe(paper.record) }
    return entries.count == 1 ? .entry(entries[0]) : entries.isEmpty ? .unknown : .ambiguous
  }

  // MARK: Filling in

  /// - Parameter named: the papers of the digest: their ids stay theirs, even where the catalogue says that two of them
  ///   are one paper.
  private func complete(
    _ paper: inout Paper, from entry: CatalogueEntry, besides named: Set<PaperID>,
    _ sourceMap: inout SourceMap
  ) {
    let anchor = paper.anchor
    let before = paper.record
    let saysNothing = before.isEmpty
    if saysNothing { paper.record.origins.anchor = anchor }
    var known = entry.record.completing(before, at: anchor)
    // The month of an id says more than a year alone, but not when the paper appeared elsewhere.
    if let month = paper.id.month, known.container == nil, known.date?.isYear(of: month) == true {
      known.date = nil
    }
    let ids = [entry.id] + entry.record.identifiers
    known.identifiers = ids.map(\.withoutVersion).filter { $0.scheme != .title && !named.contains($0) }
    known.links = Self.links(of: entry.record, besides: ids + [paper.id] + before.identifiers)
    // The first text of a place says what its markup lost; each of these is one of its own.
    known.title?.anchor = Self.place(anchor, &sourceMap)
    known.shortTitle?.anchor = Self.place(anchor, &sourceMap)
    known.originalTitle?.anchor = Self.place(anchor, &sourceMap)
    known.abstract?.anchor = Self.place(anchor, &sourceMap)
    if saysNothing {
      paper.record = known
    } else {
      // What both say differently stays as the digest says it.
      _ = paper.record.merge(known)
    }
    var bySource: [(source: String, parts: [Paper.Record.Part])] = []
    for part in paper.record.completedParts(besides: before) {
      let source = entry.source(of: part)
      if let index = bySource.firstIndex(where: { $0.source == source }) {
        bySource[index].parts.append(part)
      } else {
        bySource.append((source, [part]))
      }
    }
    for (source, parts) in bySource { paper.record.note(parts, from: source) }
  }

  /// Links that say more than the ids do: the page of an id is known.
  private static func links(of record: Paper.Record, besides ids: [PaperID]) -> [Paper.Link] {
    guard !record.links.isEmpty else { return [] }
    return record.links.filter { link in
      PaperID(link.url).map { id in !ids.contains { $0.withoutVersion == id.withoutVersion } } ?? true
    }
  }

  private static func place(_ anchor: SourceAnchor, _ sourceMap: inout SourceMap) -> SourceAnchor {
    sourceMap.range(of: anchor).map { sourceMap.add($0) } ?? .none
  }
}

extension CatalogueEntry {
  private static let unnamedSource = "catalogue"

  /// The name of the source that a part of the record is from.
  fileprivate func source(of part: Paper.Record.Part) -> String {
    origins.first { $0.parts.contains(part) }?.source ?? sources.first ?? Self.unnamedSource
  }
}

extension Paper.Record {
  /// What of this record can complete another of the same paper: without how its source refers to it and files it, and
  /// without the details of a publication where the other names another one.
  fileprivate func completing(_ record: Paper.Record, at anchor: SourceAnchor) -> Paper.Record {
    var result = self
    result.citationKey = nil
    result.keywords = []
    result.names = []
    result.topics = []
    result.rank = nil
    result.extra = []
    result.completions = []
    result.origins = Origins(anchor: anchor)
    if let own = record.container, let other = container, !own.holdsNothing, own != other {
      result.type = nil
      for detail in Paper.Detail.ofPublication { result.details[detail] = nil }
    }
    return result
  }

  /// Whether a record of the same title can be of the same paper: it shares an author, and its year is near, where both
  /// say so.
  fileprivate func mayBe(_ other: Paper.Record) -> Bool {
    let (families, others) = (self.families, other.families)
    if !families.isEmpty, !others.isEmpty { return !families.isDisjoint(with: others) }
    guard let year = date?.start.year, let otherYear = other.date?.start.year else { return true }
    return abs(year - otherYear) <= Self.mostYearsToPublication
  }

  /// From the first version of a paper to its publication.
  private static let mostYearsToPublication = 3

  private var families: Set<[UInt8]> {
    Set(authors.map { PaperName.key($0.person?.family ?? $0.displayText) }.filter { !$0.isEmpty })
  }
}

extension Paper.Detail {
  /// What says where and how a paper was published, all of one publication.
  fileprivate static let ofPublication: [Paper.Detail] = [
    .container, .series, .volume, .issue, .pages, .publisher, .place, .edition, .event, .number, .isbn, .issn,
  ]
}

extension EDTFDate {
  /// Whether it is the year of a month and nothing more.
  fileprivate func isYear(of month: YearMonth) -> Bool {
    start.month == nil && self == EDTFDate(edtf: String(month.year))
  }
}

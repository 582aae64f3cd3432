import DigestDiagnostics
import DigestModel

/// What the digests of a collection say differently of one paper.
struct CollectionConflicts {
  private let collection: DigestCollection
  private let sourceMap: SourceMap
  private(set) var findings: [Diagnostic] = []
  /// Where each digest names papers; made for those with a conflict.
  private var uses: [Int: [PaperID: [PaperNameUses.Use]]] = [:]
  /// Parts that differ: the first conflict, and in how many papers.
  private var parts: [(first: Paper.Record.Conflict, paper: PaperID, count: Int)] = []

  init(_ collection: DigestCollection, _ sourceMap: SourceMap) {
    self.collection = collection
    self.sourceMap = sourceMap
    for paper in collection.papers where paper.appearances.count > 1 {
      addTitles(of: paper)
      addNames(of: paper)
    }
    for part in parts {
      let number = part.count == 1 ? quoted("\(part.paper)") : "\(part.count) papers"
      findings.append(
        Diagnostic(
          MergeDiagnostics.conflictingPart,
          "\(part.first.part) of \(number) differs between the digests; the earlier counts",
          at: sourceMap.location(of: part.first.otherAnchor),
          notes: [.init("the first is here", at: sourceMap.location(of: part.first.keptAnchor))]))
    }
  }

  // MARK: Records

  private mutating func addTitles(of paper: CollectedPaper) {
    var counted: Set<String> = []
    for conflict in paper.conflicts {
      if conflict.part == "title" {
        let (first, second) = (PaperName.key(conflict.kept), PaperName.key(conflict.other))
        if !first.starts(with: second), !second.starts(with: first) { add(conflict, of: paper.paper.id) }
      } else if counted.insert(conflict.part).inserted {
        count(conflict, of: paper.paper.id)
      }
    }
  }

  private mutating func add(_ conflict: Paper.Record.Conflict, of paper: PaperID) {
    add(
      paper, (conflict.kept, sourceMap.location(of: conflict.keptAnchor)),
      (conflict.other, sourceMap.location(of: conflict.otherAnchor)))
  }

  private mutating func count(_ conflict: Paper.Record.Conflict, of paper: PaperID) {
    if let index = parts.firstIndex(where: { $0.first.part == conflict.part }) {
      parts[index].count += 1
    } else {
      parts.append((conflict, paper, 1))
    }
  }

  private mutating func add(
    _ paper: PaperID, _ first: (name: String, place: SourceLocation?),
    _ other: (name: String, place: SourceLocation?)
  ) {
    findings.append(
      Diagnostic(
        MergeDiagnostics.conflictingName,
        "\(quoted("\(paper)")) is \(quoted(other.name)) here but \(quoted(first.name)) in another digest",
        at: other.place, notes: [.init("it is \(quoted(first.name)) here", at: first.place)],
        help: "mend the id or the name that is wrong"))
  }

  // MARK: Names

  /// How many names of a paper in one digest are compared; no digest that people read has so many.
  private static let mostNames = 20

  /// Compares the names of each digest with those of the first that has some.
  private mutating func addNames(of paper: CollectedPaper) {
    guard paper.paper.names.count > 1 else { return }
    var first: (appearance: CollectedPaper.Appearance, names: ArraySlice<String>)?
    for appearance in paper.appearances {
      let names = collection.paper(of: appearance).names.filter { !PaperName.isTerm($0) }.prefix(
        Self.mostNames)
      guard !names.isEmpty else { continue }
      guard let known = first else {
        first = (appearance, names)
        continue
      }
      guard appearance.digest != known.appearance.digest else { continue }
      let isConflict = names.allSatisfy { name in
        known.names.allSatisfy { NameDifference.areDifferent($0, name) }
      }
      guard isConflict, let name = names.first, let other = known.names.first,
        !NameDifference.says(paper.paper, other, name)
      else { continue }
      add(
        paper.paper.id, (other, place(of: other, known.appearance)), (name, place(of: name, appearance)))
    }
  }

  private mutating func place(of name: String, _ appearance: CollectedPaper.Appearance) -> SourceLocation? {
    let paper = collection.paper(of: appearance)
    let digest = collection.digests[appearance.digest]
    let known =
      uses[appearance.digest] ?? Dictionary(grouping: PaperNameUses(of: digest).all, by: \.paper)
    uses[appearance.digest] = known
    let anchor = known[paper.id]?.first { $0.written == name }?.anchor ?? paper.anchor
    return sourceMap.location(of: anchor)
  }
}

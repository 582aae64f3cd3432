import DigestCatalogue
import DigestModel

/// Decides whether a claim is about the paper whose id it has.
struct PaperJudge {
  let claim: MeantPaper.Subject
  /// What the catalogue says of the paper with that id.
  let record: KnownRecord?
  let meant: MeantPaper

  struct Judgement {
    enum Kind {
      /// The id is that of another paper.
      case paper
      /// The id is right and the name is another paper's.
      case name
      /// No paper is known to have the id.
      case mistyped
    }
    var kind: Kind
    var meant: KnownRecord?
  }

  /// How many telling words of a text another paper has to have, where nothing else shows that it is meant.
  private static let leastTelling = 4
  /// Of a text with fewer words that are known at all, it means little that a record has none of them.
  private static let fewestWords = 8

  /// - Parameter isFittedElsewhere: whether another place of the digest says of this id what fits its paper.
  /// - Returns: `nil` where nothing speaks against the id.
  func judgement(isFittedElsewhere: Bool) throws(CatalogueError) -> Judgement? {
    guard let record else { return try judgementOfUnknown() }
    guard !record.title.isEmpty else { return nil }
    if claim.names.contains(where: record.says) { return nil }
    let affinity = meant.known.affinity(claim.textWords, record)
    let verdict = Verdict(affinity)
    for name in claim.names {
      guard let other = try meant.named(claim, name) else { continue }
      if let judgement = judgement(of: other, record, affinity, verdict) { return judgement }
    }
    if verdict == .foreign, let other = try mentionedPaper(besides: record) {
      return Judgement(kind: .paper, meant: other)
    }
    // A title alone has too few of the words that may be said of its paper.
    if record.hasAbstract, meant.known.affinity(claim.words, record).telling == 0, affinity.known <= 3,
      let other = try meant.fitting(claim, least: Self.leastTelling)
    {
      return Judgement(kind: .paper, meant: other)
    }
    return isFittedElsewhere && isStrange(to: record, affinity) ? Judgement(kind: .paper) : nil
  }

  /// Whether what is said is not in the words of the abstract, though there are enough of them, or has another name.
  private func isStrange(to record: KnownRecord, _ affinity: KnownRecords.Affinity) -> Bool {
    guard record.hasAbstract, affinity.telling == 0 else { return false }
    let words = meant.known.knownCount(claim.textWords)
    let hasOtherName = claim.claim.name.map { !PaperName.tellingWords(of: $0).isEmpty } ?? false
    return words >= Self.fewestWords && affinity.known <= 1
      || hasOtherName && words >= 4 && affinity.known <= 1
  }

  /// Another paper has the name that the claim gives, and the paper with the id does not have it.
  private func judgement(
    of other: KnownRecord, _ record: KnownRecord, _ affinity: KnownRecords.Affinity, _ verdict: Verdict
  ) -> Judgement? {
    let others = meant.known.affinity(claim.textWords, other)
    let isGiven = claim.claim.name != nil
    let isNear = NeighbourIDs.areNear(other.id, claim.id) || meant.known[other.id] != nil
    // Without its abstract, the paper may well have the name.
    let isNamedOtherwise = record.hasAbstract || record.ownName != nil
    let hasWords = meant.known.knownCount(claim.textWords) >= 3
    let isOfItsTime = meant.isOfItsTime(other, claim)
    switch verdict {
    case .foreign:
      // Without its abstract, the paper with the id may well have the name.
      let fits = others.telling >= 2 || NeighbourIDs.areNear(other.id, claim.id) || isNear && isNamedOtherwise
      let isLikely = isGiven && !hasWords && isNamedOtherwise && isOfItsTime
      return fits && (isGiven || isOfItsTime) || isLikely ? Judgement(kind: .paper, meant: other) : nil
    case .unsure:
      return others.telling >= affinity.telling + 2 && isGiven ? Judgement(kind: .paper, meant: other) : nil
    case .fits:
      if others.telling >= 2 * affinity.telling + 2, isGiven { return Judgement(kind: .paper, meant: other) }
      let isWrong =
        isGiven && affinity.telling >= 2 && others.telling < affinity.telling && isNamedOtherwise
        && (meant.known[other.id] != nil || isOfItsTime)
      return isWrong ? Judgement(kind: .name, meant: other) : nil
    }
  }

  /// The paper whose name a line without a name mentions: one with nearly the same id, or, by the first name of the line,
  /// one of the same time.
  /// - Parameter record: of the paper with the id.
  private func mentionedPaper(besides record: KnownRecord?) throws(CatalogueError) -> KnownRecord? {
    guard let mentioned = claim.mentioned else { return nil }
    if let record, mentioned.all.contains(where: record.says) { return nil }
    for (index, name) in mentioned.all.enumerated() {
      guard let other = try meant.named(claim, name) else { continue }
      if NeighbourIDs.areNear(other.id, claim.id) { return other }
      // Without its abstract, the paper may well have the name.
      let isNamedOtherwise = record.map { $0.hasAbstract || $0.ownName != nil } ?? true
      let isFirst = index == 0 && mentioned.beginsWithOwn
      if isFirst, isNamedOtherwise, other.isCalled(name), meant.isOfItsTime(other, claim) { return other }
    }
    return nil
  }

  private func judgementOfUnknown() throws(CatalogueError) -> Judgement? {
    for name in claim.names {
      guard let other = try meant.named(claim, name) else { continue }
      let others = meant.known.affinity(claim.textWords, other)
      let hasWords = meant.known.knownCount(claim.textWords) >= 3
      let isNear = NeighbourIDs.areNear(other.id, claim.id)
      let isGiven = claim.claim.name != nil
      if isNear || isGiven && (others.telling >= 2 || !hasWords && meant.isOfItsTime(other, claim)) {
        return Judgement(kind: .mistyped, meant: other)
      }
    }
    if let other = try mentionedPaper(besides: nil) { return Judgement(kind: .mistyped, meant: other) }
    guard let other = try meant.fitting(claim, least: Self.leastTelling) else { return nil }
    return Judgement(kind: .mistyped, meant: other)
  }
}

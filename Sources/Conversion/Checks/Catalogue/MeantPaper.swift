import DigestCatalogue
import DigestModel

/// Looks for the paper that a claim is about, where its id is that of another one.
struct MeantPaper {
  let catalogue: any PaperCatalogue
  let known: KnownRecords
  /// The month of the digest.
  let period: YearMonth?

  /// A claim with its words.
  struct Subject {
    let claim: PaperClaim
    /// Of the name and of the text.
    let words: SubjectWords
    /// Of the text alone.
    let textWords: SubjectWords
    /// What it is called: the name, or made-up words of the text where there is none.
    let names: [String]
    /// Made-up words of the text, where there is no name.
    let mentioned: MentionedNames?

    init(_ claim: PaperClaim) {
      self.claim = claim
      textWords = SubjectWords(claim.text)
      var words = textWords
      if let name = claim.name { words.add(name) }
      self.words = words
      names =
        claim.name.map { Self.isName($0, isTitle: claim.isTitle) ? [$0] : [] }
        ?? Self.namesInBrackets(claim.text)
      mentioned = claim.name == nil ? MentionedNames(claim.text) : nil
    }

    var id: PaperID { claim.paper.id.withoutVersion }

    /// Whether words can be looked up as a name: not terms of the field, which many papers share.
    private static func isName(_ name: String, isTitle: Bool) -> Bool {
      PaperName.key(name).count >= 3 && PaperName.isPossible(name) && (isTitle || !PaperName.isTerm(name))
    }

    /// `LinFusion` of `linear attention (LinFusion) in place of self-attention`.
    private static func namesInBrackets(_ text: String) -> [String] {
      text.split(separator: "(").dropFirst().compactMap { part -> String? in
        guard let end = part.firstIndex(of: ")") else { return nil }
        let name = String(part[..<end])
        let isOne =
          name.utf8.count <= 32 && !PaperName.tellingWords(of: name).isEmpty && isName(name, isTitle: false)
        return isOne && !name.contains(",") ? name : nil
      }
    }
  }

  // MARK: - By name

  /// The one other paper of the catalogue that has the name of the claim: before the colon of its title, as title, or, where
  /// it is a paper of the digest, in its abstract.
  func named(_ subject: Subject, _ name: String) throws(CatalogueError) -> KnownRecord? {
    let own = ownIDs(subject)
    var others: [KnownRecord] = []
    for entry in try catalogue.entries(named: name) + catalogue.entries(titled: name)
    where !own.contains(entry.id) && !others.contains(where: { $0.id == entry.id }) {
      others.append(KnownRecord(entry))
    }
    if others.isEmpty, Self.isRare(name) {
      others = known.records(introducing: [name]).filter { !own.contains($0.id) }
    }
    if others.count > 1 {
      let near = others.filter { NeighbourIDs.areNear($0.id, subject.id) }
      if near.count == 1 { return near[0] }
      // Many names have been given to several papers over the years.
      let recent = near.isEmpty ? others.filter { isOfItsTime($0, subject) } : []
      return recent.count == 1 ? recent[0] : nil
    }
    return others.first
  }

  /// The id that was written, and that by which the catalogue knows its paper.
  private func ownIDs(_ subject: Subject) -> Set<PaperID> {
    Set([subject.id, known[subject.id]?.id].compactMap(\.self))
  }

  /// Whether a paper is of about the time of the digest, or of the id that was written.
  func isOfItsTime(_ record: KnownRecord, _ subject: Subject) -> Bool {
    guard let month = record.id.month else { return false }
    return [period, subject.id.month].compactMap(\.self).contains { $0.months(to: month) <= 2 }
  }

  // MARK: - By what is said

  /// The one paper of the digest, or with an id like that of the claim, that the claim is about.
  /// - Parameter least: how many telling words they have in common at least.
  func fitting(_ subject: Subject, least: Int) throws(CatalogueError) -> KnownRecord? {
    if let record = fittingPaperOfDigest(subject, least: least) { return record }
    return try fittingNeighbour(subject, least: least)
  }

  private func fittingPaperOfDigest(_ subject: Subject, least: Int) -> KnownRecord? {
    let best = known.best(for: subject.words, besides: ownIDs(subject))
    guard let first = best.first else { return nil }
    let second = best.dropFirst().first?.affinity.telling ?? 0
    let isNamed = subject.names.contains { first.record.says($0) }
    guard first.affinity.telling >= (isNamed ? least - 1 : least), first.affinity.telling * 2 >= second * 3
    else {
      return nil
    }
    return first.record
  }

  /// Whether a name is so long, and so made up, that no other paper has it by chance.
  private static func isRare(_ name: String) -> Bool {
    PaperName.tellingWords(of: name).contains { PaperName.key($0).count >= 5 }
  }

  private func fittingNeighbour(_ subject: Subject, least: Int) throws(CatalogueError) -> KnownRecord? {
    var found: [(record: KnownRecord, score: Int)] = []
    for id in NeighbourIDs.all(of: subject.id) {
      guard let entry = try catalogue.entry(of: id) else { continue }
      let record = KnownRecord(entry)
      let affinity = known.affinity(subject.words, record)
      let names = subject.names.filter { !PaperName.tellingWords(of: $0).isEmpty && record.introduces($0) }
      let score = affinity.telling + (names.isEmpty ? 0 : names.contains { Self.isRare($0) } ? 4 : 2)
      if score >= least { found.append((record, score)) }
    }
    found.sort { $0.score > $1.score }
    guard let first = found.first, found.count == 1 || first.score * 2 >= found[1].score * 3 else {
      return nil
    }
    return first.record
  }
}

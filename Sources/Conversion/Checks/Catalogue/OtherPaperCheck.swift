import DigestCatalogue
import DigestDiagnostics
import DigestModel

/// Ids whose paper is not the one that the digest writes of: mistyped, exchanged, or invented.
///
/// What the digest says of a paper is seldom in the words of its record, so a difference alone is not a finding: another
/// paper has to fit what is said.
struct OtherPaperCheck: CatalogueCheck {
  static let anotherPaper = DiagnosticID(
    "catalogue/another-paper", .warning,
    "The catalogue knows the id, but as that of another paper than the one that the digest writes of: what is said there "
      + "has nothing in common with its title and abstract, and another paper fits. Mostly a digit of the id is wrong, or "
      + "the ids of two lines were exchanged. The help names the paper that was probably meant.")
  static let anotherName = DiagnosticID(
    "catalogue/name-of-another-paper", .warning,
    "The digest calls a paper by the name of another one: the name is nowhere in the paper's title and abstract, and the "
      + "title of exactly one other paper begins with it. The rest of what is said fits the paper, so that it is the name "
      + "that is wrong, not the id.")
  static let mistyped = DiagnosticID(
    "catalogue/mistyped-id", .warning,
    "The catalogue does not know the id, but a paper that fits what the digest says: one with nearly the same id, or of the "
      + "name that the digest gives.")

  let ids = [Self.anotherPaper, Self.anotherName, Self.mistyped]

  func findings(in subject: CatalogueSubject) throws(CatalogueError) -> [Diagnostic] {
    let known = KnownRecords(subject.entries, of: subject.papers)
    let meant = MeantPaper(
      catalogue: subject.catalogue, known: known, period: subject.check.digest.metadata.period)
    let claims = PaperClaims(of: subject.check.digest).all.map(MeantPaper.Subject.init)
    var fitting: Set<PaperID> = []
    for claim in claims {
      if let record = known[claim.id], isSurelyOf(record, claim, known) { fitting.insert(claim.id) }
    }
    var found: [Diagnostic] = []
    var reported: Set<Cause> = []
    for claim in claims where claim.id.scheme != .title {
      let judge = PaperJudge(claim: claim, record: known[claim.id], meant: meant)
      guard let judgement = try judge.judgement(isFittedElsewhere: fitting.contains(claim.id)) else {
        continue
      }
      // A paper is named in many places; what is wrong of it is said once.
      let cause = Cause(id: claim.id, meant: judgement.meant?.id, isName: judgement.kind == .name)
      if reported.insert(cause).inserted {
        found.append(diagnostic(judgement, claim, known[claim.id], subject))
      }
    }
    return found
  }

  private func isSurelyOf(_ record: KnownRecord, _ claim: MeantPaper.Subject, _ known: KnownRecords) -> Bool {
    claim.names.contains(where: record.holds) || known.affinity(claim.words, record).telling >= 3
  }

  private struct Cause: Hashable {
    var id: PaperID
    var meant: PaperID?
    var isName: Bool
  }

  private func diagnostic(
    _ judgement: PaperJudge.Judgement, _ claim: MeantPaper.Subject, _ record: KnownRecord?,
    _ subject: CatalogueSubject
  ) -> Diagnostic {
    let id = quoted("\(claim.id)")
    let name = claim.names.first.map { quoted($0, limit: 24) }
    let place = subject.location(of: claim.claim.paper.anchor)
    let meant = judgement.meant.map { "\(quoted("\($0.id)")), \(quoted($0.title))" }
    switch judgement.kind {
    case .paper:
      let title = quoted(record?.title ?? "", limit: 30)
      return Diagnostic(
        Self.anotherPaper, "\(id) is \(title), not \(name ?? "what is said here")", at: place,
        help: meant.map { "did you mean \($0)?" } ?? "mend the id")
    case .name:
      return Diagnostic(
        Self.anotherName, "\(name ?? "the name") is another paper's name, not that of \(id)", at: place,
        notes: record.map { [Diagnostic.Note("\(id) is \(quoted($0.title))", at: place)] } ?? [],
        help: meant.map { "mend the name; that paper is \($0)" })
    case .mistyped:
      return Diagnostic(
        Self.mistyped, "\(id) is not in the catalogue, but a paper like \(name ?? "this") is", at: place,
        help: meant.map { "did you mean \($0)?" })
    }
  }
}

/// How what is said of a paper agrees with its record.
enum Verdict {
  /// It is about that paper.
  case fits
  case unsure
  /// It has nothing in common with it.
  case foreign

  init(_ affinity: KnownRecords.Affinity) {
    if affinity.telling >= 3 || affinity.telling >= 1 && affinity.known >= 3 || affinity.known >= 5 {
      self = .fits
    } else {
      self = affinity.telling == 0 && affinity.known <= 1 ? .foreign : .unsure
    }
  }
}

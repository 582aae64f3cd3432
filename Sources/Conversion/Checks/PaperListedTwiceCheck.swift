import DigestDiagnostics
import DigestModel

/// Papers that the topic tree lists more than once without saying so.
struct PaperListedTwiceCheck: DigestCheck {
  static let id = DiagnosticID(
    "digest/paper-listed-twice", .warning,
    "The topic tree lists the same paper in two places and neither line says that it is a repetition. A note such as "
      + "`(Duplicate of …)` on the second line says that it is meant.")

  let ids = [Self.id]

  func findings(in subject: CheckSubject) -> [Diagnostic] {
    var listing = Listing(subject: subject)
    for entry in subject.entries(of: .topicTree) { listing.walk(entry) }
    return listing.findings
  }

  private struct Listing {
    let subject: CheckSubject
    var first: [PaperID: SourceAnchor] = [:]
    var findings: [Diagnostic] = []

    mutating func walk(_ entry: Digest.Entry) {
      switch entry {
      case .topic(let topic): for child in topic.children { walk(child) }
      case .paper(let mention) where !mention.isDuplicate:
        // What the note says is another id of the same paper, `(also 2409.10001)`, is not listed here.
        let aliases = Set(mention.note?.citations.map(\.id) ?? [])
        for citation in mention.papers where !aliases.contains(citation.id) { add(citation) }
      default: break
      }
    }

    private mutating func add(_ citation: Citation) {
      let id = citation.id.withoutVersion
      guard let before = first[id] else {
        first[id] = citation.anchor
        return
      }
      findings.append(
        Diagnostic(
          PaperListedTwiceCheck.id, "the topic tree lists \(quoted("\(id)")) a second time",
          at: subject.location(of: citation.anchor),
          notes: [Diagnostic.Note("the first is here", at: subject.location(of: before))],
          help: "remove one, or note on this line that it is a duplicate"))
    }
  }
}

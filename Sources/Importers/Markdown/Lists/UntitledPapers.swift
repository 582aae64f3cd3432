import DigestDiagnostics
import DigestModel
import DigestText

/// The papers of a document that is not a digest of which it does not say the title.
///
/// A number alone, `2401.00011`, cites and is not expected to have one.
struct UntitledPapers: DigestVisitor {
  /// All papers, with the place of those without a title, in the order of the document.
  private var places: [PaperID: SourceAnchor?] = [:]
  private var first: SourceAnchor?
  private var count = 0
  private var aliases: [PaperID: PaperID] = [:]

  init(_ digest: Digest) {
    guard digest.sections.allSatisfy({ $0.kind == .other }) else { return }
    for paper in digest.papers {
      places[paper.id] = .some(nil)
      for id in paper.record.identifiers { aliases[id] = paper.id }
      if paper.record.title == nil { add(paper.record.anchor) }
    }
    digest.accept(&self)
  }

  mutating func visit(text: RichText) {
    for citation in text.citations { visit(paper: citation) }
  }

  mutating func visit(paper: Citation) {
    guard paper.written.utf8.first?.isDigit == false || paper.id.scheme != .arxiv else { return }
    let id = paper.id.withoutVersion
    guard places[aliases[id] ?? id] == nil else { return }
    places[id] = .some(paper.anchor)
    add(paper.anchor)
  }

  private mutating func add(_ anchor: SourceAnchor) {
    count += 1
    first = first ?? anchor
  }

  /// Says once how many there are.
  func report(to context: MarkdownContext) {
    guard count > 0, let first else { return }
    let all = places.count
    context.report(
      Diagnostic(
        MarkdownImporterDiagnostics.untitledPapers,
        all == 1
          ? "the paper has no title" : "\(Self.written(count)) of \(Self.written(all)) papers have no title",
        at: context.sourceMap.location(of: first)))
  }

  /// `1,501`.
  private static func written(_ number: Int) -> String {
    let digits = String(number)
    guard digits.count > 3 else { return digits }
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return text
  }
}

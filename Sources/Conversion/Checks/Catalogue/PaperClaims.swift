import DigestModel
import DigestText

/// One place of a digest that says something of a paper that it names by an id.
struct PaperClaim {
  /// The id as cited, with its place.
  var paper: Citation
  /// What the paper is called there.
  var name: String?
  /// What is said of it there; empty where it is only named.
  var text: String
  /// Whether the name is its title, given in a list of papers.
  var isTitle = false
}

/// Collects the claims of a digest, in document order; those of its lists of papers come last.
struct PaperClaims {
  private(set) var all: [PaperClaim] = []

  init(of digest: Digest) {
    var entries = EntryClaims()
    for section in digest.sections { for entry in section.entries { entries.walk(entry) } }
    var texts = TextClaims()
    digest.accept(&texts)
    all = entries.claims + texts.claims
    for paper in digest.papers { add(paper) }
  }

  /// What a list says of a paper outright.
  private mutating func add(_ paper: Paper) {
    let record = paper.record
    guard let title = record.title, record.catalogueSource(of: .title) == nil, paper.id.scheme != .title
    else {
      return
    }
    let abstract = record.catalogueSource(of: .abstract) == nil ? record.abstract?.plainText : nil
    let anchor = paper.mentions.first?.citation.anchor ?? title.anchor
    all.append(
      PaperClaim(
        paper: Citation(paper.versionedID, anchor: anchor), name: title.plainText, text: abstract ?? "",
        isTitle: true))
  }
}

private struct TextClaims: DigestVisitor {
  var claims: [PaperClaim] = []

  mutating func visit(text: RichText) {
    for found in CitedNames.find(in: text) where found.isCertain {
      claims.append(
        PaperClaim(paper: Citation(found.paper, anchor: found.anchor), name: found.name, text: ""))
    }
  }
}

private struct EntryClaims: EntryWalk {
  var claims: [PaperClaim] = []

  mutating func walk(_ entry: Digest.Entry) {
    switch entry {
    case .topic(let topic): for child in topic.children { walk(child) }
    case .paper(let mention):
      // A line that says that its paper is listed elsewhere says nothing of the paper.
      let text = mention.isDuplicate ? nil : mention.summary
      add(mention.papers, mention.name, [text].compactMap { $0?.plainText })
    case .highlights(let table):
      for row in table.rows { add(row.papers, row.name, row.keywords + row.cells.map(\.plainText)) }
    case .contribution(let contribution):
      add(
        contribution.papers, nil, [contribution.technique, contribution.remark].compactMap { $0?.plainText })
    default: entry.dispatch(to: &self)
    }
  }

  mutating func visit(entry: some DescribedEntry) {
    let subject = EntrySubject(entry)
    add(subject.papers, subject.name, [subject.statement].compactMap { $0?.plainText })
  }

  mutating func visit(block: Digest.Block) {}

  /// What is said of several papers together is said of none of them.
  private mutating func add(_ papers: [Citation], _ name: RichText?, _ texts: [String]) {
    let names = name.flatMap { $0.isEmpty ? nil : $0.names(of: papers.count) }
    for (index, paper) in papers.enumerated() {
      let name = names?[index]
      let text = papers.count == 1 ? texts.joined(separator: "\n") : ""
      guard name != nil || !text.isEmpty else { continue }
      claims.append(PaperClaim(paper: paper, name: name, text: text))
    }
  }
}

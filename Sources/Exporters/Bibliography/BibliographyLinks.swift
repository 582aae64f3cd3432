import DigestModel

/// The ids and addresses of a paper, as a bibliography parts them.
struct BibliographyLinks {
  /// The id of arXiv, whichever of the ids it is.
  let arxiv: PaperID?
  /// The publisher's DOI, else arXiv's where the paper appeared nowhere else.
  let doi: String?
  /// The address given, unless it names the same paper as an id of arXiv or a DOI; else the one of the id.
  let url: String?
  /// The number of the book.
  let isbn: String?
  /// Ids that stand in none of these.
  let others: [PaperID]
  /// The others.
  let links: [Paper.Link]

  init(_ paper: Paper) {
    let ids = [paper.id] + paper.record.identifiers
    arxiv = ids.first { $0.scheme == .arxiv }
    // The DOI of the preprint is not that of the article in a journal.
    doi = ids.first { $0.scheme == .doi }?.value ?? (paper.venue == nil ? arxiv?.doi : nil)
    isbn = ids.first { $0.scheme == .isbn }?.value
    others = ids.filter { ![.arxiv, .doi, .isbn, .title].contains($0.scheme) }
    var links = paper.record.links.filter { !$0.url.holdsNothing }
    lazy var known = Set(ids.map(\.withoutVersion))
    var given: String?
    if paper.id.scheme == .url {
      given = paper.id.value
      links.removeAll { $0.url == paper.id.value }
    } else if let index = links.firstIndex(where: {
      $0.kind == .landingPage && LinkAddress.isAllowed($0.url)
    }) {
      let address = links.remove(at: index).url
      let id = PaperID(address).flatMap { $0.scheme == .arxiv || $0.scheme == .doi ? $0.withoutVersion : nil }
      let isSame = id.map { known.contains($0) } ?? false
      if !isSame { given = address }
    }
    url = given ?? paper.versionedID.url ?? ids.lazy.compactMap(\.url).first
    // That arXiv has a PDF of what it has goes without saying.
    self.links = links.filter { link in
      link.kind != .pdf || PaperID(link.url).map { !known.contains($0.withoutVersion) } ?? true
    }
  }

  /// Links to code, data and the like, for formats that have no field for them.
  func remarks(at anchor: SourceAnchor) -> [BibliographicRecord.Remark] {
    links.map { BibliographicRecord.Remark(label: Self.label(of: $0.kind), text: $0.url, anchor: anchor) }
  }

  /// The word before an address where a format has no field for it.
  static func label(of kind: Paper.Link.Kind) -> String {
    switch kind {
    case .landingPage: "Page"
    case .pdf: "PDF"
    case .code: "Code"
    case .project: "Project"
    case .data: "Data"
    case .video: "Video"
    case .other: "Link"
    }
  }
}

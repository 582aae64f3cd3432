import DigestModel

/// A link in a list of papers, or an id in its text.
struct ListLink: Sendable {
  /// The words of the link; of a badge, what it shows.
  var label: ListText
  /// Where it leads; for an id in the text, the id as written.
  var address: String
  /// Whether a picture is its label.
  var isBadge = false
  /// Whether it is a number in plain text.
  let isNumber: Bool
  /// What its words say, where they say only what stands there: `PDF`, `Code`.
  let meaning: LinkMeaning?
  /// What its address is of.
  let target: LinkTarget

  init(label: ListText, address: String, isBadge: Bool = false, isNumber: Bool = false) {
    self.isNumber = isNumber
    self.label = label
    self.address = address
    self.isBadge = isBadge
    let words = label.string(label.range)
    target = LinkTarget(address)
    meaning =
      isBadge || words == address || words.isEmpty ? LinkMeaning(words) ?? .unknown : LinkMeaning(words)
  }

  /// The words of the link.
  var words: String { label.string(label.range) }

  /// Whether its words say only what stands there.
  var saysWhatItIs: Bool { meaning != nil }

  /// The paper that it leads to, if it leads to one.
  var paper: PaperID? {
    switch target {
    case .paper(let id):
      return meaning == .code || meaning == .data ? (id.scheme == .arxiv ? id : nil) : id
    case .page(let id): return isAboutPaper ? id : nil
    case .file(let id): return meaning == nil || meaning == .paper || meaning == .venue ? id : nil
    case .web(let id), .project(let id): return meaning == .paper ? id : nil
    case .code, .data, .video, .social, .badge, .local: return nil
    }
  }

  private var isAboutPaper: Bool {
    switch meaning {
    case nil, .paper, .venue, .unknown: true
    case .code, .project, .data, .video, .other: false
    }
  }

  /// What kind of link of a record it is, where it does not lead to the paper; `nil` for what no record needs.
  var kind: Paper.Link.Kind? {
    switch target {
    case .local, .badge, .social: return nil
    case .code: return meaning == .data ? .data : meaning == .project ? .project : .code
    case .data: return meaning == .code ? .code : meaning == .project ? .project : .data
    case .video: return .video
    case .project: return meaning == .code ? .code : meaning == .data ? .data : .project
    case .paper, .page, .file, .web:
      switch meaning {
      case .code: return .code
      case .project: return .project
      case .data: return .data
      case .video: return .video
      case .paper, .venue, .other, .unknown, nil: return nil
      }
    }
  }
}

extension LinkTarget {
  /// Whether it is a picture or a talk about papers.
  var isAside: Bool {
    switch self {
    case .badge, .social: true
    default: false
    }
  }
}

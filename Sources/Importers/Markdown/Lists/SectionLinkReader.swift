import DigestModel
import DigestText

/// Titles in the sections of a digest: the words of links to papers of arXiv.
struct SectionLinkReader: DigestVisitor {
  private(set) var papers: [ListedPaper] = []

  mutating func visit(text: RichText) { read(text.inlines, at: text.anchor) }

  private mutating func read(_ inlines: [Inline], at anchor: SourceAnchor) {
    for inline in inlines {
      switch inline {
      case .link(let label, let destination, _):
        let words = label.plainText
        guard Self.isTitle(words), let id = PaperID(destination), id.scheme == .arxiv else { break }
        var paper = ListedPaper(anchor: anchor)
        paper.ids = [id.withoutVersion]
        paper.title = RichText(plain: words, anchor: anchor)
        paper.certainty = .sure
        papers.append(paper)
      case .emphasis(let inner), .strong(let inner), .subscript(let inner), .superscript(let inner):
        read(inner, at: anchor)
      default: break
      }
    }
  }

  /// Whether a link text has several words and says more than what stands there.
  private static func isTitle(_ text: String) -> Bool {
    let words = text.utf8.split { $0.isSpace }
    return words.count > 1 && text.utf8.count >= TitleLimits.shortest && !text.utf8.starts(with: "http".utf8)
      && PaperID(text) == nil && LinkMeaning(text) == nil && !TitleShape.isCitation(text)
  }
}

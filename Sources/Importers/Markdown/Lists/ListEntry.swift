import DigestModel

/// A part of a document that may be about one paper: an item of a list, a paragraph, a heading with what is below it.
struct ListEntry {
  enum Shape {
    case item, paragraph, heading
  }

  var shape: Shape
  /// The text that it begins with.
  var head: ListText
  /// What stands below: items of a list inside the item, further paragraphs.
  var below: [ListText] = []
  /// Whether what is below is a list of items.
  var anchor: SourceAnchor
}

/// What an entry says of a paper.
struct ListedPaper {
  var ids: [PaperID] = []
  var title: RichText?
  var certainty = TitleCertainty.low
  var authors = NameList()
  var date: EDTFDate?
  var container: String?
  var abstract: RichText?
  var keywords: [String] = []
  var links: [Paper.Link] = []
  var names: [String] = []
  var anchor: SourceAnchor

  init(anchor: SourceAnchor) { self.anchor = anchor }

  /// Whether it is known by its title only.
  var isWithoutID: Bool { ids.allSatisfy { $0.scheme == .title } }

  /// The id that the paper goes by: arXiv's before a DOI before the others, a mere address last.
  var identity: PaperID? {
    ids.enumerated().min { ($0.element.scheme.rank, $0.offset) < ($1.element.scheme.rank, $1.offset) }?
      .element
  }

  /// Its title as an id, by which the same title in other spellings is found.
  var titleKey: PaperID? { title.flatMap { PaperID(title: $0.plainText, year: nil) } }
}

import DigestModel

/// The recognisers of all kinds of sections: a kind that is added to the model is added here.
struct SectionRecognisers {
  static var all: [any SectionRecogniser.Type] {
    [
      TopicTreeRecogniser.self,
      HighlightsRecogniser.self,
      ContributionsRecogniser.self,
      GapsRecogniser.self,
      IdeasRecogniser.self,
      ReadingListRecogniser.self,
      TextRecogniser.self,
    ]
  }

  private let byKind: [Digest.Section.Kind: any SectionRecogniser]
  private let text: TextRecogniser

  init(_ context: MarkdownContext) {
    text = TextRecogniser(context)
    var byKind: [Digest.Section.Kind: any SectionRecogniser] = [:]
    for type in Self.all { byKind[type.kind] = type.init(context) }
    self.byKind = byKind
  }

  /// The recogniser of a kind; a section without one is text.
  subscript(kind: Digest.Section.Kind) -> any SectionRecogniser { byKind[kind] ?? text }
}

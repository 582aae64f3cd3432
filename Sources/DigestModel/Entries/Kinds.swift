// Everything that has to know each kind of section stands in this file: its names, its entries, its part of the model.
// What an entry is made of stands beside its type in `Entries/`. All else follows from the two.

extension Digest.Section {
  /// What a section is about.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The topics with the papers below them.
    case topicTree
    /// The ranked table.
    case highlights
    /// Novel techniques.
    case contributions
    /// Open problems.
    case gaps
    /// Research ideas.
    case ideas
    /// What to read.
    case readingList
    /// Prose on the month as a whole.
    case reflection
    /// Any section whose name is none of the known ones.
    case other
  }
}

extension Digest.Section.Kind {
  /// What has to be known of a kind of section.
  package struct Traits: Sendable {
    /// The heading that digests mostly give it; `nil` for the kind without a name.
    package let heading: String?
    /// Shown where a digest gives no heading.
    package let title: String
    /// What a mention in such a section is called in outputs: `highlight`.
    package let mention: String
    /// What a loss of its entries is reported as.
    package let part: ModelPart
    /// Whether a digest that follows the layout has one.
    package let isExpected: Bool

    fileprivate init(
      _ heading: String?, title: String, mention: String, part: ModelPart, isExpected: Bool = true
    ) {
      self.heading = heading
      self.title = title
      self.mention = mention
      self.part = part
      self.isExpected = isExpected
    }
  }

  package var traits: Traits {
    switch self {
    case .topicTree: Traits("TOPIC_TREE", title: "Topics", mention: "topicTree", part: .topics)
    case .highlights:
      Traits("SOTA_HIGHLIGHTS", title: "Highlights", mention: "highlight", part: .highlights)
    case .contributions:
      Traits(
        "NOVEL_TECH_CONTRIBUTIONS", title: "Contributions", mention: "contribution", part: .contributions)
    case .gaps:
      Traits("GAPS_AND_OPPORTUNITIES", title: "Gaps and opportunities", mention: "gap", part: .gaps)
    case .ideas: Traits("FUTURE_IDEAS", title: "Ideas", mention: "idea", part: .ideas)
    case .readingList:
      Traits("READING_LIST", title: "Reading list", mention: "reading", part: .readingList)
    case .reflection:
      Traits("META_REFLECTION", title: "Reflection", mention: "reflection", part: .reflection)
    case .other: Traits(nil, title: "Notes", mention: "other", part: .otherSections, isExpected: false)
    }
  }
}

extension Digest {
  /// What a section or a topic holds, in document order. Each kind of section has its kind of entry, and any section
  /// can hold `block`s: what no recogniser typed stays where it stood.
  public indirect enum Entry: Hashable, Sendable {
    /// A topic with what hangs below it.
    case topic(Topic)
    /// A line about papers.
    case paper(PaperMention)
    /// A line of the tree that says that there is nothing, or that it is elsewhere: `(Trống)`, `(Covered under …)`.
    case placeholder(RichText)
    /// The ranked table.
    case highlights(HighlightTable)
    /// A novel technique.
    case contribution(Contribution)
    /// An open problem.
    case gap(Gap)
    /// A research idea.
    case idea(Idea)
    /// An entry of the reading list.
    case reading(ReadingItem)
    /// Text that no recogniser typed.
    case block(Block)

    /// Where it stands in the source.
    public var anchor: SourceAnchor {
      switch self {
      case .topic(let topic): topic.anchor
      case .paper(let mention): mention.anchor
      case .placeholder(let text): text.anchor
      case .highlights(let table): table.anchor
      case .contribution(let contribution): contribution.anchor
      case .gap(let gap): gap.anchor
      case .idea(let idea): idea.anchor
      case .reading(let item): item.anchor
      case .block(let block): block.anchor
      }
    }
  }
}

extension Digest.Entry {
  /// The types of typed entries, in the order in which messages name them.
  package static let types: [any DescribedEntry.Type] = [
    Digest.Topic.self, Digest.PaperMention.self, Digest.Placeholder.self, Digest.HighlightTable.self,
    Digest.Contribution.self, Digest.Gap.self, Digest.Idea.self, Digest.ReadingItem.self,
  ]

  /// Hands what it is to a walk that knows what to do with any entry.
  @inlinable package func dispatch(to walk: inout some EntryWalk) {
    switch self {
    case .topic(let topic): walk.visit(entry: topic)
    case .paper(let mention): walk.visit(entry: mention)
    case .placeholder(let text): walk.visit(entry: Digest.Placeholder(text: text))
    case .highlights(let table): walk.visit(entry: table)
    case .contribution(let contribution): walk.visit(entry: contribution)
    case .gap(let gap): walk.visit(entry: gap)
    case .idea(let idea): walk.visit(entry: idea)
    case .reading(let item): walk.visit(entry: item)
    case .block(let block): walk.visit(block: block)
    }
  }
}

/// The parts of the model that an exporter declares and reports on. The capabilities table has a row for each.
public enum ModelPart: String, Hashable, Sendable, CaseIterable {
  // MARK: Metadata

  /// The title of the digest.
  case title
  /// Its language.
  case language
  /// The month it is about.
  case period
  /// The file it was read from, with its checksum.
  case source
  /// What stands before the first section.
  case preamble
  /// Front matter that the model has no word for.
  case extraMetadata

  // MARK: Papers

  /// The id of a paper.
  case paperID
  /// The highest version named.
  case paperVersion
  /// What the digest calls a paper.
  case paperNames
  /// The title that a source gives.
  case paperTitle
  /// The authors that a source gives.
  case paperAuthors
  /// The abstract that a source gives.
  case paperAbstract
  /// The date that a source gives, or the month of the id.
  case paperDate
  /// The keywords and categories that a source gives.
  case paperTags
  /// Journal, proceedings, book or site.
  case paperVenue
  /// Series, volume, issue, pages, publisher, place, edition, event, number, ISBN and ISSN.
  case paperPublication
  /// Ids besides the one that counts.
  case paperIdentifiers
  /// How the source refers to the paper.
  case paperCitationKey
  /// What kind of publication it is.
  case paperType
  /// Short and original titles.
  case paperOtherTitles
  /// Editors, translators and others who are not authors.
  case paperContributors
  /// The language and the authors' comment.
  case paperComment
  /// Addresses of the paper, its code, its data.
  case paperLinks
  /// What a source says of a paper and the model has no word for.
  case paperExtra
  /// What of its record is from a catalogue of papers.
  case paperCompletion
  /// The topics under which the tree lists a paper.
  case paperTopics
  /// Its keywords in the ranked table.
  case paperKeywords
  /// Its rank in the ranked table.
  case paperRank
  /// The places that name a paper.
  case mentions

  // MARK: Sections

  /// The headings of sections.
  case sectionHeading
  /// The numbers of sections.
  case sectionNumber
  /// The nodes of the topic tree.
  case topics
  /// Their numbers.
  case topicNumber
  /// What a line says of its papers.
  case summaries
  /// What a line says of its listing: that it is a repetition, for example.
  case duplicateNotes
  /// Lines of the tree without a paper.
  case placeholders
  /// The ranked tables.
  case highlights
  /// Novel techniques.
  case contributions
  /// Open problems.
  case gaps
  /// Research ideas.
  case ideas
  /// The reading list.
  case readingList
  /// The reflection.
  case reflection
  /// Sections whose name is none of the known ones.
  case otherSections

  // MARK: Text

  /// Running text.
  case paragraphs
  /// Lists.
  case lists
  /// The numbers of their items.
  case listNumbers
  /// Tables that are not ranked.
  case tables
  /// Block quotes.
  case quotes
  /// Code blocks.
  case codeBlocks
  /// Headings that begin no section.
  case headings
  /// Emphasis, strong or not.
  case emphasis
  /// Code in running text.
  case code
  /// Links.
  case links
  /// Formulas.
  case math
  /// Images.
  case images
  /// Papers named in running text.
  case citations
  /// Line breaks that the author wanted.
  case lineBreaks
  /// Single characters.
  case characters
}

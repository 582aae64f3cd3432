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
  /// The tags that a source gives.
  case paperTags
  /// Journal, conference or series.
  case paperVenue
  /// What a source says of a paper and the model has no word for.
  case paperExtra
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

/// What a format does with a part of the model.
public enum Fidelity: String, Hashable, Sendable, CaseIterable {
  /// The format has a word for it, and it is used.
  case exact
  /// It is all there and can be read back, by a private convention: an extension, a naming rule, a note.
  case encoded
  /// It is there in part, or as plain text.
  case degraded
  /// It is not there.
  case dropped
}

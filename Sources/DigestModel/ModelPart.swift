/// The parts of the model that an exporter declares and reports on. The capabilities table has a row for each.
public enum ModelPart: String, Hashable, Sendable, CaseIterable {
  // Metadata
  case title, language, period, source, preamble, extraMetadata
  // Papers
  case paperID, paperVersion, paperNames, paperTitle, paperAuthors, paperAbstract, paperDate, paperTags,
    paperVenue
  case paperExtra, paperTopics, paperKeywords, paperRank, mentions
  // Sections
  case sectionHeading, sectionNumber, topics, topicNumber, summaries, duplicateNotes, placeholders, highlights
  case contributions, gaps, ideas, readingList, reflection, otherSections
  // Text
  case paragraphs, lists, listNumbers, tables, quotes, codeBlocks, headings, emphasis, code, links, math,
    images
  case citations, lineBreaks, characters
}

/// What a format does with a part of the model.
public enum Fidelity: String, Hashable, Sendable, CaseIterable {
  /// The format has a word for it, and it is used.
  case exact
  /// It is all there and can be read back, in a way of our own: an extension, a naming rule, a note.
  case encoded
  /// It is there in part, or as plain text.
  case degraded
  /// It is not there.
  case dropped
}

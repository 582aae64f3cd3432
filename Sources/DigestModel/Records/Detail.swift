extension Paper {
  /// A part of a record that is one text. The raw value is the part's name in YAML and JSON.
  public enum Detail: String, Hashable, Sendable, CaseIterable {
    /// The journal, the proceedings, the book or the site that it is in.
    case container
    /// The series that the container belongs to.
    case series
    /// The volume of the journal or series.
    case volume
    /// The issue of the journal.
    case issue
    /// `12-34`, or an article number.
    case pages
    /// The publisher, or the school or body that issued it.
    case publisher
    /// Where the publisher is.
    case place
    /// `2nd`.
    case edition
    /// The conference at which it was given.
    case event
    /// The number of a report or a standard.
    case number
    /// The ISBN of the book, or of the book that it is in.
    case isbn
    /// The ISSN of the journal.
    case issn
    /// BCP 47, `en`.
    case language
    /// The authors' comment: `12 pages, 3 figures`.
    case comment
  }
}

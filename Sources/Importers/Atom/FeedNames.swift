import DigestSyntax

/// What the elements of entries are called, by namespace, and which fields of records they are.
enum FeedNames {
  static let atom = XMLNamespace("http://www.w3.org/2005/Atom", usualPrefix: "atom")
  static let arxiv = XMLNamespace("http://arxiv.org/schemas/atom", usualPrefix: "arxiv")
  static let dublinCore = XMLNamespace("http://purl.org/dc/elements/1.1/", usualPrefix: "dc")

  /// Fields of records by the names of elements in lower case; any other element goes by its own name, and is kept where
  /// no field is called so.
  ///
  /// - Source: <https://info.arxiv.org/help/api/user-manual.html>, <https://info.arxiv.org/help/rss_specifications.html>,
  ///   PRISM 3.0, Dublin Core 1.1.
  static let fields: [String: String] = [
    // arXiv
    "comment": "comment", "comments": "comment", "journal_ref": "journal_ref",
    "journal_reference": "journal_ref",
    "doi": "doi",
    // PRISM, the metadata of journals
    "publicationname": "prismPublicationName", "volume": "volume", "number": "issue",
    "issueidentifier": "issue",
    "startingpage": "startingPage", "endingpage": "endingPage", "pagerange": "prismPageRange", "issn": "issn",
    "eissn": "eissn", "isbn": "isbn", "coverdate": "prismCoverDate", "publicationdate": "publicationDate",
    "genre": "genre", "publisher": "publisher", "language": "language", "section": "feedSection",
    // Dates
    "published": "published", "issued": "published", "date": "date", "pubdate": "date",
    "created": "feedCreated",
    // Words for what programs show, that mean other things in records.
    "source": "feedSource", "rights": "rights", "type": "type", "copyright": "copyright",
    "format": "feedFormat",
    "content": "content", "encoded": "content", "updated": "updated", "modified": "updated",
  ]
}

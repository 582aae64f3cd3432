/// What kind of publication a paper is, in the words of CSL.
/// - Source: the types of CSL 1.0.2, appendix III.
public struct PublicationType: RawRepresentable, Hashable, Sendable {
  /// A word of CSL: `article-journal`.
  public let rawValue: String

  /// - Returns: `nil` for what is not a type of CSL.
  public init?(rawValue: String) {
    guard Self.words.contains(rawValue) else { return nil }
    self.rawValue = rawValue
  }

  private init(known word: String) { rawValue = word }

  /// A paper that is on a server and in no journal.
  public static let preprint = PublicationType(known: "article")
  /// A paper in a journal.
  public static let journalArticle = PublicationType(known: "article-journal")
  /// An article in a magazine.
  public static let magazineArticle = PublicationType(known: "article-magazine")
  /// An article in a newspaper.
  public static let newspaperArticle = PublicationType(known: "article-newspaper")
  /// A paper in proceedings.
  public static let conferencePaper = PublicationType(known: "paper-conference")
  /// A book.
  public static let book = PublicationType(known: "book")
  /// A chapter of a book.
  public static let chapter = PublicationType(known: "chapter")
  /// A thesis of any degree.
  public static let thesis = PublicationType(known: "thesis")
  /// A report.
  public static let report = PublicationType(known: "report")
  /// Data.
  public static let dataset = PublicationType(known: "dataset")
  /// A program.
  public static let software = PublicationType(known: "software")
  /// A page on the web.
  public static let webpage = PublicationType(known: "webpage")
  /// A post on a blog.
  public static let blogPost = PublicationType(known: "post-weblog")
  /// A review of another work.
  public static let review = PublicationType(known: "review")
  /// An entry of an encyclopedia.
  public static let encyclopediaEntry = PublicationType(known: "entry-encyclopedia")
  /// A patent.
  public static let patent = PublicationType(known: "patent")
  /// A standard.
  public static let standard = PublicationType(known: "standard")
  /// A talk.
  public static let speech = PublicationType(known: "speech")
  /// A manuscript that was not published.
  public static let manuscript = PublicationType(known: "manuscript")
  /// Anything else.
  public static let document = PublicationType(known: "document")

  private static let words: Set<String> = [
    "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book", "broadcast",
    "chapter",
    "classic", "collection", "dataset", "document", "entry", "entry-dictionary", "entry-encyclopedia",
    "event",
    "figure", "graphic", "hearing", "interview", "legal_case", "legislation", "manuscript", "map",
    "motion_picture",
    "musical_score", "pamphlet", "paper-conference", "patent", "performance", "periodical",
    "personal_communication", "post", "post-weblog", "regulation", "report", "review", "review-book",
    "software",
    "song", "speech", "standard", "thesis", "treaty", "webpage",
  ]
}

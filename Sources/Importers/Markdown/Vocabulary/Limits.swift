/// How long a piece of a line may be and still count as a name, in bytes of UTF-8 unless said otherwise.
///
/// The numbers come from digests in a dozen languages: the longest real names are just below each limit, and the
/// sentences that stand in the same places are mostly far above it. A letter of Chinese, Japanese or Korean takes three bytes.
enum NameLimits {
  /// A name before the ids of its line, as in `NAME (id)`; what is longer is a sentence that cites.
  static let beforeIDs = 120
  /// How far from the beginning of a line its first id is looked for: a name with marks, links and brackets around it.
  static let firstID = 240
  /// The same name on a line of the topic tree, where whole sentences before an id are labels of topics.
  static let beforeIDsInTree = 80
  /// A name in brackets right after the ids: `id (NAME) | text`.
  static let inBrackets = 120
  /// A name between the ids and a bar or middle dot: `id – NAME | text`.
  static let beforeBar = 64
  /// A name in bold before a summary; whole sentences are in bold, too.
  static let inBold = 60
  /// Where the colon of `NAME: text` is looked for.
  static let beforeColonInTree = 160
  /// A name without marks before a bar: `NAME | text`.
  static let plain = 48
  /// The words of such a name.
  static let plainWords = 4
  /// A name that a bar without a colon ends has more letters than this: `A | B` says nothing.
  static let shortestBeforeBar = 3
  /// Up to here a colon separates the name of a reading list's item or highlight from the reason.
  static let beforeColon = 80
  /// What stands alone after the ids is a name up to here, and a reason beyond.
  static let alone = 60
}

/// How long a label may be, in bytes of UTF-8 unless said otherwise.
enum LabelLimits {
  /// The label of a field, marks left out.
  static let field = 80
  /// The label of a field that a dash or an arrow ends, both of which are common in sentences.
  static let fieldBeforeDash = 48
  /// The words of a label without marks in a list of fields, whatever it says.
  static let wordsOfListedField = 5
  /// A label without marks that holds a known word has fewer spaces than this.
  static let spacesOfPlainField = 6
  /// The words of a label that is nothing but the name of a field.
  static let wordsOfFieldName = 4
  /// A label and the marks around it at the beginning of a text: the longest label of the vocabulary, and some more.
  static let atStart = 64
  /// The label of a remark that bold ends right after.
  static let remark = 48
  /// A bracket that names the kind of a contribution, brackets included.
  static let kind = 90
  /// The title of a gap without marks, up to its colon.
  static let gapTitle = 100
  /// Such a title has fewer spaces than this.
  static let spacesOfGapTitle = 12
  /// A bracket with citations after the title of a gap.
  static let citations = 200
  /// What may follow the title of an idea on its line: stars, tags.
  static let afterIdeaTitle = 120
  /// A bracket about the listing of a paper, or with other ids of it.
  static let listing = 300
  /// A sentence that only says where a paper is listed.
  static let announcement = 100
  /// A bracket with tags.
  static let tags = 80
  /// A tag has fewer spaces than this.
  static let spacesOfTag = 4
  /// A line that is the label of a topic, not a sentence.
  static let topic = 120
  /// Words without a bracket that say that a topic is empty: `Other: none`.
  static let placeholder = 16
  /// A bracket with a rating: `(★★★)`, 18 symbols with their variation selectors.
  static let rating = 64
  /// Emoji before words: three with variation selectors and joiners.
  static let symbols = 24
  /// The sign before the title of an idea.
  static let ideaSign = 16
}

/// Bounds of headings and of what surrounds them, in bytes of UTF-8.
enum HeadingLimits {
  /// The longest line that can be the heading of a section.
  static let line = 200
  /// What may follow the name of a section in bold: `**READING_LIST** (top 10)`.
  static let afterName = 80
  /// Capitals that a name has at least where they are what tells it from prose: `GAPS`.
  static let capitals = 3
}

/// Bounds of numbers, in digits or letters.
enum NumberLimits {
  /// Digits of the number of a list, a heading or a rank; four are a year.
  static let digits = 3
  /// Digits of the number after a label: `Cơ hội 2:`.
  static let digitsAfterLabel = 2
  /// Digits of the last part of a number that no point ends: `1.2 Label`.
  static let digitsOfLastPart = 2
  /// Letters of a roman number: `XXVIII`.
  static let romanLetters = 6
  /// Bytes of an East Asian number: `二十三`.
  static let eastAsianBytes = 9
}

/// Bounds of structure.
enum StructureLimits {
  /// Fences inside one another that are opened.
  static let fences = 8
  /// Columns of a table of highlights; more labels than this are text.
  static let highlightFields = 32
  /// The column from which a list stands so far in that a sentence at the margin below it is not part of it.
  static let indentedList = 4
  /// How far into a line the branch of a drawn tree is looked for, in bytes.
  static let drawing = 200
}

/// Bounds of titles in lists of papers, in bytes of UTF-8.
enum TitleLimits {
  /// A link text that is shorter is a word such as `PDF link`.
  static let shortest = 12
  /// A cell that is longer is an abstract.
  static let longest = 250
}

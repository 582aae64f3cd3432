import DigestModel
import DigestSyntax

/// One run of the exporter. The parts of a page are in the other files of this folder.
struct HTMLWriter {
  var xml = XMLWriter.html()
  var losses = LossLog()
  let digests: [Digest]
  let converter: String?
  /// The digest that is being written, and its number.
  var digest = Digest()
  var number = 0
  let language: HTMLLanguage
  let words: HTMLWords
  /// The language that the text is in.
  var textLanguage: HTMLLanguage
  var places: HTMLPlaces
  /// The titles of the papers of the digest that is being written, by the ids that it has for them.
  var titles: [PaperID: RichText] = [:]
  /// The level of the headings of sections.
  var level = 2
  /// The levels of the headings of its text that a section has open.
  var openHeadings: [Int] = []
  /// How many entries have been written.
  var entryCount = 0
  /// How many papers are named below each topic, in the order of the tree.
  var topicCounts = HTMLTopicCounts()
  var isInLink = false
  var section = HTMLSection()
  var line = HTMLLine()
  /// The entries around the one that is being written.
  var outerPlaces: [HTMLPlaces.Place?] = []
  /// The place of what has none of its own.
  var place = SourceAnchor.none
  private var reported = 0

  init(_ digests: [Digest], _ places: HTMLPlaces, converter: String?) {
    self.digests = digests
    self.converter = converter
    self.places = places
    language = HTMLLanguage.common(digests.map(HTMLLanguage.init))
    words = HTMLWords(language: language.tag)
    textLanguage = language
  }

  /// Takes up a digest.
  mutating func begin(_ number: Int) {
    self.number = number
    digest = digests[number]
    place = digest.metadata.anchor
    places.begin(digest)
    titles = [:]
    for paper in digest.papers { if let title = paper.record.title { titles[paper.id] = title } }
  }

  // MARK: Elements

  /// Each entry begins a line of the page, so that people can look at its source.
  mutating func newLine() { xml.text("\n") }

  mutating func start(_ name: StaticString, class: String? = nil, id: String? = nil) {
    xml.start(name, .mixed)
    if let id { xml.attribute("id", id) }
    if let `class` { xml.attribute("class", `class`) }
  }

  /// An element with nothing but text.
  mutating func element(
    _ name: StaticString, class: String? = nil, _ text: String, at anchor: SourceAnchor? = nil
  ) {
    start(name, class: `class`)
    write(plain: text, at: anchor)
    xml.end()
  }

  mutating func link(to address: String, _ text: String) {
    start("a")
    xml.attribute("href", address)
    write(plain: text)
    xml.end()
  }

  private static let headings: [StaticString] = ["h1", "h2", "h3", "h4", "h5", "h6"]

  /// Begins a heading; levels below 6 are 6.
  mutating func startHeading(_ level: Int) { start(Self.headings[min(level, 6) - 1]) }

  /// Words of the page in the text of a digest that is in another language.
  mutating func markWords() {
    if words.language != textLanguage.tag { xml.attribute("lang", words.language) }
  }

  // MARK: Text

  mutating func write(plain text: String, at anchor: SourceAnchor? = nil) {
    xml.text(text)
    reportCharacters(at: anchor ?? place)
  }

  /// What XML forbids is reported with the place it came from.
  mutating func reportCharacters(at anchor: SourceAnchor) {
    guard xml.replacedCharacters > reported else { return }
    let count = xml.replacedCharacters - reported
    reported = xml.replacedCharacters
    let what = count == 1 ? "1 character that XML forbids is" : "\(count) characters that XML forbids are"
    losses.record(.characters, .degraded, "\(what) replaced by U+FFFD", at: anchor)
  }
}

public import DigestModel
import DigestSyntax
import DigestText

/// Writes a digest as one article of JATS, the Journal Article Tag Suite, Archiving tag set 1.3.
///
/// There is no DOCTYPE unless one is asked for: `dtd-version` names the tag set, and a reader has nothing to load.
/// Everything is written in document order; what has no element of its own is marked with `sec-type`, `list-content`, `specific-use` and
/// `content-type`, so that topics, papers, contributions, gaps, ideas and reading items can be told apart.
///
/// Source of the rules: ANSI/NISO Z39.96-2021, <https://jats.nlm.nih.gov/archiving/tag-library/1.3/>.
public struct JATSExporter: Exporter {
  /// How it is written.
  public var options: JATSOptions
  /// The program that writes the article, with its version, for `custom-meta`: `digest-convert 1.0.0`.
  public var converter: String?

  /// Makes an exporter.
  /// - Parameters:
  ///   - options: how it is written.
  ///   - converter: name and version of the program that writes the article; `nil` to name none.
  public init(options: JATSOptions = JATSOptions(), converter: String? = nil) {
    self.options = options
    self.converter = converter
  }

  /// The name on the command line.
  public var name: String { "jats" }
  /// One line for `digest-convert formats`.
  public var summary: String { "JATS XML, Archiving tag set 1.3: one article with body and reference list" }
  /// The output is one file.
  public var layout: OutputLayout { .file(fileExtension: "xml") }

  /// What becomes of each part of a digest; what is not listed is dropped.
  public var capabilities: [ModelPart: Fidelity] { JATSCapabilities.all }

  /// Writes the whole digest.
  /// - Complexity: O(n) in the size of the digest.
  public func export(_ digest: Digest) -> ExportResult {
    var writer = JATSWriter(digest, converter: converter)
    writeDoctype(&writer)
    writer.writeArticle()
    writer.losses.recordCompletions(of: digest.papers)
    return ExportResult(files: [OutputFile(bytes: writer.xml.finish())], losses: writer.losses)
  }

  /// Writes several digests as one article with a section for each and one reference list; one digest is written as it
  /// is alone.
  /// - Complexity: O(n) in the size of the digests.
  public func export(_ collection: DigestCollection) -> ExportResult {
    guard collection.digests.count != 1 else { return export(collection.digests[0]) }
    var writer = JATSWriter(collection, converter: converter)
    writeDoctype(&writer)
    writer.writeArticle(of: collection)
    writer.losses.recordCompletions(of: collection.papers.map(\.paper))
    return ExportResult(files: [OutputFile(bytes: writer.xml.finish())], losses: writer.losses)
  }

  private func writeDoctype(_ writer: inout JATSWriter) {
    guard options.hasDoctype else { return }
    writer.xml.doctype("article", JATSOptions.doctype.publicID, JATSOptions.doctype.systemID)
  }
}

/// One run of the exporter. The parts of an article are in the other files of this folder.
struct JATSWriter {
  /// The one that is being written.
  var digest: Digest
  let converter: String?
  var xml: XMLWriter
  var losses = LossLog()
  /// The place of what has none of its own: the record or the metadata that is being written.
  var place: SourceAnchor
  /// How many of the replaced characters are reported.
  private var reported = 0
  var identifiers: JATSIdentifiers
  /// Whether the reference that is being written has a part already.
  var hasReferencePart = false
  /// The list item that is being written from the description of its entry.
  var item = JATSItem(part: .otherSections, isNumberAlone: false)

  init(_ digest: Digest, converter: String? = nil) {
    self.init(digest, JATSIdentifiers(digest.papers), converter)
  }

  init(_ collection: DigestCollection, converter: String? = nil) {
    self.init(Digest(), JATSIdentifiers(collection), converter)
  }

  private init(_ digest: Digest, _ identifiers: JATSIdentifiers, _ converter: String?) {
    self.digest = digest
    self.identifiers = identifiers
    self.converter = converter
    place = digest.metadata.anchor
    xml = XMLWriter()
  }

  mutating func writeArticle() {
    startArticle(language: language)
    at(digest.metadata.anchor) { $0.writeFront() }
    writeBody()
    writeBack()
    xml.end()
  }

  mutating func startArticle(language: String) {
    xml.start("article")
    xml.attribute("article-type", "review-article")
    xml.attribute("dtd-version", "1.3")
    xml.attribute("xml:lang", language)
    xml.attribute("xmlns:xlink", "http://www.w3.org/1999/xlink")
  }

  /// Never empty (rule J1); `und` is BCP 47's word for a language that is not known. What is not a tag by the schema type
  /// `language` goes to `custom-meta`.
  var language: String { Self.language(of: digest) }

  static func language(of digest: Digest) -> String {
    guard let language = digest.metadata.language else { return "und" }
    let subtags = language.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    let isTag =
      subtags.allSatisfy { (1...8).contains($0.count) && $0.allSatisfy(\.isAlphanumeric) }
      && subtags[0].allSatisfy(\.isLetter)
    return isTag ? language : "und"
  }

  mutating func write(plain text: String, at anchor: SourceAnchor? = nil) {
    let before = xml.replacedCharacters
    xml.text(text)
    if xml.replacedCharacters > before { reportCharacters(since: before, at: anchor) }
  }

  /// What XML forbids (rule J6) is reported with the place it came from.
  mutating func reportCharacters(since before: Int, at anchor: SourceAnchor?) {
    reported = xml.replacedCharacters
    let count = xml.replacedCharacters - before
    let what = count == 1 ? "1 character that XML forbids is" : "\(count) characters that XML forbids are"
    losses.record(.characters, .degraded, "\(what) replaced by U+FFFD", at: anchor ?? place)
  }

  /// Writes what has no places of its own, and reports what XML forbids in attributes, too.
  mutating func at(_ anchor: SourceAnchor, _ body: (inout JATSWriter) -> Void) {
    place = anchor
    body(&self)
    if xml.replacedCharacters > reported { reportCharacters(since: reported, at: anchor) }
    place = digest.metadata.anchor
  }

  /// An element with nothing but text.
  mutating func element(_ name: StaticString, _ text: String, at anchor: SourceAnchor? = nil) {
    xml.start(name, .mixed)
    write(plain: text, at: anchor)
    xml.end()
  }
}

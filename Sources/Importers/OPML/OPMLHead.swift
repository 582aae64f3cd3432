import DigestDiagnostics
import DigestModel
import DigestText

/// The head of an OPML file.
struct OPMLHead {
  struct Element {
    /// In lower case for those of OPML, without prefix for ours, with it for others.
    var name: String
    var isOurs: Bool
    var text: String
    /// Of its content.
    var range: SourceRange
    /// The values of the front matter in a file of ours.
    var fields: [ExtraField] = []
  }

  var elements: [Element] = []

  /// Whether texts and notes are HTML, as far as the file says so.
  var saysHTML: Bool { own("text") == "html" }

  private func own(_ name: String) -> String? { elements.first { $0.isOurs && $0.name == name }?.text }

  /// - Parameter isOurs: whether the file was written by our exporter.
  func metadata(_ file: RecordFile, isOurs: Bool, anchor: SourceAnchor) -> Digest.Metadata {
    var metadata = Digest.Metadata(anchor: anchor)
    var source: (name: String, sha256: String) = ("", "")
    for element in elements {
      switch (element.isOurs, element.name) {
      case (false, "title"):
        let text = isOurs ? element.text : element.text.trimmed
        if !text.isBlankText, !isOurs || own("title") != nil || text != titleOfUntitled {
          metadata.title = RichText(characters: text, anchor: file.anchor(at: element.range))
        }
      case (true, "language"): metadata.language = element.text
      case (true, "period"): metadata.period = YearMonth(element.text)
      case (true, "source"): source.name = element.text
      case (true, "sha256"): source.sha256 = element.text
      case (true, "metadata"): metadata.extra += element.fields
      case (true, _): break
      // What our exporter writes into every file.
      case (false, "datecreated") where isOurs: break
      case (false, "docs") where element.text.hasSuffix("opml.org/spec2.opml"): break
      default: read(element, file, into: &metadata)
      }
    }
    if !source.name.isEmpty || !source.sha256.isEmpty {
      metadata.source = Digest.Source(name: source.name, sha256: source.sha256)
    }
    return metadata
  }

  /// What our exporter writes where a digest has no title.
  private var titleOfUntitled: String { own("period").map { "Digest \($0)" } ?? own("source") ?? "Digest" }

  /// What the model has no word for.
  private func read(_ element: Element, _ file: RecordFile, into metadata: inout Digest.Metadata) {
    let text = element.text.trimmed
    guard !text.isEmpty else { return }
    let name = Self.names[element.name] ?? element.name
    if element.name == "datecreated" || element.name == "datemodified" {
      // The first instant of a month is how a plain outline of ours says the month.
      if element.name == "datecreated", let month = Self.month(beginningAt: text) {
        metadata.period = month
        return
      }
      if DateReader.read(text) == nil {
        file.report(
          Diagnostic(
            OPMLDiagnostics.badDate, "\(name) is \(quoted(text)), expected a date",
            at: file.location(element.range)))
      }
    }
    metadata.extra.append(
      ExtraField(key: name, value: .string(text), anchor: file.anchor(at: element.range)))
  }

  /// `Sun, 01 Sep 2024 00:00:00 GMT`
  private static func month(beginningAt text: String) -> YearMonth? {
    let words = text.split(separator: " ")
    guard words.count == 6, words[1] == "01", words[4] == "00:00:00", words[5] == "GMT",
      let date = DateReader.read(text)?.date.start, let month = date.month
    else { return nil }
    return YearMonth(year: date.year, month: month)
  }

  /// Elements of OPML 2.0 as it spells them.
  private static let names = [
    "datecreated": "dateCreated", "datemodified": "dateModified", "ownername": "ownerName",
    "owneremail": "ownerEmail", "ownerid": "ownerId", "expansionstate": "expansionState",
    "vertscrollstate": "vertScrollState", "windowtop": "windowTop", "windowleft": "windowLeft",
    "windowbottom": "windowBottom", "windowright": "windowRight",
  ]
}

import DigestModel
import DigestText

/// What the digests say of a paper, as HTML: a paragraph for each remark. Text of a digest never becomes markup.
struct RemarksHTML {
  /// Empty where nothing is said.
  private(set) var html = ""

  /// - Parameter links: those that stand after the remarks.
  init(_ record: BibliographicRecord, links: [Paper.Link] = []) {
    for appearance in record.appearances { add(appearance.escapedForHTML, label: nil) }
    if record.appearances.isEmpty, let rank = record.rank { add("Rank \(rank)", label: nil) }
    for remark in record.remarks {
      add(remark.text.escapedForHTML.replacing("\n", with: "<br/>"), label: remark.label)
    }
    for link in links {
      let address = link.url.escapedForHTML
      let words = LinkAddress.isAllowed(link.url) ? "<a href=\"\(address)\">\(address)</a>" : address
      add(words, label: BibliographyLinks.label(of: link.kind))
    }
  }

  private mutating func add(_ html: String, label: String?) {
    if !self.html.isEmpty { self.html += "\n" }
    self.html += "<p>"
    if let label { self.html += "<strong>\(label.escapedForHTML):</strong> " }
    self.html += html
    self.html += "</p>"
  }
}

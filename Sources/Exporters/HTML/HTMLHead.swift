import DigestModel
import DigestSyntax

// What stands before the text of a page.
extension HTMLWriter {
  mutating func writeHead(_ title: String) {
    newLine()
    start("head")
    start("meta")
    xml.attribute("charset", "utf-8")
    xml.end()
    meta("generator", converter ?? "digest-convert")
    start("meta")
    xml.attribute("http-equiv", "Content-Security-Policy")
    xml.attribute("content", PageFiles.policy)
    xml.end()
    meta("viewport", "width=device-width, initial-scale=1")
    // A site that somebody goes to is not told where the page lies.
    meta("referrer", "no-referrer")
    element("title", title)
    writeCitation(title)
    start("style")
    xml.verbatim(PageFiles.style)
    xml.end()
    xml.end()
  }

  mutating func writeScript() {
    newLine()
    start("script")
    xml.verbatim(PageFiles.script)
    xml.end()
  }

  private mutating func meta(_ name: String, _ content: String) {
    start("meta")
    xml.attribute("name", name)
    xml.attribute("content", content)
    xml.end()
  }

  /// The page itself, for who cites it. Its papers have context objects (rule H5).
  private mutating func writeCitation(_ title: String) {
    meta("citation_title", title)
    if language.tag != "und", language.tag != "mul" { meta("citation_language", language.tag) }
    let matter = JATSFrontMatter(digest.metadata.extra)
    for author in matter.authors { meta("citation_author", author.name.sortText) }
    if let date = matter.date?.description ?? digest.metadata.period?.description {
      meta("citation_publication_date", date.replacingAll("-", with: "/"))
    }
    if let publisher = matter.publisher { meta("citation_publisher", publisher.name) }
    if let doi = matter.doi { meta("citation_doi", doi) }
    reportCharacters(at: digest.metadata.anchor)
  }
}

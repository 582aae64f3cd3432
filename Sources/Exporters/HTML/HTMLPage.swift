import DigestModel
import DigestSyntax

// The page as a whole.
extension HTMLWriter {
  /// One digest.
  mutating func writePage() {
    begin(0)
    let title = digest.metadata.title?.plainText ?? madeTitle
    startPage(title)
    writeHeader(digest.metadata.title, title, papers: digest.papers.count)
    let names = digest.sections.indices.map { (id: "s\($0 + 1)", name: name(of: digest.sections[$0])) }
    writeContents(names + (digest.papers.isEmpty ? [] : [(id: "papers", name: words.papers)]))
    writeBar()
    startMain()
    write(digest.metadata.preamble)
    writeTopicPlot(digest.papers)
    writeSections(prefix: "")
    writePapers(digest.papers)
    xml.end()
    writeFooter { $0.writeAbout() }
    endPage()
  }

  /// Several digests: a box for each month, then each paper once.
  mutating func writePage(of collection: DigestCollection) {
    let labels = collection.labels
    let title = collection.title
    startPage(title)
    writeHeader(nil, title, papers: collection.papers.count)
    writeContents(
      labels.enumerated().map { (id: "d\($0 + 1)", name: $1) }
        + (collection.papers.isEmpty ? [] : [(id: "papers", name: words.papers)]))
    writeBar()
    startMain()
    writeMonthPlot(collection)
    writeTopicPlot(collection.papers.map(\.paper))
    for number in collection.digests.indices {
      begin(number)
      writeBox(labels[number], isOpen: number == collection.digests.count - 1)
    }
    digest = Digest()
    level = 2
    writePapers(collection.papers.map(\.paper), labels: labels)
    xml.end()
    writeFooter { _ in }
    endPage()
  }

  /// One of several digests. The last is open.
  private mutating func writeBox(_ label: String, isOpen: Bool) {
    newLine()
    start("details", class: "d", id: "d\(number + 1)")
    if isOpen { xml.attribute("open", "") }
    let outer = textLanguage
    textLanguage = HTMLLanguage(digest)
    if textLanguage != outer {
      xml.attribute("lang", textLanguage.tag)
      xml.attribute("xml:lang", textLanguage.tag)
      xml.attribute("dir", textLanguage.direction)
    }
    start("summary")
    element("h2", label)
    element("span", class: "n", String(digest.papers.count))
    xml.end()
    if let title = digest.metadata.title, title.plainText != label { element("p", class: "m", title) }
    level = 3
    write(digest.metadata.preamble)
    writeSections(prefix: "d\(number + 1)-")
    writeAbout()
    xml.end()
    textLanguage = outer
  }

  private var madeTitle: String {
    if let period = digest.metadata.period { return "Digest \(period)" }
    if let source = digest.metadata.source, source.name.hasWords { return source.name }
    return "Digest"
  }

  // MARK: Parts

  private mutating func startPage(_ title: String) {
    start("html")
    xml.attribute("xmlns", "http://www.w3.org/1999/xhtml")
    xml.attribute("lang", language.tag)
    xml.attribute("xml:lang", language.tag)
    xml.attribute("dir", language.direction)
    writeHead(title)
    newLine()
    start("body")
    start("a", class: "s")
    markWords()
    xml.attribute("href", "#text")
    xml.text(words.skip)
    xml.end()
  }

  /// The script stands after what it works on.
  private mutating func endPage() {
    writeScript()
    newLine()
    xml.end()
    newLine()
    xml.end()
  }

  private mutating func writeHeader(_ title: RichText?, _ made: String, papers: Int) {
    newLine()
    start("header")
    start("h1")
    if let title { write(title) } else { write(plain: made) }
    xml.end()
    start("p", class: "m")
    if let period = digest.metadata.period { xml.text("\(period) · ") }
    if digests.count > 1 { xml.text("\(digests.count) × Digest · ") }
    start("span")
    markWords()
    xml.text("\(words.papers): \(papers)")
    xml.end()
    xml.end()
    xml.end()
  }

  private mutating func writeContents(_ parts: [(id: String, name: String)]) {
    newLine()
    start("nav")
    xml.attribute("aria-label", words.contents)
    start("ul")
    for part in parts {
      start("li")
      link(to: "#\(part.id)", part.name)
      xml.end()
    }
    xml.end()
    xml.end()
  }

  private mutating func startMain() {
    newLine()
    start("main", id: "text")
  }

  private mutating func writeFooter(_ body: (inout HTMLWriter) -> Void) {
    newLine()
    start("footer")
    body(&self)
    if let converter { element("p", converter) }
    xml.end()
    newLine()
  }

  /// What the digest says of itself.
  private mutating func writeAbout() {
    let metadata = digest.metadata
    var rows: [(key: String, text: String, anchor: SourceAnchor)] = []
    if let language = metadata.language { rows.append(("Language", language, metadata.anchor)) }
    if let source = metadata.source {
      rows.append(("Source", source.name, metadata.anchor))
      rows.append(("SHA-256", source.sha256, metadata.anchor))
    }
    for field in metadata.extra {
      for leaf in field.value.leaves(at: field.key) { rows.append((leaf.key, leaf.text, field.anchor)) }
    }
    guard !rows.isEmpty else { return }
    start("dl")
    for row in rows { writeRow(row.key, row.text, at: row.anchor) }
    xml.end()
  }

  /// A term and what is said of it.
  mutating func writeRow(_ term: String, _ text: String, at anchor: SourceAnchor) {
    element("dt", term, at: anchor)
    element("dd", text, at: anchor)
  }

  // MARK: The bar

  /// For the script, which shows it.
  private mutating func writeBar() {
    newLine()
    start("div", id: "bar")
    markWords()
    xml.attribute("role", "search")
    xml.attribute("hidden", "")
    start("input", id: "find")
    xml.attribute("type", "search")
    xml.attribute("placeholder", words.search)
    xml.attribute("aria-label", words.search)
    xml.end()
    start("output", id: "count")
    xml.attribute("data-none", words.nothing)
    xml.end()
    writeSelect("topic", words.topics, [("", words.topics)])
    writeSelect("month", words.months, [("", words.months)])
    for (id, name) in [("fold", words.fold), ("unfold", words.unfold)] {
      start("button", id: id)
      xml.attribute("type", "button")
      xml.text(name)
      xml.end()
    }
    xml.end()
  }

  /// For the script, too.
  mutating func writeOrder() {
    writeSelect(
      "order", words.order,
      [("", words.asWritten), ("title", words.byTitle), ("date", words.byDate), ("named", words.byPlaces)],
      isHidden: true)
  }

  private mutating func writeSelect(
    _ id: String, _ name: String, _ options: [(value: String, name: String)], isHidden: Bool = false
  ) {
    start("select", id: id)
    if isHidden {
      markWords()
      xml.attribute("hidden", "")
    }
    xml.attribute("aria-label", name)
    for option in options {
      start("option")
      xml.attribute("value", option.value)
      xml.text(option.name)
      xml.end()
    }
    xml.end()
  }
}

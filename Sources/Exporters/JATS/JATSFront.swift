import DigestModel
import DigestSyntax

// `front`: what is known of the whole digest, in the order of rule J2.
extension JATSWriter {
  mutating func writeFront() {
    let matter = JATSFrontMatter(digest.metadata.extra)
    xml.start("front")
    writePublisher(matter)
    xml.start("article-meta")
    if let doi = matter.doi {
      xml.start("article-id", .mixed)
      xml.attribute("pub-id-type", "doi")
      write(plain: doi)
      xml.end()
    }
    xml.start("title-group")
    writeTitle()
    xml.end()
    writeAuthors(matter.authors)
    writePublicationDates(matter.date)
    writePermissions(matter)
    writeAbstract()
    writeTopicKeywords(topicLabels)
    writeCustomMeta(matter.rest)
    xml.end()
    xml.end()
  }

  /// An article must have a title: without one, the period or the source's name says which digest it is.
  private mutating func writeTitle() {
    if let title = digest.metadata.title, title.hasText {
      element("article-title", title, in: .title)
    } else {
      element("article-title", madeTitle)
    }
  }

  var madeTitle: String {
    if let period = digest.metadata.period { return "Digest \(period)" }
    if let source = digest.metadata.source, source.name.hasWords { return source.name }
    return "Digest"
  }

  /// In `journal-meta`: `article-meta` has no publisher.
  private mutating func writePublisher(_ matter: JATSFrontMatter) {
    guard let publisher = matter.publisher else { return }
    xml.start("journal-meta")
    xml.start("publisher")
    element("publisher-name", publisher.name)
    if let place = publisher.place { element("publisher-loc", place) }
    xml.end()
    xml.end()
  }

  mutating func writeAuthors(_ authors: [JATSAuthor]) {
    guard !authors.isEmpty else { return }
    xml.start("contrib-group")
    for author in authors {
      xml.start("contrib")
      xml.attribute("contrib-type", "author")
      if let orcid = author.orcid {
        xml.start("contrib-id", .mixed)
        xml.attribute("contrib-id-type", "orcid")
        write(plain: orcid)
        xml.end()
      }
      write(author.name)
      for affiliation in author.affiliations { element("aff", affiliation) }
      if let email = author.email { element("email", email) }
      xml.end()
    }
    xml.end()
  }

  /// The month that the digest is about, and the day of its own.
  private mutating func writePublicationDates(_ date: PartialDate?) {
    if let period = digest.metadata.period { writePublicationDate(PartialDate(period), "collection") }
    if let date { writePublicationDate(date, "pub") }
  }

  mutating func writePublicationDate(_ date: PartialDate, _ type: String) {
    xml.start("pub-date")
    xml.attribute("publication-format", "electronic")
    xml.attribute("date-type", type)
    xml.attribute("iso-8601-date", date.description)
    if let day = date.dayText { xml.element("day", day) }
    if let month = date.monthText { xml.element("month", month) }
    xml.element("year", date.yearText)
    xml.end()
  }

  mutating func writePermissions(_ matter: JATSFrontMatter) {
    guard matter.copyright != nil || matter.license != nil else { return }
    xml.start("permissions")
    if let copyright = matter.copyright { element("copyright-statement", copyright) }
    if let license = matter.license {
      xml.start("license")
      if let address = license.address { xml.attribute("xlink:href", address) }
      element("license-p", license.text)
      xml.end()
    }
    xml.end()
  }

  /// What stands before the first section says what the digest is.
  private mutating func writeAbstract() {
    guard digest.metadata.preamble.contains(where: \.hasContent) else { return }
    xml.start("abstract")
    for block in digest.metadata.preamble { write(block, in: .paragraphs) }
    xml.end()
  }

  /// Plain text: the labels stand in the body with their markup, and `kwd` of the Publishing tag set holds no links.
  var topicLabels: [String] {
    var labels: [String] = []
    var seen: Set<String> = []
    for section in digest.sections where section.kind == .topicTree {
      for case .topic(let topic) in section.entries where topic.label.hasText {
        let label = topic.label.plainText
        if seen.insert(label).inserted { labels.append(label) }
      }
    }
    return labels
  }

  mutating func writeTopicKeywords(_ labels: [String]) {
    guard !labels.isEmpty else { return }
    xml.start("kwd-group")
    xml.attribute("kwd-group-type", "topics")
    for label in labels { element("kwd", label) }
    xml.end()
  }

  /// What JATS has no element for. `specific-use` says whose word the name is: ours, or a key of the source.
  private mutating func writeCustomMeta(_ extra: [ExtraField]) {
    let metadata = digest.metadata
    let hasLanguage = metadata.language.hasWords && language == "und"
    guard hasLanguage || metadata.source != nil || !extra.isEmpty || converter != nil else { return }
    xml.start("custom-meta-group")
    if let converter { writeMeta("converter", converter, "digest") }
    writeCustomMeta(extra, JATSMetaUse())
    xml.end()
  }

  /// What there is of the digest that is being written.
  mutating func writeCustomMeta(_ extra: [ExtraField], _ use: JATSMetaUse) {
    let metadata = digest.metadata
    if metadata.language.hasWords, language == "und", let language = metadata.language {
      writeMeta("language", language, use.digest)
    }
    if let source = metadata.source {
      writeMeta("source-name", source.name, use.digest)
      writeMeta("source-sha256", source.sha256, use.digest)
    }
    for field in extra {
      let data = JATSData(field.value)
      writeMeta(field.key, data.text, data.isJSON ? use.extraJSON : use.extra)
    }
  }

  mutating func writeMeta(_ name: String, _ value: String, _ use: String) {
    xml.start("custom-meta")
    xml.attribute("specific-use", use)
    element("meta-name", name.hasWords ? name : "_")
    element("meta-value", value)
    xml.end()
  }
}

/// Whose word the name of a `custom-meta` is: ours, or a key of the source; in an article of several digests also of
/// which digest.
struct JATSMetaUse {
  var digest = "digest"
  var extra = "extra"
  var extraJSON = "extra-json"

  init() {}

  /// - Parameter id: that of the digest's section.
  init(ofSection id: String) { (digest, extra, extraJSON) = (id, "\(id)-extra", "\(id)-extra-json") }
}

import DigestModel
import DigestSyntax

// `front`: what is known of the whole digest, in the order of rule J2.
extension JATSWriter {
  mutating func writeFront() {
    xml.start("front")
    xml.start("article-meta")
    xml.start("title-group")
    writeTitle()
    xml.end()
    writePublicationDate()
    writeAbstract()
    writeTopicKeywords()
    writeCustomMeta()
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

  private mutating func writePublicationDate() {
    guard let period = digest.metadata.period else { return }
    xml.start("pub-date")
    xml.attribute("publication-format", "electronic")
    xml.attribute("date-type", "collection")
    xml.attribute("iso-8601-date", period.description)
    xml.element("month", String(period.description.suffix(2)))
    xml.element("year", String(period.year))
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
  private mutating func writeTopicKeywords() {
    var labels: [String] = []
    var seen: Set<String> = []
    for section in digest.sections where section.kind == .topicTree {
      for case .topic(let topic) in section.entries where topic.label.hasText {
        let label = topic.label.plainText
        if seen.insert(label).inserted { labels.append(label) }
      }
    }
    guard !labels.isEmpty else { return }
    xml.start("kwd-group")
    xml.attribute("kwd-group-type", "topics")
    for label in labels { element("kwd", label) }
    xml.end()
  }

  /// What JATS has no element for. `specific-use` says whose word the name is: ours, or a key of the source.
  private mutating func writeCustomMeta() {
    let metadata = digest.metadata
    let hasLanguage = metadata.language.hasWords && language == "und"
    guard hasLanguage || metadata.source != nil || !metadata.extra.isEmpty else { return }
    xml.start("custom-meta-group")
    if hasLanguage, let language = metadata.language { writeMeta("language", language, "digest") }
    if let source = metadata.source {
      writeMeta("source-name", source.name, "digest")
      writeMeta("source-sha256", source.sha256, "digest")
    }
    for field in metadata.extra {
      let data = JATSData(field.value)
      writeMeta(field.key, data.text, data.isJSON ? "extra-json" : "extra")
    }
    xml.end()
  }

  private mutating func writeMeta(_ name: String, _ value: String, _ use: String) {
    xml.start("custom-meta")
    xml.attribute("specific-use", use)
    element("meta-name", name.hasWords ? name : "_")
    element("meta-value", value)
    xml.end()
  }
}

import DigestModel
import Syntax

// `front`: what is known of the whole digest, in the order of J2.
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
    for block in digest.metadata.preamble { write(block, in: .blocks) }
    xml.end()
  }

  private mutating func writeTopicKeywords() {
    var labels: [RichText] = []
    for section in digest.sections where section.kind == .topicTree {
      for case .topic(let topic) in section.entries where topic.label.hasText && !labels.contains(topic.label)
      {
        labels.append(topic.label)
      }
    }
    guard !labels.isEmpty else { return }
    xml.start("kwd-group")
    xml.attribute("kwd-group-type", "topics")
    for label in labels { element("kwd", label, in: .title) }
    xml.end()
  }

  private mutating func writeCustomMeta() {
    var fields: [(name: String, value: String)] = []
    if let source = digest.metadata.source {
      fields.append(("source-name", source.name))
      fields.append(("source-sha256", source.sha256))
    }
    for field in digest.metadata.extra { JATSWriter.flatten(field.value, as: field.key, into: &fields) }
    fields.removeAll { !$0.name.hasWords }
    guard !fields.isEmpty else { return }
    xml.start("custom-meta-group")
    for field in fields {
      xml.start("custom-meta")
      element("meta-name", field.name)
      element("meta-value", field.value)
      xml.end()
    }
    xml.end()
  }

  /// Plain data as pairs: members of a mapping are `key.member`, elements of a sequence repeat the key.
  static func flatten(_ value: DataValue, as key: String, into fields: inout [(name: String, value: String)])
  {
    switch value {
    case .null: fields.append((key, ""))
    case .bool(let bool): fields.append((key, bool ? "true" : "false"))
    case .number(let text), .string(let text): fields.append((key, text))
    case .sequence(let values): for value in values { flatten(value, as: key, into: &fields) }
    case .mapping(let members):
      for member in members { flatten(member.value, as: "\(key).\(member.key)", into: &fields) }
    }
  }
}

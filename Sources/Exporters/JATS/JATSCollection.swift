import DigestModel
import DigestSyntax

// Several digests as one article: a section for each, with what its metadata has elements for in `sec-meta` and the
// rest in `custom-meta` under the `id` of the section.
extension JATSWriter {
  mutating func writeArticle(of collection: DigestCollection) {
    let sections = zip(collection.digests.indices, collection.labels).map { number, label in
      (id: "digest-\(number + 1)", label: label.hasWords ? label : "digest \(number + 1)")
    }
    let languages = collection.digests.map(Self.language)
    let language = Self.language(ofAll: languages)
    startArticle(language: language)
    writeFront(of: collection, sections.map(\.id))
    if !collection.digests.isEmpty {
      xml.start("body")
      for (number, digest) in collection.digests.enumerated() {
        begin(digest)
        writeSection(sections[number].id, languages[number] == language ? nil : languages[number])
      }
      xml.end()
    }
    begin(Digest())
    writeBack(of: collection, sections)
    xml.end()
  }

  private mutating func begin(_ digest: Digest) {
    self.digest = digest
    place = digest.metadata.anchor
    identifiers.begin(digest)
  }

  /// BCP 47's words for several languages and for none that is known.
  private static func language(ofAll languages: [String]) -> String {
    guard let first = languages.first else { return "und" }
    return languages.allSatisfy { $0 == first } ? first : "mul"
  }

  // MARK: - Front

  private mutating func writeFront(of collection: DigestCollection, _ sections: [String]) {
    xml.start("front")
    xml.start("article-meta")
    xml.start("title-group")
    element("article-title", collection.title)
    xml.end()
    var last: YearMonth?
    for period in collection.digests.compactMap(\.metadata.period) where period != last {
      writePublicationDate(PartialDate(period), "collection")
      last = period
    }
    xml.start("custom-meta-group")
    if let converter { writeMeta("converter", converter, "digest") }
    writeMeta("digests", String(collection.digests.count), "digest")
    for (digest, id) in zip(collection.digests, sections) {
      begin(digest)
      at(digest.metadata.anchor) { $0.writeMeta(of: id) }
    }
    xml.end()
    xml.end()
    xml.end()
  }

  private mutating func writeMeta(of section: String) {
    let use = JATSMetaUse(ofSection: section)
    if let period = digest.metadata.period { writeMeta("period", period.description, use.digest) }
    writeCustomMeta(JATSFrontMatter(digest.metadata.extra, hasPublication: false).rest, use)
  }

  // MARK: - Section

  /// What stands before the sections of the digest stands before their elements.
  /// - Parameter language: `nil` where it is that of the article.
  private mutating func writeSection(_ id: String, _ language: String?) {
    startSection(id, "digest")
    if let language { xml.attribute("xml:lang", language) }
    at(digest.metadata.anchor) { $0.writeSectionMeta() }
    if let period = digest.metadata.period, digest.metadata.title.hasText {
      element("label", period.description)
    }
    writeTitle(digest.metadata.title, orElse: nil)
    write(digest.metadata.preamble, in: .blocks)
    writeSections("\(id)-")
    xml.end()
  }

  private mutating func writeSectionMeta() {
    let matter = JATSFrontMatter(digest.metadata.extra, hasPublication: false)
    let labels = topicLabels
    guard
      matter.doi != nil || !matter.authors.isEmpty || !labels.isEmpty || matter.copyright != nil
        || matter.license != nil
    else { return }
    xml.start("sec-meta")
    if let doi = matter.doi {
      xml.start("object-id", .mixed)
      xml.attribute("pub-id-type", "doi")
      write(plain: doi)
      xml.end()
    }
    writeAuthors(matter.authors)
    writeTopicKeywords(labels)
    writePermissions(matter)
    xml.end()
  }
}

import DigestModel
import DigestSyntax
import DigestText

// `back`: one reference a paper, with what is known and nothing else (rule J5).
extension JATSWriter {
  mutating func writeBack() {
    guard !digest.papers.isEmpty || !identifiers.unindexed.isEmpty else { return }
    xml.start("back")
    xml.start("ref-list")
    for paper in digest.papers {
      at(paper.anchor) { $0.writeReference(paper) }
    }
    for id in identifiers.unindexed { writeReference(Paper(id: id, month: id.month)) }
    xml.end()
    xml.end()
  }

  private mutating func writeReference(_ paper: Paper) {
    xml.start("ref")
    xml.attribute("id", identifiers.reference(paper.id))
    xml.start("element-citation")
    xml.attribute("publication-type", PublicationForm.form(of: paper.publicationType).jats)
    writeAuthors(paper.record[.author])
    writeTitle(paper)
    writeSource(paper)
    writeDate(paper)
    writeIdentifiers(paper)
    writeNotes(paper)
    xml.end()
    xml.end()
  }

  private mutating func writeAuthors(_ group: ContributorGroup) {
    let names = group.names.filter { $0.displayText.hasWords }
    guard !names.isEmpty else { return }
    xml.start("person-group")
    xml.attribute("person-group-type", "author")
    for name in names {
      guard let person = name.person else {
        element("collab", name.displayText)
        continue
      }
      xml.start("name")
      if person.familyWithParticles.hasWords { element("surname", person.familyWithParticles) }
      if let given = person.given, given.hasWords { element("given-names", given) }
      xml.end()
    }
    xml.end()
  }

  /// Rule B14: the title that a source gives, else the name that the digest uses for the paper, else the id of a
  /// preprint: JATS4R wants every preprint to have an `article-title`.
  private mutating func writeTitle(_ paper: Paper) {
    var names = paper.names.filter(\.hasWords)[...]
    if let title = paper.record.title, title.hasText {
      element("article-title", title, in: .plain)
    } else if let name = names.popFirst() {
      element("article-title", name)
    } else if paper.id.scheme == .arxiv {
      xml.element("article-title", paper.id.label)
    }
    for name in names {
      startNamed("paper-name")
      write(plain: name)
      xml.end()
    }
  }

  private mutating func writeSource(_ paper: Paper) {
    let venue = paper.record.container.flatMap { $0.hasWords ? $0 : nil }
    if paper.id.scheme == .arxiv {
      xml.element("source", "arXiv")
      if let venue {
        startNamed("venue")
        write(plain: venue)
        xml.end()
      }
    } else if let venue {
      element("source", venue)
    }
  }

  /// The date that a source gives, else the month that the id names (rule I6).
  private mutating func writeDate(_ paper: Paper) {
    guard let date = paper.record.date?.start ?? paper.month.map({ PartialDate($0) }) else { return }
    write(date)
  }

  private mutating func write(_ date: PartialDate) {
    xml.start("year", .mixed)
    xml.attribute("iso-8601-date", date.description)
    xml.text(date.yearText)
    xml.end()
    if let month = date.monthText { xml.element("month", month) }
    if let day = date.dayText { xml.element("day", day) }
  }

  private mutating func writeIdentifiers(_ paper: Paper) {
    // Rule I5: the version is an element of its own; `designator` is what machines read of it (JATS4R).
    if let version = paper.version {
      xml.start("version", .mixed)
      xml.attribute("designator", String(version))
      xml.text(String(version))
      xml.end()
    }
    if paper.id.scheme == .arxiv { writeIdentifier(paper.id.value, "arxiv") }
    let links = BibliographyLinks(paper)
    if let doi = links.doi, doi.hasWords { writeIdentifier(doi, "doi") }
    guard let url = links.url else { return }
    xml.start("ext-link", .mixed)
    xml.attribute("ext-link-type", "uri")
    xml.attribute("xlink:href", url)
    // JATS4R's accessibility recommendation: an address does not say what it leads to.
    if paper.id.scheme != .url { xml.attribute("xlink:title", paper.id.label) }
    write(plain: url)
    xml.end()
  }

  private mutating func writeIdentifier(_ id: String, _ type: String) {
    xml.start("pub-id", .mixed)
    xml.attribute("pub-id-type", type)
    write(plain: id)
    xml.end()
  }

  private mutating func writeNotes(_ paper: Paper) {
    // The identifier is `math/0309136`, whatever the class.
    if paper.id.subjectClass != nil, let archive = paper.id.archive {
      startNamed("archive")
      write(plain: archive)
      xml.end()
    }
    for tag in paper.record.keywords where tag.hasWords {
      startNamed("tag")
      write(plain: tag)
      xml.end()
    }
    for field in paper.record.extra {
      let data = JATSData(field.value)
      startNamed((data.isJSON ? "extra-json:" : "extra:") + field.key)
      write(plain: data.text)
      xml.end()
    }
    if let abstract = paper.record.abstract, abstract.hasText {
      xml.start("annotation")
      element("p", abstract, in: .paragraph)
      xml.end()
    }
  }
}

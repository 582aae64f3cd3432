import DigestModel
import DigestSyntax

// `back`: one reference a paper, with what is known and nothing else (rule J5).
//
// A reference is an `element-citation`, whose parts programs read. Stylesheets that show it without knowing the parts,
// as the official preview does, run them together: white space does not count between elements. So `x`, JATS's element
// for "generated text and punctuation", stands between them. A `mixed-citation` beside it would be shown as a second
// reference, and pandoc 3 finds neither in `citation-alternatives`.
extension JATSWriter {
  mutating func writeBack() {
    guard !digest.papers.isEmpty || !identifiers.unindexed.isEmpty else { return }
    xml.start("back")
    xml.start("ref-list")
    for paper in digest.papers {
      at(paper.anchor) { $0.writeReference(paper) }
    }
    endReferences()
  }

  /// One reference for each paper of any digest, with the digests that it is in.
  /// - Parameter sections: the ids of their sections and what each digest is called.
  mutating func writeBack(of collection: DigestCollection, _ sections: [(id: String, label: String)]) {
    guard !collection.papers.isEmpty || !identifiers.unindexed.isEmpty else { return }
    xml.start("back")
    xml.start("ref-list")
    for paper in collection.papers {
      var digests: [Int] = []
      // Two papers of one digest may be one where another digest says so.
      for appearance in paper.appearances where digests.last != appearance.digest {
        digests.append(appearance.digest)
      }
      at(paper.paper.anchor) { writer in
        writer.writeReference(paper.paper, in: digests.map { sections[$0] })
      }
    }
    endReferences()
  }

  private mutating func endReferences() {
    for id in identifiers.unindexed { writeReference(Paper(id: id, month: id.month)) }
    xml.end()
    xml.end()
  }

  private mutating func writeReference(_ paper: Paper, in sections: [(id: String, label: String)] = []) {
    let reference = JATSReference(paper)
    hasReferencePart = false
    xml.start("ref")
    xml.attribute("id", identifiers.reference(paper.id))
    xml.start("element-citation")
    xml.attribute("publication-type", reference.form.jats)
    // Otherwise it follows from what else is known of the paper.
    if paper.record.type != nil { xml.attribute("specific-use", "given-type") }
    write(paper.record[.author])
    writeTitles(reference)
    for group in paper.record.contributors where group.role != .author { write(group) }
    writePublication(reference)
    writeDate(paper)
    writeIdentifiers(paper)
    writeLinks(paper)
    writeNotes(reference)
    for (number, section) in sections.enumerated() {
      beginPart(number == 0 ? ". In " : ", ")
      xml.start("named-content", .mixed)
      xml.attribute("rid", section.id)
      xml.attribute("content-type", "digest")
      write(plain: section.label)
      xml.end()
    }
    writeAbstract(paper.record.abstract)
    xml.end()
    xml.end()
  }

  // MARK: Parts

  /// Begins a part of a reference: puts its separator between it and what stands before it.
  mutating func beginPart(_ separator: String = ". ") {
    if hasReferencePart { writeGenerated(separator) }
    hasReferencePart = true
  }

  /// Text that is there to be shown and says nothing; stylesheets drop white space alone.
  mutating func writeGenerated(_ text: String) { xml.element("x", text) }

  /// A part with nothing but text; nothing where it says nothing.
  mutating func part(_ name: StaticString, _ text: String?, after separator: String = ". ") {
    guard let text, text.hasWords else { return }
    beginPart(separator)
    element(name, text)
  }

  /// What JATS has no element for, under a name of ours.
  mutating func part(named type: String, _ text: String?, after separator: String = ". ") {
    guard let text, text.hasWords else { return }
    beginPart(separator)
    startNamed(type)
    write(plain: text)
    xml.end()
  }

  // MARK: People

  /// Those of a role, `etal` where there are more (rule J8).
  private mutating func write(_ group: ContributorGroup) {
    let names = group.names.filter { $0.displayText.hasWords }
    guard !names.isEmpty || group.hasMore else { return }
    beginPart()
    // White space counts in it: names are shown as they stand there.
    xml.start("person-group", .mixed)
    let type = group.role.personGroupType
    xml.attribute("person-group-type", type ?? "custom")
    if type == nil { xml.attribute("custom-type", group.role.rawValue) }
    for (index, name) in names.enumerated() {
      if index > 0 { writeGenerated(", ") }
      write(name)
    }
    if group.hasMore {
      writeGenerated(names.isEmpty ? "et al" : " et al")
      xml.start("etal")
      xml.end()
    }
    xml.end()
    if group.role != .author { writeGenerated(" (\(group.role.rawValue))") }
  }

  // MARK: Titles

  /// Rule B14: the title that a source gives, else the name that the digest uses for the paper, else the id of a
  /// preprint: JATS4R wants every preprint to have an `article-title`.
  private mutating func writeTitles(_ reference: JATSReference) {
    let paper = reference.paper
    let name = reference.titleElement
    var names = paper.names.filter(\.hasWords)[...]
    if let title = paper.record.title, title.hasText {
      beginPart()
      element(name, title, in: .plain)
    } else if let short = names.popFirst() {
      if paper.record.names.contains(short) {
        // No section says that this is a name and not the title.
        beginPart()
        xml.start(name, .mixed)
        startNamed("paper-name")
        write(plain: short)
        xml.end()
        xml.end()
      } else {
        part(name, short)
      }
    } else if paper.id.scheme == .arxiv {
      part(name, paper.id.label)
    }
    let title = paper.record.title?.plainText
    for name in names where name != title {
      part(named: "paper-name", name, after: " [")
      writeGenerated("]")
    }
    let others = [("short-title", paper.record.shortTitle), ("original-title", paper.record.originalTitle)]
    for (type, title) in others {
      guard let title, title.hasText else { continue }
      beginPart(" [")
      startNamed(type)
      write(title, in: .plain)
      xml.end()
      writeGenerated("]")
    }
  }

  // MARK: Date

  /// The date that a source gives, else the month that the id names (rule I6). What a year, month and day cannot say
  /// is there as EDTF, too.
  private mutating func writeDate(_ paper: Paper) {
    guard let date = paper.record.date ?? paper.month.map({ EDTFDate(PartialDate($0)) }) else { return }
    let start = date.start
    beginPart()
    xml.start("year", .mixed)
    xml.attribute("iso-8601-date", start.description)
    xml.text(start.yearText)
    xml.end()
    if let month = start.monthText { part("month", month, after: "-") }
    if let day = start.dayText { part("day", day, after: "-") }
    if let season = date.season { part("season", season.word, after: ", ") }
    if date.description != start.description {
      part(named: "date", date.description, after: " (")
      writeGenerated(")")
    }
  }

  // MARK: Abstract

  private mutating func writeAbstract(_ abstract: RichText?) {
    guard let abstract, abstract.hasText else { return }
    beginPart()
    xml.start("annotation")
    xml.attribute("content-type", "abstract")
    writeParagraphs(of: abstract)
    xml.end()
  }
}

extension ContributorRole {
  /// The `person-group-type` of the JATS tag library; `nil` for a role that it does not name.
  fileprivate var personGroupType: String? {
    switch self {
    case .author: "author"
    case .editor: "editor"
    case .translator: "translator"
    case .collectionEditor, .containerAuthor, .contributor, .reviewedAuthor: nil
    }
  }
}

extension EDTFDate.Season {
  fileprivate var word: String {
    switch self {
    case .spring: "spring"
    case .summer: "summer"
    case .autumn: "autumn"
    case .winter: "winter"
    }
  }
}

/// What is asked of a paper several times while its reference is written.
struct JATSReference {
  let paper: Paper
  let type: PublicationType
  let form: PublicationForm
  let venue: String?

  init(_ paper: Paper) {
    self.paper = paper
    type = paper.publicationType
    form = PublicationForm.form(of: type)
    venue = paper.venue
  }

  var isBook: Bool { form.jats == "book" || form.jats == "thesis" }

  /// Whether an element says its title, or what stands for it.
  var hasTitle: Bool {
    paper.record.title.hasText || paper.names.contains(where: \.hasWords) || paper.id.scheme == .arxiv
  }

  /// The element of its title. The title of a book is the `source` of its reference (JATS tag library, *source*), that
  /// of data and software a `data-title` (JATS4R).
  var titleElement: StaticString {
    switch type {
    case .book, .thesis: venue == nil ? "source" : "chapter-title"
    case .chapter, .encyclopediaEntry: "chapter-title"
    case .dataset, .software: "data-title"
    default: "article-title"
    }
  }
}

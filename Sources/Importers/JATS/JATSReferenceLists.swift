import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

/// Reads the references of articles into papers.
struct JATSReferenceLists {
  let file: RecordFile
  let reader: RecordListReader

  init(_ file: RecordFile) {
    self.file = file
    reader = RecordListReader(file, dialect: .markup)
    // Physics and chemistry cite without titles.
    reader.namesUntitled = true
  }

  /// The references in an element, in their order.
  func read(_ element: XMLNode) {
    let references = element.is("ref") ? [element] : element.descendants.filter { $0.is("ref") }
    for reference in references { read(reference: reference) }
    if references.isEmpty, JATSElements.citations.contains(element.localName) { read(element, key: nil) }
  }

  private func read(reference: XMLNode) {
    if !Self.remarks(in: reference).isEmpty { return }
    var citations = reference.elements.filter { JATSElements.citations.contains($0.localName) }
    // SciELO gives a reference as it is printed before the parts of the same: one paper.
    var printed: XMLNode?
    if citations.contains(where: { $0.is("element-citation") }) {
      printed = citations.first { Self.isPrinted($0) }
      citations.removeAll { Self.isPrinted($0) }
    }
    // Several in one reference have one key, which is then none of them.
    let key = citations.count == 1 ? reference["id"] : nil
    for citation in citations {
      read(citation, key: key, printed: printed)
      printed = nil
    }
    guard citations.isEmpty else { return }
    // `note`, or the parts of a citation without the element around them.
    let note = reference.first("note") ?? reference
    read(note, key: reference["id"])
  }

  /// The notes of a reference that cites nothing, as in lists that count remarks among the references.
  static func remarks(in reference: XMLNode) -> [XMLNode] {
    let notes = Array(reference.elements("note"))
    guard reference.is("ref"), reference.elements.allSatisfy({ $0.is("note") || $0.is("label") }) else {
      return []
    }
    let words = notes.map(JATSText.plain).joined(separator: " ")
    let hasYear = words.utf8.split { !$0.isDigit }.contains { $0.count == 4 }
    if hasYear || PaperIDScanner.only(in: words) != nil { return [] }
    let cites = notes.flatMap { Array($0.descendants) }.contains {
      JATSElements.citations.contains($0.localName) || links.contains($0.localName)
    }
    return cites ? [] : notes
  }

  private static let links: Set<String> = ["ext-link", "uri", "pub-id"]

  /// Whether a citation has no element for a title or a source: text, and marks and links in it.
  private static func isPrinted(_ citation: XMLNode) -> Bool {
    let parts: Set<String> = ["article-title", "chapter-title", "data-title", "part-title", "source"]
    return citation.is("mixed-citation") && !citation.descendants.contains { parts.contains($0.localName) }
  }

  /// - Parameter printed: the same as text, which is kept.
  private func read(_ citation: XMLNode, key: String?, printed: XMLNode? = nil) {
    var citation = citation
    if citation.is("citation-alternatives") {
      let forms = citation.elements.filter { JATSElements.citations.contains($0.localName) }
      guard let best = forms.first(where: { $0.is("element-citation") }) ?? forms.first else { return }
      citation = best
    }
    var members = JATSCitationReader.members(of: citation, key: key)
    if let printed {
      var text = JATSMembers()
      text.add(printed.localName, JATSText.plain(printed), at: printed)
      members += text.members
    }
    guard !members.isEmpty else { return }
    reader.read(members, at: LocatedNode(.mapping(members), range: citation.range), RecordGroup())
  }
}

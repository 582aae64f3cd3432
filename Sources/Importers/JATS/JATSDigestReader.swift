import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

/// Reads an article that this package wrote back into the digest that it was.
struct JATSDigestReader {
  private let root: XMLNode
  private let file: RecordFile
  private let references: [XMLNode]
  private let entries: JATSEntryReader

  init(_ root: XMLNode, _ file: RecordFile) {
    self.root = root
    self.file = file
    references = root.first("back", "ref-list")?.elements("ref") ?? []
    var papers: [String: PaperID] = [:]
    for reference in references {
      guard let name = reference["id"], let citation = reference.first("element-citation") else { continue }
      papers[name] = JATSReferenceIDs(citation, name).own
    }
    entries = JATSEntryReader(blocks: JATSBlocks(file: file, text: JATSText(spacing: .kept)), papers: papers)
  }

  /// Whether an article says that this package wrote it, or has the form of its articles and of no others.
  static func isOurs(_ root: XMLNode) -> Bool {
    guard root.is("article"), root["article-type"] == "review-article" else { return false }
    let meta = root.first("front", "article-meta", "custom-meta-group")
    if meta?.elements("custom-meta").contains(where: { $0["specific-use"] == "digest" }) == true {
      return true
    }
    guard root["dtd-version"] == "1.3", root.first("front", "journal-meta", "journal-title-group") == nil
    else {
      return false
    }
    let kinds = Set(Digest.Section.Kind.allCases.map { JATSWords.hyphenated($0.rawValue) })
    let hasSections =
      root.first("body")?.elements.allSatisfy {
        $0.is("sec") && $0["id"]?.hasPrefix("sec-") == true && kinds.contains($0["sec-type"] ?? "")
      } ?? true
    let hasReferences =
      root.first("back", "ref-list")?.elements.allSatisfy {
        $0["id"]?.hasPrefix("ref-") == true && $0.elements.allSatisfy { $0.is("element-citation") }
      } ?? true
    return hasSections && hasReferences
      && root.elements.allSatisfy { ["front", "body", "back"].contains($0.localName) }
  }

  /// At least one.
  func digests() -> [Digest] {
    let sections = JATSMetadataReader.isOfSeveral(root) ? root.first("body")?.elements("sec") ?? [] : []
    return sections.isEmpty ? [digest()] : digests(sections)
  }

  private func digest() -> Digest {
    var digest = Digest()
    digest.metadata = JATSMetadataReader(root, file, entries.blocks).metadata()
    let title = root.first("front", "article-meta", "title-group", "article-title")
    digest.sections = sections(of: root.first("body"), in: title)
    for (paper, _) in papers(named: JATSNamedPapers([digest])) { digest.papers.append(paper) }
    return digest
  }

  /// - Parameter title: of all sections.
  private func sections(of node: XMLNode?, in title: XMLNode?) -> [Digest.Section] {
    let title = title.map { entries.blocks.text.markdown($0) } ?? ""
    return node?.elements("sec").map { entries.section($0, in: title) } ?? []
  }

  // MARK: - Several digests

  private func digests(_ sections: [XMLNode]) -> [Digest] {
    let metadata = JATSMetadataReader(root, file, entries.blocks)
    var digests = sections.map { section in
      Digest(
        metadata: metadata.metadata(of: section),
        sections: self.sections(of: section, in: section.first("title")))
    }
    var numbers: [String: Int] = [:]
    for (number, section) in sections.enumerated() { section["id"].map { numbers[$0] = number } }
    let known = JATSNamedPapers(digests)
    for (paper, citation) in papers(named: known) {
      let places = citation.elements("named-content").compactMap { part in
        part["content-type"] == "digest" ? part["rid"].flatMap { numbers[$0] } : nil
      }
      for number in places {
        var own = paper
        // The reference has the newest version of all digests.
        if places.count > 1, known.isNamed(paper, in: number) { own.version = nil }
        digests[number].papers.append(own)
      }
    }
    return digests
  }

  // MARK: - References

  private func papers(named known: JATSNamedPapers) -> [(Paper, XMLNode)] {
    references.flatMap { reference in
      reference.elements("element-citation").compactMap { citation in
        let reader = JATSRecordReader(citation, of: reference["id"] ?? "", file)
        return reader.paper(names: { known.names[$0] ?? [] }).map { ($0, citation) }
      }
    }
  }
}

/// What the sections of digests say of papers. A name stands where a title would, so it is needed before the references
/// are read.
struct JATSNamedPapers {
  private(set) var names: [PaperID: [String]] = [:]
  private var papers: [Set<PaperID>] = []

  init(_ digests: [Digest]) {
    for var digest in digests {
      digest.normalise()
      papers.append(Set(digest.papers.map(\.id)))
      for paper in digest.papers { names[paper.id, default: []] += paper.names }
    }
  }

  func isNamed(_ paper: Paper, in digest: Int) -> Bool {
    papers[digest].contains(paper.id) || paper.record.identifiers.contains { papers[digest].contains($0) }
  }
}

/// Words of articles of ours.
enum JATSWords {
  /// `data-and-metrics` of `dataAndMetrics`.
  static func hyphenated(_ word: String) -> String {
    var text = ""
    for character in word {
      if character.isUppercase { text += "-" + character.lowercased() } else { text.append(character) }
    }
    return text
  }

  /// The case that an attribute names.
  static func value<Word: RawRepresentable & CaseIterable>(_ text: String?, _: Word.Type = Word.self) -> Word?
  where Word.RawValue == String {
    guard let text else { return nil }
    return Word.allCases.first { hyphenated($0.rawValue) == text || $0.rawValue == text }
  }
}

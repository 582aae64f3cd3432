import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

/// Reads articles of other programs: sections with their text, the references as papers.
struct JATSArticleReader {
  private let file: RecordFile
  private let blocks: JATSBlocks
  private let references: JATSReferenceLists
  private var digest = Digest()

  init(_ file: RecordFile) {
    self.file = file
    blocks = JATSBlocks(file: file, text: JATSText())
    references = JATSReferenceLists(file)
  }

  /// - Parameter root: an article, several, or a part of one.
  mutating func read(_ root: XMLNode) -> Digest {
    let articles = Self.articles(in: root)
    if articles.isEmpty {
      readPart(root)
    } else if articles.count == 1 {
      readOnly(articles[0])
    } else {
      for article in articles { readOneOfSeveral(article) }
    }
    digest.papers = references.reader.takePapers()
    if !references.reader.unreadable.isEmpty { digest.metadata.keepUnread(references.reader.unreadable) }
    references.reader.finish()
    return digest
  }

  /// The outermost articles: of a set, or the one there is.
  private static func articles(in root: XMLNode) -> [XMLNode] {
    if root.is("article") { return [root] }
    var articles: [XMLNode] = []
    var end = 0
    for node in root.descendants where node.is("article") && node.range.lower >= end {
      articles.append(node)
      end = node.range.upper
    }
    return articles
  }

  // MARK: - Articles

  private mutating func readOnly(_ article: XMLNode) {
    let front = JATSFront(article, file, blocks)
    digest.metadata = front.metadata()
    if front.hasID { readRecord(front) }
    references.read(article)
    readContent(of: article)
    // What is known of an article without a text and references is a record of it.
    if !front.hasID, references.reader.counts.read == 0, digest.sections.allSatisfy(\.entries.isEmpty) {
      readRecord(front)
    }
  }

  /// An article of a set is a section.
  private mutating func readOneOfSeveral(_ article: XMLNode) {
    let front = JATSFront(article, file, blocks)
    readRecord(front)
    references.read(article)
    readAsSection(article, front)
  }

  /// An article that has an id by which others know it is a paper like those that it cites.
  private func readRecord(_ front: JATSFront) {
    let members = front.record()
    guard members.contains(where: { $0.key != "type" }) else { return }
    references.reader.read(members, at: LocatedNode(.mapping(members), range: front.range), RecordGroup())
  }

  private mutating func readAsSection(_ article: XMLNode, _ front: JATSFront) {
    var content = front.abstracts()
    for part in article.elements where !JATSFront.names.contains(part.localName) {
      content += blocks.read(part.is("body") || part.is("back") ? Array(part.children) : [part], level: 3)
    }
    let title = front.title ?? JATSElements.titles[article.localName].map { RichText(plain: $0) }
    add(title ?? RichText(plain: ""), content, article)
  }

  // MARK: - Sections

  private mutating func readContent(of article: XMLNode) {
    for part in article.elements {
      switch part.localName {
      case "body", "article-body", "back": readSections(part)
      case "sub-article", "response": readAsSection(part, JATSFront(part, file, blocks))
      case let name where JATSFront.names.contains(name): break
      default: add(RichText(plain: ""), blocks.read([part]), part)
      }
    }
  }

  /// A section for each `sec`; what stands between them is one without a heading.
  private mutating func readSections(_ part: XMLNode) {
    var loose: [XMLNode] = []
    for node in part.children {
      let isSection =
        JATSElements.blocks[node.localName] == .section || JATSElements.titles[node.localName] != nil
      guard isSection else {
        loose.append(node)
        continue
      }
      addLoose(&loose, part)
      readSection(node)
    }
    addLoose(&loose, part)
  }

  private mutating func addLoose(_ nodes: inout [XMLNode], _ part: XMLNode) {
    let lists = nodes.filter { $0.is("ref-list") }
    add(RichText(plain: ""), blocks.read(nodes), nodes.first { !$0.isBlank } ?? part)
    for list in lists { readTexts(of: list) }
    nodes = []
  }

  /// Reference lists may have words of their own.
  private mutating func readTexts(of list: XMLNode) {
    let texts = list.elements.flatMap { (node) -> [XMLNode] in
      let remarks = JATSReferenceLists.remarks(in: node)
      if !remarks.isEmpty { return remarks.flatMap { Array($0.children) } }
      return ["ref", "ref-list", "title", "label"].contains(node.localName) ? [] : [node]
    }
    guard !texts.isEmpty else { return }
    add(
      list.first("title").map { blocks.text.rich($0, file) } ?? RichText(plain: ""), blocks.read(texts), list)
  }

  private mutating func readSection(_ node: XMLNode) {
    let title = JATSBlocks.title(of: node).map { blocks.text.rich($0, file) }
    let made = title == nil ? JATSElements.titles[node.localName].map { RichText(plain: $0) } : nil
    let label = node.first("label").map(JATSText.plain)
    add(
      title ?? made ?? RichText(plain: ""), blocks.read(blocks.rest(of: node), level: 3), node, label: label)
  }

  private mutating func add(
    _ heading: RichText, _ content: [Digest.Block], _ node: XMLNode, label: String? = nil
  ) {
    guard !heading.isEmpty || !content.isEmpty || label?.isEmpty == false else { return }
    digest.sections.append(
      Digest.Section(
        kind: .other, enumerator: label?.isEmpty == false ? label : nil, heading: heading,
        entries: content.map { .block($0) }, anchor: file.anchor(at: node.tagName)))
  }

  // MARK: - Parts of articles

  private mutating func readPart(_ root: XMLNode) {
    references.read(root)
    switch root.localName {
    case "front", "front-stub", "article-meta":
      let front = JATSFront(root, file, blocks)
      digest.metadata = front.metadata()
      readRecord(front)
    case "sub-article", "response": readAsSection(root, JATSFront(root, file, blocks))
    case "body", "article-body", "back": readSections(root)
    case "sec", "section", "app", "ack": readSection(root)
    case "ref-list": readTexts(of: root)
    case "ref": break
    case let name where JATSElements.citations.contains(name): break
    default: add(RichText(plain: ""), blocks.read([root]), root)
    }
  }
}

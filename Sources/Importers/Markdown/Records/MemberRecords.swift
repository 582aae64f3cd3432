import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

/// Makes records of papers that a Markdown file describes by members: in its front matter, in lines `key:: value`.
struct MemberRecords {
  private let context: MarkdownContext
  private let reader: RecordListReader

  init(_ context: MarkdownContext) {
    self.context = context
    reader = RecordListReader(MemberRecordContext(context), dialect: .own)
  }

  /// The paper that front matter is about, if it is about one. What it says stays in the metadata, too.
  /// - Parameter heading: the title of the document, which is the paper's where the front matter has none.
  func paper(of frontMatter: FrontMatter, heading: RichText?) -> [Paper] {
    var members = Self.ofNote(frontMatter.members).map(withoutLinks)
    guard isPaper(members) else { return [] }
    let range = SourceRange(frontMatter.range.lowerBound, frontMatter.range.upperBound)
    if let heading, let place = context.sourceMap.range(of: heading.anchor),
      !members.contains(where: { part(of: $0) == .title })
    {
      let title = LocatedScalar(.text, heading.markdown)
      members.insert(member("title", LocatedNode(.scalar(title), range: place)), at: 0)
    }
    reader.read(members, at: LocatedNode(.mapping(members), range: range), RecordGroup())
    reader.finish()
    return reader.takePapers()
  }

  /// Whether front matter is that of a note that `NotesExporter` wrote.
  static func isNote(_ frontMatter: FrontMatter) -> Bool {
    ["id", "alias", "checksum"].allSatisfy { key in frontMatter.members.contains { $0.key == key } }
  }

  /// Without what a note says for programs that read notes: its checksum, its name, the title among the other names.
  private static func ofNote(_ members: [LocatedMember]) -> [LocatedMember] {
    guard members.contains(where: { $0.key == "checksum" }) else { return members }
    let title = members.first { $0.key == "title" }?.value.text
    return members.compactMap { member in
      switch member.key {
      case "checksum", "alias", "archive": return nil
      case "aliases":
        guard case .sequence(let names) = member.value.content else { return member }
        let others = names.filter { $0.text != title }
        guard !others.isEmpty else { return nil }
        var copy = member
        copy.value.content = .sequence(others)
        return copy
      case "topics":
        guard case .sequence(let paths) = member.value.content else { return member }
        var copy = member
        copy.value.content = .sequence(paths.map(labels))
        return copy
      default: return member
      }
    }
  }

  /// `Vision > Video` as a path of labels: properties of notes are flat.
  private static func labels(ofPath node: LocatedNode) -> LocatedNode {
    guard let text = node.text else { return node }
    let labels = text.split(separator: " > ").map {
      LocatedNode(text: String($0), range: node.range)
    }
    return LocatedNode(.sequence(labels), range: node.range)
  }

  /// The papers that properties describe.
  func papers(of blocks: [PropertyBlock]) -> [Paper] {
    for block in blocks { read(block) }
    if !blocks.isEmpty { reader.finish() }
    return reader.takePapers()
  }

  /// Whether front matter names a paper: by an id, or by title, authors and where it was published or how it is cited. A
  /// page with a title, an author and a date is only a page.
  private func isPaper(_ members: [LocatedMember]) -> Bool {
    let evidence = Evidence(of: members, reader)
    return evidence.hasID || evidence.hasTitle && evidence.hasAuthors && members.contains(where: isCitable)
  }

  private func isCitable(_ member: LocatedMember) -> Bool {
    guard !member.value.isNothing, let part = part(of: member) else { return false }
    return part == .detail(.container) || part == .citationKey
  }

  private func part(of member: LocatedMember) -> RecordPart? {
    switch reader.keys.meaning(of: member.key) {
    case .field(let field), .both(let field, _): field.part
    case .container, .kept, .unknown: nil
    }
  }

  // MARK: - Properties

  private func read(_ block: PropertyBlock) {
    var members = block.members.map(withoutLinks)
    let ownID = members.contains { isID($0) }
    // Without a part of a record the lines are the author's own: `id::`, `collapsed::`, `status::`.
    guard ownID || block.ids.count == 1 && members.contains(where: isDescription) else { return }
    let hasTitle = members.contains { part(of: $0) == .title }
    if let title = block.title, ownID, !hasTitle, block.ids.isEmpty {
      members.insert(member("title", title), at: 0)
    }
    if block.ids.count == 1 { members.insert(member("arxiv", block.ids[0]), at: 0) }
    reader.read(members, at: LocatedNode(.mapping(members), range: block.range), RecordGroup())
  }

  private func member(_ key: String, _ value: LocatedNode) -> LocatedMember {
    LocatedMember(key: key, keyRange: value.range, value: value)
  }

  private func isID(_ member: LocatedMember) -> Bool {
    guard let text = member.value.text else { return false }
    switch part(of: member) {
    case .scheme: return PaperID(text) != nil || PaperID(identifier: text) != nil
    case .link(.landingPage), .link(.pdf), .addressOrTitle:
      return PaperID(text).map { $0.scheme != .url } == true
    default: return false
    }
  }

  private func isDescription(_ member: LocatedMember) -> Bool {
    switch part(of: member) {
    case .title, .contributors, .date, .year, .detail(.container), .abstract, .link, .citationKey: true
    default: false
    }
  }

  // MARK: - Links to pages

  /// A value without the marks that Obsidian and Logseq put around names and tags, `[[Ann Bee]], [[Cee Dee]]`, `#kites`;
  /// of a link that is an address, the address.
  private func withoutLinks(_ member: LocatedMember) -> LocatedMember {
    var member = member
    member.value = withoutLinks(member.value, part(of: member))
    return member
  }

  private func withoutLinks(_ node: LocatedNode, _ part: RecordPart?) -> LocatedNode {
    var node = node
    switch node.content {
    case .sequence(let items): node.content = .sequence(items.map { withoutLinks($0, part) })
    case .scalar(let scalar) where scalar.kind == .text:
      node.content = .scalar(LocatedScalar(.text, withoutLinks(scalar.text, part), isPlain: scalar.isPlain))
    case .scalar, .mapping: break
    }
    return node
  }

  private func withoutLinks(_ text: String, _ part: RecordPart?) -> String {
    switch part {
    case .link, .links, .scheme, .addressOrTitle:
      let inlines = text.utf8.first == UInt8(ascii: "[") ? RichText(markdown: text).inlines : []
      if inlines.count == 1, case .link(_, let address, _) = inlines[0] { return address }
      return text
    case .keywords, .categories, .topics:
      return PageLinks.removed(from: text).replacing("#", with: "")
    default: return PageLinks.removed(from: text)
    }
  }
}

/// `[[page]]` and `[[page|words]]`.
enum PageLinks {
  /// A text with the words of its links.
  static func removed(from text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "[")) else { return text }
    var result = ""
    var rest = text[...]
    while let open = rest.firstRange(of: "[["), let close = rest[open.upperBound...].firstRange(of: "]]") {
      result += rest[..<open.lowerBound]
      let link = rest[open.upperBound..<close.lowerBound]
      result += link.lastIndex(of: "|").map { link[link.index(after: $0)...] } ?? link
      rest = rest[close.upperBound...]
    }
    return result + rest
  }
}

/// A Markdown file as a source of records.
private final class MemberRecordContext: RecordContext {
  /// The front matter is YAML.
  let grammar: LocatedTree.Grammar? = .yaml
  let start = SourceRange(0, 1)
  private let context: MarkdownContext

  init(_ context: MarkdownContext) { self.context = context }

  var document: SourceDocument { context.document }
  func anchor(at range: SourceRange) -> SourceAnchor { context.anchor(at: range) }
  func location(of anchor: SourceAnchor) -> SourceLocation? { context.sourceMap.location(of: anchor) }

  func report(_ diagnostic: Diagnostic) {
    // Several lines of a text may be about one paper.
    if diagnostic.id != RecordDiagnostics.secondRecord { context.report(diagnostic) }
  }
}

extension [Paper] {
  /// These papers and others; two that share an id are one, of which the first says what counts.
  func joined(with others: [Paper]) -> [Paper] {
    guard !isEmpty, !others.isEmpty else { return self + others }
    var papers = self
    var indices: [PaperID: Int] = [:]
    for (index, paper) in papers.enumerated() { for id in paper.ids { indices[id] = index } }
    for other in others {
      if let index = other.ids.compactMap({ indices[$0] }).first {
        var record = other.record
        record.identifiers = other.ids.filter { $0 != papers[index].id.withoutVersion }
        _ = papers[index].record.merge(record)
      } else {
        for id in other.ids { indices[id] = papers.count }
        papers.append(other)
      }
    }
    return papers
  }
}

extension Paper {
  fileprivate var ids: [PaperID] { ([id] + record.identifiers).map(\.withoutVersion) }
}

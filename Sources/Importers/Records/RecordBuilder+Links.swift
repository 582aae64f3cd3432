import DigestModel
import DigestSyntax
import DigestText

extension RecordBuilder {
  /// An address, or several; the page of a paper also says which paper it is.
  /// - Returns: `false` where any of it is not an address.
  mutating func addLink(_ node: LocatedNode, _ kind: Paper.Link.Kind) -> Bool {
    switch node.content {
    case .sequence(let items):
      return items.reduce(true) { isWhole, item in addLink(item, kind) && isWhole }
    case .mapping(let members):
      guard let url = address(of: node) else { return false }
      if kind == .landingPage, members.count > 1 { return addLinkItem(node) }
      return addLink(url.trimmed, kind) && members.allSatisfy { $0.value.isNothing || $0.value.text == url }
    case .scalar:
      guard let text = node.text?.trimmed else { return true }
      return addLink(text, kind)
    }
  }

  private mutating func addLink(_ text: String, _ kind: Paper.Link.Kind) -> Bool {
    let isPaper = kind == .landingPage || kind == .pdf
    guard text.utf8.starts(with: "http".utf8), !text.utf8.contains(0x20) else {
      // `10.1234/a`, `arxiv.org/abs/2401.00011`, `github.com/x/kites`, `/pdf/1.pdf` of OpenReview.
      if isPaper, let id = PaperID(text) {
        add(id)
        return true
      }
      return addBareLink(text, kind)
    }
    if isPaper, !Self.isLibrary(text), let id = PaperID(text) {
      add(id)
    }
    append(Paper.Link(isPaper && Self.isLibrary(text) ? .other : kind, text))
    return true
  }

  /// A page of a library, which says what the paper is, but is not the paper's.
  private static func isLibrary(_ url: String) -> Bool {
    ["https://dblp.org/", "http://dblp.uni-trier.de/", "https://api.", "http://api."].contains(
      where: url.hasPrefix)
  }

  mutating func append(_ link: Paper.Link) {
    if knownLinks.insert(link) { record.links.append(link) }
  }

  private mutating func addBareLink(_ text: String, _ kind: Paper.Link.Kind) -> Bool {
    if text.hasPrefix("/pdf/"), ids.contains(where: { $0.scheme == .openReview }) {
      append(Paper.Link(kind, "https://openreview.net" + text))
      return true
    }
    let hosts = ["github.com/", "www.", "gitlab.com/", "huggingface.co/", "openreview.net/"]
    guard hosts.contains(where: text.hasPrefix), !text.utf8.contains(0x20) else { return false }
    return addLink("https://" + text, kind)
  }

  // MARK: - Links of several kinds

  /// `[{type: arxiv, url: …}]`, `{code: …, pdf: …}`, a list of addresses, or one.
  mutating func addLinks(_ node: LocatedNode) -> Bool {
    switch node.content {
    case .scalar: return addLink(node, .landingPage)
    case .sequence(let items):
      return items.reduce(true) { isWhole, item in addLinkItem(item) && isWhole }
    case .mapping(let members):
      if address(of: node) != nil { return addLinkItem(node) }
      return members.reduce(true) { isWhole, member in
        member.value.isNothing || addLink(member.value, Self.linkKind(member.key)) && isWhole
      }
    }
  }

  /// Fields that say what a link leads to.
  private static let kindNames = ["kind", "title", "type", "contenttype", "name", "label", "text", "rel"]

  mutating func addRepository(_ node: LocatedNode) -> Bool {
    node.text.map { addLink("https://github.com/" + $0, .code) } ?? false
  }

  private func address(of node: LocatedNode) -> String? {
    ["url", "href", "link", "value", "src"].lazy.compactMap { node.member($0)?.text }.first
  }

  private mutating func addLinkItem(_ item: LocatedNode) -> Bool {
    guard case .mapping(let members) = item.content else { return addLink(item, .landingPage) }
    guard let url = address(of: item) else {
      // `- code: https://…`
      return members.reduce(true) { isWhole, member in
        member.value.isNothing || addLink(member.value, Self.linkKind(member.key)) && isWhole
      }
    }
    let said = Self.kindNames.compactMap { item.member($0)?.text }
    let kinds = said.map { Self.linkKind($0) }
    let kind = kinds.first { $0 != .other } ?? (kinds.isEmpty ? .landingPage : .other)
    let words = kind == .other ? [] : Self.kindNames
    return addLink(url.trimmed, kind)
      && members.allSatisfy { member in
        member.value.isNothing || member.value.text == url
          || words.contains(RecordFieldTable.folded(member.key))
      }
  }

  /// - Parameter word: what a list calls the link.
  private static func linkKind(_ word: String) -> Paper.Link.Kind {
    if let kind = Paper.Link.Kind(rawValue: word) { return kind }
    let folded = RecordFieldTable.folded(word)
    switch RecordFieldTable.field(folded)?.part {
    case .link(let kind): return kind
    case .scheme, .addressOrTitle, .id: return .landingPage
    default: break
    }
    switch folded {
    case "applicationpdf", "fulltext", "articlepdf": return .pdf
    case "self", "alternate", "texthtml", "unspecified", "related", "publisher", "proceedings", "openaccess",
      "preprint", "journal":
      return .landingPage
    case "model", "models", "weights", "huggingface", "benchmark": return .data
    case "talk", "presentation", "recording": return .video
    case "page", "web", "info": return .project
    default: return .other
    }
  }
}

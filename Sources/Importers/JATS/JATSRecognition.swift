import DigestSyntax
import DigestText

/// Tells JATS from other XML by its beginning.
enum JATSRecognition {
  static func recognise(_ bytes: [UInt8]) -> Recognition {
    guard let root = XMLRoot.peek(bytes) else { return .none }
    if let doctype = root.doctype {
      let id = (doctype.publicID ?? "") + " " + (doctype.systemID ?? "")
      let isJATS = [
        "//DTD JATS", "NLM//DTD", "journalpublishing", "archivearticle", "JATS-", "articleauthoring",
      ]
      .contains { id.contains($0) }
      if isJATS {
        return roots.keys.contains(root.localName) || root.localName == "article" ? .certain : .possible
      }
      // DocBook, HTML and all others name their own.
      if doctype.publicID != nil { return .none }
    }
    if let namespace = root.namespace, !isNamespace(namespace) { return inOtherRoot(bytes, root) }
    if root.localName == "article" { return article(root) }
    guard let expected = roots[root.localName] else { return inOtherRoot(bytes, root) }
    if expected.isEmpty || expected.contains(root.firstChild ?? "") { return .certain }
    return .none
  }

  private static func isNamespace(_ address: String) -> Bool {
    address.contains("jats.nlm.nih.gov") || address.contains("dtd.nlm.nih.gov")
  }

  /// Parts of articles, and by which first child they are told from elements of that name in other vocabularies. None
  /// is needed where no other has such an element.
  private static let roots: [String: Set<String>] = [
    "pmc-articleset": [], "front-stub": [], "sub-article": [], "ref-list": [], "element-citation": [],
    "mixed-citation": [], "nlm-citation": [], "citation-alternatives": [], "table-wrap": [], "disp-quote": [],
    "boxed-text": [], "article-meta": [], "journal-meta": [], "fn-group": [], "app-group": [],
    "floats-group": [],
    "article-body": [], "disp-formula": [], "def-list": [], "fig-group": [], "contrib-group": [],
    "title-group": [],
    "ref": [
      "label", "element-citation", "mixed-citation", "nlm-citation", "citation", "citation-alternatives",
      "note",
    ],
    "sec": ["label", "title", "p", "sec", "sec-meta", "list", "table-wrap", "fig", "disp-formula"],
    "response": ["front-stub", "front", "body"], "front": ["journal-meta", "article-meta"],
    "body": [
      "sec", "p", "list", "fig", "table-wrap", "disp-quote", "boxed-text", "def-list", "disp-formula",
    ],
    "back": ["ref-list", "ack", "app-group", "fn-group", "sec", "notes", "glossary"],
    "abstract": ["title", "p", "sec", "label"], "list": ["list-item", "title"], "ack": ["title", "p", "sec"],
    "app": ["label", "title", "p", "sec"],
    "fig": ["label", "caption", "graphic", "object-id", "alternatives"],
    "articles": ["article"],
  ]

  /// `article` of DocBook and HTML begins otherwise; an empty one is anybody's.
  private static func article(_ root: XMLRoot) -> Recognition {
    let children: Set<String> = [
      "processing-meta", "front", "body", "back", "article-body", "floats-group", "sub-article", "response",
    ]
    if root.attributes.contains("article-type") || root.attributes.contains("dtd-version") { return .certain }
    guard let child = root.firstChild else { return .possible }
    return children.contains(child) ? .certain : .none
  }

  /// Answers of servers have articles inside.
  private static func inOtherRoot(_ bytes: [UInt8], _ root: XMLRoot) -> Recognition {
    guard ["OAI-PMH", "records", "record", "ListRecords", "GetRecord"].contains(root.localName) else {
      return .none
    }
    let window = bytes.prefix(XMLRoot.window)
    return window.holds("<article-meta") ? .certain : .none
  }
}

extension ArraySlice<UInt8> {
  /// Whether a text stands anywhere in it.
  fileprivate func holds(_ text: StaticString) -> Bool {
    var i = startIndex
    while let next = self[i...].firstIndex(of: text.utf8Start.pointee) {
      if holds(text, at: next) { return true }
      i = next + 1
    }
    return false
  }
}

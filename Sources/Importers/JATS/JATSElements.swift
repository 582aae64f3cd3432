import DigestModel
import DigestSyntax
import DigestText

/// What the elements of JATS are, also those of its HTML forms.
///
/// - Source: ANSI/NISO Z39.96-2021, <https://jats.nlm.nih.gov/archiving/tag-library/1.3/>; the NLM tag sets 2.3 and 3.0.
enum JATSElements {
  /// What an element in running text is.
  enum Phrase {
    case mark(RecordTextBuilder.Mark)
    case code, link, formula, graphic, lineBreak
    /// Forms of one thing, of which one is read.
    case alternatives
    /// Its text counts and nothing else.
    case transparent
    /// Says nothing that is read there.
    case hidden
  }

  static let phrases: [String: Phrase] = [
    "italic": .mark(.emphasis), "i": .mark(.emphasis), "em": .mark(.emphasis),
    "bold": .mark(.strong), "b": .mark(.strong), "strong": .mark(.strong),
    "sub": .mark(.subscript), "sup": .mark(.superscript),
    "monospace": .code, "tt": .code, "code": .code,
    "ext-link": .link, "uri": .link, "a": .link, "inline-supplementary-material": .link,
    "self-uri": .link, "related-article": .link, "related-object": .link,
    "inline-formula": .formula, "disp-formula": .formula, "tex-math": .formula, "math": .formula,
    "inline-graphic": .graphic, "graphic": .graphic, "media": .graphic, "inline-media": .graphic,
    "break": .lineBreak, "br": .lineBreak, "alternatives": .alternatives,
    "index-term": .hidden, "index-term-range-end": .hidden, "alt-text": .hidden, "long-desc": .hidden,
    "object-id": .hidden, "sec-meta": .hidden, "permissions": .hidden, "private-char": .transparent,
  ]

  /// What an element among blocks is.
  enum Block {
    case paragraph, list, definitions, quote, code, tableWrap, table, figure, formula, boxed, section
    case statement, footnote, rule, alternatives, graphic, verse, speech
    /// Holds blocks and says nothing itself.
    case group
    case label, title, hidden
  }

  static let blocks: [String: Block] = [
    "p": .paragraph, "list": .list, "ul": .list, "ol": .list, "def-list": .definitions, "dl": .definitions,
    "disp-quote": .quote, "blockquote": .quote, "code": .code, "preformat": .code, "pre": .code,
    "table-wrap": .tableWrap, "table": .table, "oasis-table": .table, "fig": .figure, "figure": .figure,
    "chem-struct-wrap": .figure, "supplementary-material": .figure, "media": .figure, "graphic": .graphic,
    "disp-formula": .formula, "boxed-text": .boxed, "sec": .section, "section": .section, "app": .section,
    "ack": .section, "bio": .section, "notes": .section, "glossary": .section, "statement": .statement,
    "fn": .footnote, "hr": .rule, "alternatives": .alternatives, "verse-group": .verse, "speech": .speech,
    "fig-group": .group, "table-wrap-group": .group, "floats-group": .group, "floats-wrap": .group,
    "disp-formula-group": .group, "app-group": .group, "fn-group": .group, "body": .group, "back": .group,
    "article-body": .group, "abstract": .group, "trans-abstract": .group, "div": .group, "wrapper": .group,
    "attrib": .paragraph, "label": .label, "title": .title, "h1": .title, "h2": .title, "h3": .title,
    "h4": .title, "h5": .title, "h6": .title, "sec-meta": .hidden, "object-id": .hidden,
    "permissions": .hidden, "alt-text": .hidden, "long-desc": .hidden, "ref-list": .hidden, "ref": .hidden,
  ]

  /// What parts of an article are called that have no title.
  static let titles: [String: String] = [
    "ack": "Acknowledgments", "fn-group": "Notes", "notes": "Notes", "app": "Appendix",
    "app-group": "Appendix",
    "bio": "Biography", "glossary": "Glossary", "response": "Response", "sub-article": "Sub-article",
  ]

  /// The elements that hold a citation.
  static let citations: Set<String> = [
    "element-citation", "mixed-citation", "nlm-citation", "citation", "citation-alternatives",
  ]

  /// Of several forms of one thing the one that says most.
  static func best(of element: XMLNode) -> XMLNode? {
    for name in ["tex-math", "table", "math", "textual-form", "graphic", "inline-graphic", "media"] {
      if let found = element.first(name) { return found }
    }
    return element.elements.first
  }

  /// Where a link leads to: a DOI or an id that is named as one is the address of its page.
  static func address(of element: XMLNode) -> String? {
    guard let written = element.attribute("href", in: .xlink)?.value ?? element["href"] else {
      return element.is("uri") ? JATSText.plain(element) : nil
    }
    let address = written.trimmed
    switch element["ext-link-type"] {
    case "doi", "pmid", "pmcid", "pmc":
      guard !address.contains("://") else { return address }
      let scheme = element["ext-link-type"] ?? "doi"
      return (PaperID(address) ?? PaperID(scheme: scheme, value: address))?.url ?? address
    default: return address
    }
  }

  // MARK: - Keywords

  /// The keywords of a group, those below others too.
  static func keywords(of group: XMLNode) -> [XMLNode] {
    group.elements.flatMap { node in
      switch node.localName {
      case "kwd", "compound-kwd": [node]
      case "nested-kwd": keywords(of: node)
      default: [XMLNode]()
      }
    }
  }

  /// The parts of a compound one stand side by side, a code and its words.
  static func text(ofKeyword node: XMLNode) -> String {
    node.is("compound-kwd") ? JATSText.words(node) : JATSText.plain(node)
  }
}

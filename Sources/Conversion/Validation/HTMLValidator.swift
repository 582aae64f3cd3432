import DigestDiagnostics
import DigestExporters
import DigestPlatform
import DigestSyntax

/// Reads a page that was written as XML: its elements and attributes, ids and links, and that nothing in it runs but what
/// this package brings.
struct HTMLValidator: OutputValidator {
  func validate(_ file: OutputFile, named name: String) -> [Diagnostic] {
    let document = SourceDocument(name: name, bytes: file.bytes)
    do throws(DiagnosticError) {
      var check = PageCheck(try XMLReader.read(document))
      check.run()
      return check.diagnostics
    } catch {
      return error.diagnostics
    }
  }
}

/// The findings about one page.
private struct PageCheck {
  /// More are not printed.
  private static let mostFindings = 100

  private let tree: XMLTree
  private(set) var diagnostics: [Diagnostic] = []
  private var ids: Set<String> = []
  /// Links to parts of the page, and where they stand.
  private var links: [(id: String, range: SourceRange)] = []
  private var styles = 0
  private var scripts = 0
  private var policies = 0

  init(_ tree: XMLTree) { self.tree = tree }

  private mutating func report(_ id: DiagnosticID, _ summary: String, _ range: SourceRange) {
    guard diagnostics.count < Self.mostFindings else { return }
    diagnostics.append(Diagnostic(id, summary, at: tree.location(range)))
  }

  mutating func run() {
    let root = tree.root
    guard root.is("html"), root.namespace == "http://www.w3.org/1999/xhtml",
      tree.document.bytes.starts(with: "<!DOCTYPE html>\n".utf8)
    else {
      return report(HTMLDiagnostics.structure, "this is not a page of HTML that is XML, too", root.tagName)
    }
    check(root)
    for node in root.descendants { check(node) }
    for link in links where !ids.contains(link.id) {
      report(HTMLDiagnostics.anchor, "no element has the id \(quoted(link.id))", link.range)
    }
    for (count, what) in [(styles, "style sheet"), (scripts, "script"), (policies, "policy")] where count != 1
    {
      report(HTMLDiagnostics.script, "the page has \(count) times a \(what), not once", root.tagName)
    }
  }

  private mutating func check(_ node: XMLNode) {
    let name = node.localName
    guard let own = HTMLVocabulary.elements[name] else {
      return report(HTMLDiagnostics.structure, "pages have no element '\(name)'", node.tagName)
    }
    for attribute in node.attributes { check(attribute, of: node, own) }
    switch name {
    case "style":
      styles += 1
      check(node, is: PageFiles.style, "style-src")
    case "script":
      scripts += 1
      check(node, is: PageFiles.script, "script-src")
    default: break
    }
  }

  private mutating func check(_ attribute: XMLAttribute, of node: XMLNode, _ own: [String]) {
    let name = attribute.name.prefix.map { $0 + ":" + attribute.name.local } ?? attribute.name.local
    guard HTMLVocabulary.attributes.contains(name) || own.contains(name) else {
      return report(
        HTMLDiagnostics.structure, "'\(node.localName)' has no attribute '\(name)' in pages",
        attribute.nameRange)
    }
    switch name {
    case "id":
      if !ids.insert(attribute.value).inserted {
        report(
          HTMLDiagnostics.anchor, "another element has the id \(quoted(attribute.value))",
          attribute.valueRange)
      }
    case "href": check(href: attribute)
    case "http-equiv":
      policies += 1
      if attribute.value != "Content-Security-Policy" || node["content"] != PageFiles.policy {
        report(HTMLDiagnostics.script, "the page has another policy than pages have", node.tagName)
      }
    default: break
    }
  }

  private mutating func check(href: XMLAttribute) {
    if href.value.utf8.first == UInt8(ascii: "#") {
      links.append((String(Substring(href.value.utf8.dropFirst())), href.valueRange))
    } else if !PageFiles.mayLead(to: href.value) {
      report(
        HTMLDiagnostics.address, "a page does not lead to \(quoted(href.value))", href.valueRange)
    }
  }

  /// What stands in an element is a file of this package, and the policy has its checksum.
  private mutating func check(_ node: XMLNode, is file: [UInt8], _ directive: String) {
    let sum = SHA256.digest(of: file).base64
    if !PageFiles.policy.contains("\(directive) 'sha256-\(sum)'") {
      report(HTMLDiagnostics.script, "the policy lacks the checksum sha256-\(sum)", node.tagName)
    }
    if Array(node.text.utf8) != file {
      report(HTMLDiagnostics.script, "this '\(node.localName)' is not the one of pages", node.tagName)
    }
  }
}

/// The elements and attributes of pages.
private enum HTMLVocabulary {
  /// Of any element.
  static let attributes: Set<String> = [
    "id", "class", "lang", "xml:lang", "dir", "title", "hidden", "role", "aria-label", "tabindex",
  ]

  /// With the attributes that each has alone.
  static let elements: [String: [String]] = {
    var elements: [String: [String]] = [
      "html": [], "meta": ["charset", "name", "content", "http-equiv"], "a": ["href"],
      "details": ["open"], "input": ["type", "placeholder"], "output": ["data-none"], "button": ["type"],
      "option": ["value"], "svg": ["x", "height"], "rect": ["x", "y", "width", "height"],
      "text": ["x", "y", "dx", "text-anchor"],
    ]
    for name in plain { elements[name] = [] }
    return elements
  }()

  private static let plain = [
    "head", "title", "style", "script", "body", "header", "nav", "main", "footer", "section", "article",
    "div", "p", "span", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "table",
    "thead",
    "tbody", "tr", "th", "td", "blockquote", "pre", "code", "em", "strong", "b", "i", "sub", "sup", "br",
    "hr",
    "summary", "time", "figure", "figcaption", "select",
  ]
}

extension [UInt8] {
  /// RFC 4648, section 4.
  fileprivate var base64: String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    for start in stride(from: 0, to: count, by: 3) {
      let group = self[start..<Swift.min(start + 3, count)]
      var bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      bits &= 0xFFFFFF
      for place in 0..<4 {
        text.append(place <= group.count ? letters[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}

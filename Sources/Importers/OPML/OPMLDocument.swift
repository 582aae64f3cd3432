import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

/// The head and the outlines of an OPML file.
struct OPMLDocument {
  var head = OPMLHead()
  var outlines: [OPMLOutline] = []
  /// Whether our exporter wrote it: it has attributes of our namespace.
  private(set) var isOurs = false
  /// Elements of the body that are not outlines.
  private(set) var others: [DataValue] = []

  /// Attributes of the root that say something else than a known version.
  private(set) var unknownAttributes: [ExtraField] = []

  private static let versions: Set<String> = ["1.0", "1.1", "2.0", "1", "2"]

  /// Of everything OPML has no word for. Part of the format: never change.
  static let namespace = XMLNamespace("urn:digest-convert:opml:1", usualPrefix: "digest")

  init(_ tree: XMLTree, _ file: RecordFile) { add(tree, file) }

  private mutating func add(_ tree: XMLTree, _ file: RecordFile) {
    for element in tree.root.elements {
      switch element.localName.lowercased() {
      case "head": read(head: element, file)
      // Some files have several, or none around their outlines.
      case "body": for child in element.elements { add(child, file) }
      case "outline": add(element, file)
      default: keep(element, file)
      }
    }
    for text in tree.root.children where text.isText && !text.isBlank { keep(text, file) }
    let ours = head.elements.contains { $0.isOurs }
    isOurs = isOurs || ours
    // All versions are read alike; one that nobody knows is kept.
    for attribute in tree.root.attributes
    where attribute.name.local.lowercased() != "version" || !Self.versions.contains(attribute.value) {
      unknownAttributes.append(
        ExtraField(
          key: attribute.name.local, value: .string(attribute.value),
          anchor: file.anchor(at: attribute.nameRange)))
    }
  }

  private mutating func add(_ element: XMLNode, _ file: RecordFile) {
    if element.localName.lowercased() == "outline" {
      outlines.append(outline(element, file))
    } else {
      keep(element, file)
    }
  }

  private mutating func outline(_ element: XMLNode, _ file: RecordFile) -> OPMLOutline {
    var outline = OPMLOutline(range: element.startTag)
    for attribute in element.attributes {
      let (name, value, range) = (attribute.name, attribute.value, attribute.valueRange)
      if Self.namespace.contains(name) {
        outline.own.append(.init(name: name.local, written: name.local, value: value, range: range))
        isOurs = true
      } else {
        let written = name.prefix.map { "\($0):\(name.local)" } ?? name.local
        outline.attributes.append(
          .init(
            name: name.prefix == nil ? written.lowercased() : written, written: written, value: value,
            range: range))
      }
    }
    for child in element.children {
      if child.isElement, child.localName.lowercased() == "outline" {
        outline.outlines.append(self.outline(child, file))
      } else if !child.isBlank {
        keep(child, file)
      }
    }
    return outline
  }

  /// Keeps what is not an outline as data.
  private mutating func keep(_ node: XMLNode, _ file: RecordFile) {
    let text = node.text.trimmed
    let name = node.isText ? "text" : "element \(quoted(node.localName))"
    file.report(
      Diagnostic(
        OPMLDiagnostics.unknownElement, "found \(name), expected an outline",
        at: file.location(node.isText ? node.range : node.startTag)))
    var fields = node.attributes.map { ExtraField(key: $0.name.local, value: .string($0.value)) }
    if !text.isEmpty { fields.append(ExtraField(key: "text", value: .string(text))) }
    others.append(
      node.isText
        ? .string(text) : .mapping([ExtraField(key: "element", value: .string(node.localName))] + fields))
  }

  // MARK: - Head

  private mutating func read(head: XMLNode, _ file: RecordFile) {
    for element in head.elements {
      let isOurs = Self.namespace.contains(element.name)
      var read = OPMLHead.Element(
        name: isOurs ? element.localName : element.localName.lowercased(), isOurs: isOurs,
        text: element.text, range: element.textRange)
      if isOurs, element.localName == "metadata" {
        var leaves = DataValueLeaves()
        for leaf in element.elements("extra") {
          leaves.insert(
            leaf["key"] ?? "", leaf["type"] ?? "", leaf["value"] ?? "", at: file.anchor(at: leaf.startTag))
        }
        read.fields = leaves.fields
      } else if !isOurs, let prefix = element.name.prefix {
        read.name = "\(prefix):\(element.localName)"
      }
      self.head.elements.append(read)
    }
  }

}

// MARK: - Files put together

extension OPMLDocument {
  /// So many documents of one file are read.
  private static let mostDocuments = 16

  /// Adds the outlines of documents that follow in the same file, as `cat *.opml` puts them together.
  mutating func addDocuments(after tree: XMLTree, _ file: RecordFile) {
    var tree = tree
    for _ in 1..<Self.mostDocuments {
      guard let start = Self.root(after: tree.root.range.upper, in: file.document.bytes) else { return }
      do throws(DiagnosticError) {
        tree = try XMLReader.read(file.document, .repairing, from: start)
      } catch {
        for var finding in error.diagnostics {
          finding.severity = .warning
          file.report(finding)
        }
        return
      }
      for finding in tree.findings { file.report(finding) }
      add(tree, file)
    }
  }

  private static func root(after offset: Int, in bytes: [UInt8]) -> Int? {
    let root = Array("<opml".utf8)
    return bytes.indices.dropFirst(offset).first { i in
      bytes[i] == UInt8(ascii: "<") && bytes[i...].prefix(5).map(\.lowercased).elementsEqual(root)
    }
  }
}

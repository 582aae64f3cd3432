import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

/// Reads the front of an article of ours into the metadata of its digest.
struct JATSMetadataReader {
  private let root: XMLNode
  private let file: RecordFile
  private let blocks: JATSBlocks
  private let meta: XMLNode?

  init(_ root: XMLNode, _ file: RecordFile, _ blocks: JATSBlocks) {
    self.root = root
    self.file = file
    self.blocks = blocks
    meta = root.first("front", "article-meta")
  }

  func metadata() -> Digest.Metadata {
    var metadata = Digest.Metadata()
    metadata.anchor = file.anchor(at: (root.first("front") ?? root).tagName)
    if let language = root.attribute("lang", in: .xml)?.value, language != "und" {
      metadata.language = language
    }
    metadata.period = publicationDate("collection").flatMap { YearMonth($0) }
    let custom = customMeta()
    if let language = custom.ours["language"] { metadata.language = language }
    if let name = custom.ours["source-name"] {
      metadata.source = Digest.Source(name: name, sha256: custom.ours["source-sha256"] ?? "")
    }
    metadata.preamble = blocks.read(meta?.first("abstract")?.children.filter { _ in true } ?? [])
    metadata.extra =
      frontMatter().filter { field in
        !custom.extra.contains { JATSFrontMatterKeys.areAlike($0.key, field.key) }
      } + custom.extra
    if let title = meta?.first("title-group", "article-title") {
      let text = blocks.text.rich(title, file)
      let isMade = JATSText.collapsed(text.plainText) == JATSText.collapsed(Self.madeTitle(metadata))
      if !isMade, !text.isEmpty { metadata.title = text }
    }
    return metadata
  }

  /// An article must have a title; this is what stands there where the digest has none.
  private static func madeTitle(_ metadata: Digest.Metadata) -> String {
    if let period = metadata.period { return "Digest \(period)" }
    if let source = metadata.source, source.name.utf8.contains(where: { !$0.isSpace }) { return source.name }
    return "Digest"
  }

  private func publicationDate(_ type: String) -> String? {
    meta?.elements("pub-date").first { $0["date-type"] == type }?["iso-8601-date"]
  }

  // MARK: - custom-meta

  private func customMeta() -> (ours: [String: String], extra: [ExtraField]) {
    var ours: [String: String] = [:]
    var extra: [ExtraField] = []
    for field in meta?.first("custom-meta-group")?.elements("custom-meta") ?? [] {
      guard let name = field.first("meta-name")?.text, let value = field.first("meta-value")?.text else {
        continue
      }
      switch field["specific-use"] {
      case "digest": ours[name] = value
      case "extra-json": extra.append(self.field(name, JATSJSON.value(value) ?? .string(value), field))
      default: extra.append(self.field(name, .string(value), field))
      }
    }
    return (ours, extra)
  }

  private func field(_ key: String, _ value: DataValue, _ node: XMLNode) -> ExtraField {
    ExtraField(key: key, value: value, anchor: file.anchor(at: node.tagName))
  }

  // MARK: - Front matter that has elements

  /// In the form in which it needs no `custom-meta` beside the elements.
  private func frontMatter() -> [ExtraField] {
    var fields: [ExtraField] = []
    func add(_ key: String, _ node: XMLNode?, _ value: DataValue?) {
      if let node, let value { fields.append(field(key, value, node)) }
    }
    let authors = meta?.first("contrib-group")?.elements("contrib") ?? []
    let names = authors.map { JATSContributor($0).value }
    add("author", authors.first, names.count > 1 ? .sequence(names) : names.first)
    let doi = meta?.elements("article-id").first { $0["pub-id-type"] == "doi" }
    add("doi", doi, doi.map { .string($0.text) })
    let publisher = root.first("front", "journal-meta", "publisher")
    add("publisher", publisher, publisher.flatMap(publisherValue))
    let date = meta?.elements("pub-date").first { $0["date-type"] == "pub" }
    add("date", date, date?["iso-8601-date"].map { .string($0) })
    let permissions = meta?.first("permissions")
    let copyright = permissions?.first("copyright-statement")
    add("copyright", copyright, copyright.map { .string($0.text) })
    let license = permissions?.first("license")
    add("license", license, license?.first("license-p").map { .string($0.text) })
    return fields
  }

  private func publisherValue(_ node: XMLNode) -> DataValue? {
    guard let name = node.first("publisher-name")?.text else { return nil }
    guard let place = node.first("publisher-loc")?.text else { return .string(name) }
    return .mapping([
      ExtraField(key: "name", value: .string(name)), ExtraField(key: "place", value: .string(place)),
    ])
  }
}

/// Members of front matter that have elements of their own, by the names they go by.
enum JATSFrontMatterKeys {
  private static let meanings = [
    "author": "author", "authors": "author", "doi": "doi", "publisher": "publisher", "date": "date",
    "license": "license", "licence": "license", "rights": "license", "copyright": "copyright",
  ]

  static func areAlike(_ a: String, _ b: String) -> Bool {
    guard let meaning = meanings[a.lowercased()] else { return false }
    return meaning == meanings[b.lowercased()]
  }
}

/// A `contrib`.
struct JATSContributor {
  let node: XMLNode

  init(_ node: XMLNode) { self.node = node }

  /// `collab`, or the parts of the name.
  var name: String {
    if let collab = node.first("collab") ?? node.first("anonymous") { return JATSText.plain(collab) }
    if let whole = node.first("string-name"), whole.first("surname") == nil { return JATSText.plain(whole) }
    guard let name = node.first("name") ?? node.first("string-name") ?? node.firstDescendant("name") else {
      return ""
    }
    let parts = ["given-names", "surname", "suffix"].compactMap { name.first($0).map(JATSText.plain) }
    let isEastern = name["name-style"] == "eastern"
    return isEastern && parts.count == 2 ? parts[1] + parts[0] : parts.joined(separator: " ")
  }

  private var orcid: String? {
    node.elements("contrib-id").first { $0["contrib-id-type"] == "orcid" }.map(JATSText.plain)
  }

  /// The name, or a mapping where more is said.
  var value: DataValue {
    value(affiliations: node.elements("aff").map(JATSText.plain))
  }

  func value(affiliations: [String]) -> DataValue {
    var fields = [ExtraField(key: "name", value: .string(name))]
    if let orcid { fields.append(ExtraField(key: "orcid", value: .string(orcid))) }
    if affiliations.count == 1 {
      fields.append(ExtraField(key: "affiliation", value: .string(affiliations[0])))
    } else if !affiliations.isEmpty {
      fields.append(ExtraField(key: "affiliation", value: .sequence(affiliations.map { .string($0) })))
    }
    if let email = node.first("email") ?? node.first("address", "email") {
      fields.append(ExtraField(key: "email", value: .string(JATSText.plain(email))))
    }
    for part in node.elements where ["degrees", "role"].contains(part.localName) {
      fields.append(ExtraField(key: part.localName, value: .string(JATSText.plain(part))))
    }
    return fields.count == 1 ? .string(name) : .mapping(fields)
  }
}

/// JSON inside elements.
enum JATSJSON {
  static func value(_ text: String) -> DataValue? {
    do {
      return DataValue(
        try JSONReader.read(SourceDocument(name: "json", text: text), duplicateNames: .kept).root)
    } catch {
      return nil
    }
  }
}

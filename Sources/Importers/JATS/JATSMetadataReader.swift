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
  private let custom: JATSCustomMetaGroup

  init(_ root: XMLNode, _ file: RecordFile, _ blocks: JATSBlocks) {
    self.root = root
    self.file = file
    self.blocks = blocks
    meta = root.first("front", "article-meta")
    custom = JATSCustomMetaGroup(meta, file)
  }

  /// Whether each section of the article is a digest.
  static func isOfSeveral(_ root: XMLNode) -> Bool {
    let fields = root.first("front", "article-meta", "custom-meta-group")?.elements("custom-meta") ?? []
    return fields.contains { $0["specific-use"] == "digest" && $0.first("meta-name")?.text == "digests" }
  }

  func metadata() -> Digest.Metadata {
    let front = root.first("front") ?? root
    let own = custom.ofSections[""] ?? JATSCustomMeta()
    var metadata = metadata(front, meta, own, language: root)
    metadata.period = publicationDate("collection").flatMap { YearMonth($0) }
    metadata.preamble = blocks.read(meta?.first("abstract")?.children.filter { _ in true } ?? [])
    readTitle(meta?.first("title-group", "article-title"), of: &metadata)
    return metadata
  }

  /// - Parameter section: that of a digest in an article of several.
  func metadata(of section: XMLNode) -> Digest.Metadata {
    let own = section["id"].flatMap { custom.ofSections[$0] } ?? JATSCustomMeta()
    let language = section.attribute("lang", in: .xml) == nil ? root : section
    var metadata = metadata(section, section.first("sec-meta"), own, language: language)
    metadata.period = own.ours["period"].flatMap { YearMonth($0) }
    metadata.preamble = blocks.read(
      section.elements.filter { !["sec-meta", "label", "title", "sec"].contains($0.localName) })
    readTitle(section.first("title"), of: &metadata)
    return metadata
  }

  private func metadata(
    _ node: XMLNode, _ meta: XMLNode?, _ custom: JATSCustomMeta, language: XMLNode
  ) -> Digest.Metadata {
    var metadata = Digest.Metadata()
    metadata.anchor = file.anchor(at: node.tagName)
    if let language = language.attribute("lang", in: .xml)?.value, language != "und" {
      metadata.language = language
    }
    if let language = custom.ours["language"] { metadata.language = language }
    if let name = custom.ours["source-name"] {
      metadata.source = Digest.Source(name: name, sha256: custom.ours["source-sha256"] ?? "")
    }
    metadata.extra =
      frontMatter(meta).filter { field in
        !custom.extra.contains { JATSFrontMatterKeys.areAlike($0.key, field.key) }
      } + custom.extra
    return metadata
  }

  private func readTitle(_ title: XMLNode?, of metadata: inout Digest.Metadata) {
    guard let title else { return }
    let text = blocks.text.rich(title, file)
    let isMade = JATSText.collapsed(text.plainText) == JATSText.collapsed(Self.madeTitle(metadata))
    if !isMade, !text.isEmpty { metadata.title = text }
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

  // MARK: - Front matter that has elements

  /// In the form in which it needs no `custom-meta` beside the elements.
  private func frontMatter(_ meta: XMLNode?) -> [ExtraField] {
    var fields: [ExtraField] = []
    func add(_ key: String, _ node: XMLNode?, _ value: DataValue?) {
      guard let node, let value else { return }
      fields.append(ExtraField(key: key, value: value, anchor: file.anchor(at: node.tagName)))
    }
    let authors = meta?.first("contrib-group")?.elements("contrib") ?? []
    let names = authors.map { JATSContributor($0).value }
    add("author", authors.first, names.count > 1 ? .sequence(names) : names.first)
    let ids = (meta?.elements("article-id") ?? []) + (meta?.elements("object-id") ?? [])
    let doi = ids.first { $0["pub-id-type"] == "doi" }
    add("doi", doi, doi.map { .string($0.text) })
    let publisher = meta?.is("article-meta") == true ? root.first("front", "journal-meta", "publisher") : nil
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

/// What the `custom-meta` of a digest say.
struct JATSCustomMeta {
  var ours: [String: String] = [:]
  var extra: [ExtraField] = []
}

/// All `custom-meta` of an article.
struct JATSCustomMetaGroup {
  /// By the `id` of the section of a digest; those of the only digest by an empty one.
  private(set) var ofSections: [String: JATSCustomMeta] = [:]

  init(_ meta: XMLNode?, _ file: RecordFile) {
    for field in meta?.first("custom-meta-group")?.elements("custom-meta") ?? [] {
      guard let name = field.first("meta-name")?.text, let value = field.first("meta-value")?.text else {
        continue
      }
      let (section, use) = Self.parts(of: field["specific-use"] ?? "")
      func add(_ value: DataValue) {
        ofSections[section, default: JATSCustomMeta()].extra.append(
          ExtraField(key: name, value: value, anchor: file.anchor(at: field.tagName)))
      }
      switch use {
      case "digest": ofSections[section, default: JATSCustomMeta()].ours[name] = value
      case "extra-json": add(JATSJSON.value(value) ?? .string(value))
      default: add(.string(value))
      }
    }
  }

  /// `digest-2-extra` is `extra` of `digest-2`, which alone is `digest` of it.
  private static func parts(of use: String) -> (section: String, use: String) {
    guard use.hasPrefix("digest-") else { return ("", use) }
    for end in ["extra", "extra-json"] where use.hasSuffix("-" + end) {
      return (String(use.dropLast(end.count + 1)), end)
    }
    return (use, "digest")
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

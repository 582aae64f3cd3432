import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

/// Reads the entries of a feed as records.
struct FeedReader {
  let file: RecordFile
  private let root: XMLNode
  private let kind: FeedKind
  private let reader: RecordListReader
  /// Whether texts are TeX and all entries papers.
  private let isArXiv: Bool
  /// Whether we wrote it.
  private let isOurs: Bool
  private var entries = 0
  private var serviceError: Diagnostic?

  init(_ root: XMLNode, _ kind: FeedKind, _ file: RecordFile) {
    self.root = root
    self.kind = kind
    self.file = file
    isArXiv = kind == .oai || Self.isOfArXiv(root)
    isOurs = kind == .atom && root.first("id")?.text.hasPrefix(OwnFeed.prefix) == true
    reader =
      isOurs
      ? RecordListReader(file, dialect: .ownRIS, vocabulary: OwnFeed.vocabulary)
      : RecordListReader(file, dialect: isArXiv ? .plain : .html)
  }

  /// Whether arXiv made the feed: so say its id or its address.
  private static func isOfArXiv(_ root: XMLNode) -> Bool {
    let channel = root.first("channel") ?? root
    let said = channel.elements.filter { ["id", "link"].contains($0.localName) }
    return said.contains { ($0["href"] ?? $0.text).contains("arxiv.org/") }
      || root["about"]?.contains("arxiv.org/") == true
  }

  mutating func digest() throws(DiagnosticError) -> Digest {
    var digest = Digest()
    switch kind {
    case .atom:
      if root.localName.lowercased() == "entry" {
        read(entry: root)
      } else {
        for entry in root.elements("entry") { read(entry: entry) }
        digest.metadata = metadata(of: root, besides: ["entry"])
      }
    case .rss, .rdf:
      let channel = root.first("channel") ?? root
      for item in channel.elements("item") { read(item: item) }
      if kind == .rdf { for item in root.elements("item") { read(item: item) } }
      digest.metadata = metadata(of: channel, besides: ["item", "items"])
    case .oai:
      for list in root.elements where list.localName != "error" {
        for record in list.elements("record") { read(record: record) }
      }
      digest.metadata = metadata(of: root, besides: ["ListRecords", "GetRecord", "error"])
      for token in root.first("ListRecords")?.elements("resumptionToken").map({ $0 }) ?? [] {
        digest.metadata.extra.append(file.extraField(LocatedMember(token)))
      }
      noteErrors()
    }
    digest.papers = reader.takePapers()
    if digest.papers.isEmpty { throw refusal() }
    if let serviceError { file.report(serviceError) }
    if !reader.unreadable.isEmpty { digest.metadata.keepUnread(reader.unreadable) }
    reader.finish()
    return digest
  }

  private func refusal() -> DiagnosticError {
    if var error = serviceError {
      error.severity = .error
      return DiagnosticError([error])
    }
    let place = file.location(root.tagName)
    if entries == 0 {
      return DiagnosticError(
        [Diagnostic(FeedDiagnostics.noEntry, "the feed holds no entry", at: place)] + file.diagnostics)
    }
    let summary =
      entries == 1
      ? "the entry of the feed leads to no paper"
      : "none of the \(entries) entries of the feed leads to a paper"
    return DiagnosticError(FeedDiagnostics.noPaper, summary, at: place)
  }

  // MARK: - Entries

  private mutating func read(entry: XMLNode) {
    if noteError(in: entry) { return }
    entries += 1
    var members = FeedEntryReader(isArXiv: isArXiv, isOurs: isOurs)
    members.read(atom: entry)
    read(members, entry)
  }

  private mutating func read(item: XMLNode) {
    entries += 1
    var members = FeedEntryReader(isArXiv: isArXiv)
    members.read(rss: item)
    read(members, item)
  }

  private mutating func read(_ entry: FeedEntryReader, _ element: XMLNode) {
    let members = entry.members()
    let node = LocatedNode(.mapping(members), range: element.startTag)
    guard entry.isPaper else {
      return reader.keepUnread(
        node, "entry leads to no paper", FeedDiagnostics.notAPaper, at: element.tagName)
    }
    reader.read(members, at: node, RecordGroup())
  }

  private mutating func read(record: XMLNode) {
    entries += 1
    var members = FeedEntryReader(isArXiv: true)
    guard members.read(oai: record) else {
      let node = LocatedNode(record.first("header") ?? record)
      return reader.keepUnread(
        node, "record is deleted", FeedDiagnostics.deletedRecord, at: record.tagName)
    }
    let node = LocatedNode(.mapping(members.members()), range: record.startTag)
    reader.read(members.members(), at: node, RecordGroup())
  }

  // MARK: - Errors of the service

  /// `https://arxiv.org/api/errors#incorrect_id_format_for_abc`
  private mutating func noteError(in entry: XMLNode) -> Bool {
    guard let id = entry.first("id"), id.text.contains("arxiv.org/api/errors") else { return false }
    let place = entry.first("summary") ?? id
    note(error: place.text.trimmed, at: place)
    return true
  }

  private mutating func noteErrors() {
    for error in root.elements("error") {
      let code = error["code"].map { " (\($0))" } ?? ""
      note(error: error.text.trimmed + code, at: error)
    }
  }

  private mutating func note(error text: String, at element: XMLNode) {
    var error = Diagnostic(
      FeedDiagnostics.serviceError, "the service answered with an error: \(quoted(text))",
      at: file.location(element.textRange))
    error.severity = .warning
    serviceError = serviceError ?? error
  }

  // MARK: - The feed itself

  private func metadata(of feed: XMLNode, besides entries: Set<String>) -> Digest.Metadata {
    var metadata = Digest.Metadata(anchor: file.anchor(at: feed.tagName))
    var members: [LocatedMember] = []
    if isOurs {
      let title = feed.first("title").flatMap { $0.text.isEmpty ? nil : $0 }
      metadata.title = title.map { RichText(characters: $0.text, anchor: file.anchor(at: $0.textRange)) }
      metadata.language = feed.attribute("lang", in: .xml)?.value
      metadata.period = OwnFeed.period(in: feed.first("id")?.text ?? "").flatMap { YearMonth($0) }
      if let period = metadata.period {
        metadata.title = metadata.title.flatMap { $0.withoutPeriod(period) }
      }
      return metadata
    }
    for element in feed.elements where !entries.contains(element.localName) {
      if element.localName == "title", metadata.title == nil {
        let text = element.text.trimmed
        // Ids in a query are not papers of the feed.
        if isArXiv, text.lowercased().hasPrefix("arxiv query:") {
          members.append(LocatedMember("query", text: String(text.dropFirst(12)).trimmed, element))
          continue
        }
        let anchor = file.anchor(at: element.textRange)
        if !text.isEmpty { metadata.title = RichText(characters: text, anchor: anchor) }
      } else {
        members.append(LocatedMember(element))
      }
    }
    metadata.extra = members.grouped.filter { !$0.value.isNothing }.map(file.extraField)
    return metadata
  }
}

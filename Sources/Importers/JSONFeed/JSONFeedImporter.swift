import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

/// Reads JSON Feed: of each item that leads to a paper a record.
public struct JSONFeedImporter: Importer {
  /// The name on the command line.
  public let name = "json-feed"
  /// What people call the format.
  public let title = "JSON Feed"
  /// One line for `digest-convert formats`.
  public let summary = "JSON Feed whose items lead to papers"
  /// Without the point, lower case.
  public let fileExtensions = ["feed.json", "json"]

  /// Makes an importer; it has no options.
  public init() {}

  /// Whether the version is one of JSON Feed.
  public func recognises(_ bytes: [UInt8]) -> Recognition {
    let isFeed = JSONHead(bytes).fields.contains {
      $0.key == "version" && $0.text?.hasPrefix("https://jsonfeed.org/version/") == true
    }
    return isFeed ? .certain : .none
  }

  /// Reads the whole source.
  /// - Throws: what is wrong with the JSON, or that no item leads to a paper.
  /// - Complexity: O(n) in the bytes.
  public func read(_ source: SourceDocument) throws(DiagnosticError) -> ImportResult {
    let tree = try JSONReader.read(source)
    let file = RecordFile(source, grammar: tree.grammar)
    guard case .mapping(let members) = tree.root.content, let list = tree.root["items"],
      case .sequence(let items) = list.content
    else {
      throw DiagnosticError(
        FeedDiagnostics.notAFeed, "found no list of items, expected a JSON Feed",
        at: tree.location(tree.root.range.prefix(1)))
    }
    let isOurs = tree.root["_digest"]?["id"]?.text?.hasPrefix(OwnFeed.prefix) == true
    let reader =
      isOurs
      ? RecordListReader(file, dialect: .ownRIS, vocabulary: OwnFeed.vocabulary)
      : RecordListReader(file, dialect: .html)
    for item in items {
      let entry = JSONFeedItem(item, isOurs: isOurs)
      if entry.isPaper {
        reader.read(entry.members, at: item, RecordGroup())
      } else {
        reader.keepUnread(item, "item leads to no paper", FeedDiagnostics.notAPaper, at: item.range.prefix(1))
      }
    }
    var digest = Digest()
    digest.metadata = metadata(of: members, isOurs: isOurs, file)
    digest.papers = reader.takePapers()
    if digest.papers.isEmpty {
      throw DiagnosticError(
        items.isEmpty ? FeedDiagnostics.noEntry : FeedDiagnostics.noPaper,
        items.isEmpty ? "the feed holds no item" : "no item of the feed leads to a paper",
        at: tree.location(list.range.prefix(1)))
    }
    if !reader.unreadable.isEmpty { digest.metadata.keepUnread(reader.unreadable) }
    reader.finish()
    return file.result(digest)
  }

  private func metadata(
    of members: [LocatedMember], isOurs: Bool, _ file: RecordFile
  ) -> Digest.Metadata {
    var metadata = Digest.Metadata(anchor: file.anchor(at: file.start))
    for member in members where member.key != "items" && member.key != "version" {
      switch member.key {
      case "title" where member.value.text != nil:
        let anchor = file.anchor(at: member.value.range)
        metadata.title = member.value.text.flatMap {
          $0.isEmpty ? nil : RichText(characters: $0, anchor: anchor)
        }
      case "language" where member.value.text != nil: metadata.language = member.value.text
      case "_digest" where isOurs:
        metadata.period = member.value["period"]?.text.flatMap { YearMonth($0) }
      default: metadata.extra.append(file.extraField(member))
      }
    }
    if let period = metadata.period { metadata.title = metadata.title.flatMap { $0.withoutPeriod(period) } }
    return metadata
  }
}

extension RichText {
  /// The title of a digest that we wrote before its period: `nil` where it is the period alone.
  func withoutPeriod(_ period: YearMonth) -> RichText? {
    let text = plainText
    if text == period.description { return nil }
    let start = period.description + " – "
    return text.hasPrefix(start)
      ? RichText(characters: String(text.dropFirst(start.count)), anchor: anchor) : self
  }
}

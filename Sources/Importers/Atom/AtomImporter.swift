public import DigestDiagnostics
import DigestModel
import DigestSyntax

/// Reads answers of arXiv, as its API (Atom, RFC 4287), its listings (RSS) and its archive interface (OAI-PMH) give them,
/// and feeds of others whose entries lead to papers.
public struct AtomImporter: Importer {
  /// The name on the command line.
  public let name = "arxiv-atom"
  /// What people call the format.
  public let title = "Atom"
  /// One line for `digest-convert formats`.
  public let summary = "answers of arXiv's API (Atom), listings (RSS) and OAI-PMH, and other feeds of papers"
  /// Without the point, lower case.
  public let fileExtensions = ["atom", "rss", "rdf", "xml"]

  /// Makes an importer; it has no options.
  public init() {}

  /// Whether the root element is that of a feed or of an answer of OAI-PMH.
  public func recognises(_ bytes: [UInt8]) -> Recognition {
    guard let root = XMLRoot.peek(bytes) else { return .none }
    switch FeedKind(root.localName, namespace: root.namespace) {
    case .atom?, .rss?, .oai?: return .certain
    // Other RDF is not a feed.
    case .rdf?:
      return bytes.prefix(XMLRoot.window).withContiguousStorageIfAvailable { bytes in
        bytes.indices.contains { bytes.holds("purl.org/rss/1.0", at: $0) }
      } == true ? .certain : .none
    case nil: return .none
    }
  }

  /// Reads the whole source; XML that is not well-formed is read as far as possible, with a warning for each place.
  /// - Throws: `DiagnosticError` where it is not a feed, has no entry, or where none leads to a paper; where arXiv answered
  ///   with an error, what it says.
  /// - Complexity: O(n) in the bytes.
  public func read(_ source: SourceDocument) throws(DiagnosticError) -> ImportResult {
    let tree = try XMLReader.read(source, .repairing)
    let file = RecordFile(source)
    for finding in tree.findings { file.report(finding) }
    let root = tree.root
    guard let kind = FeedKind(root.localName, namespace: root.namespace) else {
      throw DiagnosticError(
        FeedDiagnostics.notAFeed,
        "the root element is \(quoted(root.localName)), expected 'feed', 'rss' or 'OAI-PMH'",
        at: file.location(root.tagName))
    }
    if kind == .rdf, root.first("channel") == nil, root.first("item") == nil {
      throw DiagnosticError(
        FeedDiagnostics.notAFeed, "found RDF that is not a feed, expected RSS 1.0",
        at: file.location(root.tagName), help: "give the papers as BibTeX, RIS or CSL-JSON")
    }
    var reader = FeedReader(root, kind, file)
    return file.result(try reader.digest())
  }
}

/// The forms of feeds.
enum FeedKind {
  case atom
  /// RSS 2.0, 0.9x.
  case rss
  /// RSS 1.0.
  case rdf
  case oai

  init?(_ root: String, namespace: String?) {
    switch root.lowercased() {
    case "feed", "entry":
      guard namespace.map({ $0.contains("Atom") || $0.contains("purl.org/atom") }) ?? true else { return nil }
      self = .atom
    case "rss": self = .rss
    case "rdf": self = .rdf
    case "oai-pmh": self = .oai
    default: return nil
    }
  }
}

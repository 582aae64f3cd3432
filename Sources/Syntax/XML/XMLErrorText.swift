internal import CLibXML2
import DigestDiagnostics

/// A finding without its place.
struct XMLFinding {
  var id: DiagnosticID
  var summary: String
  /// Whether it is about the tag that has just been read.
  var isAboutTag = false
  /// Whether it is enough to say it once.
  var isOncePerSummary = false
  /// Whether reading goes on though the document is not well-formed.
  var isRepaired = false
  /// A place that explains it.
  var note: (summary: String, range: SourceRange)?

  init(_ id: DiagnosticID, _ summary: String, isOncePerSummary: Bool = false) {
    self.id = id
    self.summary = summary
    self.isOncePerSummary = isOncePerSummary
  }
}

/// What libxml2 finds wrong, in our words where its own do not help: it says neither which element is meant nor where that
/// one begins.
enum XMLErrorText {
  /// - Parameter open: the elements that are open, the innermost last.
  static func finding(_ error: xmlError, open: [XMLNodeRecord], names: [XMLName]) -> XMLFinding {
    let innermost = open.last.map { (name: text(names[$0.name]), range: $0.startTag) }
    switch xmlParserErrors(UInt32(bitPattern: error.code)) {
    case XML_ERR_TAG_NAME_MISMATCH:
      guard let innermost else { break }
      var finding = XMLFinding(
        XMLDiagnostics.syntax, "found another end tag than that of \(quoted(innermost.name)), which is open")
      finding.isAboutTag = true
      finding.note = ("\(quoted(innermost.name)) begins here", innermost.range)
      return finding
    case XML_ERR_TAG_NOT_FINISHED:
      guard let innermost else { break }
      var finding = XMLFinding(
        XMLDiagnostics.syntax, "the file ends before the end tag of \(quoted(innermost.name))")
      finding.note = ("\(quoted(innermost.name)) begins here", innermost.range)
      return finding
    case XML_ERR_DOCUMENT_EMPTY,
      XML_ERR_DOCUMENT_END where open.isEmpty && error.code == XML_ERR_DOCUMENT_EMPTY.rawValue:
      return XMLFinding(XMLDiagnostics.syntax, "found no element, expected a start tag")
    case XML_ERR_ENTITY_LOOP:
      return XMLFinding(
        XMLDiagnostics.entityLimit, "entities repeat each other beyond the limit or without end")
    default: break
    }
    return XMLFinding(XMLDiagnostics.syntax, XMLErrorLog.summary(error.message))
  }

  private static func text(_ name: XMLName) -> String { (name.prefix.map { $0 + ":" } ?? "") + name.local }
}

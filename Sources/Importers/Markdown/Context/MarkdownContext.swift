import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

/// One Markdown source while it is read: its text, the places of what was found in it, and what there is to report.
///
/// Every reader holds the same context. A text is a range of `bytes`: a part of the source, or of the joined lines
/// that follow it.
final class MarkdownContext {
  let document: SourceDocument
  // Taken out while it changes, so that no access lasts longer than a read or a write: the compiler then leaves out the
  // check for overlapping accesses that each of some thousand looks at `bytes` would have.
  private var text: MarkdownText
  private(set) var sourceMap: SourceMap
  private(set) var diagnostics: [Diagnostic] = []
  /// Where the Markdown lies in `bytes`: the source after its front matter, or that written anew. Two texts in it that
  /// are neighbours there are neighbours in the source.
  private(set) var body: Range<Int>

  /// Whether the file is one that `MarkdownExporter` wrote: then parts of it are encoded.
  var isDigest = false

  init(_ document: SourceDocument) {
    self.document = document
    text = MarkdownText(document.bytes)
    body = 0..<document.bytes.count
    sourceMap = SourceMap(document: document)
  }

  /// The source, followed by the texts that were put together from it.
  var bytes: [UInt8] { text.bytes }

  /// A range without the white space at both ends, no-break spaces included.
  func trimmed(_ range: Range<Int>) -> Range<Int> { text.trimmed(range) }

  // MARK: - Places

  func anchor(_ range: Range<Int>) -> SourceAnchor { anchor(at: text.sourceRange(range)) }

  /// The anchor of a node that another grammar found: the front matter is YAML.
  func anchor(at range: SourceRange) -> SourceAnchor { sourceMap.add(range) }

  func location(_ range: Range<Int>) -> SourceLocation { SourceLocation(document, text.sourceRange(range)) }

  func sourceOffset(_ offset: Int) -> Int { text.sourceOffset(offset) }

  /// The bytes before an offset on its line of the source: 0 at the margin.
  func column(of offset: Int) -> Int {
    let source = text.sourceOffset(offset)
    var k = source
    while k > 0, !document.bytes[k - 1].isNewline { k -= 1 }
    return source - k
  }

  /// The characters before an offset on its line of the source; a tab counts as four.
  func characterColumn(of offset: Int) -> Int {
    var k = text.sourceOffset(offset)
    var column = 0
    while k > 0, !document.bytes[k - 1].isNewline {
      k -= 1
      if !document.bytes[k].isContinuation { column += document.bytes[k] == 0x09 ? 4 : 1 }
    }
    return column
  }

  // MARK: - Reports

  func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  func report(_ id: DiagnosticID, _ summary: String, at range: Range<Int>, help: String? = nil) {
    report(Diagnostic(id, summary, at: location(range), help: help))
  }

  /// Reports what is wrong with a part that is encoded as YAML: the first finding, which mostly causes the others.
  /// - Returns: whether it could not be read.
  @discardableResult
  func reportUnread(_ findings: [Diagnostic]) -> Bool {
    guard let first = findings.first(where: { $0.severity == .error }) else { return false }
    report(Diagnostic(MarkdownImporterDiagnostics.encodedPart, first.summary, at: first.location))
    return true
  }

  // MARK: - Parsing

  /// Puts ranges together, `separator` between two, and returns where the result lies; a single range stays in place.
  func join(_ ranges: [Range<Int>], separator: UInt8?) -> Range<Int> {
    // Taken out while it changes: so each access to `text` ends at once, and none has to be checked at run time, which
    // took 0.6 % of a conversion to five formats.
    var text = self.text
    self.text = MarkdownText([])
    defer { self.text = text }
    return text.join(ranges, separator: separator)
  }

  /// The blocks of the source after its front matter, or of a part of that.
  func blocks(ofSource range: Range<Int>) throws(DiagnosticError) -> [MarkdownBlock] {
    var text = self.text
    self.text = MarkdownText([])
    body = text.rewritten(range, isTextLabel: isPaperLabel)
    self.text = text
    return try blocks(in: body)
  }

  /// The blocks of lines that md4c read as something else: a fence around the tree, a table right below a line.
  func blocks(ofLines lines: [Range<Int>]) throws(DiagnosticError) -> [MarkdownBlock] {
    guard !lines.isEmpty else { return [] }
    return try blocks(in: join(lines, separator: 0x0A))
  }

  func blocks(in range: Range<Int>) throws(DiagnosticError) -> [MarkdownBlock] {
    let failure: MarkdownFailure
    do throws(MarkdownFailure) {
      return try text.blocks(in: range, isTextLabel: isPaperLabel)
    } catch {
      failure = error
    }
    switch failure {
    case .nestingTooDeep(let offset):
      throw DiagnosticError(
        MarkdownDiagnostics.nestingTooDeep,
        "quotes and lists stand more than \(MarkdownLimits.nesting) deep inside one another",
        at: location(offset..<offset))
    case .tooLarge:
      throw DiagnosticError(
        MarkdownDiagnostics.tooLarge, "the source is larger than 1 GiB", at: location(0..<0))
    }
  }
}

/// Whether the label of `[2311.00001]: Title` is a paper, which the line is about. A label such as `2399.00001`, which
/// cannot be an id, is a slip in one rather than the name of a link.
private func isPaperLabel(_ label: UnsafeBufferPointer<UInt8>) -> Bool {
  guard let first = label.first, first.isAlphanumeric else { return false }
  if let match = PaperIDScanner.match(label, at: 0, allowAnyURL: false) {
    return match.id.scheme == .arxiv && match.upper == label.count
  }
  let parts = label.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
  return parts.count == 2 && parts[0].count == 4 && 4...5 ~= parts[1].count
    && parts.allSatisfy { $0.allSatisfy(\.isDigit) }
}

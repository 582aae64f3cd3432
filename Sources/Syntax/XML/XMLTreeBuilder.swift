import DigestDiagnostics

/// Puts a tree together from start tags, texts and end tags.
struct XMLTreeBuilder {
  private let document: SourceDocument
  var names: [XMLName] = []
  /// Offset after the last tag, comment or processing instruction.
  var markupEnd: Int
  private var nodes: [XMLNodeRecord] = []
  private var attributes: [XMLAttributeRecord] = []
  private var spilled: [UInt8] = []
  private var open: [Int] = []
  private var pending: PendingText?
  private var failure: Diagnostic?
  private var findings: [Diagnostic] = []
  private var further = 0
  private var said: Set<String> = []

  /// A document of rubbish has no end of places where it is not well-formed.
  private static let mostFindings = 100

  /// Text whose end is not known yet.
  private struct PendingText {
    var range: SourceRange
    /// Among the spilled text; `nil` as long as the text is what its range holds.
    var spilledLower: Int?
  }

  init(document: SourceDocument, start: Int) {
    self.document = document
    markupEnd = start
  }

  /// The elements that are open, the innermost last.
  var openElements: [XMLNodeRecord] { open.suffix(1).map { nodes[$0] } }

  // MARK: - Elements

  mutating func start(name: Int, place: SourceRange) {
    endText()
    markupEnd = max(markupEnd, place.upper)
    guard failure == nil else { return }
    guard open.count < XMLTree.deepestNesting else {
      return report(
        XMLFinding(
          XMLDiagnostics.nestingLimit, "elements are nested deeper than \(XMLTree.deepestNesting), the limit"),
        at: place)
    }
    // Text after the end of the root in a document that is repaired.
    guard !open.isEmpty || nodes.isEmpty else { return }
    open.append(nodes.count)
    nodes.append(
      .element(name: name, lower: place.lower, tagUpper: place.upper, firstAttribute: attributes.count))
  }

  /// - Parameter written: where it stands in the start tag; `nil` where it is a default or in an entity.
  mutating func addAttribute(
    name: Int, value: UnsafeBufferPointer<UInt8>, written: XMLStartTag.Attribute?, tag: SourceRange,
    bytes: UnsafeBufferPointer<UInt8>
  ) {
    guard failure == nil, let owner = open.last, owner == nodes.count - 1 else { return }
    var slice: XMLTextSlice
    if let written, bytes[written.value.lower..<written.value.upper].elementsEqual(value) {
      slice = XMLTextSlice(written.value.lower..<written.value.upper, isSpilled: false)
    } else {
      slice = XMLTextSlice(spilled.count..<spilled.count + value.count, isSpilled: true)
      spilled.append(contentsOf: value)
    }
    attributes.append(
      XMLAttributeRecord(
        name: name, owner: owner, nameRange: written?.name ?? tag, valueRange: written?.value ?? tag,
        value: slice))
  }

  mutating func end(upper: Int) {
    endText()
    guard let element = open.popLast() else { return }
    nodes[element].end(upper: upper, next: nodes.count)
  }

  /// Closes elements whose end the parser does not report.
  mutating func closeElements(downTo count: Int, upper: Int) {
    while open.count > max(count, 0), failure == nil { end(upper: upper) }
  }

  // MARK: - Text

  /// Adds text that stands in the source as it is meant.
  mutating func addVerbatim(_ range: SourceRange, _ bytes: UnsafeBufferPointer<UInt8>) {
    guard !open.isEmpty, failure == nil else { return }
    guard var text = pending else {
      pending = PendingText(range: range)
      return
    }
    if text.spilledLower == nil, text.range.upper == range.lower {
      text.range.upper = range.upper
      pending = text
    } else {
      add(UnsafeBufferPointer(rebasing: bytes[range.lower..<range.upper]), in: range, bytes)
    }
  }

  /// Adds text that is written otherwise.
  /// - Parameter range: where it stands, or all since the last tag.
  mutating func add(
    _ text: UnsafeBufferPointer<UInt8>, in range: SourceRange, _ bytes: UnsafeBufferPointer<UInt8>
  ) {
    guard !open.isEmpty, failure == nil else { return }
    var pending = pending ?? PendingText(range: range, spilledLower: spilled.count)
    if pending.spilledLower == nil {
      pending.spilledLower = spilled.count
      spilled.append(contentsOf: bytes[pending.range.lower..<pending.range.upper])
    }
    spilled.append(contentsOf: text)
    pending.range.upper = max(pending.range.upper, range.upper)
    self.pending = pending
  }

  private mutating func endText() {
    guard let text = pending else { return }
    pending = nil
    let slice =
      text.spilledLower.map { XMLTextSlice($0..<spilled.count, isSpilled: true) }
      ?? XMLTextSlice(text.range.lower..<text.range.upper, isSpilled: false)
    nodes.append(.text(slice, range: text.range, next: nodes.count + 1))
  }

  // MARK: - Findings

  mutating func report(_ finding: XMLFinding, at range: SourceRange) {
    guard failure == nil else { return }
    if finding.isOncePerSummary, !said.insert(finding.summary).inserted { return }
    let id = finding.isRepaired ? XMLDiagnostics.repaired : finding.id
    let notes =
      finding.note.map { [Diagnostic.Note($0.summary, at: SourceLocation(document, $0.range))] } ?? []
    let diagnostic = Diagnostic(id, finding.summary, at: SourceLocation(document, range), notes: notes)
    if id.severity == .error {
      failure = diagnostic
    } else if findings.count < Self.mostFindings {
      findings.append(diagnostic)
    } else {
      further += 1
    }
  }

  mutating func finish() {
    closeElements(downTo: 0, upper: document.bytes.count)
    guard further > 0, let last = findings.last else { return }
    findings.append(
      Diagnostic(last.id, "\(further) more places are wrong in ways like these", at: last.location))
  }

  /// - Throws: what made reading end, or that there is no element.
  consuming func tree() throws(DiagnosticError) -> XMLTree {
    if let failure { throw DiagnosticError([failure]) }
    guard !nodes.isEmpty else {
      throw DiagnosticError(
        XMLDiagnostics.syntax, "found no element, expected a start tag",
        at: SourceLocation(document, SourceRange(at: document.bytes.count)))
    }
    return XMLTree(
      document: document, findings: findings, names: names, nodes: nodes, attributes: attributes,
      spilled: spilled)
  }
}

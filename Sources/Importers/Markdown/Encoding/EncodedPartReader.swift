import DigestDiagnostics
import DigestModel
import DigestSyntax

/// Reads the code blocks `yaml digest` of a file of our own: what Markdown has no form for, in the shape of our YAML.
///
/// Such a block is an entry, or what the heading above it does not say of its section. In other files it is code.
struct EncodedPartReader {
  let context: MarkdownContext

  init(_ context: MarkdownContext) { self.context = context }

  /// What a heading does not say.
  struct SectionMark {
    var kind: Digest.Section.Kind
    var enumerator: String?
    var heading: RichText
  }

  /// Whether a block may be an encoded part.
  func isPart(_ block: MarkdownBlock) -> Bool {
    guard context.isDigest, case .code(let info, _) = block.kind else { return false }
    return context.string(info) == "yaml digest"
  }

  /// The entry that a block encodes; `nil`, and a finding, where it does not.
  func entry(_ block: MarkdownBlock) -> Digest.Entry? {
    switch node(block) {
    case .success(let node):
      let reader = DigestEncodingReader(LocatedTree(document: context.document, grammar: .yaml, root: node)) {
        context.anchor(at: $0)
      }
      if let entry = reader.entry(node), !context.reportUnread(reader.diagnostics) { return entry }
    case .failure(let error): context.reportUnread(error.diagnostics)
    }
    return nil
  }

  /// What a block right below a heading says of the section; `nil` where it is something else.
  func sectionMark(_ block: MarkdownBlock?) -> SectionMark? {
    guard let block, isPart(block), case .success(let node) = node(block),
      let kind = Self.text(node["section"]).flatMap(Digest.Section.Kind.init)
    else { return nil }
    let heading = node["heading"]
    return SectionMark(
      kind: kind, enumerator: Self.text(node["enumerator"]),
      heading: RichText(
        markdown: Self.text(heading) ?? "", anchor: context.anchor(at: heading?.range ?? node.range)))
  }

  private static func text(_ node: LocatedNode?) -> String? {
    guard case .scalar(let scalar)? = node?.content else { return nil }
    return scalar.text
  }

  // MARK: - YAML inside Markdown

  /// The block as YAML, with the places that it has in the file.
  private func node(_ block: MarkdownBlock) -> Result<LocatedNode, DiagnosticError> {
    let (text, starts) = source(of: block)
    let place = { (offset: Int) -> Int in
      var (low, high) = (0, starts.count)
      while high - low > 1 {
        let middle = (low + high) / 2
        if starts[middle].inText <= offset { low = middle } else { high = middle }
      }
      return starts.isEmpty
        ? context.sourceOffset(block.range.lowerBound)
        : min(starts[low].inSource + offset - starts[low].inText, context.document.bytes.count)
    }
    do throws(DiagnosticError) {
      let tree = try YAMLReader.read(SourceDocument(name: context.document.name, bytes: text))
      return .success(tree.root.moved(by: place))
    } catch {
      let moved = error.diagnostics.map { diagnostic in
        let range = diagnostic.location.map { SourceRange(at: place($0.range.lower)) }
        return Diagnostic(
          diagnostic.id, diagnostic.summary, at: range.map { SourceLocation(context.document, $0) })
      }
      return .failure(DiagnosticError(moved))
    }
  }
}

extension EncodedPartReader {
  /// The lines between the fences as they stand in the source, since Markdown is written anew here and there before it
  /// is parsed; and where each of them begins.
  private func source(of block: MarkdownBlock) -> (text: [UInt8], starts: [(inText: Int, inSource: Int)]) {
    var text: [UInt8] = []
    var starts: [(inText: Int, inSource: Int)] = []
    guard let first = block.lines.first, let last = block.lines.last else { return (text, starts) }
    let bytes = context.document.bytes
    let end = context.sourceOffset(last.upperBound)
    // The first line of a mapping is not indented, so what stands before it belongs to the list around the block.
    let indent = context.column(of: first.lowerBound)
    var start = context.sourceOffset(first.lowerBound)
    while start <= end, start < bytes.count {
      starts.append((text.count, start))
      let next = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      text += bytes[start..<next]
      if text.last == 0x0D { text.removeLast() }
      text.append(0x0A)
      start = next + 1
      let margin = min(start + indent, bytes.count)
      while start < margin, bytes[start] == 0x20 { start += 1 }
    }
    return (text, starts)
  }
}

extension LocatedNode {
  /// The same with other places. As deep as YAML may be nested.
  fileprivate func moved(by place: (Int) -> Int) -> LocatedNode {
    let range = range.moved(by: place)
    switch content {
    case .scalar: return LocatedNode(content, range: range)
    case .sequence(let items):
      return LocatedNode(.sequence(items.map { $0.moved(by: place) }), range: range)
    case .mapping(let members):
      let moved = members.map {
        LocatedMember(key: $0.key, keyRange: $0.keyRange.moved(by: place), value: $0.value.moved(by: place))
      }
      return LocatedNode(.mapping(moved), range: range)
    }
  }
}

extension SourceRange {
  fileprivate func moved(by place: (Int) -> Int) -> SourceRange {
    let lower = place(self.lower)
    return SourceRange(lower, max(lower, place(upper)))
  }
}

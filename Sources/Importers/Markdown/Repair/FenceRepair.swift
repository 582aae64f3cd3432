import DigestDiagnostics
import DigestSyntax
import DigestText

/// What stands between two fences.
enum FenceContent {
  case code
  case nothing
  case outline(MarkdownBlock)
  /// Lines that are Markdown of their own.
  case digestText([Range<Int>])
}

/// Code fences around what is not code: digest text, drawn trees, nothing.
struct FenceRepair {
  let context: MarkdownContext
  let headings: SectionHeadings
  let papers: PaperReader
  let tables: TableReader
  let outlineRepair: OutlineRepair

  init(_ context: MarkdownContext, headings: SectionHeadings) {
    self.context = context
    self.headings = headings
    papers = PaperReader(context)
    tables = TableReader(context)
    outlineRepair = OutlineRepair(context, headings: headings)
  }

  /// What a fence holds; reports fences without a partner, and what is lost where one is opened.
  func content(
    ofFence block: MarkdownBlock, info: Range<Int>, isClosed: Bool, depth: Int
  ) -> FenceContent {
    let isEmpty = block.lines.allSatisfy { $0.isEmpty }
    if isEmpty {
      reportFence(block, isClosed: isClosed)
      // What its first line says stays, as a code block without lines.
      return isClosed || !info.isEmpty ? .code : .nothing
    }
    let language = context.string(info).lowercased()
    guard FenceWords.languagesOfText.contains(language), depth < StructureLimits.fences else {
      reportFence(block, isClosed: isClosed)
      return .code
    }
    // A fence around all sections may hold a drawn tree, too, and is text then.
    let isTree = !block.lines.dropFirst().contains { headings.sectionKind(ofLine: $0) != nil }
    if isTree, let list = outlineRepair.outline(block.lines) {
      reportFence(block, isClosed: isClosed)
      return .outline(list)
    }
    guard looksLikeDigest(block.lines) else {
      reportFence(block, isClosed: isClosed)
      return .code
    }
    reportFence(block, isClosed: isClosed)
    if !info.isEmpty {
      context.report(
        MarkdownImporterDiagnostics.openedFence,
        "the fence around this digest text is opened; its word \(quoted(context.string(info))) is not kept",
        at: info)
    }
    return .digestText(context.dedented(block.lines))
  }

  /// md4c reads a fence right below a table as a row: the table without it, or `nil` where there is none.
  func withoutFence(_ table: MarkdownBlock) -> MarkdownBlock? {
    guard let last = table.lines.last, table.lines.count > 1, context.starts(last, with: "```"),
      context.trimmed(last).count == 3
    else { return nil }
    var table = table
    table.lines.removeLast()
    reportFence(MarkdownBlock(kind: .paragraph, range: last), isClosed: false)
    return table
  }

  private func reportFence(_ block: MarkdownBlock, isClosed: Bool) {
    guard !isClosed else { return }
    let line = block.range.lowerBound..<min(block.range.upperBound, block.range.lowerBound + 3)
    context.report(
      MarkdownImporterDiagnostics.unbalancedFence,
      "this code fence has no partner; what follows is read as text",
      at: line, help: "remove the fence or close it")
  }

  /// Whether any line names a section, or several begin with a paper id or a bullet.
  func looksLikeDigest(_ lines: [Range<Int>]) -> Bool {
    var bullets = 0
    for line in lines {
      let line = context.trimmed(line)
      guard !line.isEmpty else { continue }
      if headings.sectionKind(ofLine: line) != nil || tables.isDelimiterRow(line) { return true }
      let first = context.bytes[line.lowerBound]
      let isBullet = first == UInt8(ascii: "*") || first == UInt8(ascii: "-") || first == UInt8(ascii: "+")
      if isBullet, line.count > 2, context.bytes[line.lowerBound + 1].isBlank { bullets += 1 }
      if papers.leadingPapers(in: line) != nil { return true }
    }
    return bullets > 0 && bullets * 2 >= lines.count
  }
}

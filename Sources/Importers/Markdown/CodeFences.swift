import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

/// Code fences around what is no code: digest text, drawn trees, nothing.
extension DigestReader {
  /// A fence that wraps digest text is opened: `nil` for a fence around code.
  func openedFence(
    _ block: MarkdownBlock, info: Range<Int>, isClosed: Bool, depth: Int
  ) throws(DiagnosticError) -> [MarkdownBlock]? {
    let isEmpty = block.lines.allSatisfy { $0.isEmpty }
    if isEmpty {
      reportFence(block, isClosed: isClosed)
      // What its first line says stays, as a code block without lines.
      return isClosed || !info.isEmpty ? nil : []
    }
    let language = string(info).lowercased()
    guard ["", "markdown", "md", "text", "txt", "plaintext", "tree"].contains(language), depth < 8 else {
      if !isClosed { reportFence(block, isClosed: isClosed) }
      return nil
    }
    // A fence around all sections may hold a drawn tree, too.
    let isTree = !block.lines.dropFirst().contains { sectionKind(ofLine: $0) != nil }
    if isTree, let list = outline(block.lines) {
      reportFence(block, isClosed: isClosed)
      return [list]
    }
    guard looksLikeDigest(block.lines) else {
      if !isClosed { reportFence(block, isClosed: isClosed) }
      return nil
    }
    reportFence(block, isClosed: isClosed)
    if !info.isEmpty {
      report(
        MarkdownImporterDiagnostics.openedFence,
        "the fence around this digest text is opened; its word \(quoted(string(info))) is not kept", at: info)
    }
    return try repaired(reparsed(dedented(block.lines)), depth: depth + 1)
  }

  /// md4c reads a fence right below a table as a row: the table without it, or `nil` where there is none.
  func fenceFreed(_ table: MarkdownBlock) -> MarkdownBlock? {
    guard let last = table.lines.last, table.lines.count > 1, starts(last, with: "```"),
      trimmed(last).count == 3
    else { return nil }
    var table = table
    table.lines.removeLast()
    reportFence(MarkdownBlock(kind: .paragraph, range: last), isClosed: false)
    return table
  }

  private func reportFence(_ block: MarkdownBlock, isClosed: Bool) {
    guard !isClosed else { return }
    let line = block.range.lowerBound..<min(block.range.upperBound, block.range.lowerBound + 3)
    report(
      MarkdownImporterDiagnostics.unbalancedFence,
      "this code fence has no partner; what follows is read as text",
      at: line, help: "remove the fence or close it")
  }

  /// Whether any line names a section, or several begin with a paper id or a bullet.
  func looksLikeDigest(_ lines: [Range<Int>]) -> Bool {
    var bullets = 0
    for line in lines {
      let line = trimmed(line)
      guard !line.isEmpty else { continue }
      if sectionKind(ofLine: line) != nil || isDelimiterRow(line) { return true }
      let first = text.bytes[line.lowerBound]
      let isBullet = first == UInt8(ascii: "*") || first == UInt8(ascii: "-") || first == UInt8(ascii: "+")
      if isBullet, line.count > 2, text.bytes[line.lowerBound + 1].isBlank { bullets += 1 }
      if leadingPapers(in: line) != nil { return true }
    }
    return bullets > 0 && bullets * 2 >= lines.count
  }

  /// The lines without the indentation that all of them have.
  func dedented(_ lines: [Range<Int>]) -> [Range<Int>] {
    let indents = lines.filter { !trimmed($0).isEmpty }.map { text.bytes[$0].prefix { $0.isBlank }.count }
    let indent = indents.min() ?? 0
    return lines.map { min($0.lowerBound + indent, $0.upperBound)..<$0.upperBound }
  }
}

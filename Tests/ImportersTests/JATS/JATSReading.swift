import DigestDiagnostics
import DigestImporters
import DigestModel

/// What the importer makes of an article, in lines that can be compared.
struct JATSReading {
  let digest: Digest
  let findings: [String]

  init(_ text: String) throws {
    let document = SourceDocument(name: "a.xml", text: text)
    let result = try JATSImporter().read(document)
    let lines = LineTable(document.bytes)
    digest = result.digest
    findings = result.diagnostics.map { diagnostic in
      let place = diagnostic.location.map { "\(lines.position(of: $0.range.lower)): " } ?? ""
      return "\(place)\(diagnostic.summary) [\(diagnostic.id)]"
    }
  }

  /// An article with a body.
  init(body: String) throws { try self.init("<article><body>\(body)</body></article>") }

  /// An article with references.
  init(references: String) throws {
    try self.init("<article><back><ref-list>\(references)</ref-list></back></article>")
  }

  /// The sections, a heading and its blocks a line each.
  var lines: [String] {
    digest.sections.flatMap { section in
      let heading = [section.enumerator, section.heading.markdown].compactMap(\.self).joined(separator: " ")
      return ["# " + heading] + section.entries.flatMap(Self.lines)
    }
  }

  private static func lines(_ entry: Digest.Entry) -> [String] {
    guard case .block(let block) = entry else { return ["\(entry)"] }
    return lines(block)
  }

  static func lines(_ block: Digest.Block) -> [String] {
    switch block {
    case .paragraph(let text): [text.markdown.replacing("\n", with: "⏎")]
    case .heading(let heading): [String(repeating: "#", count: heading.level) + " " + heading.text.markdown]
    case .list(let list):
      list.items.flatMap { item in
        let blocks = item.blocks.flatMap(lines)
        let mark = item.enumerator ?? (list.isOrdered ? "?" : "-")
        return [mark + " " + (blocks.first ?? "")] + blocks.dropFirst().map { "  " + $0 }
      }
    case .quote(let quote): quote.blocks.flatMap(lines).map { "> " + $0 }
    case .code(let code): ["```\(code.info) " + code.text.replacing("\n", with: "⏎")]
    case .table(let table):
      ([table.header] + table.rows.map(\.cells)).map { "| " + $0.map(\.markdown).joined(separator: " | ") }
    case .thematicBreak: ["---"]
    }
  }
}

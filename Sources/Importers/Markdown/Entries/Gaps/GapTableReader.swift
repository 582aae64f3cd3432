import DigestModel
import DigestSyntax

/// Gaps that are rows of a table.
struct GapTableReader {
  let context: MarkdownContext
  let marks: MarkReader
  let tables: TableReader
  let entryTables: EntryTableReader

  init(_ context: MarkdownContext) {
    self.context = context
    marks = MarkReader(context)
    tables = TableReader(context)
    entryTables = EntryTableReader(context)
  }

  /// A table with columns of gaps and of opportunities: a row is a gap, the first other column its title.
  func gapRows(_ block: MarkdownBlock) -> [Digest.Entry]? {
    var rows = tables.tableRows(block)
    guard rows.count > 1 else { return nil }
    let header = rows.removeFirst().cells
    let roles = header.map { cell -> Digest.Gap.Part.Role in
      let words = marks.unwrapped(cell)
      guard !words.isEmpty else { return .body }
      func matches(_ labels: LabelSet) -> Bool {
        context.length(of: labels, atStartOf: words) != nil
      }
      return matches(GapWords.opportunities) ? .opportunity : matches(GapWords.gaps) ? .gap : .body
    }
    guard roles.contains(.opportunity) else { return nil }
    // A column after the gap says more of it: where it comes from, how certain it is.
    let title = roles.prefix { $0 != .gap }.firstIndex(of: .body)
    return (title == nil ? [] : entryTables.headerWords(header))
      + rows.map { row in
        var gap = Digest.Gap(anchor: context.anchor(row.line))
        for (column, cell) in row.cells.enumerated() where !context.trimmed(cell).isEmpty {
          if column == title {
            gap.title = context.richText(marks.unwrapped(cell))
          } else {
            gap.parts.append(
              Digest.Gap.Part(
                role: column < roles.count ? roles[column] : .body,
                label: column < header.count ? context.richTextIfAny(marks.unwrapped(header[column])) : nil,
                text: context.richText(cell),
                anchor: context.anchor(cell)))
          }
        }
        return .gap(gap)
      }
  }
}

import DigestModel
import DigestSyntax
import DigestText

extension DigestReader {
  /// A table with columns of gaps and of opportunities: a row is a gap, the first other column its title.
  func gapRows(_ block: MarkdownBlock) -> [Digest.Entry]? {
    var rows = tableRows(block)
    guard rows.count > 1 else { return nil }
    let header = rows.removeFirst().cells
    let roles = header.map { cell -> Digest.Gap.Part.Role in
      let words = unwrapped(cell)
      guard !words.isEmpty else { return .body }
      func matches(_ labels: LabelSet) -> Bool {
        labels.match(text.bytes, at: words.lowerBound, before: words.upperBound) != nil
      }
      return matches(Self.opportunityLabels) ? .opportunity : matches(Self.gapLabels) ? .gap : .body
    }
    guard roles.contains(.opportunity) else { return nil }
    // Behind the gap a column says more of it: where it is from, how sure it is.
    let title = roles.prefix { $0 != .gap }.firstIndex(of: .body)
    return (title == nil ? [] : headerWords(header))
      + rows.map { row in
        var gap = Digest.Gap(anchor: anchor(row.line))
        for (column, cell) in row.cells.enumerated() where !trimmed(cell).isEmpty {
          if column == title {
            gap.title = richText(unwrapped(cell))
          } else {
            gap.parts.append(
              Digest.Gap.Part(
                role: column < roles.count ? roles[column] : .body,
                label: column < header.count ? richTextIfAny(unwrapped(header[column])) : nil,
                text: richText(cell),
                anchor: anchor(cell)))
          }
        }
        return .gap(gap)
      }
  }
}

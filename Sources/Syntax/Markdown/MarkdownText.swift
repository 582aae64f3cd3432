import DigestDiagnostics
import DigestText

/// The bytes of a Markdown source with room for texts that are put together from several lines, so that every text
/// is one contiguous range, and with the way back from each byte to its place in the source.
package struct MarkdownText: Sendable {
  /// The source as it came, followed by the texts that were put together.
  package private(set) var bytes: [UInt8]
  private let sourceCount: Int
  /// Where each stretch of put-together text begins, and its first byte's offset in the source. Ascending.
  private var stretches: [Stretch] = []

  private struct Stretch {
    var start: Int
    var origin: Int
    /// Whether none of its bytes are in the source: all of them count as the byte at `origin`.
    var isInserted = false
  }

  package init(_ source: [UInt8]) {
    bytes = source
    sourceCount = source.count
  }

  /// The offset in the source of a byte; put-together spaces count as the byte before them.
  package func sourceOffset(_ offset: Int) -> Int {
    guard offset >= sourceCount, !stretches.isEmpty else { return min(offset, sourceCount) }
    let stretch = stretches[indexOfStretch(at: offset)]
    return stretch.isInserted ? stretch.origin : stretch.origin + (offset - stretch.start)
  }

  /// The last stretch that does not begin after an offset.
  private func indexOfStretch(at offset: Int) -> Int {
    var low = 0
    var high = stretches.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if stretches[middle].start <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The range in the source from the first to the last byte of a range.
  package func sourceRange(_ range: Range<Int>) -> SourceRange {
    guard !range.isEmpty else { return SourceRange(at: sourceOffset(range.lowerBound)) }
    return SourceRange(sourceOffset(range.lowerBound), sourceOffset(range.upperBound - 1) + 1)
  }

  /// Puts ranges together, one `separator` between two, and returns where the result lies.
  ///
  /// A single range is returned as it is. Nothing is copied then.
  /// - Complexity: O(n log m) for n bytes from m stretches.
  package mutating func join(_ ranges: [Range<Int>], separator: UInt8?) -> Range<Int> {
    if ranges.count == 1 { return ranges[0] }
    let start = bytes.count
    // Appending a slice of an array to the array itself copies all of it each time.
    var joined: [UInt8] = []
    joined.reserveCapacity(ranges.reduce(0) { $0 + $1.count + 1 })
    for (number, range) in ranges.enumerated() {
      if number > 0, let separator { joined.append(separator) }
      append(range, to: &joined)
    }
    bytes += joined
    return start..<bytes.count
  }

  /// Copies the stretch to a text that is to stand at the end, remembering where it came from. A range may itself be put
  /// together.
  private mutating func append(_ range: Range<Int>, to joined: inout [UInt8]) {
    var lower = range.lowerBound
    while lower < range.upperBound {
      let (origin, end, isInserted) = stretch(at: lower)
      let upper = min(range.upperBound, end)
      stretches.append(Stretch(start: bytes.count + joined.count, origin: origin, isInserted: isInserted))
      joined.append(contentsOf: bytes[lower..<upper])
      lower = upper
    }
  }

  /// The source offset of a byte and the end of the stretch whose bytes follow one another in the source.
  private func stretch(at offset: Int) -> (origin: Int, end: Int, isInserted: Bool) {
    guard offset >= sourceCount, !stretches.isEmpty else { return (offset, sourceCount, false) }
    let index = indexOfStretch(at: offset)
    let end = index + 1 < stretches.count ? stretches[index + 1].start : bytes.count
    return (sourceOffset(offset), end, stretches[index].isInserted)
  }

  /// Writes a range anew with changes, and returns where the result lies.
  /// - Parameter edits: ascending, not overlapping, counted from the beginning of the range; nothing is copied where
  ///   there are none.
  /// - Complexity: O(n log m) for n bytes from m stretches.
  package mutating func rewrite(_ range: Range<Int>, _ edits: [MarkdownEdit]) -> Range<Int> {
    guard !edits.isEmpty else { return range }
    let start = bytes.count
    var written: [UInt8] = []
    written.reserveCapacity(range.count + edits.reduce(0) { $0 + $1.replacement.count })
    var lower = range.lowerBound
    for edit in edits {
      append(lower..<range.lowerBound + edit.range.lowerBound, to: &written)
      lower = range.lowerBound + edit.range.upperBound
      if !edit.replacement.isEmpty {
        // What replaces a text stands where that ends, and what is put in where the byte before stands.
        let origin = sourceOffset(max(lower - 1, range.lowerBound))
        stretches.append(Stretch(start: start + written.count, origin: origin, isInserted: true))
        written += edit.replacement
      }
    }
    append(lower..<range.upperBound, to: &written)
    bytes += written
    return start..<bytes.count
  }

  /// A range without the spaces, tabs, line ends and no-break spaces at both ends.
  package func trimmed(_ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper {
      if bytes[lower].isSpace {
        lower += 1
      } else if bytes[lower] == 0xC2, lower + 1 < upper, bytes[lower + 1] == 0xA0 {
        lower += 2
      } else {
        break
      }
    }
    while upper > lower {
      if bytes[upper - 1].isSpace {
        upper -= 1
      } else if bytes[upper - 1] == 0xA0, upper - 2 >= lower, bytes[upper - 2] == 0xC2 {
        upper -= 2
      } else {
        break
      }
    }
    return lower..<upper
  }
}

/// A change to a text.
package struct MarkdownEdit: Equatable, Sendable {
  package var range: Range<Int>
  /// Has no bytes of its own in the source.
  package var replacement: [UInt8]

  package init(_ range: Range<Int>, _ replacement: [UInt8] = []) {
    self.range = range
    self.replacement = replacement
  }
}

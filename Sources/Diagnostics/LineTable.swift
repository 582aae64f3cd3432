/// A place as people and editors count it: line and column from 1, the column in UTF-8 bytes.
public struct SourcePosition: Hashable, Sendable, CustomStringConvertible {
  /// 1-based.
  public var line: Int
  /// 1-based, UTF-8 bytes.
  public var column: Int

  /// - Parameters:
  ///   - line: 1-based.
  ///   - column: 1-based, UTF-8 bytes.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// `line:column`.
  public var description: String { "\(line):\(column)" }
}

/// Where each line of a source starts. LF, CRLF and a lone CR end a line.
///
/// Making one takes a pass over the bytes, so renderers make it when the first message is shown, not before.
public struct LineTable: Sendable {
  /// Offset of each line's first byte; the first is 0.
  private let starts: [Int]
  private let count: Int
  /// A byte order mark takes no column of its own.
  private let hasByteOrderMark: Bool
  private let firstLine: Int

  /// - Parameter bytes: a whole source; a byte order mark at its beginning takes no column.
  /// - Complexity: O(n) in the bytes.
  public init(_ bytes: [UInt8]) { self.init(bytes, firstLine: 1) }

  /// - Complexity: O(n) in the bytes.
  package init(_ document: SourceDocument) { self.init(document.bytes, firstLine: document.firstLine) }

  private init(_ bytes: [UInt8], firstLine: Int) {
    self.firstLine = firstLine
    var starts = [0]
    bytes.withUnsafeBufferPointer { buffer in
      var i = 0
      while i < buffer.count {
        let byte = buffer[i]
        i &+= 1
        if byte == 0x0A {
          starts.append(i)
        } else if byte == 0x0D {
          if i < buffer.count, buffer[i] == 0x0A { i &+= 1 }
          starts.append(i)
        }
      }
    }
    self.starts = starts
    count = bytes.count
    hasByteOrderMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
  }

  /// The line and column of an offset.
  /// - Parameter offset: 0-based, UTF-8 bytes; one after the end is taken as the end.
  /// - Complexity: O(log lines).
  public func position(of offset: Int) -> SourcePosition {
    let offset = min(max(offset, 0), count)
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    var column = offset - starts[low] + 1
    if low == 0, hasByteOrderMark { column = max(1, column - 3) }
    return SourcePosition(line: low + firstLine, column: column)
  }

  /// The 0-based offset of a line's first byte.
  /// - Parameter line: 1-based; clamped to the lines there are.
  public func start(ofLine line: Int) -> Int { starts[min(max(line, 1), starts.count) - 1] }
}

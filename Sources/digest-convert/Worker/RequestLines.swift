import DigestConversion
import DigestPlatform

/// Cuts the bytes of standard input into requests. Of a line that is too long no more is kept than the limit.
struct RequestLines {
  enum Line {
    case request([UInt8])
    /// Its id, where it was found.
    case tooLong(RequestID?)
  }

  private let limit: Int
  /// The beginning of the line that is being read.
  private var line: [UInt8] = []
  /// Looks through a line that is too long.
  private var scanner: RequestIDScanner?

  /// - Parameter limit: the most bytes of a line without its end.
  init(limit: Int) { self.limit = limit }

  /// Takes the bytes that come next, and gives the lines that end in them.
  mutating func take(_ bytes: UnsafeRawBufferPointer, _ give: (Line) -> Void) {
    var rest = bytes
    while let end = rest.firstLineEnd {
      add(UnsafeRawBufferPointer(rebasing: rest[..<end]))
      give(endLine())
      rest = UnsafeRawBufferPointer(rebasing: rest[(end + 1)...])
    }
    add(rest)
  }

  /// The last line, which has no end; `nil` where there is none.
  mutating func finish() -> Line? { line.isEmpty && scanner == nil ? nil : endLine() }

  private mutating func add(_ bytes: UnsafeRawBufferPointer) {
    if scanner != nil {
      scanner?.scan(bytes)
    } else if line.count + bytes.count <= limit {
      line += bytes
    } else {
      var scanner = RequestIDScanner()
      scanner.scan(line)
      scanner.scan(bytes)
      self.scanner = scanner
      line = []
    }
  }

  private mutating func endLine() -> Line {
    defer {
      line = []
      scanner = nil
    }
    if var scanner { return .tooLong(scanner.finish()) }
    return .request(line)
  }
}

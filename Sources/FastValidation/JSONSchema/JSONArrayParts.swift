import DigestText

/// Cuts a long JSON array of objects, as `JSONWriter` writes one, into shorter ones that are looked at on their own.
///
/// A cut cannot make a wrong document right, wherever it is: if `[a]` and `[b]` are arrays of valid elements, neither of
/// them empty, so is `[a,b]`.
struct JSONArrayParts {
  /// Shorter texts are not worth another thread.
  private static let fewestBytes = 100_000

  private let bytes: [UInt8]
  /// Each begins after the bracket, or after a comma before an object.
  private let ranges: [Range<Int>]

  /// - Returns: `nil` where the text is short, or shows no place to cut it.
  init?(_ bytes: [UInt8], for workers: Workers) {
    let wanted = workers.parts(of: bytes.count, fewest: Self.fewestBytes)
    guard wanted.count > 1, bytes.first == UInt8(ascii: "[") else { return nil }
    var starts = [1]
    for part in wanted.dropFirst() where part.lowerBound >= starts[starts.count - 1] {
      guard let start = Self.elementStart(in: bytes, from: part.lowerBound) else { break }
      starts.append(start)
    }
    guard starts.count > 1 else { return nil }
    self.bytes = bytes
    ranges = zip(starts, starts.dropFirst().map { $0 - 1 } + [bytes.count]).map { $0..<$1 }
  }

  var count: Int { ranges.count }

  /// The elements of one part as an array; the last one has the end of the text.
  subscript(number: Int) -> [UInt8] {
    var part: [UInt8] = []
    part.reserveCapacity(ranges[number].count + 2)
    part.append(UInt8(ascii: "["))
    part += bytes[ranges[number]]
    if number < count - 1 { part.append(UInt8(ascii: "]")) }
    return part
  }

  /// After the comma between two objects.
  private static func elementStart(in bytes: [UInt8], from start: Int) -> Int? {
    bytes.withUnsafeBufferPointer { $0.firstOffset(of: "\n  },\n  {", from: start) }.map { $0 + 5 }
  }
}

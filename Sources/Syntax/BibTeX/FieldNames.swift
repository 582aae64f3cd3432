import DigestDiagnostics
import DigestText

/// The names of the fields of one entry, without regard to case, to find the one that is repeated.
///
/// An entry has a few fields, whose names are compared with each other: a dictionary for each entry took 1.5 % of a
/// conversion to five formats. Where there are many more, their names go into a dictionary, so that time stays linear.
struct FieldNames {
  private static let few = 24

  private var ranges: [SourceRange] = []
  private var others: [String: SourceRange] = [:]

  /// - Parameter range: where the name stands in `bytes`.
  /// - Returns: where the same name stood before, or `nil`.
  mutating func insert(_ name: @autoclosure () -> String, _ range: SourceRange, in bytes: [UInt8])
    -> SourceRange?
  {
    for known in ranges where Self.areSame(known, range, bytes) { return known }
    if ranges.count < Self.few {
      if ranges.isEmpty { ranges.reserveCapacity(12) }
      ranges.append(range)
      return nil
    }
    let name = name().lowercased()
    let known = others[name]
    if known == nil { others[name] = range }
    return known
  }

  private static func areSame(_ a: SourceRange, _ b: SourceRange, _ bytes: [UInt8]) -> Bool {
    guard a.count == b.count else { return false }
    for i in 0..<a.count where bytes[a.lower + i].lowercased != bytes[b.lower + i].lowercased { return false }
    return true
  }
}

import DigestDiagnostics

/// Shares the numbers of places among sources that become one output.
enum SourcePlaces {
  /// For what is noted whatever the length of a source is.
  private static let fewest = 1 << 12

  /// By the lengths of the sources: a byte has several numbers, so a source seldom uses up its own. What comes after that
  /// has no place in messages.
  static func shares(of sources: [SourceDocument]) -> [Range<UInt32>] {
    let lengths = sources.map { source in
      source.companions.reduce(source.bytes.count) { $0 + $1.bytes.count } + Self.fewest
    }
    let share = Int(UInt32.max) / max(1, lengths.reduce(0, +))
    var start = 0
    return lengths.map { length in
      let lower = start
      start = min(Int(UInt32.max), start + max(1, share) * length)
      return UInt32(clamping: lower)..<UInt32(clamping: start)
    }
  }
}

import DigestDiagnostics

/// Ties a node of the model to its place in a `SourceMap`.
///
/// Every anchor equals every other: where a node was written is not part of what it says, so the same digest read
/// from Markdown and from YAML is equal.
public struct SourceAnchor: Hashable, Sendable {
  /// The number of a place in a `SourceMap`; `UInt32.max` for a node that comes from no source.
  package let index: UInt32

  package init(index: UInt32) { self.index = index }

  /// For nodes that a program made.
  public static let none = SourceAnchor(index: .max)

  /// Always `true`.
  public static func == (a: SourceAnchor, b: SourceAnchor) -> Bool { true }
  /// Hashes nothing, since all anchors are equal.
  public func hash(into hasher: inout Hasher) {}
}

/// The byte range in the source of every node of one digest, beside the digest; or those of several digests.
public struct SourceMap: Sendable {
  /// The source the ranges are of; `nil` for a digest that a program made, and where there are several sources. Of a
  /// source of several files the one that was named.
  public let document: SourceDocument?
  /// The anchors of this map and of its parts: from the first one to before the second.
  private var space: (lower: UInt32, upper: UInt32)
  /// Anchors from here on are those of its parts.
  private var limit: UInt32
  private var lowers: [UInt32] = []
  private var uppers: [UInt32] = []
  /// The other files of a source, and for each range which file it is of, 0 for `document`. Empty where there are none.
  private var others: [SourceDocument] = []
  private var owners: [UInt8] = []
  /// Maps that were split from this one, or those of several sources, with anchors of their own.
  private var parts: [SourceMap] = []

  /// Makes a map without ranges.
  public init(document: SourceDocument?) {
    self.document = document
    space = document.map { ($0.places.lowerBound, $0.places.upperBound) } ?? (0, .max)
    limit = space.upper
  }

  /// Joins the maps of several sources.
  /// - Parameter maps: in the order of their anchors (`SourceDocument.places`).
  package init(joining maps: [SourceMap]) {
    document = nil
    space = (0, 0)
    limit = 0
    parts = maps
  }

  /// The sources, in their order.
  package var documents: [SourceDocument] {
    document.map { [$0] } ?? parts.flatMap(\.documents)
  }

  /// Notes a range and returns its anchor.
  /// - Parameter range: 0-based UTF-8 byte offsets, below 4 GiB.
  public mutating func add(_ range: SourceRange) -> SourceAnchor {
    let index = next
    guard index < limit else { return .none }
    lowers.append(UInt32(clamping: range.lower))
    uppers.append(UInt32(clamping: range.upper))
    return SourceAnchor(index: index)
  }

  /// Notes a range of one of the files of a source.
  /// - Parameters:
  ///   - range: 0-based UTF-8 byte offsets, below 4 GiB.
  ///   - file: `document`, or one that stands beside it; a source has at most 256 files.
  public mutating func add(_ range: SourceRange, in file: SourceDocument) -> SourceAnchor {
    let owner = owner(file)
    let anchor = add(range)
    if owner > 0 || !owners.isEmpty {
      // Ranges that were noted before are of `document`.
      while owners.count < lowers.count { owners.append(0) }
      owners[owners.count - 1] = owner
    }
    return anchor
  }

  private mutating func owner(_ file: SourceDocument) -> UInt8 {
    if file === document { return 0 }
    if let index = others.lastIndex(where: { $0 === file }) { return UInt8(clamping: index + 1) }
    others.append(file)
    return UInt8(clamping: others.count)
  }

  private var next: UInt32 { space.lower + UInt32(truncatingIfNeeded: lowers.count) }

  /// The range an anchor stands for, or `nil` for `SourceAnchor.none`.
  public func range(of anchor: SourceAnchor) -> SourceRange? {
    guard holds(anchor) else { return part(of: anchor)?.range(of: anchor) }
    let position = Int(anchor.index - space.lower)
    return SourceRange(Int(lowers[position]), Int(uppers[position]))
  }

  /// The range with its document, as messages need it.
  public func location(of anchor: SourceAnchor) -> SourceLocation? {
    guard holds(anchor) else { return part(of: anchor)?.location(of: anchor) }
    guard let document, let range = range(of: anchor) else { return nil }
    let position = Int(anchor.index - space.lower)
    let owner = position < owners.count ? Int(owners[position]) : 0
    return SourceLocation(owner == 0 || owner > others.count ? document : others[owner - 1], range)
  }

  private func holds(_ anchor: SourceAnchor) -> Bool { anchor.index >= space.lower && anchor.index < next }

  private func part(of anchor: SourceAnchor) -> SourceMap? {
    guard document == nil else {
      return parts.first { $0.space.lower <= anchor.index && anchor.index < $0.space.upper }
    }
    // Of several sources, the last that begins at or before the anchor.
    var (lower, upper) = (0, parts.count)
    while lower < upper {
      let middle = (lower + upper) / 2
      if parts[middle].space.lower <= anchor.index { lower = middle + 1 } else { upper = middle }
    }
    return lower == 0 ? nil : parts[lower - 1]
  }

  // MARK: - Parts

  /// Maps for parts of the source that are read at the same time: no two of them, nor this one, give the same anchor.
  /// To be put back with `append`.
  package mutating func split(into count: Int) -> [SourceMap] {
    let share = (limit - next) / UInt32(count + 1)
    let end = limit
    limit = next + share
    let first = limit
    return (0..<UInt32(count)).map { number in
      var part = SourceMap(document: document)
      part.space = (first + number * share, number + 1 == count ? end : first + (number + 1) * share)
      part.limit = part.space.upper
      return part
    }
  }

  /// - Parameter part: made by `split`.
  package mutating func append(_ part: SourceMap) { parts.append(part) }
}

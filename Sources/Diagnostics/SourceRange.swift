/// A half-open range of a source: 0-based offsets of UTF-8 bytes.
public struct SourceRange: Hashable, Sendable {
  /// Offset of the first byte, 0-based.
  public var lower: Int
  /// Offset after the last byte, 0-based; equal to `lower` for a place between two bytes.
  public var upper: Int

  /// - Parameters:
  ///   - lower: offset of the first byte, 0-based.
  ///   - upper: offset after the last byte; clamped to `lower` where it is smaller.
  public init(_ lower: Int, _ upper: Int) {
    self.lower = lower
    self.upper = max(lower, upper)
  }

  /// An empty range.
  /// - Parameter offset: 0-based, UTF-8 bytes.
  public init(at offset: Int) { self.init(offset, offset) }

  /// How many bytes it has.
  public var count: Int { upper - lower }
}

/// A block of entries that belong together.
public struct Block {
  public var entries: [String]

  public init(entries: [String]) { self.entries = entries }
}

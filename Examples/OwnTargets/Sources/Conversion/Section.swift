/// A part of a reading list.
public struct Section {
  public var heading: String
  public var entries: [String]

  public init(heading: String, entries: [String]) {
    self.heading = heading
    self.entries = entries
  }
}

/// Where a reading list comes from.
public struct Source {
  public var name: String

  public init(name: String) { self.name = name }
}

/// What a reading list is about.
public struct Topic {
  public var name: String

  public init(name: String) { self.name = name }
}

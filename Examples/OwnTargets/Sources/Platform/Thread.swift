/// A discussion of a paper.
public struct Thread {
  public var title: String

  public init(title: String) { self.title = title }
}

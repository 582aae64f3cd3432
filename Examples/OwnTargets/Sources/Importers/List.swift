/// The ids of papers to read.
public struct List {
  public var ids: [String]

  public init(ids: [String]) { self.ids = ids }
}

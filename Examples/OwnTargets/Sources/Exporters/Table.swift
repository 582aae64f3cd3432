/// Columns of a text table.
public struct Table {
  public var columns: [String]

  public init(columns: [String]) { self.columns = columns }
}

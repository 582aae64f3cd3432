/// The names of the fields that every entry has.
public struct Schema {
  public var fields: [String]

  public init(fields: [String]) { self.fields = fields }
}

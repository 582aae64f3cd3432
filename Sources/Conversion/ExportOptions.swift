/// What a caller can choose about the outputs. Each format with choices has one member here, a type of its own
/// with a default.
public struct ExportOptions: Sendable {
  public init() {}
}

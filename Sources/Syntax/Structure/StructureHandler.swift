/// What a scanner of YAML or JSON hands a document to, piece by piece. Each call returns whether to go on.
package protocol StructureHandler {
  mutating func begin(isMapping: Bool) -> Bool
  mutating func end() -> Bool
  mutating func key(_ name: UnsafeBufferPointer<UInt8>) -> Bool
  /// - Parameter text: decoded text, or the spelling of a number; valid during the call.
  mutating func scalar(_ kind: LocatedScalar.Kind, _ text: UnsafeBufferPointer<UInt8>) -> Bool
}

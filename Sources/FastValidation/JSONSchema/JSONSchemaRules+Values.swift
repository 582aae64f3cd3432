import DigestSyntax
import DigestText

// How a value is held against a rule.

extension JSONSchemaRules {
  /// Which property of a rule has a name.
  /// - Parameter last: the property after which to begin to look: members mostly come in the order of the schema.
  func property(_ name: UnsafeBufferPointer<UInt8>, of rule: Int, after last: Int?) -> Int? {
    let range = rules[rule].properties
    var index = last.map { $0 + 1 } ?? 0
    for _ in range {
      if index >= range.count { index = 0 }
      if isSame(properties[range.lowerBound + index].name, name) { return index }
      index += 1
    }
    return nil
  }

  /// Which property of a rule has the name of a property of another rule.
  /// - Parameter index: where it most likely stands.
  func property(_ name: Range<Int>, of rule: Int, at index: Int) -> Int? {
    let range = rules[rule].properties
    if index < range.count, schema.isSame(properties[range.lowerBound + index].name, name) { return index }
    return range.indices.first { schema.isSame(properties[$0].name, name) }.map { $0 - range.lowerBound }
  }

  /// How many of some rules a scalar follows.
  func countFollowed(
    _ some: Range<Int>, _ kind: LocatedScalar.Kind, _ text: UnsafeBufferPointer<UInt8>
  ) -> Int {
    var count = 0
    for rule in some where follows(rule, kind, text) { count += 1 }
    return count
  }

  private func follows(_ rule: Int, _ kind: LocatedScalar.Kind, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let types = rules[rule].types
    switch kind {
    case .null: guard types.contains(.null) else { return false }
    case .boolean: guard types.contains(.boolean) else { return false }
    case .text:
      guard types.contains(.string) else { return false }
      let length = rules[rule].length
      if length.isBound, !length.contain(text.reduce(0) { $0 + ($1.isContinuation ? 0 : 1) }) { return false }
    case .number:
      guard types.contains(.number) || types.contains(.integer), text.count < 16, text.allSatisfy(\.isDigit)
      else {
        return false
      }
      let value = Double(text.reduce(0) { $0 * 10 + $1.digitValue })
      guard value >= rules[rule].minimum, value <= rules[rule].maximum else { return false }
    }
    guard let allowed = rules[rule].allowed else { return true }
    // Numbers of another spelling can be equal, too; that is left to the evaluator.
    return allowed.contains { isKind(schema.values[$0].kind, kind) && isSame(schema.values[$0].range, text) }
  }

  private func isKind(_ own: JSONOutline.Kind, _ kind: LocatedScalar.Kind) -> Bool {
    switch kind {
    case .text: own == .text
    case .number: own == .number
    case .boolean: own == .boolean
    case .null: own == .null
    }
  }

  func isSame(_ name: Range<Int>, _ other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard name.count == other.count else { return false }
    for k in 0..<name.count where schema.bytes[name.lowerBound + k] != other[k] { return false }
    return true
  }
}

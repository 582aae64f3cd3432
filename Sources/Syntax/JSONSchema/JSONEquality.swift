import DigestText

// Equality as JSON Schema defines it (draft 2020-12, section 4.2.2): numbers by their value, members in any order.

extension LocatedNode {
  /// The one type of the value; a number without fraction is an integer.
  var jsonType: JSONSchema.Types {
    switch content {
    case .mapping: .object
    case .sequence: .array
    case .scalar(let scalar):
      switch scalar.kind {
      case .text: .string
      case .boolean: .boolean
      case .null: .null
      case .number: CanonicalNumber(scalar.text).isInteger ? [.number, .integer] : .number
      }
    }
  }

  func isEqual(to other: LocatedNode) -> Bool {
    if case .scalar(let a) = content, case .scalar(let b) = other.content {
      guard a.kind == b.kind else { return false }
      if a.kind == .text { return a.text.utf8.elementsEqual(b.text.utf8) }
    }
    return CanonicalValue(self) == CanonicalValue(other)
  }
}

/// A value that is equal to another where JSON Schema calls them equal.
indirect enum CanonicalValue: Hashable {
  case null
  case boolean(Bool)
  case number(CanonicalNumber)
  case text([UInt8])
  case list([CanonicalValue])
  case mapping([[UInt8]: CanonicalValue])

  init(_ node: LocatedNode) {
    switch node.content {
    case .sequence(let items): self = .list(items.map(CanonicalValue.init))
    case .mapping(let members):
      var values: [[UInt8]: CanonicalValue] = [:]
      for member in members { values[Array(member.key.utf8)] = CanonicalValue(member.value) }
      self = .mapping(values)
    case .scalar(let scalar):
      switch scalar.kind {
      case .null: self = .null
      case .boolean: self = .boolean(scalar.text.utf8.first?.lowercased == UInt8(ascii: "t"))
      case .number: self = .number(CanonicalNumber(scalar.text))
      case .text: self = .text(Array(scalar.text.utf8))
      }
    }
  }
}

/// A decimal number without leading or trailing zeros: `1.0`, `10e-1` and `1` are the same.
struct CanonicalNumber: Hashable {
  private var isNegative = false
  /// Significant digits; none for zero.
  private var digits: [UInt8] = []
  /// The power of ten of the last digit.
  private var exponent = 0

  /// - Parameter text: a number by the grammar of JSON. Anything else is a number of its own spelling.
  init(_ text: String) {
    guard JSONNumber.isNumber(text.utf8) else {
      digits = Array(text.utf8)
      exponent = text.utf8.contains(UInt8(ascii: ".")) ? -1 : 0
      return
    }
    let parts = text.utf8.split(maxSplits: 1) { $0.lowercased == UInt8(ascii: "e") }
    if parts.count == 2 { exponent = Int(String(Substring(parts[1]))) ?? 0 }
    var isAfterPoint = false
    for byte in parts[0] {
      switch byte {
      case UInt8(ascii: "-"): isNegative = true
      case UInt8(ascii: "."): isAfterPoint = true
      default:
        if isAfterPoint { exponent -= 1 }
        if !digits.isEmpty || byte != UInt8(ascii: "0") { digits.append(byte) }
      }
    }
    while digits.last == UInt8(ascii: "0") {
      digits.removeLast()
      exponent += 1
    }
    if digits.isEmpty { (isNegative, exponent) = (false, 0) }
  }

  var isInteger: Bool { exponent >= 0 }
}

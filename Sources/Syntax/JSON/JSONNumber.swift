import DigestText

/// The number grammar of RFC 8259, section 6.
package enum JSONNumber {
  private enum State { case start, minus, zero, integer, point, fraction, e, sign, exponent }

  /// Whether the whole text is one number: `-0`, `12`, `3.50`, `1e-7`; not `+1`, `01`, `.5`, `1.`, `0x1F`.
  package static func isNumber(_ text: some Sequence<UInt8>) -> Bool {
    var state = State.start
    for byte in text {
      switch (state, byte) {
      case (.start, UInt8(ascii: "-")): state = .minus
      case (.start, UInt8(ascii: "0")), (.minus, UInt8(ascii: "0")): state = .zero
      case (.start, _) where byte.isDigit, (.minus, _) where byte.isDigit, (.integer, _) where byte.isDigit:
        state = .integer
      case (.zero, UInt8(ascii: ".")), (.integer, UInt8(ascii: ".")): state = .point
      case (.point, _) where byte.isDigit, (.fraction, _) where byte.isDigit: state = .fraction
      case (.zero, _), (.integer, _), (.fraction, _):
        guard byte.lowercased == UInt8(ascii: "e") else { return false }
        state = .e
      case (.e, UInt8(ascii: "+")), (.e, UInt8(ascii: "-")): state = .sign
      case (.e, _) where byte.isDigit, (.sign, _) where byte.isDigit, (.exponent, _) where byte.isDigit:
        state = .exponent
      default: return false
      }
    }
    switch state {
    case .zero, .integer, .fraction, .exponent: return true
    case .start, .minus, .point, .e, .sign: return false
    }
  }
}

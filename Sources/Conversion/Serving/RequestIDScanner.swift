import DigestDiagnostics
import DigestSyntax

/// Finds the id in a request that is not read: one that is too long for memory, or not JSON.
///
/// The bytes come piece by piece. What counts is the first member `id` of the outermost object, whatever follows it.
package struct RequestIDScanner {
  private enum Token {
    case none
    /// A name of the outermost object.
    case name
    /// The value of `id`.
    case id
  }

  /// Ids that are longer are not found: the scanner is for what is too long.
  private static let longestToken = 64 << 10

  private var depth = 0
  private var isInString = false
  private var isEscaped = false
  private var token = Token.none
  /// Of a text without its quotes.
  private var bytes: [UInt8] = []
  private var isNameNext = false
  private var isIDNext = false
  /// Whether nothing more is looked for.
  private var isDone = false
  private var found: RequestID?

  package init() {}

  package mutating func scan(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      if isDone { return }
      if isInString { scanInString(byte) } else { scanOutside(byte) }
    }
  }

  /// What was found; `nil` for nothing.
  package mutating func finish() -> RequestID? {
    if !isInString { endNumber() }
    return found
  }

  private mutating func scanInString(_ byte: UInt8) {
    if !isEscaped, byte == UInt8(ascii: "\"") {
      isInString = false
      endString()
      return
    }
    isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
    keep(byte)
  }

  private mutating func keep(_ byte: UInt8) {
    guard token != .none else { return }
    if bytes.count < Self.longestToken { bytes.append(byte) } else { token = .none }
  }

  private mutating func endString() {
    switch token {
    case .name: isIDNext = bytes == Array("id".utf8)
    case .id: end([UInt8(ascii: "\"")] + bytes + [UInt8(ascii: "\"")])
    case .none: break
    }
    token = .none
    bytes = []
  }

  private mutating func scanOutside(_ byte: UInt8) {
    if depth == 0, byte != UInt8(ascii: "{"), !isSpace(byte) { isDone = true }
    switch byte {
    case UInt8(ascii: "\""):
      isInString = true
      token = depth != 1 ? .none : isNameNext ? .name : isIDNext ? .id : .none
      isNameNext = false
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      depth += 1
      isNameNext = depth == 1
      isIDNext = false
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      endNumber()
      depth -= 1
      if depth == 0 { isDone = true }
    case UInt8(ascii: ","):
      endNumber()
      if depth == 1 { (isNameNext, isIDNext) = (true, false) }
    default:
      if isSpace(byte) { return endNumber() }
      if depth == 1, isIDNext, byte != UInt8(ascii: ":") {
        token = .id
        keep(byte)
      }
    }
  }

  private func isSpace(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A, 0x0D].contains(byte) }

  private mutating func endNumber() {
    guard token == .id else { return }
    end(bytes)
    token = .none
    bytes = []
  }

  private mutating func end(_ value: [UInt8]) {
    isDone = true
    do throws(DiagnosticError) {
      found = RequestID(try JSONReader.read(SourceDocument(name: "", bytes: value)).root)
    } catch {
      // What is wrong with the request is said by its reader.
      found = nil
    }
  }
}

import DigestText

/// Writes a YAML document in block style into UTF-8 bytes: `---`, two spaces a level, sequences indented under their
/// key, no comments, no aliases, no folding. What it writes is read the same by YAML 1.1 and 1.2.
///
/// It does not use libyaml's emitter (0.2.5), which escapes every character above U+FFFF, so that one emoji turns a
/// paragraph into a line of `\U0001F600`, and which does not indent sequences, which yamllint asks for.
package struct YAMLWriter: StructureWriter {
  private struct Level {
    var isMapping: Bool
    var isFlow: Bool
    /// The column of its items.
    var indent: Int
    /// Whether the first item goes on the line of the `- ` before it.
    var beginsOnLine: Bool
    var count = 0
  }

  /// What the last bytes ask of a value that comes next.
  private enum Pending {
    case nothing
    /// `key:` or `:` was written.
    case key
    /// `- ` was written.
    case dash
  }

  /// An implicit key may have 1,024 characters (YAML 1.2.2, section 7.4.2).
  package static let longestImplicitKey = 1000

  /// yamllint asks for a document start.
  private static let marker = "---".utf8

  private var bytes: [UInt8] = Array(marker)
  private var levels: [Level] = []
  private var pending = Pending.nothing

  package init() {}

  package mutating func beginMapping() { begin(isMapping: true, isFlow: false) }

  package mutating func beginSequence(_ layout: SequenceLayout = .block) {
    begin(isMapping: false, isFlow: layout == .line)
  }

  package mutating func endMapping() { end(open: "{", close: "}") }
  package mutating func endSequence() { end(open: "[", close: "]") }

  package mutating func key(_ name: String) {
    beginItem()
    let isFlow = levels.last?.isFlow == true
    let start = bytes.count
    appendScalar(name, at: isFlow ? .flow : .blockKey)
    if bytes.count - start > Self.longestImplicitKey, !isFlow {
      bytes.insert(contentsOf: Array("? ".utf8), at: start)
      startLine(column: levels.last?.indent ?? 0)
    }
    bytes.append(UInt8(ascii: ":"))
    pending = .key
  }

  package mutating func text(_ text: String) {
    beginScalar()
    appendScalar(text, at: levels.last?.isFlow == true ? .flow : levels.isEmpty ? .blockKey : .blockValue)
  }

  package mutating func quoted(_ text: String) {
    beginScalar()
    appendScalar(text, at: .quoted)
  }

  package mutating func number(_ value: Int) { plain(String(value)) }

  package mutating func number(spelling: String) {
    guard JSONNumber.isNumber(spelling.utf8) else { return text(spelling) }
    // YAML 1.1 wants a point and a signed exponent in a float; the tag says it to both versions.
    let parts = spelling.utf8.split(maxSplits: 1) { $0.lowercased == UInt8(ascii: "e") }
    let isFloatInBoth =
      parts.count == 1 || (parts[0].contains(UInt8(ascii: ".")) && parts[1].first?.isDigit == false)
    plain(isFloatInBoth ? spelling : "!!float " + spelling)
  }

  package mutating func boolean(_ value: Bool) { plain(value ? "true" : "false") }
  package mutating func null() { plain("null") }

  package mutating func finish() -> [UInt8] {
    bytes.append(0x0A)
    return bytes
  }

  // MARK: - Collections

  /// Brackets and line breaks wait for the first item: an empty collection is `[]` or `{}` in any place.
  private mutating func begin(isMapping: Bool, isFlow: Bool) {
    beginItemOfSequence()
    let isFlow = isFlow || levels.last?.isFlow == true
    let indent = levels.last.map { $0.indent + 2 } ?? 0
    levels.append(Level(isMapping: isMapping, isFlow: isFlow, indent: indent, beginsOnLine: pending == .dash))
    if isFlow {
      separateFromKey()
      bytes.append(isMapping ? UInt8(ascii: "{") : UInt8(ascii: "["))
      pending = .nothing
    }
  }

  private mutating func end(open: StaticString, close: StaticString) {
    guard let level = levels.popLast() else { return }
    if !level.isFlow, level.count == 0 {
      separateFromKey()
      bytes.append(open.utf8Start[0])
    }
    if level.isFlow || level.count == 0 { bytes.append(close.utf8Start[0]) }
    pending = .nothing
  }

  /// Goes to where the next key or item of the innermost collection begins.
  private mutating func beginItem() {
    guard let level = levels.last else { return }
    levels[levels.count - 1].count += 1
    if level.isFlow {
      if level.count > 0 { bytes.append(contentsOf: ", ".utf8) }
    } else if level.count > 0 || !level.beginsOnLine {
      startLine(column: level.indent)
    }
    pending = .nothing
  }

  private mutating func beginItemOfSequence() {
    guard let level = levels.last, !level.isMapping else { return }
    beginItem()
    guard !level.isFlow else { return }
    bytes.append(contentsOf: "- ".utf8)
    pending = .dash
  }

  private mutating func startLine(column: Int) {
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: column))
  }

  // MARK: - Scalars

  private mutating func beginScalar() {
    beginItemOfSequence()
    separateFromKey()
    pending = .nothing
  }

  /// A space after `key:` and after `---`.
  private mutating func separateFromKey() {
    if pending == .key || bytes.count == Self.marker.count { bytes.append(UInt8(ascii: " ")) }
  }

  private mutating func plain(_ text: String) {
    beginScalar()
    bytes.append(contentsOf: text.utf8)
  }

  private mutating func appendScalar(_ text: String, at place: YAMLScalarStyle.Place) {
    var text = text
    let indent = (levels.last?.indent ?? 0) + 2
    text.withUTF8 { source in
      switch YAMLScalarStyle(source, at: place) {
      case .plain: bytes.append(contentsOf: source)
      case .singleQuoted: bytes.appendYAMLSingleQuoted(source)
      case .doubleQuoted: bytes.appendYAMLDoubleQuoted(source)
      case .literal: bytes.appendYAMLLiteral(source, indent: indent)
      }
    }
  }
}

import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

/// A mapping that is read key by key; `finish` reports the keys that were not asked for.
final class DigestEncodingMapping {
  /// Whether JSON may give a number for a text: ids, ranks and dates are often written as such.
  enum Numbers {
    case asText, orNumber
  }

  private let members: [LocatedMember]
  private let reader: DigestEncodingReader
  /// What messages call it: `topic`.
  private let name: String
  private let range: SourceRange
  private var asked: [String] = []
  private var found = 0

  /// - Returns: `nil`, and a finding, where the node is not a mapping.
  init?(_ node: LocatedNode, _ reader: DigestEncodingReader, _ name: String) {
    guard case .mapping(let members) = node.content else {
      reader.mismatch(node, expected: "a mapping", for: name)
      return nil
    }
    self.members = members
    self.reader = reader
    self.name = name
    range = node.range
  }

  /// The value of a key; `nil` where it is absent or has no value.
  func node(_ key: String) -> LocatedNode? {
    guard let member = member(key) else { return nil }
    if case .scalar(let scalar) = member.value.content, scalar.kind == .null, isNothing(scalar) { return nil }
    return member.value
  }

  /// Rule Y2: in YAML a text field that says `null` or `~` says just that; nothing at all is nothing.
  private func isNothing(_ scalar: LocatedScalar) -> Bool {
    reader.tree.grammar == .json || scalar.text.isEmpty
  }

  func member(_ key: String) -> LocatedMember? {
    asked.append(key)
    guard let member = members.first(where: { $0.key == key }) else { return nil }
    found += 1
    return member
  }

  func finish() {
    guard found < members.count else { return }
    for member in members where !asked.contains(member.key) {
      let nearest = nearestName(to: member.key, in: asked)
      reader.report(
        DigestEncodingDiagnostics.unknownKey, "\(name) has no key \(quoted(member.key))", at: member.keyRange,
        help: nearest.map { "did you mean \(quoted($0))?" })
    }
  }

  private func missing(_ key: String) {
    // The place is where the part begins; the whole part may be pages long.
    reader.report(
      DigestEncodingDiagnostics.missingKey, "\(name) has no \(quoted(key)), expected one",
      at: SourceRange(range.lower, min(range.lower + 1, range.upper)))
  }

  // MARK: - Values

  func string(_ key: String, _ numbers: Numbers = .asText) -> String? {
    node(key).flatMap { reader.string($0, numbers, for: key) }
  }

  func requiredString(_ key: String) -> String {
    if let node = node(key) { return reader.string(node, .asText, for: key) ?? "" }
    missing(key)
    return ""
  }

  func text(_ key: String) -> RichText? { node(key).flatMap { reader.text($0, for: key) } }

  func requiredText(_ key: String) -> RichText {
    if let node = node(key) { return reader.text(node, for: key) ?? RichText(markdown: "") }
    missing(key)
    return RichText(markdown: "")
  }

  /// - Parameter range: receives the place of the list.
  func list(_ key: String) -> [LocatedNode] {
    guard let node = node(key) else { return [] }
    guard case .sequence(let items) = node.content else {
      reader.mismatch(node, expected: "a list", for: key)
      return []
    }
    return items
  }

  func texts(_ key: String) -> [RichText] { list(key).compactMap { reader.text($0, for: key) } }
  /// The papers that a selection left out.
  var leftOut: Set<PaperID> { Set(words("leftOut").compactMap { PaperID(identifier: $0)?.withoutVersion }) }

  func words(_ key: String) -> [String] { list(key).compactMap { reader.string($0, .orNumber, for: key) } }
  func blocks(_ key: String) -> [Digest.Block] { node(key).map { reader.blocks($0, for: key) } ?? [] }

  /// Ids; one alone may stand without a list.
  func papers(_ key: String = "papers") -> [Citation] {
    guard let node = node(key) else { return [] }
    if case .sequence(let items) = node.content { return items.compactMap(reader.citation) }
    return reader.citation(node).map { [$0] } ?? []
  }

  func requiredPapers() -> [Citation] {
    let before = reader.diagnostics.count
    let papers = papers()
    if papers.isEmpty, reader.diagnostics.count == before { missing("papers") }
    return papers
  }

  func boolean(_ key: String) -> Bool? {
    guard let node = node(key) else { return nil }
    if case .scalar(let scalar) = node.content, scalar.kind == .boolean || scalar.isPlain {
      // YAML 1.1 has more words for it, and people still write them.
      switch scalar.text.lowercased() {
      case "true", "yes", "on": return true
      case "false", "no", "off": return false
      default: break
      }
    }
    reader.mismatch(node, expected: "true or false", for: key)
    return nil
  }

  func integer(_ key: String, in range: ClosedRange<Int>) -> Int? {
    guard let node = node(key) else { return nil }
    if case .scalar(let scalar) = node.content, scalar.kind == .number, let value = Int(scalar.text),
      range.contains(value)
    {
      return value
    }
    reader.mismatch(node, expected: "a number from \(range.lowerBound) to \(range.upperBound)", for: key)
    return nil
  }

  func yearMonth(_ key: String) -> YearMonth? {
    guard let node = node(key) else { return nil }
    guard let text = reader.string(node, .asText, for: key) else { return nil }
    if let month = YearMonth(text) { return month }
    reader.mismatch(node, expected: "a year and month, '2024-09'", for: key)
    return nil
  }

  /// A SHA-256 in hexadecimal digits of either case.
  func checksum(_ key: String) -> String {
    guard let node = node(key) else {
      missing(key)
      return ""
    }
    guard let text = reader.string(node, .asText, for: key) else { return "" }
    let isHexadecimal = text.utf8.allSatisfy { $0.isDigit || (0x61...0x66).contains($0.lowercased) }
    if text.utf8.count == 64, isHexadecimal { return text }
    reader.mismatch(node, expected: "64 hexadecimal digits", for: key)
    return ""
  }

  /// One of a few words.
  func word<Word: RawRepresentable & CaseIterable>(_ key: String, _: Word.Type) -> Word?
  where Word.RawValue == String {
    guard let node = node(key) else {
      missing(key)
      return nil
    }
    guard let text = reader.string(node, .asText, for: key) else { return nil }
    if let word = Word(rawValue: text) { return word }
    let known = Word.allCases.map(\.rawValue)
    let nearest = nearestName(to: text, in: known)
    reader.report(
      DigestEncodingDiagnostics.unknownValue,
      "\(quoted(key)) is \(quoted(text)), expected one of \(known.count) words",
      at: node.range,
      help: nearest.map { "did you mean \(quoted($0))?" } ?? "there are " + known.joined(separator: ", "))
    return nil
  }

  func extra(_ key: String) -> [ExtraField] {
    guard let node = node(key) else { return [] }
    guard case .mapping(let members) = node.content else {
      reader.mismatch(node, expected: "a mapping", for: key)
      return []
    }
    return members.map(reader.extraField)
  }
}

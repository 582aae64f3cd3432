import DigestDiagnostics
import DigestModel
import DigestSyntax

extension DigestEncodingReader {
  /// An entry of a section or a child of a topic; plain text is a paragraph.
  func entry(_ node: LocatedNode) -> Digest.Entry? {
    if case .scalar = node.content { return text(node, for: "entries").map { .block(.paragraph($0)) } }
    guard let mapping = DigestEncodingMapping(node, self, "entry") else { return nil }
    guard let type = mapping.node("type") else {
      report(
        DigestEncodingDiagnostics.missingKey, "entry has no 'type', expected one",
        at: SourceRange(node.range.lower, min(node.range.lower + 1, node.range.upper)))
      return nil
    }
    guard let word = string(type, .asText, for: "type") else { return nil }
    if let entry = Digest.Entry.types.first(where: { $0.typeName == word }) { return read(entry, node) }
    let known = Digest.Entry.types.map { $0.typeName } + Self.blockTypes
    return block(node, type: word, at: type.range, known: known).map { .block($0) }
  }

  private func read<Entry: DescribedEntry>(_ type: Entry.Type, _ node: LocatedNode) -> Digest.Entry? {
    named(node, type.typeName).map { read(type, $0, anchor(node)).entry }
  }

  /// The node as a mapping of its type, whose `type` was looked at.
  func named(_ node: LocatedNode, _ type: String) -> DigestEncodingMapping? {
    let mapping = DigestEncodingMapping(node, self, type)
    _ = mapping?.member("type")
    return mapping
  }

  fileprivate func read<Part: Described>(
    _ type: Part.Type, _ mapping: DigestEncodingMapping, _ anchor: SourceAnchor
  ) -> Part {
    var part = type.blank
    part.anchor = anchor
    var reader = PartReader(reader: self, mapping: mapping)
    part.describe(to: &reader)
    mapping.finish()
    return part
  }
}

/// Fills the parts of an entry from a mapping.
private struct PartReader: PartWalk {
  let reader: DigestEncodingReader
  let mapping: DigestEncodingMapping

  mutating func papers(_ papers: inout [Citation], isRequired: Bool) {
    papers = isRequired ? mapping.requiredPapers() : mapping.papers()
  }

  mutating func text(_ key: String, _ text: inout RichText?, _ role: TextRole) { text = mapping.text(key) }
  mutating func text(_ key: String, always text: inout RichText, _ role: TextRole) {
    text = mapping.requiredText(key)
  }
  mutating func texts(_ key: String, _ texts: inout [RichText]) { texts = mapping.texts(key) }

  mutating func number(_ key: String, _ number: inout String?, at anchor: SourceAnchor) {
    number = mapping.string(key, .orNumber)
  }
  mutating func sign(_ key: String, _ sign: inout String?, at anchor: SourceAnchor) {
    sign = mapping.string(key)
  }
  mutating func words(_ key: String, _ words: inout [String], areRepeated: Bool, at anchor: SourceAnchor) {
    words = mapping.words(key)
  }

  mutating func flag(_ key: String, _ flag: inout Bool) { flag = mapping.boolean(key) ?? false }
  mutating func role<Role: RawRepresentable & CaseIterable>(_ role: inout Role)
  where Role.RawValue == String {
    role = mapping.word("role", Role.self) ?? role
  }

  mutating func blocks(_ key: String, _ blocks: inout [Digest.Block]) { blocks = mapping.blocks(key) }
  mutating func entries(_ key: String, _ entries: inout [Digest.Entry]) {
    entries = mapping.list(key).compactMap(reader.entry)
  }

  mutating func parts<Part: Described>(_ key: String, _ parts: inout [Part], each name: String) {
    parts = mapping.list(key).compactMap { node in
      DigestEncodingMapping(node, reader, name).map { reader.read(Part.self, $0, reader.anchor(node)) }
    }
  }
}

import DigestModel
import DigestSyntax

// Every entry is a mapping of its `type` and of the parts that its type names.

extension DigestEncodingWriter: EntryWalk {
  mutating func visit<Entry: DescribedEntry>(entry: Entry) {
    output.beginMapping()
    write("type", Entry.typeName)
    entry.parts(to: &self)
    output.endMapping()
  }

  mutating func visit(block: Digest.Block) { write(mapping: block) }
}

extension DigestEncodingWriter: PartWalk {
  mutating func papers(_ papers: inout [Citation], isRequired: Bool) { write(papers: papers) }
  mutating func text(_ key: String, _ text: inout RichText?, _ role: TextRole) { write(key, text) }
  mutating func text(_ key: String, always text: inout RichText, _ role: TextRole) { write(key, text) }
  mutating func texts(_ key: String, _ texts: inout [RichText]) {
    write(key, texts) { $0.output.text($1.markdown) }
  }

  mutating func number(_ key: String, _ number: inout String?, at anchor: SourceAnchor) { write(key, number) }
  mutating func sign(_ key: String, _ sign: inout String?, at anchor: SourceAnchor) { write(key, sign) }
  mutating func words(_ key: String, _ words: inout [String], areRepeated: Bool, at anchor: SourceAnchor) {
    write(key, words: words)
  }

  mutating func flag(_ key: String, _ flag: inout Bool) {
    guard flag else { return }
    output.key(key)
    output.boolean(true)
  }

  mutating func role<Role: RawRepresentable & CaseIterable>(_ role: inout Role)
  where Role.RawValue == String {
    write("role", role.rawValue)
  }

  mutating func blocks(_ key: String, _ blocks: inout [Digest.Block]) { write(key, blocks) }
  mutating func entries(_ key: String, _ entries: inout [Digest.Entry]) {
    write(key, entries) { $1.dispatch(to: &$0) }
  }

  mutating func parts<Part: Described>(_ key: String, _ parts: inout [Part], each name: String) {
    write(key, parts) { writer, part in
      writer.output.beginMapping()
      part.parts(to: &writer)
      writer.output.endMapping()
    }
  }
}

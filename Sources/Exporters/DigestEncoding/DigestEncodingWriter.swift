import DigestModel
import DigestSyntax

/// Writes the shape that YAML and JSON share (`schemas/digest.schema.json`): every part of the normalised form under
/// a key of its own, in one fixed order.
///
/// Rich text is its inline Markdown. Parts that a digest does not have are left out, never `null`. A list of blocks
/// that is one paragraph is written as that text.
struct DigestEncodingWriter<Output: StructureWriter> {
  /// The version of the shape that is written. A change that older readers would misread raises it.
  static var version: Int { 2 }

  var output: Output
  var losses = LossLog()

  init(_ output: Output) { self.output = output }

  /// Walks the digest and returns the bytes with what they could not carry.
  static func write(_ digest: Digest, to output: Output) -> ExportResult {
    var writer = DigestEncodingWriter(output)
    writer.write(digest)
    return ExportResult(files: [OutputFile(bytes: writer.output.finish())], losses: writer.losses)
  }

  /// Writes the digests of a collection as a sequence. Its index follows from them, so it is not written.
  static func write(_ collection: DigestCollection, to output: Output) -> ExportResult {
    var writer = DigestEncodingWriter(output)
    writer.output.beginSequence(.block)
    for digest in collection.digests { writer.write(digest) }
    writer.output.endSequence()
    return ExportResult(files: [OutputFile(bytes: writer.output.finish())], losses: writer.losses)
  }

  mutating func write(_ digest: Digest) {
    output.beginMapping()
    output.key("digest")
    output.number(Self.version)
    if digest.metadata != Digest.Metadata() {
      output.key("metadata")
      write(digest.metadata)
    }
    write("sections", digest.sections) { $0.write($1) }
    write("papers", digest.papers) { $0.write($1) }
    output.endMapping()
  }

  private mutating func write(_ metadata: Digest.Metadata) {
    output.beginMapping()
    writeFixedMembers(of: metadata)
    write("preamble", metadata.preamble)
    write("extra", metadata.extra, part: .extraMetadata)
    output.endMapping()
  }

  /// Title, language, period, source and what a selection left out.
  mutating func writeFixedMembers(of metadata: Digest.Metadata) {
    write("title", metadata.title)
    write("language", metadata.language)
    write("period", metadata.period?.description)
    if let source = metadata.source {
      output.key("source")
      output.beginMapping()
      write("name", source.name)
      write("sha256", source.sha256)
      output.endMapping()
    }
    write("leftOut", words: metadata.leftOut.sorted().map(\.description))
  }

  private mutating func write(_ section: Digest.Section) {
    output.beginMapping()
    write("kind", section.kind.rawValue)
    write("enumerator", section.enumerator)
    if !section.heading.isEmpty { write("heading", section.heading) }
    write("entries", section.entries) { $1.dispatch(to: &$0) }
    output.endMapping()
  }

  // MARK: - Members

  mutating func write(_ key: String, _ text: RichText?) {
    guard let text else { return }
    output.key(key)
    output.text(text.markdown)
  }

  mutating func write(_ key: String, _ text: String?) {
    guard let text else { return }
    output.key(key)
    output.text(text)
  }

  /// Words that stand on one line.
  mutating func write(_ key: String, words: [String]) {
    guard !words.isEmpty else { return }
    output.key(key)
    write(words: words)
  }

  mutating func write(words: [String]) {
    output.beginSequence(.line)
    for word in words { output.text(word) }
    output.endSequence()
  }

  mutating func write<Item>(_ key: String, _ items: [Item], item: (inout Self, Item) -> Void) {
    guard !items.isEmpty else { return }
    output.key(key)
    output.beginSequence(.block)
    for element in items { item(&self, element) }
    output.endSequence()
  }

  /// The ids as written. A spelling that would not be read as that id, which only a program can make, gets a mapping.
  mutating func write(papers: [Citation]) {
    guard !papers.isEmpty else { return }
    output.key("papers")
    output.beginSequence(.line)
    for citation in papers {
      if PaperID(citation.written) == citation.id {
        output.quoted(citation.written)
      } else {
        output.beginMapping()
        write("id", citation.id.description)
        write("written", citation.written)
        output.endMapping()
      }
    }
    output.endSequence()
  }

  mutating func write(_ key: String, _ fields: [ExtraField], part: ModelPart) {
    guard !fields.isEmpty else { return }
    output.key(key)
    write(.mapping(fields), part: part)
  }

  mutating func write(_ value: DataValue, part: ModelPart) {
    switch value {
    case .null: output.null()
    case .bool(let value): output.boolean(value)
    case .string(let text): output.text(text)
    case .number(let spelling):
      if !JSONNumber.isNumber(spelling.utf8) {
        losses.record(part, .degraded, "the number '\(spelling)' is written as text", at: .none)
      }
      output.number(spelling: spelling)
    case .sequence(let items):
      output.beginSequence(.block)
      for item in items { write(item, part: part) }
      output.endSequence()
    case .mapping(let fields):
      output.beginMapping()
      for field in fields {
        output.key(field.key)
        write(field.value, part: part)
      }
      output.endMapping()
    }
  }
}

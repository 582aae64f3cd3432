// `@inlinable` and `@usableFromInline` here and in `describe(to:)` let other modules have code for each of their walks
// without calls through witness tables: 6 % fewer instructions for YAML, 2 % for JATS.

/// What is made of named parts. A type says once, in `describe(to:)`, which parts it has; the index of papers, the
/// encoding as YAML and JSON and every exporter without a better idea follow from that.
@usableFromInline package protocol Described: Sendable {
  /// One with nothing in it, for readers to fill.
  static var blank: Self { get }
  /// Where it stands in the source.
  var anchor: SourceAnchor { get set }

  /// Shows each part to a walk, in the order of the text. The walk may change it.
  mutating func describe(to walk: inout some PartWalk)
}

extension Described {
  /// Shows each part to a walk that changes none.
  @inlinable package func parts(to walk: inout some PartWalk) {
    var copy = self
    copy.describe(to: &walk)
  }
}

/// A typed entry.
@usableFromInline package protocol DescribedEntry: Described {
  /// The value of `type` in YAML and JSON: `reading`.
  static var typeName: String { get }
  /// With its article, for messages: `a reading item`.
  static var noun: String { get }
  /// The kind of section that such entries stand in.
  static var kind: Digest.Section.Kind { get }

  /// Itself, as a member of a section.
  var entry: Digest.Entry { get }
}

/// Sees an entry of any type.
@usableFromInline package protocol EntryWalk {
  mutating func visit(entry: some DescribedEntry)
  mutating func visit(block: Digest.Block)
}

/// What a text with markup is, beside what it says.
@usableFromInline package enum TextRole {
  /// What its papers are called; several names stand between `&`.
  case name
  /// The word before the next text.
  case label
  case text
}

/// Sees, and may change, each part of an entry. Keys are those of YAML and JSON.
@usableFromInline package protocol PartWalk {
  /// The papers that an entry is about, under the key `papers`.
  /// - Parameter isRequired: whether such an entry names at least one paper.
  mutating func papers(_ papers: inout [Citation], isRequired: Bool)
  mutating func text(_ key: String, _ text: inout RichText?, _ role: TextRole)
  /// A text that is always there, though it may be empty.
  mutating func text(_ key: String, always text: inout RichText, _ role: TextRole)
  mutating func texts(_ key: String, _ texts: inout [RichText])
  /// A number as written, `1.` or `b)`.
  mutating func number(_ key: String, _ number: inout String?, at anchor: SourceAnchor)
  /// A sign as written, `✨`.
  mutating func sign(_ key: String, _ sign: inout String?, at anchor: SourceAnchor)
  /// - Parameter areRepeated: whether they also stand in a text of the entry.
  mutating func words(_ key: String, _ words: inout [String], areRepeated: Bool, at anchor: SourceAnchor)
  mutating func flag(_ key: String, _ flag: inout Bool)
  /// What a part is among others of its kind, under the key `role`.
  mutating func role<Role: RawRepresentable & CaseIterable>(_ role: inout Role) where Role.RawValue == String
  mutating func blocks(_ key: String, _ blocks: inout [Digest.Block])
  mutating func entries(_ key: String, _ entries: inout [Digest.Entry])
  /// - Parameter name: what messages call one of them.
  mutating func parts<Part: Described>(_ key: String, _ parts: inout [Part], each name: String)
}

extension PartWalk {
  @inlinable package mutating func text(_ key: String, _ text: inout RichText?) {
    self.text(key, &text, .text)
  }
  @inlinable package mutating func text(_ key: String, always text: inout RichText) {
    self.text(key, always: &text, .text)
  }
}

/// A walk that only reads, with fewer methods. All have empty defaults.
@usableFromInline package protocol PartReading: PartWalk {
  mutating func read(papers: [Citation])
  mutating func read(_ key: String, _ text: RichText, _ role: TextRole)
  /// Numbers, signs and words: text without markup.
  mutating func read(_ key: String, plain: String, at anchor: SourceAnchor)
  mutating func read(_ key: String, _ blocks: [Digest.Block])
  mutating func read(_ key: String, _ entries: [Digest.Entry])
  mutating func read(_ key: String, part: some Described, name: String)
}

extension PartReading {
  @inlinable package mutating func read(papers: [Citation]) {}
  @inlinable package mutating func read(_ key: String, _ text: RichText, _ role: TextRole) {}
  @inlinable package mutating func read(_ key: String, plain: String, at anchor: SourceAnchor) {}
  @inlinable package mutating func read(_ key: String, _ blocks: [Digest.Block]) {}
  @inlinable package mutating func read(_ key: String, _ entries: [Digest.Entry]) {}
  @inlinable package mutating func read(_ key: String, part: some Described, name: String) {}

  @inlinable package mutating func papers(_ papers: inout [Citation], isRequired: Bool) {
    read(papers: papers)
  }
  @inlinable package mutating func text(_ key: String, _ text: inout RichText?, _ role: TextRole) {
    if let text { read(key, text, role) }
  }
  @inlinable package mutating func text(_ key: String, always text: inout RichText, _ role: TextRole) {
    read(key, text, role)
  }
  @inlinable package mutating func texts(_ key: String, _ texts: inout [RichText]) {
    for text in texts { read(key, text, .text) }
  }
  @inlinable package mutating func number(_ key: String, _ number: inout String?, at anchor: SourceAnchor) {
    if let number { read(key, plain: number, at: anchor) }
  }
  @inlinable package mutating func sign(_ key: String, _ sign: inout String?, at anchor: SourceAnchor) {
    if let sign { read(key, plain: sign, at: anchor) }
  }
  @inlinable package mutating func words(
    _ key: String, _ words: inout [String], areRepeated: Bool, at anchor: SourceAnchor
  ) {
    if !areRepeated { for word in words { read(key, plain: word, at: anchor) } }
  }
  @inlinable package mutating func flag(_ key: String, _ flag: inout Bool) {}
  @inlinable package mutating func role<Role: RawRepresentable & CaseIterable>(_ role: inout Role)
  where Role.RawValue == String {}
  @inlinable package mutating func blocks(_ key: String, _ blocks: inout [Digest.Block]) { read(key, blocks) }
  @inlinable package mutating func entries(_ key: String, _ entries: inout [Digest.Entry]) {
    read(key, entries)
  }
  @inlinable package mutating func parts<Part: Described>(
    _ key: String, _ parts: inout [Part], each name: String
  ) {
    for part in parts { read(key, part: part, name: name) }
  }
}

/// Writes mappings, sequences and scalars in document order. YAML and JSON have the same shape, so whatever writes
/// both is written once, against this.
///
/// Calls nest: a value stands at the top, after a `key` of a mapping, or as an item of a sequence. The caller keeps
/// keys unique and calls balanced.
package protocol StructureWriter {
  mutating func beginMapping()
  mutating func endMapping()
  mutating func key(_ name: String)
  mutating func beginSequence(_ layout: SequenceLayout)
  mutating func endSequence()
  mutating func text(_ text: String)
  /// Text that is quoted even where the format does not require it: ids.
  mutating func quoted(_ text: String)
  mutating func number(_ value: Int)
  /// - Parameter spelling: a number by the grammar of RFC 8259; anything else is written as text, so that the output
  ///   is well-formed whatever comes.
  mutating func number(spelling: String)
  mutating func boolean(_ value: Bool)
  mutating func null()
  /// Ends the output with a newline and returns it.
  mutating func finish() -> [UInt8]
}

/// How a sequence lies in a format that leaves the choice.
package enum SequenceLayout: Hashable, Sendable {
  /// An item a line.
  case block
  /// All items on one line: a list of words or ids.
  case line
}

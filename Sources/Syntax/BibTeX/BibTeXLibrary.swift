import DigestDiagnostics
import DigestText

/// A BibTeX file as people and programs write it: its entries by the places of their parts.
package struct BibTeXLibrary: Sendable {
  package struct Entry: Sendable {
    /// From the `@` to the closing brace.
    package var range: SourceRange
    package var type: SourceRange
    /// Empty where the entry has no key.
    package var key: SourceRange
    /// Positions in `fields`.
    package var fields: Range<Int>
  }

  package struct Field: Sendable {
    package var name: SourceRange
    /// What the field says: without its braces or quotes, or all pieces of a value of several.
    package var value: SourceRange
    /// Where the text is in `joined`, if it is not what stands at `value`; negative otherwise.
    fileprivate(set) var joined: Int32 = -1
  }

  package let document: SourceDocument
  package internal(set) var entries: [Entry] = []
  package internal(set) var fields: [Field] = []
  /// What stands between the braces of each `@comment`.
  package internal(set) var comments: [SourceRange] = []
  package internal(set) var preambles: [String] = []
  /// Whether `@string` defines a macro.
  package internal(set) var hasMacros = false
  /// Texts that stand nowhere in the file: those of macros, and pieces joined with `#`.
  private var joined: [String] = []

  init(_ document: SourceDocument) { self.document = document }

  package func text(_ range: SourceRange) -> String {
    String(decoding: document.bytes[range.lower..<range.upper], as: UTF8.self)
  }

  /// What a field says; braces and commands in it are as written.
  package func text(_ field: Field) -> String {
    field.joined < 0 ? text(field.value) : joined[Int(field.joined)]
  }

  /// Whether a field has this name of ASCII letters in lower case, in whatever case it is written.
  package func isNamed(_ field: Field, _ name: StaticString) -> Bool {
    field.name.count == name.utf8CodeUnitCount
      && document.bytes[field.name.lower..<field.name.upper].isWord(name)
  }

  mutating func add(_ field: Field, joined text: String?) {
    var field = field
    if let text {
      field.joined = Int32(truncatingIfNeeded: joined.count)
      joined.append(text)
    }
    fields.append(field)
  }

  /// Takes another range for the value of the last field.
  mutating func cutLastField(to value: SourceRange) {
    guard let last = fields.popLast() else { return }
    fields.append(Field(name: last.name, value: value))
  }
}

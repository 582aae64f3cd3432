import DigestDiagnostics

/// One reference: its fields in order, the one that begins it first, without the line that ends it.
package struct RISReference: Sendable {
  /// A tag with its value.
  package struct Field: Sendable {
    /// In capitals.
    package var tag: String
    package var tagRange: SourceRange
    /// A line end stands where the value goes on in another line, two where an empty line is between them.
    package var value: String
    /// From the first byte of the value to the last one.
    package var valueRange: SourceRange

    /// All of it.
    package var range: SourceRange { SourceRange(tagRange.lower, valueRange.upper) }

    package init(tag: String, tagRange: SourceRange, value: String, valueRange: SourceRange) {
      self.tag = tag
      self.tagRange = tagRange
      self.value = value
      self.valueRange = valueRange
    }
  }

  package var fields: [Field]
  package var range: SourceRange

  package init(fields: [Field], range: SourceRange) {
    self.fields = fields
    self.range = range
  }

  /// The first value of a tag.
  package subscript(tag: String) -> String? { fields.first { $0.tag == tag }?.value }
}

/// A file of references, in any of the forms of lines that begin with a tag.
package struct RISFile: Sendable {
  /// Text that stands in no reference.
  package struct Stray: Sendable {
    package var text: String
    package var range: SourceRange
  }

  package var form: RISForm
  package var references: [RISReference] = []
  /// Lines before, between and after the references that are not of the form, without counters and empty lines.
  package var strays: [Stray] = []
  package var diagnostics: [Diagnostic] = []
}

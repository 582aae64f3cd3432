/// Receives the inline structure of a text in order. Offsets are into the Markdown that was parsed.
package protocol InlineHandler: AnyObject {
  func enter(_ span: InlineSpan)
  func leave()
  /// Characters to be read as they are; entities and escapes are resolved.
  /// - Parameter offset: where `bytes` begin in the Markdown.
  func text(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int)
  /// The content of a code span.
  func code(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int)
  func math(_ bytes: UnsafeBufferPointer<UInt8>, isDisplay: Bool)
  func lineBreak()
  /// A tag that opens or closes a span. It is markup where its partner stands in the same span, else it is text.
  /// - Parameter bytes: the tag as it is written.
  func tag(_ tag: InlineTag, _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int)
}

/// A span that holds other inlines.
package enum InlineSpan {
  case emphasis
  case strong
  case link(destination: String, title: String?)
  case image(source: String, title: String?)
  /// Markdown has no sign of its own for text below or above the line: `<sub>`, `<sup>`.
  case `subscript`, superscript
}

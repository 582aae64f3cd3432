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
  /// A tag as it is written. It is markup where its partner stands in the same span, else it is text.
  func tag(_ tag: InlineTag, _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int)
}

/// A span that holds other inlines.
package enum InlineSpan {
  case emphasis
  case strong
  case link(destination: String, title: String?)
  case image(source: String, title: String?)
  case `subscript`, superscript
}

/// The HTML that is markup: Markdown has no sign of its own for text below or above the line.
package enum InlineTag: CaseIterable {
  case openSubscript, closeSubscript, openSuperscript, closeSuperscript

  /// As it is written; in lower case and without attributes.
  package var written: StaticString {
    switch self {
    case .openSubscript: "<sub>"
    case .closeSubscript: "</sub>"
    case .openSuperscript: "<sup>"
    case .closeSuperscript: "</sup>"
    }
  }

  /// What an opening tag opens.
  package var opens: InlineSpan? {
    switch self {
    case .openSubscript: .subscript
    case .openSuperscript: .superscript
    case .closeSubscript, .closeSuperscript: nil
    }
  }

  /// The tag that stands at an offset.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, at i: Int) {
    guard bytes[i] == UInt8(ascii: "<"),
      let tag = Self.allCases.first(where: { bytes.holds($0.written, at: i) })
    else { return nil }
    self = tag
  }
}

import DigestDiagnostics
import DigestModel
import DigestSyntax

extension RichText {
  /// Whether spans stand inside one another as deep as is read; deeper ones have lost their marks.
  var nestsTooDeep: Bool {
    markdown.utf8.count > MarkdownLimits.spanNesting && Self.depth(of: inlines) >= MarkdownLimits.spanNesting
  }

  /// What walks inlines uses the stack, so that the depth they can have is bounded by `RichTextReader`.
  private static func depth(of inlines: [Inline]) -> Int {
    var deepest = 0
    for inline in inlines {
      switch inline {
      case .emphasis(let inner), .strong(let inner), .subscript(let inner), .superscript(let inner),
        .link(let inner, _, _), .image(let inner, _, _):
        deepest = max(deepest, depth(of: inner) + 1)
      case .text, .code, .math, .citation, .lineBreak: break
      }
    }
    return deepest
  }

  func nestingError(at location: SourceLocation?) -> Diagnostic {
    Diagnostic(
      MarkdownDiagnostics.nestingTooDeep,
      "emphasis and links stand \(MarkdownLimits.spanNesting) deep or more inside one another", at: location)
  }
}

import DigestModel

/// Records each kind of markup that a text loses when it is written plain, once a text.
func recordMarkupLoss(of text: RichText, in losses: inout LossLog) {
  var parts: [ModelPart] = []
  text.inlines.collectMarkup(into: &parts)
  for part in parts { losses.record(part, .degraded, "markup is written as plain text", at: text.anchor) }
}

extension [Inline] {
  fileprivate func collectMarkup(into parts: inout [ModelPart]) {
    for inline in self {
      let part: ModelPart
      switch inline {
      case .text, .math: continue
      case .emphasis(let children), .strong(let children):
        children.collectMarkup(into: &parts)
        part = .emphasis
      case .code: part = .code
      case .link(let children, _, _):
        children.collectMarkup(into: &parts)
        part = .links
      case .image: part = .images
      case .citation: part = .citations
      case .lineBreak: part = .lineBreaks
      }
      if !parts.contains(part) { parts.append(part) }
    }
  }
}

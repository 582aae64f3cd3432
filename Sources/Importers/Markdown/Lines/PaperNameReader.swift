import DigestText

/// The name of a paper, and what is said of it.
struct PaperNameReader {
  let context: MarkdownContext
  let separators: SeparatorReader

  init(_ context: MarkdownContext) {
    self.context = context
    separators = SeparatorReader(context)
  }

  /// Cuts at the first `·`, else at the first dash, arrow or bar, else at a colon near the beginning.
  func nameAndReason(_ rest: Range<Int>) -> (name: Range<Int>, reason: Range<Int>) {
    if let dot = separators.middleDot(in: rest) {
      return (rest.lowerBound..<dot.lowerBound, dot.upperBound..<rest.upperBound)
    }
    if let dash = separators.dash(in: rest, last: false) {
      return (rest.lowerBound..<dash.lowerBound, dash.upperBound..<rest.upperBound)
    }
    if let arrow = separators.arrow(in: rest) {
      return (rest.lowerBound..<arrow.lowerBound, arrow.upperBound..<rest.upperBound)
    }
    if let pipe = context.bytes[rest].firstIndex(of: UInt8(ascii: "|")) {
      return (rest.lowerBound..<pipe, pipe + 1..<rest.upperBound)
    }
    if let colon = context.bytes[rest].prefix(NameLimits.beforeColon).firstIndex(of: UInt8(ascii: ":")),
      colon + 1 < rest.upperBound,
      context.bytes[colon + 1].isBlank || context.bytes[colon + 1] == UInt8(ascii: "*")
    {
      return (rest.lowerBound..<colon, colon + 1..<rest.upperBound)
    }
    let head = rest.prefix(NameLimits.beforeColon)
    if let colon = head.first(where: {
      context.bytes[$0] == 0xEF && context.starts($0..<rest.upperBound, with: "：")
    }) {
      return (rest.lowerBound..<colon, colon + 3..<rest.upperBound)
    }
    // A sentence is a reason, a few words are a name.
    let isName = rest.count <= NameLimits.alone && context.bytes[rest].last != UInt8(ascii: ".")
    return isName ? (rest, rest.upperBound..<rest.upperBound) : (rest.lowerBound..<rest.lowerBound, rest)
  }
}

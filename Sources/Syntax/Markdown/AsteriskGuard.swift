import DigestText

/// Tells what is markup from what is text where md4c would not: asterisks, mathematics, tags of HTML, and
/// `<1661::AID>` from an address.
///
/// At a bare address md4c 0.4.8 looks through all marks after it. Where a text has very many, those after the first are no
/// links, so that time stays linear.
struct AsteriskGuard {
  private struct Run {
    /// `*`, or `<` or `:` that is text.
    var sign: UInt8
    var lower: Int
    var count: Int
    var canOpen: Bool
    var canClose: Bool
    var isPaired = false
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var runs: [Run] = []
  /// What md4c sees a placeholder of, in order.
  private var places: [Place] = []
  private var math = MathSearch()
  private var addresses = 0
  private static let mostAddresses = 1000

  /// - Complexity: O(n) for texts whose openers find a partner; each run is looked at once as a closer.
  static func escape(_ bytes: UnsafeBufferPointer<UInt8>) -> GuardedMarkdown {
    var marks = AsteriskGuard(bytes)
    marks.find()
    return marks.guarded()
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  private typealias Place = (range: Range<Int>, content: GuardedMarkdown.Content)

  private func guarded() -> GuardedMarkdown {
    var result = GuardedMarkdown(capacity: bytes.count + 8)
    var position = 0
    var next = 0
    for run in runs where !run.isPaired {
      while next < places.count, places[next].range.lowerBound < run.lower {
        add(places[next], to: &result, from: &position)
        next += 1
      }
      result.append(bytes[position..<run.lower])
      for _ in 0..<run.count { result.appendEscaped(run.sign) }
      position = run.lower + run.count
    }
    for place in places[next...] { add(place, to: &result, from: &position) }
    result.append(bytes[position...])
    result.finish()
    return result
  }

  private func add(_ place: Place, to result: inout GuardedMarkdown, from position: inout Int) {
    result.append(bytes[position..<place.range.lowerBound])
    result.append(place.content, for: place.range)
    position = place.range.upperBound
  }

  /// Looks at everything outside code spans and addresses that is not escaped.
  private mutating func find() {
    var i = 0
    var codeSearch = CodeSpanSearch()
    // Nothing in an address is markup, and a backslash would end a bare one.
    var addressEnd = 0
    while i < bytes.count {
      switch bytes[i] {
      case UInt8(ascii: "\\"): i += 2
      case UInt8(ascii: "`"):
        let start = i
        i = codeSearch.end(ofSpanAt: i, in: bytes)
        // More than the backticks: code.
        if bytes[start..<i].contains(where: { $0 != UInt8(ascii: "`") }) { math.reset() }
      case UInt8(ascii: "*"):
        let lower = i
        while i < bytes.count, bytes[i] == UInt8(ascii: "*") { i += 1 }
        runs.append(run(lower, i))
      case UInt8(ascii: "$"):
        let lower = i
        while i < bytes.count, bytes[i] == UInt8(ascii: "$") { i += 1 }
        if lower >= addressEnd, let formula = math.close(at: lower..<i, in: bytes) { add(formula) }
      case UInt8(ascii: "<"): i = i >= addressEnd ? findAngle(at: i) : i + 1
      case UInt8(ascii: ":"):
        if i >= addressEnd, i + 2 < bytes.count, bytes[i + 1] == 0x2F, bytes[i + 2] == 0x2F {
          addressEnd = bytes[i...].firstIndex { $0.isSpace } ?? bytes.count
          addresses += 1
          if addresses > Self.mostAddresses {
            runs.append(Run(sign: UInt8(ascii: ":"), lower: i, count: 1, canOpen: false, canClose: false))
          }
        }
        i += 1
      case UInt8(ascii: "]"):
        if let end = LinkSyntax.endOfTail(bytes, at: i + 1) { addressEnd = max(addressEnd, end) }
        i += 1
      default: i += 1
      }
    }
    pair()
  }

  /// A formula hides what was found in it before its end was.
  private mutating func add(_ formula: MathSearch.Span) {
    while let last = runs.last, last.lower > formula.range.lowerBound { runs.removeLast() }
    while let last = places.last, last.range.lowerBound > formula.range.lowerBound { places.removeLast() }
    places.append((formula.range, .math(formula.content, isDisplay: formula.isDisplay)))
  }

  private mutating func findAngle(at i: Int) -> Int {
    if let end = LinkSyntax.endOfAutolink(bytes, at: i) {
      if bytes[i + 1].isLetter { return end }
      // A scheme begins with a letter (CommonMark 0.30, section 6.5); md4c 0.4.8 takes any character.
      runs.append(Run(sign: UInt8(ascii: "<"), lower: i, count: 1, canOpen: false, canClose: false))
      return i + 1
    }
    guard let tag = InlineTag.read(bytes, at: i) else { return i + 1 }
    switch tag.name {
    case .code:
      guard !tag.isClosing, let code = codeElement(from: tag.range) else { break }
      places.append((code, .code(tag.range.upperBound..<code.upperBound - "</code>".utf8.count)))
      math.reset()
      return code.upperBound
    case .lineBreak: if !tag.isClosing { places.append((tag.range, .lineBreak)) }
    case .image:
      guard !tag.isClosing, let source = tag.attribute("src") else { break }
      let image = GuardedMarkdown.Content.image(
        source: source, description: tag.attribute("alt") ?? "", title: tag.attribute("title"))
      places.append((tag.range, image))
    default: places.append((tag.range, .tag(tag)))
    }
    return tag.range.upperBound
  }

  /// `<code>…</code>` without tags in it.
  private func codeElement(from tag: Range<Int>) -> Range<Int>? {
    guard let end = bytes[tag.upperBound...].firstIndex(of: UInt8(ascii: "<")),
      let close = InlineTag.read(bytes, at: end), close.name == .code, close.isClosing,
      close.range.count == "</code>".utf8.count, end > tag.upperBound
    else { return nil }
    return tag.lowerBound..<close.range.upperBound
  }

  private func run(_ lower: Int, _ upper: Int) -> Run {
    let before: UInt8 = lower > 0 ? bytes[lower - 1] : 0x20
    let after: UInt8 = upper < bytes.count ? bytes[upper] : 0x20
    // CommonMark 0.30, section 6.2: left- and right-flanking. Bytes above ASCII count as letters here, spaces and
    // punctuation among them too: that only makes a run more ready to mark up.
    var canOpen = !after.isSpace && (!after.isPunctuation || before.isSpace || before.isPunctuation)
    var canClose = !before.isSpace && (!before.isPunctuation || after.isSpace || after.isPunctuation)
    if upper - lower == 1 {
      // Stricter than CommonMark: a single asterisk inside or after an ASCII word opens nothing, one before a word closes
      // nothing.
      if before.isAlphanumeric { canOpen = false }
      if after.isAlphanumeric { canClose = false }
    }
    return Run(
      sign: UInt8(ascii: "*"), lower: lower, count: upper - lower, canOpen: canOpen, canClose: canClose)
  }

  /// A closer takes the nearest open run of its length; openers in between stay without partner.
  private mutating func pair() {
    // Open runs by length: 1, 2, 3 and more.
    var open: [[Int]] = [[], [], []]
    for i in runs.indices where runs[i].sign == UInt8(ascii: "*") {
      let length = min(runs[i].count, 3) - 1
      if runs[i].canClose, let opener = open[length].last {
        runs[opener].isPaired = true
        runs[i].isPaired = true
        // What was opened inside the pair and not closed is text.
        for k in 0..<3 { while let last = open[k].last, last >= opener { open[k].removeLast() } }
      } else if runs[i].canOpen {
        open[length].append(i)
      }
    }
  }
}

import DigestModel
import DigestSyntax
import DigestText

/// The heading of a known section, as ranges of the text.
struct FoundHeading {
  var kind: Digest.Section.Kind
  /// The number as written; empty where there is none.
  var enumerator: Range<Int>
  var name: Range<Int>
}

/// Recognises the headings of known sections.
struct SectionHeadings {
  let context: MarkdownContext
  let marks: MarkReader
  let markers: MarkerReader
  let papers: PaperReader
  let aliases: SectionAliases

  init(_ context: MarkdownContext, aliases: SectionAliases) {
    self.aliases = aliases
    self.context = context
    marks = MarkReader(context)
    markers = MarkerReader(context)
    papers = PaperReader(context)
  }

  /// The heading that a line is, or `nil` where it does not name a known section.
  /// - Parameter allowsPlain: whether a name in lower case without any mark counts.
  func sectionHeading(_ line: Range<Int>, allowsPlain: Bool) -> FoundHeading? {
    let line = context.trimmed(line)
    guard line.count <= HeadingLimits.line else { return nil }
    let (outer, rest) = markers.withoutEnumerator(line)
    if let bold = marks.leadingStrong(rest) {
      let suffix = context.trimmed(bold.rest)
      let isSuffix =
        suffix.isEmpty || "(:[–—-".utf8.contains { $0 == context.bytes[suffix.lowerBound] }
        || context.bytes[suffix.lowerBound].isNonASCII
      // `**Research gaps:**` before a whole sentence is the label of a point.
      // `**id – what – Réflexion:** …` ends with the name of a section, and is not a heading.
      guard isSuffix, suffix.count <= HeadingLimits.afterName, let kind = kind(named: bold.inside),
        papers.leadingPapers(in: bold.inside) == nil
      else { return nil }
      let (inner, name) = markers.withoutEnumerator(bold.inside)
      return FoundHeading(
        kind: kind, enumerator: outer.isEmpty ? inner : outer,
        name: suffix.isEmpty ? context.trimmed(name) : rest)
    }
    guard allowsPlain || isInCapitals(rest), let kind = kind(named: rest) else { return nil }
    return FoundHeading(kind: kind, enumerator: outer, name: rest)
  }

  /// The kind of section that a heading names, or `nil`.
  func sectionKind(ofHeading lines: [Range<Int>]) -> Digest.Section.Kind? {
    kind(named: markers.withoutEnumerator(marks.unwrapped(context.joined(lines))).rest)
  }

  /// The kind of section that goes by a name, or `nil`.
  func kind(named name: Range<Int>) -> Digest.Section.Kind? { aliases.kind(of: context.bytes[name]) }

  func sectionKind(ofLine line: Range<Int>) -> Digest.Section.Kind? {
    var line = context.trimmed(line)
    let isATX = context.starts(line, with: "#")
    while context.starts(line, with: "#") { line = line.lowerBound + 1..<line.upperBound }
    return sectionHeading(line, allowsPlain: isATX)?.kind
  }

  /// Whether a name has at least three capitals and, before any bracket, no small ASCII letter.
  func isInCapitals(_ range: Range<Int>) -> Bool {
    let name = context.bytes[range].prefix { $0 != UInt8(ascii: "(") }
    return name.filter(\.isUppercase).count >= HeadingLimits.capitals
      && !name.contains { $0.isLetter && !$0.isUppercase }
  }

  /// Whether a line right below a list is a label or title of what follows: it is bold as a whole, begins with ✨ or
  /// names a section.
  func isHeadline(_ line: Range<Int>) -> Bool {
    if context.starts(line, with: IdeaWords.sign) || sectionKind(ofLine: line) != nil { return true }
    return marks.isBold(line)
  }

  /// Whether any of these blocks, or an item of a list among them, is headed like a section.
  func namesSection(_ blocks: [MarkdownBlock]) -> Bool {
    blocks.contains { block in
      switch block.kind {
      case .heading:
        sectionKind(ofHeading: block.lines) != nil
      case .paragraph: block.lines.first.map { sectionKind(ofLine: $0) != nil } ?? false
      case .bulletList, .orderedList: block.children.contains { namesSection(Array($0.children.prefix(1))) }
      default: false
      }
    }
  }
}

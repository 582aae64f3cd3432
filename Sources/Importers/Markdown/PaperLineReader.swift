import DigestModel
import TextBytes

/// Paper lines: one or more ids, a separator, a name where there is one, a summary.
extension DigestReader {
  /// Reads a paper line of the tree.
  ///
  /// Forms: `` `id` | text ``; `id, id | NAME: text`; `` `id, id | text` `` in one code span; `` `id` | `id` | text ``;
  /// `(Duplicate of …) id`; `**Label:** id | text`, which is a topic with one paper.
  /// - Returns: the entry; `nil` where the line names no paper in one of these ways.
  func paperEntry(_ line: Range<Int>, range: Range<Int>) -> (entry: Entry, holdsBlocks: Bool)? {
    let line = trimmed(line)
    if let leading = leadingPapers(in: line) {
      return (.paper(mention(leading, range: range)), true)
    }
    if let mention = duplicateMention(line, range: range) { return (.paper(mention), true) }
    if let topic = labelledPaper(line, range: range) { return (.topic(topic), false) }
    return nil
  }

  private func mention(_ leading: LeadingPapers, range: Range<Int>) -> PaperMention {
    var isStrongOpen = leading.isStrongOpen
    var rest = piece(textBehind(leading), isStrongOpen: &isStrongOpen)
    var mention = PaperMention(papers: leading.papers, anchor: anchor(range))
    if let (name, summary) = splitName(rest) {
      mention.name = richText(name)
      rest = summary
    }
    if let note = trailingNote(rest) {
      mention.note = richText(note.note)
      mention.isDuplicate = note.isDuplicate
      rest = trimmed(rest.lowerBound..<note.note.lowerBound)
    }
    mention.summary = richTextIfAny(rest)
    return mention
  }

  /// `(Duplicate of A > B) 2402.09668`: the note comes first and nothing follows the ids.
  private func duplicateMention(_ line: Range<Int>, range: Range<Int>) -> PaperMention? {
    guard text.bytes[line].first == UInt8(ascii: "("),
      let close = closingBracket(of: line.lowerBound, in: line), close + 1 < line.upperBound,
      let leading = leadingPapers(in: trimmed(close + 1..<line.upperBound))
    else { return nil }
    let note = line.lowerBound..<close + 1
    var rest = leading.rest
    if let separator = separator(at: rest.lowerBound, rest.upperBound) {
      rest = separator.next..<rest.upperBound
    }
    // A summary keeps the note's words behind it, so only a bare line can have its note first.
    guard trimmed(rest).isEmpty else { return nil }
    return PaperMention(
      papers: leading.papers, note: richText(note), isDuplicate: true, anchor: anchor(range))
  }

  /// `**Label:** id | text`.
  private func labelledPaper(_ line: Range<Int>, range: Range<Int>) -> Topic? {
    guard let (label, rest) = labelAndRest(line), let leading = leadingPapers(in: rest),
      let separator = separator(at: leading.rest.lowerBound, leading.rest.upperBound),
      separator.kind != .colon
    else { return nil }
    let child = mention(leading, range: rest)
    var name = label
    var number: String?
    if let end = Enumerator.end(in: text.bytes[name]) {
      number = string(name.lowerBound..<end)
      name = trimmed(end..<name.upperBound)
    }
    return Topic(enumerator: number, label: richText(name), children: [.paper(child)], anchor: anchor(range))
  }

  /// A label that a colon ends, bold or plain, at the beginning of a line.
  private func labelAndRest(_ line: Range<Int>) -> (label: Range<Int>, rest: Range<Int>)? {
    if let bold = leadingStrong(line) {
      let label = withoutColon(bold.inside)
      var rest = trimmed(bold.rest)
      if label == trimmed(bold.inside) {
        guard starts(rest, with: ":") else { return nil }
        rest = trimmed(rest.lowerBound + 1..<rest.upperBound)
      }
      return (label, rest)
    }
    guard let colon = text.bytes[line].firstIndex(of: UInt8(ascii: ":")), colon + 1 < line.upperBound,
      text.bytes[colon + 1].isBlank, colon > line.lowerBound
    else { return nil }
    return (trimmed(line.lowerBound..<colon), trimmed(colon + 1..<line.upperBound))
  }

  /// The inside of a `**…**` that a line begins with, and what follows it.
  func leadingStrong(_ line: Range<Int>) -> (inside: Range<Int>, rest: Range<Int>)? {
    let line = trimmed(line)
    guard starts(line, with: "**"), line.count > 4 else { return nil }
    guard let close = firstStrongMark(in: line.lowerBound + 2..<line.upperBound), close > line.lowerBound + 2
    else { return nil }
    return (line.lowerBound + 2..<close, close + 2..<line.upperBound)
  }

  // MARK: - Name and note

  /// `NAME: text`. A name is one to four words of ASCII before the first colon, with a capital or a digit inside; a
  /// single capitalised word counts unless it is a kind of paper (`Survey: …`).
  private func splitName(_ range: Range<Int>) -> (name: Range<Int>, rest: Range<Int>)? {
    let limit = min(range.upperBound, range.lowerBound + 48)
    guard let colon = text.bytes[range.lowerBound..<limit].firstIndex(of: UInt8(ascii: ":")),
      colon > range.lowerBound, colon + 1 < range.upperBound, text.bytes[colon + 1].isBlank
    else { return nil }
    let name = unwrapped(range.lowerBound..<colon)
    let bytes = text.bytes[name]
    guard let first = bytes.first, first.isAlphanumeric, bytes.allSatisfy({ !$0.isNonASCII }),
      bytes.split(separator: 0x20).count <= 4
    else { return nil }
    let hasInnerSign = bytes.dropFirst().contains { $0.isUppercase || $0.isDigit }
    let isOneWord = !bytes.contains(0x20) && first.isUppercase
    guard hasInnerSign || isOneWord, !Self.kindsOfPaper.contains(string(name).lowercased()) else {
      return nil
    }
    return (name, trimmed(colon + 1..<range.upperBound))
  }

  private static let kindsOfPaper: Set<String> = [
    "survey", "benchmark", "dataset", "review", "note", "position", "analysis", "framework", "method",
    "model",
    "paper", "study", "report", "tutorial", "overview", "tool", "system", "theory", "application", "other",
    "position paper", "technical report", "llm", "llms", "vlm", "vlms", "ai", "nlp", "rl", "cv", "rag",
    "mllm",
  ]

  /// A bracket at the end that speaks of the listing: `(Lưu ý: Survey)`, `(Đã liệt kê ở II.B.1.b)`.
  private func trailingNote(_ range: Range<Int>) -> (note: Range<Int>, isDuplicate: Bool)? {
    var end = range.upperBound
    if end > range.lowerBound, text.bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
    guard end > range.lowerBound, text.bytes[end - 1] == UInt8(ascii: ")") else { return nil }
    var depth = 0
    var open: Int?
    for i in stride(from: end - 1, through: range.lowerBound, by: -1) {
      if text.bytes[i] == UInt8(ascii: ")") { depth += 1 }
      if text.bytes[i] == UInt8(ascii: "(") {
        depth -= 1
        if depth == 0 {
          open = i
          break
        }
      }
    }
    guard let open, open + 1 < end - 1 else { return nil }
    let inside = open + 1..<end - 1
    if Self.duplicateNotes.match(text.bytes, at: inside.lowerBound, before: inside.upperBound) != nil {
      return (open..<range.upperBound, true)
    }
    if Self.notes.match(text.bytes, at: inside.lowerBound, before: inside.upperBound) != nil {
      return (open..<range.upperBound, false)
    }
    return nil
  }

  private static let duplicateNotes = LabelSet([
    "đã liệt kê", "đã được liệt kê", "đã phân loại", "đã đề cập", "đã nêu", "trùng", "lặp lại", "xem thêm ở",
    "duplicate", "already listed", "already covered", "already mentioned", "also listed", "listed above",
    "covered under", "see also", "repeated",
  ])
  private static let notes = LabelSet(["lưu ý", "ghi chú", "chú ý", "note", "n.b.", "khó xếp", "remark"])
}

import DigestModel
import DigestText

/// Paper lines: one or more ids, a separator, a name where there is one, a summary.
extension DigestReader {
  /// Reads a paper line of the tree.
  ///
  /// Forms, most of all: `` `id` | text ``; `id, id | NAME: text`; `` `id, id | text` `` in one code span;
  /// `` `id` | `id` | text ``; `(Duplicate of …) id`; `**Label:** id | text`, which is a topic with one paper;
  /// `NAME (id) | text`.
  /// - Parameter isLeaf: whether nothing hangs below the line: only then can a name come before the id.
  /// - Returns: the entry; `nil` where the line names no paper in one of these ways.
  func paperEntry(_ line: Range<Int>, range: Range<Int>, isLeaf: Bool) -> (
    entry: Digest.Entry, holdsBlocks: Bool
  )? {
    let line = trimmed(line)
    if let leading = leadingPapers(in: line) {
      return (.paper(mention(leading, range: range)), true)
    }
    if let mention = duplicateMention(line, range: range) { return (.paper(mention), true) }
    if let topic = labelledPaper(line, range: range) { return (.topic(topic), false) }
    if let (sign, leading) = papersBehindSign(in: line) {
      var mention = mention(leading, range: range)
      if !sign.isEmpty, mention.note == nil { mention.note = richText(sign) }
      return (.paper(mention), true)
    }
    return isLeaf ? namedPaper(line, range: range).map { ($0, true) } : nil
  }

  /// `NAME (id) | text`, `[NAME](address) – text`; several ids behind a label and nothing else are papers of a topic.
  private func namedPaper(_ line: Range<Int>, range: Range<Int>) -> Digest.Entry? {
    guard let named = namedPapers(in: line), named.name.count <= 80 else { return nil }
    let rest = trimmed(named.leading.rest)
    if rest.isEmpty, named.leading.papers.count > 1 {
      reportJoiningWords(named.leading)
      let child = Digest.PaperMention(papers: named.leading.papers, anchor: anchor(range))
      return .topic(topic(named.name, children: [.paper(child)], range: range))
    }
    guard rest.isEmpty || separator(at: rest.lowerBound, rest.upperBound) != nil else { return nil }
    var mention = mention(named.leading, range: range, name: named.name)
    // `NAME: text (id)`
    if rest.isEmpty, let (name, summary) = splitName(named.name) {
      mention.name = richText(name)
      mention.summary = richText(summary)
    }
    mention.anchor = anchor(range)
    return .paper(mention)
  }

  private func mention(_ leading: LeadingPapers, range: Range<Int>, name: Range<Int>? = nil)
    -> Digest.PaperMention
  {
    reportJoiningWords(leading)
    var leading = leading
    var isStrongOpen = leading.isStrongOpen
    var mention = Digest.PaperMention(papers: leading.papers, anchor: anchor(range))
    if let (bracket, inside) = bracketBehindIDs(leading) {
      let isDuplicate =
        Self.duplicateNotes.match(text.bytes, at: inside.lowerBound, before: inside.upperBound) != nil
      if isDuplicate { mention.note = richText(bracket) } else { mention.name = richText(inside) }
      mention.isDuplicate = isDuplicate
      leading.rest = bracket.upperBound..<leading.rest.upperBound
    }
    var rest = piece(textBehind(leading), isStrongOpen: &isStrongOpen)
    if let name {
      mention.name = richText(name)
    } else if mention.name == nil,
      let (name, summary) = nameBeforePipe(rest, leading) ?? boldName(rest) ?? splitName(rest)
    {
      mention.name = richText(name)
      rest = summary
    }
    if mention.note == nil, let note = trailingNote(rest) {
      mention.note = richText(note.note)
      mention.isDuplicate = note.isDuplicate
      rest = trimmed(rest.lowerBound..<note.note.lowerBound)
    }
    mention.summary = richTextIfAny(rest)
    return mention
  }

  /// `(Duplicate of A > B) 2402.09668`, `*(Trùng với II.A)* id | text`: the note comes first. A bracket that says
  /// nothing of the listing is a note only where nothing follows the ids.
  private func duplicateMention(_ line: Range<Int>, range: Range<Int>) -> Digest.PaperMention? {
    var open = line.lowerBound
    while open < line.upperBound, text.bytes[open] == UInt8(ascii: "*") { open += 1 }
    let marks = open - line.lowerBound
    guard open < line.upperBound, text.bytes[open] == UInt8(ascii: "("),
      let close = closingBracket(of: open, in: open..<line.upperBound)
    else { return nil }
    var end = close + 1
    while end < line.upperBound, end - close <= marks, text.bytes[end] == UInt8(ascii: "*") { end += 1 }
    guard end - close - 1 == marks, let leading = leadingPapers(in: trimmed(end..<line.upperBound)) else {
      return nil
    }
    let isDuplicate = Self.duplicateNotes.match(text.bytes, at: open + 1, before: close) != nil
    guard isDuplicate || trimmed(textBehind(leading)).isEmpty else { return nil }
    var mention = mention(leading, range: range)
    mention.note = richText(line.lowerBound..<end)
    mention.isDuplicate = isDuplicate
    return mention
  }

  /// `**Label:** id | text`.
  private func labelledPaper(_ line: Range<Int>, range: Range<Int>) -> Digest.Topic? {
    guard let (label, rest) = labelAndRest(line), let leading = leadingPapers(in: rest),
      trimmed(leading.rest).isEmpty
        || separator(at: leading.rest.lowerBound, leading.rest.upperBound).map({ $0.kind != .colon }) == true
    else { return nil }
    return topic(label, children: [.paper(mention(leading, range: rest))], range: range)
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

  /// `id (NAME) | text`: a short bracket between the ids and their separator.
  private func bracketBehindIDs(_ leading: LeadingPapers) -> (bracket: Range<Int>, inside: Range<Int>)? {
    let rest = trimmed(leading.rest)
    // Right behind the ids it is the address of a link.
    guard rest.lowerBound > leading.rest.lowerBound, starts(rest, with: "("),
      let close = closingBracket(of: rest.lowerBound, in: rest.prefix(120)),
      close > rest.lowerBound + 1, let separator = separator(at: close + 1, rest.upperBound),
      separator.kind != .dot
    else { return nil }
    return (rest.lowerBound..<close + 1, rest.lowerBound + 1..<close)
  }

  /// `id – NAME | text`, `id · NAME · text`.
  private func nameBeforePipe(
    _ rest: Range<Int>, _ leading: LeadingPapers
  ) -> (name: Range<Int>, rest: Range<Int>)? {
    guard let first = separator(at: leading.rest.lowerBound, leading.rest.upperBound), first.kind != .pipe
    else {
      return nil
    }
    let head = rest.prefix(64)
    let second =
      text.bytes[head].firstIndex(of: UInt8(ascii: "|")).map { $0..<$0 + 1 }
      ?? (first.kind == .dot ? middleDot(in: head) : nil)
    guard let second, second.lowerBound > rest.lowerBound else { return nil }
    return (
      unwrapped(rest.lowerBound..<second.lowerBound), trimmed(second.upperBound..<rest.upperBound)
    )
  }

  /// `**NAME:** text`, `**NAME** – text`.
  private func boldName(_ rest: Range<Int>) -> (name: Range<Int>, rest: Range<Int>)? {
    guard let bold = leadingStrong(rest), bold.inside.count <= 60 else { return nil }
    let name = withoutColon(bold.inside)
    if name != trimmed(bold.inside) { return (name, trimmed(bold.rest)) }
    guard let separator = separator(at: bold.rest.lowerBound, bold.rest.upperBound), separator.kind != .pipe
    else {
      return nil
    }
    return (name, trimmed(separator.next..<rest.upperBound))
  }

  /// `NAME: text`, `NAME | text`. A name is one to four words of ASCII before the first colon or pipe, with a capital or a digit inside; a
  /// single capitalised word counts unless it is a kind of paper (`Survey: …`).
  private func splitName(_ range: Range<Int>) -> (name: Range<Int>, rest: Range<Int>)? {
    let limit = min(range.upperBound, range.lowerBound + 48)
    let end = text.bytes[range.lowerBound..<limit].firstIndex {
      $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "|") || $0 == 0xEF
    }
    guard let colon = end, colon > range.lowerBound, colon + 1 < range.upperBound else { return nil }
    if text.bytes[colon] == 0xEF {
      guard starts(colon..<range.upperBound, with: "：") else { return nil }
    } else {
      guard text.bytes[colon + 1].isBlank,
        text.bytes[colon] == UInt8(ascii: ":")
          || text.bytes[colon - 1].isBlank && colon - range.lowerBound > 3
      else { return nil }
    }
    let name = unwrapped(range.lowerBound..<colon)
    let bytes = text.bytes[name]
    guard let first = bytes.first, first.isAlphanumeric, bytes.allSatisfy({ !$0.isNonASCII }),
      bytes.split(separator: 0x20).count <= 4
    else { return nil }
    if bytes.contains(UInt8(ascii: ";"))
      || text.bytes[colon] == UInt8(ascii: "|") && bytes.contains(UInt8(ascii: ","))
    {
      return nil
    }
    let hasInnerSign = bytes.dropFirst().contains { $0.isUppercase || $0.isDigit }
    let isOneWord = !bytes.contains(0x20) && first.isUppercase
    guard hasInnerSign || isOneWord, !Self.kindsOfPaper.contains(string(name).lowercased()) else {
      return nil
    }
    let next = text.bytes[colon] == 0xEF ? colon + 3 : colon + 1
    return (name, trimmed(next..<range.upperBound))
  }

  private static let kindsOfPaper: Set<String> = [
    "survey", "benchmark", "dataset", "review", "note", "position", "analysis", "framework", "method",
    "model",
    "paper", "study", "report", "tutorial", "overview", "tool", "system", "theory", "application", "other",
    "position paper", "technical report", "llm", "llms", "vlm", "vlms", "ai", "nlp", "rl", "cv", "rag",
    "mllm",
  ]

  /// A bracket at the end that speaks of the listing: `(Lưu ý: Survey)`, `*(Đã liệt kê ở II.B.1.b)*`, `[Trùng …]`.
  private func trailingNote(_ range: Range<Int>) -> (note: Range<Int>, isDuplicate: Bool)? {
    guard let (note, inside) = trailingBracket(range) else { return nil }
    if Self.duplicateNotes.match(text.bytes, at: inside.lowerBound, before: inside.upperBound) != nil {
      return (note, true)
    }
    if Self.notes.match(text.bytes, at: inside.lowerBound, before: inside.upperBound) != nil {
      return (note, false)
    }
    return nil
  }

  /// The bracket that a range ends with, and marks and a full stop around it.
  func trailingBracket(_ range: Range<Int>) -> (whole: Range<Int>, inside: Range<Int>)? {
    var end = range.upperBound
    if end > range.lowerBound, text.bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
    var marks = 0
    while end > range.lowerBound, "*_`".utf8.contains(text.bytes[end - 1]) {
      end -= 1
      marks += 1
    }
    guard end > range.lowerBound else { return nil }
    let close = text.bytes[end - 1]
    guard close == UInt8(ascii: ")") || close == UInt8(ascii: "]") else { return nil }
    guard var open = openingBracket(of: end - 1, in: range), open + 1 < end - 1 else { return nil }
    let inside = open + 1..<end - 1
    while marks > 0, open > range.lowerBound, "*_`".utf8.contains(text.bytes[open - 1]) {
      open -= 1
      marks -= 1
    }
    return marks == 0 ? (open..<range.upperBound, inside) : nil
  }

  private func openingBracket(of close: Int, in range: Range<Int>) -> Int? {
    let (opening, closing) =
      text.bytes[close] == UInt8(ascii: ")")
      ? (UInt8(ascii: "("), UInt8(ascii: ")")) : (UInt8(ascii: "["), UInt8(ascii: "]"))
    var depth = 0
    for i in stride(from: close, through: range.lowerBound, by: -1) {
      if text.bytes[i] == closing { depth += 1 }
      if text.bytes[i] == opening {
        depth -= 1
        if depth == 0 { return i }
      }
    }
    return nil
  }

  private static let duplicateNotes = LabelSet([
    "đã liệt kê", "đã được liệt kê", "đã phân loại", "đã đề cập", "đã nêu", "trùng", "lặp lại", "xem thêm ở",
    "duplicate", "already listed", "already covered", "already mentioned", "also listed", "listed above",
    "covered under", "see also", "repeated", "đã có ở", "đã xuất hiện", "xem mục", "xem phần", "xem nhánh",
    "cross-listed",
    "listed in", "listed under", "same as",
  ])
  private static let notes = LabelSet(["lưu ý", "ghi chú", "chú ý", "note", "n.b.", "khó xếp", "remark"])
}

import DigestModel
import DigestText

// Where the title of an entry stands.
extension ListEntryReader {
  /// The words of a link to the project or the code are a title here, too.
  func titleWithoutID(into paper: inout ListedPaper) -> Int? {
    guard lead.index < text.scalars.count else { return nil }
    if let link = text.link(at: lead.index) {
      guard link.meaning == nil, TitleShape.isTitle(link.words), !link.target.isAside else { return nil }
      setTitle(link.label, link.label.range, .sure, of: &paper)
      return lead.index + 1
    }
    guard let title = TitleReader(text: text, end: text.scalars.count).read(from: lead.index), isTitle(title)
    else {
      return nil
    }
    for note in title.notes { meta.absorb(text.string(note), into: &paper, isMarked: true) }
    setTitle(text, title.range, title.certainty, of: &paper)
    if let name = title.name, !name.isEmpty { paper.names.append(name) }
    return title.end
  }

  /// - Returns: where the text after the title begins.
  func readTitle(into paper: inout ListedPaper) -> Int? {
    if let end = linkedTitle(into: &paper) { return end }
    guard saysWherePaperIs, lead.index < text.scalars.count, !text.isLink(lead.index) else {
      return titleOfField(into: &paper)
    }
    var reader = TitleReader(text: text, end: text.scalars.count)
    reader.endsAtTwoSpaces = entry.shape == .item && isNumbered
    guard let title = reader.read(from: lead.index), isTitle(title) else { return titleOfField(into: &paper) }
    for note in title.notes { meta.absorb(text.string(note), into: &paper, isMarked: true) }
    if let full = fullTitle(after: title) {
      setTitle(text, full.range, full.certainty, of: &paper)
      paper.names.append(TitleShape.withoutSigns(text.string(title.range)))
      return title.end
    }
    setTitle(text, title.range, title.certainty, of: &paper)
    if let name = title.name, !name.isEmpty { paper.names.append(name) }
    return title.end
  }

  /// `**KiteNet** — Bee, A., Dee, C. (2024). *Kites That Plan*. [paper](…)`: what is in bold is a name.
  func fullTitle(after name: TitleReading) -> TitleReading? {
    guard name.certainty == .sure, TitleShape.words(text.string(name.range)).count < 5 else { return nil }
    var passing = ListedPaper(anchor: .none)
    for (number, segment) in ListSegments(text).segments(name.end..<text.scalars.count).enumerated() {
      let start = segment.range.lowerBound
      let isSetOff = text.styles[start] == .emphasis || "\"“".unicodeScalars.contains(text.scalars[start])
      let words = text.string(segment.range)
      if isSetOff, TitleShape.words(words).count > 3, VenueReader.read(words) == nil,
        NamesShape.split(words, isMarked: true) == nil,
        number < 2 || !passing.authors.names.isEmpty || passing.date != nil
      {
        return TitleReader(text: text, end: segment.range.upperBound).read(from: start)
      }
      meta.absorb(words, into: &passing, isMarked: segment.isMarked)
    }
    return nil
  }

  var isNumbered: Bool {
    guard let first = text.scalars.first(where: { $0 != " " }) else { return false }
    return first.properties.numericType != nil
  }

  /// `[A title](https://arxiv.org/abs/…)` where the title stands: first, or after names and a colon.
  func linkedTitle(into paper: inout ListedPaper) -> Int? {
    for (index, link) in links(of: text) where index >= lead.index && link.meaning == nil {
      guard isAtHead(index), TitleShape.isTitle(link.words), !isPartOfSentence(index, link) else { continue }
      if let id = link.paper {
        paper.ids.append(id.withoutVersion)
      } else if link.target.isAside || !hasPaperLink(besides: index) || hasTitledPaper(after: index)
        || isAuthor(index, link)
      {
        continue
      }
      setTitle(link.label, link.label.range, .sure, of: &paper)
      if let note = noteBefore(index) { meta.absorb(text.string(note), into: &paper, isMarked: true) }
      if link.paper == nil { add(link, to: &paper) }
      return index + 1
    }
    return nil
  }

  /// `Kites, [Ann Bee](https://bee.org), [paper](…)`
  private func isAuthor(_ index: Int, _ link: ListLink) -> Bool {
    guard let note = noteBefore(index), NamesShape.isNames(link.words, isMarked: true) else { return false }
    return ",，".unicodeScalars.contains(text.scalars[note.upperBound - 1])
  }

  /// Whether only the beginning of the entry stands before a link: nothing, a short name with a colon, authors.
  func isAtHead(_ index: Int) -> Bool {
    guard let note = noteBefore(index) else { return true }
    let words = text.string(note)
    let list = TitleShape.words(words)
    if list.isEmpty { return true }
    let isColon = words.hasSuffix(":") || words.hasSuffix("：")
    if isColon, list.count < 6 { return true }
    if note.contains(where: { text.link(at: $0).map { !$0.saysWhatItIs } == true }), list.count < 3 {
      return true
    }
    return NamesShape.split(words, isMarked: false).map {
      $0.rest.isEmpty || VenueReader.read($0.rest) != nil
    } == true
      || VenueReader.read(words) != nil || list.count < 3 && entry.shape == .item && !isProse(list)
  }

  /// Whether a sentence goes on after the link that a paragraph begins with, unless its words are surely a title.
  func isPartOfSentence(_ index: Int, _ link: ListLink) -> Bool {
    guard entry.shape == .paragraph, index + 1 < text.scalars.count else { return false }
    let next = text.scalars[index + 1]
    // `[Title](…)는`: an ending of the word.
    if next.properties.isAlphabetic, !text.isLink(index + 1) { return true }
    var i = index + 1
    while i < text.scalars.count, text.scalars[i] == " " { i += 1 }
    guard i < text.scalars.count, text.scalars[i].properties.isLowercase, !text.isLink(i) else {
      return false
    }
    return !TitleShape.isTitleInProse(link.words)
  }

  func isProse(_ words: [String]) -> Bool {
    words.contains { TitleShape.beforeLinkInProse.contains($0.lowercased()) }
  }

  func noteBefore(_ index: Int) -> Range<Int>? {
    let note = text.trimmed(lead.index..<index) { " \n[(*\"“".unicodeScalars.contains($0) }
    return note.isEmpty ? nil : note
  }

  func hasPaperLink(besides index: Int) -> Bool {
    links(of: text).contains { $0.index != index && $0.link.paper != nil }
      || entry.below.contains { links(of: $0).contains { $0.link.paper != nil } }
  }

  func hasTitledPaper(after index: Int) -> Bool {
    links(of: text).contains { $0.index > index && $0.link.paper != nil && TitleShape.isTitle($0.link.words) }
  }

  /// Whether a link that says only what it is leads to the paper, here or below.
  var saysWherePaperIs: Bool {
    let inHead = links(of: text).contains { $0.link.paper != nil && $0.link.saysWhatItIs }
    return inHead
      || entry.below.contains { text in
        if links(of: text).contains(where: { isPaper($0.link) }) { return true }
        var numbered = ListedPaper(anchor: .none)
        addNumber(of: text, to: &numbered)
        return !numbered.ids.isEmpty
      }
  }

  func isPaper(_ link: ListLink) -> Bool { link.paper != nil && link.saysWhatItIs }

  /// The title that a field gives: `- Title: Kites That Plan`, `- Paper: [Kites That Plan](…)`.
  func titleOfField(into paper: inout ListedPaper) -> Int? {
    for part in entry.below {
      for line in part.lines(part.range) {
        guard let label = FieldLabel.read(part, line), label.field == .title || label.field == .paper else {
          continue
        }
        let value = part.trimmed(label.value..<line.upperBound)
        if let link = value.lazy.compactMap({ part.link(at: $0) }).first, link.meaning == nil,
          TitleShape.isTitle(link.words)
        {
          setTitle(link.label, link.label.range, .sure, of: &paper)
          return text.scalars.count
        }
        let words = part.string(value)
        if label.field == .title, TitleShape.isTitle(words) {
          setTitle(part, value, .sure, of: &paper)
          return text.scalars.count
        }
      }
    }
    return nil
  }
}

import DigestText

/// Splits a list of names that a person wrote at the separators that the whole text bears out.
struct WrittenNameList {
  let expectation: NameReader.Expectation

  init(_ expectation: NameReader.Expectation) { self.expectation = expectation }

  /// - Parameter clean: a text from which the marks are taken off.
  func read(_ clean: [UInt8], into builder: inout NameBuilder) {
    let text = Self.withoutFullStop(Self.withoutWraps(clean))
    if let company = Self.company(text) {
      builder.add([company])
      return
    }
    var reader = NamePartReader()
    let hasSemicolons = text.pieces { $0 == UInt8(ascii: ";") }.count > 1
    for piece in text.pieces(where: { $0 == UInt8(ascii: ";") || $0 == NameSeparator.strong || $0 == 0x0A }) {
      let sections = Self.sections(of: piece)
      let parts = sections.enumerated().map { index, section in
        reader.parts(section.pieces { $0 == UInt8(ascii: ",") }, isAfterAnd: index > 0)
      }
      .filter { !$0.isEmpty }
      let grouping = NameGrouping(sections: parts, isOneNameEach: hasSemicolons, expectation)
      for name in grouping.names { builder.add(name) }
      if grouping.isAssumed { builder.list.assumptions.insert(.alternatingCommas) }
    }
    builder.list.hasMore = builder.list.hasMore || reader.hasMore
    builder.list.degrees += reader.degrees
    builder.list.remarks += reader.remarks
  }

  /// Makes line ends spaces where lines are only wrapped: where another separator ends the names, or a line has
  /// several commas.
  private static func withoutWraps(_ clean: [UInt8]) -> NameBytes {
    guard clean.contains(0x0A) else { return clean[...] }
    let hasOther = clean.contains { $0 == UInt8(ascii: ";") || $0 == NameSeparator.strong }
    let isWrapped =
      hasOther
      || clean[...].pieces { $0 == 0x0A }.contains { line in
        let line = line.trimmed
        let inner = line.last == UInt8(ascii: ",") ? line.dropLast() : line
        return inner.pieces { $0 == UInt8(ascii: ",") }.count > 2
      }
    return isWrapped ? clean.map { $0 == 0x0A ? 0x20 : $0 }[...] : clean[...]
  }

  /// Without the full stop of a sentence, which stands after a whole word and not after an abbreviation.
  private static func withoutFullStop(_ text: NameBytes) -> NameBytes {
    let text = text.trimmed
    guard text.last == UInt8(ascii: ".") else { return text }
    let stem = text.dropLast()
    let word =
      stem.suffix(24).split { $0.isSpace || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") }.last ?? []
    return word.count > 2 && word.count < 24 && NameWord(word).isPlain ? stem : text
  }

  /// `Barnes and Noble, Inc.`: a body that is all there is.
  private static func company(_ text: NameBytes) -> NamePart? {
    let pieces = text.pieces { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") || $0 < 0x20 }
    guard pieces.count == 2, let form = pieces[1].words.first, pieces[1].words.count == 1,
      NamePartReader.companyForms.contains(form.keyWithoutStops), let last = pieces[0].words.last
    else { return nil }
    var part = NamePart(pieces[0].words.dropLast() + [NameWord(last.bytes + [UInt8(ascii: ",")]), form])
    part.kind = .body
    return part
  }

  /// What stands between the words for `and`.
  static func sections(of piece: NameBytes) -> [NameBytes] {
    let bounds = words(of: piece)
    var sections: [NameBytes] = []
    var start = piece.startIndex
    var firstWord = 0
    for (index, range) in bounds.enumerated() {
      let isSign = range.count == 1 && piece[range.lowerBound] == NameSeparator.and
      guard isSign || isConjunction(index, of: bounds, in: piece, after: firstWord) else { continue }
      sections.append(piece[start..<range.lowerBound])
      start = range.upperBound
      firstWord = index + 1
    }
    sections.append(piece[start...])
    return joiningBodies(sections)
  }

  /// The ranges of words outside braces; a sign for `and` is a word of its own, a comma ends a word.
  private static func words(of piece: NameBytes) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start: Int?
    var depth = 0
    func end(_ i: Int) {
      if let begin = start { ranges.append(begin..<i) }
      start = nil
    }
    for i in piece.indices {
      let byte = piece[i]
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      if depth == 0, byte.isSpace || byte == UInt8(ascii: ",") {
        end(i)
      } else if depth == 0, byte == NameSeparator.and {
        end(i)
        ranges.append(i..<(i + 1))
      } else if start == nil {
        start = i
      }
    }
    end(piece.endIndex)
    return ranges
  }

  private static func isConjunction(
    _ index: Int, of bounds: [Range<Int>], in piece: NameBytes, after firstWord: Int
  ) -> Bool {
    let first = piece[bounds[index].lowerBound]
    guard bounds[index].count <= 8, !first.isUppercase || first == UInt8(ascii: "A") else { return false }
    let word = NameWord(piece[bounds[index]])
    guard word.key == "and" || word.bytes.elementsEqual(word.key.utf8) else { return false }
    func key(_ other: Int) -> String? { other < bounds.count ? NameWord(piece[bounds[other]]).key : nil }
    if word.key == "und", let next = key(index + 1), NameConjunctions.particleEnds.contains(next) {
      return false
    }
    if NameConjunctions.plain.contains(word.key) { return true }
    guard NameConjunctions.cautious.contains(word.key), index >= firstWord + 2, index + 2 < bounds.count
    else {
      return false
    }
    // Two words on both sides, without a comma between those that follow; `y de la Bee` goes on with a particle.
    let next = NameWord(piece[bounds[index + 1]])
    return bounds[index + 1].upperBound + 1 == bounds[index + 2].lowerBound && next.letterCase == .upper
  }

  /// `Department of Health and Human Services` is one body.
  private static func joiningBodies(_ sections: [NameBytes]) -> [NameBytes] {
    guard sections.count == 2, !sections[0].contains(UInt8(ascii: ",")),
      !sections[1].contains(UInt8(ascii: ","))
    else { return sections }
    let left = sections[0].words
    let right = sections[1].words
    guard left.contains(where: { NameBodies.joints.contains($0.key) }), NameBodies.isBody(left),
      let last = right.last,
      right.count == 1 || NameBodies.fields.contains(last.key), !NameMore.isPhrase(right, afterAnd: true)
    else { return sections }
    return [sections[0] + Array(" and ".utf8) + sections[1].trimmed]
  }
}

import DigestText

/// Makes names of the parts that stand between the separators of a list.
struct NameBuilder {
  let reader: NameReader
  var list = NameList()

  init(reader: NameReader) { self.reader = reader }

  private var isWritten: Bool { reader.syntax == .written }

  /// Adds a name in one part, `First von Last`, or in two, `von Last` and `First`.
  mutating func add(_ parts: [NamePart]) {
    guard let first = parts.first, !first.words.isEmpty else { return }
    if parts.count > 1 {
      add(family: first.words, given: parts[1].words, suffix: first.suffix + parts[1].suffix)
    } else {
      add(displayed: first)
    }
  }

  /// Adds a name that its source has split.
  mutating func add(family: String, given: String, suffix: String) {
    var cleaner = NameCleaner(family, reader.syntax)
    let pieces = cleaner.clean()[...].pieces { $0 == UInt8(ascii: ",") }.map(\.words)
    var givenCleaner = NameCleaner(given, reader.syntax)
    let givenPieces = givenCleaner.clean()[...].pieces { $0 == UInt8(ascii: ",") }.map(\.words)
    let suffixWords = Array(suffix.utf8)[...].words
    let familyWords = pieces[0]
    let after = (pieces.dropFirst() + givenPieces.dropFirst()).joined()
    if familyWords.isEmpty || givenPieces[0].isEmpty {
      var part = NamePart(familyWords + givenPieces[0])
      part.suffix = after + suffixWords
      guard !part.words.isEmpty else { return }
      if givenPieces[0].isEmpty, !NameBodies.isBody(part.words) {
        add(family: part.words, given: [], suffix: part.suffix)
      } else {
        add(displayed: part)
      }
    } else {
      add(family: familyWords, given: givenPieces[0], suffix: after + suffixWords)
    }
  }

  // MARK: First von Last

  private mutating func add(displayed part: NamePart) {
    var words = part.words
    var suffix = part.suffix
    if words.count == 1, words[0].bytes.isOneGroup {
      list.names.append(.literal(text(words[0].bytes.inner)))
      return
    }
    if part.kind == .body {
      list.names.append(.literal(text(words)))
      return
    }
    dropTitles(&words)
    dropDegrees(&words, isComplete: false)
    dropOtherScript(&words)
    if addEastAsian(words) { return }
    takeSuffix(&words, into: &suffix)
    if words.count == 1 {
      addMononym(words[0], suffix)
    } else if isVietnamese(words) {
      addVietnamese(words, suffix)
    } else if isWritten, let end = familyEndBeforeInitials(words) {
      list.assumptions.insert(.initialsAfterFamily)
      add(family: Array(words[..<end]), given: Array(words[end...]), suffix: suffix)
    } else {
      addWestern(words, suffix)
    }
  }

  private mutating func addMononym(_ word: NameWord, _ suffix: [NameWord]) {
    if suffix.isEmpty {
      list.names.append(.literal(text(word.bytes)))
    } else {
      list.names.append(.person(PersonName(family: text(word.bytes), suffix: text(suffix))))
    }
  }

  private mutating func addWestern(_ words: [NameWord], _ suffix: [NameWord]) {
    if words.allSatisfy(\.isPlain) {
      let name = PersonName(
        family: text(words[words.count - 1].bytes), given: text(words.dropLast()),
        suffix: optional(text(suffix)))
      list.names.append(.person(name))
      return
    }
    if isWritten, let start = startOfWrittenFamily(words) {
      let family = Array(words[start...])
      list.names.append(.person(person([], family, given: Array(words[..<start]), suffix)))
      return
    }
    let parts = BibTeXNameParts(displayed: words) { index in
      guard isWritten else { return true }
      return index == 0
        ? words[0].isKnownParticle
        : words[index].isKnownParticle
          || !words[index].isLowerCaseInitial && SplitFamily.attachedLength(words[index]) == nil
    }
    list.names.append(.person(person(parts.von, parts.last, given: parts.first, suffix)))
  }

  /// Where the family name begins if not where BibTeX's rule says: at `De` of `Robert De Niro`, at `Ortega` of `José
  /// Ortega y Gasset`.
  private func startOfWrittenFamily(_ words: [NameWord]) -> Int? {
    guard !words.allSatisfy(\.isPlain) else { return nil }
    let end = words.count - 1
    if let connector = words.indices.first(where: { $0 > 1 && $0 < end && words[$0].isConnector }),
      words[connector - 1].letterCase == .upper, words[connector + 1].letterCase == .upper
    {
      return connector - 1
    }
    var start = end
    while start > 1, isPrefix(words, start - 1) { start -= 1 }
    return words[start..<end].contains { $0.letterCase == .upper } ? start : nil
  }

  /// Whether a word is a particle that belongs to the family name, whatever its case.
  private func isPrefix(_ words: [NameWord], _ index: Int) -> Bool {
    let key = words[index].key
    if words[index].letterCase == .upper, NameParticles.capitalised.contains(key) { return true }
    if NameParticles.capitalisedFollowers.contains(key) || words[index].isKnownParticle {
      return index > 1 && NameParticles.words.contains(words[index - 1].key)
    }
    return false
  }

  /// Where the initials of `Bee A. B.` begin.
  private func familyEndBeforeInitials(_ words: [NameWord]) -> Int? {
    guard words.last?.isInitials == true, let end = words.lastIndex(where: { !$0.isInitials }),
      !words[...end].contains(where: \.isInitials)
    else { return nil }
    return end + 1
  }

  // MARK: von Last, First

  private mutating func add(family: [NameWord], given: [NameWord], suffix: [NameWord]) {
    var family = family
    var given = given
    var suffix = suffix
    dropTitles(&family)
    dropTitles(&given)
    dropDegrees(&given, isComplete: true)
    takeSuffix(&given, into: &suffix)
    takeSuffix(&family, into: &suffix)
    let parts = BibTeXNameParts(family: family, first: given)
    list.names.append(.person(person(parts.von, parts.last, given: given, suffix)))
  }

  // MARK: East Asian and Vietnamese names

  private mutating func addEastAsian(_ words: [NameWord]) -> Bool {
    guard !words.isEmpty, words.count < 20, words.allSatisfy({ EastAsianScript.isEastAsian($0.bytes) }) else {
      return false
    }
    for reading in EastAsianName.readings(words.map(\.bytes.text)) {
      list.names.append(reading.name)
      list.assumptions.formUnion(reading.assumptions)
      list.degrees += reading.titles
      list.hasMore = list.hasMore || reading.hasMore
    }
    return true
  }

  /// Takes an East Asian form out of a name in another script, `Xiaoming Wang 王小明`.
  private mutating func dropOtherScript(_ words: inout [NameWord]) {
    guard words.count > 2, words.contains(where: { $0.bytes[$0.bytes.startIndex] >= 0xE3 }) else { return }
    let others = words.filter { EastAsianScript.isEastAsian($0.bytes) }
    guard !others.isEmpty, words.count - others.count > 1 else { return }
    list.remarks.append(text(others))
    words.removeAll { EastAsianScript.isEastAsian($0.bytes) }
  }

  private func isVietnamese(_ words: [NameWord]) -> Bool {
    guard !words[0].isPlain else { return false }
    let key = words[0].key
    guard VietnameseSurnames.all.contains(key) else { return false }
    return !VietnameseSurnames.shared.contains(key)
      || words.contains { VietnameseSurnames.hasMarks($0.bytes) }
  }

  private mutating func addVietnamese(_ words: [NameWord], _ suffix: [NameWord]) {
    switch reader.vietnameseOrder {
    case .familyFirst:
      list.names.append(.person(person([], [words[0]], given: Array(words.dropFirst()), suffix)))
    case .asWritten:
      list.assumptions.insert(.vietnameseOrder)
      list.names.append(.person(person([], [words[words.count - 1]], given: words.dropLast(), suffix)))
    }
  }

  // MARK: Parts

  private func person(
    _ von: [NameWord], _ last: [NameWord], given: [NameWord], _ suffix: [NameWord]
  ) -> PersonName {
    let split = SplitFamily(von: von, last: last)
    let givenEnd = isWritten && split.isWithoutParticle ? endBeforeParticles(given) : given.count
    var name = PersonName(family: text(split.family))
    name.given = optional(text(given[..<givenEnd]))
    name.droppingParticle = optional(text(givenEnd < given.count ? given[givenEnd...] : split.dropping[...]))
    name.nonDroppingParticle = optional(text(split.nonDropping))
    name.suffix = optional(text(suffix))
    return name
  }

  /// Where the particles of `Alexander von` begin, which CSL takes for dropping ones.
  private func endBeforeParticles(_ given: [NameWord]) -> Int {
    var end = given.count
    while end > 1, given[end - 1].isKnownParticle, given[end - 1].bytes.count > 1 { end -= 1 }
    return end
  }

  private mutating func dropTitles(_ words: inout [NameWord]) {
    let count = words.dropLast().prefix(while: NameDegrees.isTitle).count
    guard count > 0 else { return }
    list.degrees += words[..<count].map(\.bytes.text)
    words.removeFirst(count)
  }

  private mutating func dropDegrees(_ words: inout [NameWord], isComplete: Bool) {
    var count = 0
    while words.count - count > 1,
      NameDegrees.isDegree(
        words[words.count - count - 1],
        afterWholeName: isComplete || words.count - count > 2 && !words[0].isInitials)
    {
      count += 1
    }
    guard count > 0 else { return }
    list.degrees += words.suffix(count).map(\.bytes.text)
    words.removeLast(count)
  }

  private func takeSuffix(_ words: inout [NameWord], into suffix: inout [NameWord]) {
    guard words.count > 1, suffix.isEmpty, let last = words.last, NameSuffixes.contains(last) else { return }
    suffix = [last]
    words.removeLast()
  }

  private func optional(_ text: String) -> String? { text.isEmpty ? nil : text }
  private func text(_ words: some RandomAccessCollection<NameWord>) -> String {
    words.isEmpty ? "" : text(words.joined)
  }

  /// A part as plain text: decoded, without braces, with single spaces.
  private func text(_ bytes: NameBytes) -> String {
    guard bytes.contains(where: { !$0.isAlphanumeric && $0 != 0x20 && $0 != 0x2E && $0 != 0x2D }) else {
      return bytes.text
    }
    let written =
      bytes.contains(NameSeparator.entityEnd)
      ? String(decoding: bytes.map { $0 == NameSeparator.entityEnd ? UInt8(ascii: ";") : $0 }, as: UTF8.self)
      : bytes.text
    let decoded = reader.decode(written)
    var result: [UInt8] = []
    for byte in decoded.utf8 where byte != UInt8(ascii: "{") && byte != UInt8(ascii: "}") {
      if byte.isSpace, result.last ?? 0x20 == 0x20 { continue }
      result.append(byte.isSpace ? 0x20 : byte)
    }
    return result[...].trimmed.text
  }
}

extension NameWord {
  /// `m.` of `danah m. boyd`.
  fileprivate var isLowerCaseInitial: Bool { bytes.count == 2 && bytes.last == UInt8(ascii: ".") }
  /// `y` of `Ortega y Gasset`.
  fileprivate var isConnector: Bool {
    bytes.count == 1 && NameParticles.connectors.contains(key) && isLowerCase
  }
}

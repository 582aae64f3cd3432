import DigestText

/// What stands between two `and`s and has more commas than a name of BibTeX has, or semicolons: mostly several names.
///
/// They are read as several only where the initials leave no doubt. BibTeX would take the second for a `Jr`.
enum BibTeXCommaList {
  /// - Parameters:
  ///   - name: as written.
  ///   - pieces: what its commas part.
  /// - Returns: whether the name is read; else it is one, or BibTeX's rule is the best guess.
  static func read(_ name: NameBytes, _ pieces: [[NameWord]], into builder: inout NameBuilder) -> Bool {
    let names = name.contains(UInt8(ascii: ";")) ? partedBySemicolons(name) : partedByCommas(pieces)
    if let names {
      for parts in names { builder.add(parts) }
      builder.list.commaLists.append(.init(text: name.trimmed.text, count: names.count))
      return true
    }
    let filled = pieces.filter { !$0.isEmpty }
    guard filled.count > 2, !isSuffix(filled[1]) else { return false }
    builder.list.commaLists.append(.init(text: name.trimmed.text, count: 1))
    guard filled.count > 3 || mayBeName(filled[1]) else { return false }
    var whole = NamePart(name.trimmed.words)
    whole.kind = .body
    builder.add([whole])
    return true
  }

  /// `Smith, J., Doe, A.`, and `Smith J., Doe A., Roe B., Poe C.`
  private static func partedByCommas(_ pieces: [[NameWord]]) -> [[NamePart]]? {
    let pieces = pieces.filter { !$0.isEmpty }
    guard pieces.count > 3 else { return nil }
    if pieces.count.isMultiple(of: 2) {
      let pairs = stride(from: 0, to: pieces.count, by: 2).map {
        [NamePart(pieces[$0]), NamePart(pieces[$0 + 1])]
      }
      if pairs.allSatisfy({ $0[0].kind != .initials && $0[1].kind == .initials }) { return pairs }
    }
    let names = pieces.map(partsByInitials)
    return names.contains { $0.isEmpty } ? nil : names
  }

  /// `Smith J.` and `J. Smith`.
  /// - Returns: nothing where a name has no initials, or only them.
  private static func partsByInitials(_ words: [NameWord]) -> [NamePart] {
    guard let first = words.first, let last = words.last, first.isInitials != last.isInitials else {
      return []
    }
    if first.isInitials { return [NamePart(words)] }
    let family = words.prefix { !$0.isInitials }
    let given = words[family.endIndex...]
    return given.allSatisfy(\.isInitials) ? [NamePart(Array(family)), NamePart(Array(given))] : []
  }

  /// `Smith, J.; Doe, A.`: no name has a semicolon.
  private static func partedBySemicolons(_ name: NameBytes) -> [[NamePart]]? {
    let names = name.pieces { $0 == UInt8(ascii: ";") }.map { piece in
      piece.pieces { $0 == UInt8(ascii: ",") }.map(\.words).filter { !$0.isEmpty }
    }.filter { !$0.isEmpty }
    guard names.count > 1,
      names.allSatisfy({ $0.count == 2 }) || names.allSatisfy({ $0.count == 1 && $0[0].count > 1 })
    else { return nil }
    return names.map { $0.map { NamePart($0) } }
  }

  private static func isSuffix(_ words: [NameWord]) -> Bool {
    words.allSatisfy { NameSuffixes.contains($0) || NameDegrees.isDegree($0, afterWholeName: true) }
  }

  /// Initials, or two words.
  private static func mayBeName(_ words: [NameWord]) -> Bool { words.count > 1 || words[0].isInitials }
}

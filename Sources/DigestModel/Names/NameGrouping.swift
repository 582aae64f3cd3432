/// Which parts of a list of names belong together: whether a comma parts two names, or the family and given names of
/// one.
struct NameGrouping {
  /// One part for a name in the order `First Last`, two for one in the order `Last, First`.
  private(set) var names: [[NamePart]] = []
  /// Whether nothing but their order says that words are family and given names in turn.
  private(set) var isAssumed = false
  private let expectation: NameReader.Expectation

  /// - Parameters:
  ///   - sections: the parts between the words for `and`.
  ///   - isOneNameEach: whether `;` parts names, so that a comma does not.
  init(sections: [[NamePart]], isOneNameEach: Bool, _ expectation: NameReader.Expectation) {
    self.expectation = expectation
    // `Bee, Ann and Dee, Cee and Eff, Eve`: three names joined as BibTeX joins them.
    let isBibTeX =
      sections.count > 2 && sections.allSatisfy { $0.count <= 2 } && sections.contains { $0.count == 2 }
    for (index, parts) in sections.enumerated() {
      let following = index + 1 < sections.count ? sections[index + 1] : []
      let isOneName = isOneNameEach && !parts.allSatisfy(\.hasInitials) || isBibTeX
      if isOneName, parts.count == 2, parts.allSatisfy({ $0.kind != .body }) {
        names.append(parts)
      } else {
        group(parts, before: following)
      }
    }
  }

  private mutating func group(_ parts: [NamePart], before following: [NamePart]) {
    switch parts.count {
    case 0: break
    case 1: names.append(parts)
    case 2: groupTwo(parts, before: following)
    default: groupMany(parts)
    }
  }

  private mutating func groupTwo(_ parts: [NamePart], before following: [NamePart]) {
    if isInverted(parts[0], parts[1], before: following) {
      names.append(parts)
    } else {
      names += parts.map { [$0] }
    }
  }

  /// Whether two parts are `Last, First`.
  /// - Parameter following: what stands after the next `and`, empty where nothing does.
  private func isInverted(_ first: NamePart, _ second: NamePart, before following: [NamePart]) -> Bool {
    if first.kind == .body || second.kind == .body { return false }
    if second.beginsWithParticle { return false }
    if first.kind == .family || second.kind == .initials {
      return !first.hasInitials || first.kind == .family
    }
    if first.hasInitials { return false }
    if second.endsAsGivenNames || expectation == .element { return true }
    switch (first.kind, second.kind) {
    case (.full, .full): return false
    case (.full, _): return following.isEmpty || following.count == 2
    case (.word, .word): return following.isEmpty || following.count == 2 || following[0].kind == .full
    default: return true
    }
  }

  private mutating func groupMany(_ parts: [NamePart]) {
    if isInPairs(parts) {
      for index in stride(from: 0, to: parts.count, by: 2) { names.append(Array(parts[index...(index + 1)])) }
      isAssumed =
        isAssumed
        || !parts.contains { $0.endsAsGivenNames }
          && stride(from: 0, to: parts.count, by: 2).allSatisfy { parts[$0].kind == .word }
    } else if isFirstInverted(parts) {
      names.append(Array(parts[0...1]))
      names += parts[2...].map { [$0] }
    } else {
      groupInOrder(parts)
    }
  }

  /// `Bee, A., Dee, C.` and `Bee, Ann, Dee, Cee`.
  private func isInPairs(_ parts: [NamePart]) -> Bool {
    guard parts.count % 2 == 0, parts.allSatisfy({ $0.kind != .body }) else { return false }
    let families = stride(from: 0, to: parts.count, by: 2).map { parts[$0] }
    let givens = stride(from: 1, to: parts.count, by: 2).map { parts[$0] }
    guard families.allSatisfy({ $0.kind != .initials && (!$0.hasInitials || $0.kind == .family) }),
      !givens.contains(where: \.beginsWithParticle)
    else { return false }
    return givens.allSatisfy { $0.kind == .initials || $0.kind == .word || $0.endsAsGivenNames }
      || families.allSatisfy { $0.kind == .word || $0.kind == .family }
  }

  /// `Bee, Ann, Cee Dee, Eve Eff`: only the first name is inverted, as in the MLA's and Chicago's bibliographies.
  private func isFirstInverted(_ parts: [NamePart]) -> Bool {
    (parts[0].kind == .word || parts[0].kind == .family) && parts[1].kind == .word
      && parts[2...].allSatisfy { $0.kind == .full }
  }

  /// Each part is a name, but initials belong to the part before.
  private mutating func groupInOrder(_ parts: [NamePart]) {
    for part in parts {
      if part.kind == .initials, let last = names.last, last.count == 1,
        last[0].kind == .word || last[0].kind == .family
      {
        names[names.count - 1].append(part)
      } else {
        names.append([part])
      }
    }
  }
}

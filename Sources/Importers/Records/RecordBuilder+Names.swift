import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

extension RecordBuilder {
  /// Names in one text, a list of names, or names in parts, some with a role of their own.
  mutating func addContributors(_ node: LocatedNode, _ role: ContributorRole) -> Bool {
    // Who is named already is not read again; mappings can have roles of their own.
    guard record[role].isEmpty || node.holdsMapping else {
      // `authors_parsed` of arXiv leaves out the `et al.` of `authors`.
      if let text = node.text, Self.mayHaveMore(text), reader.names.names(in: text).hasMore {
        record[role].hasMore = true
      }
      return false
    }
    var names = RecordNames(reader, dialect, role)
    guard names.add(node) else {
      fault(node, expected: "names")
      return false
    }
    // `5`, `***`: text in which the reader of names finds none.
    if !node.isNothing, names.groups.allSatisfy(\.isEmpty) { return false }
    var isWhole = names.isWhole
    for group in names.groups where !group.isEmpty {
      if record[group.role].isEmpty {
        record[group.role] = group
        record.origins[.contributors(group.role)] = reader.context.anchor(node)
      } else if group.role == .contributor {
        record[.contributor].names += group.names.filter { !record[.contributor].names.contains($0) }
      } else if record[group.role].names != group.names {
        isWhole = false
      }
    }
    return isWhole
  }
}

extension RecordBuilder {
  /// Whether a list of names may end in a word for more of them: cheap, for the many that do not.
  private static func mayHaveMore(_ text: String) -> Bool {
    let end = text.utf8.suffix(16)
    var i = end.startIndex
    while i < end.endIndex {
      if signsOfMore.contains(where: { begins(end[i...], with: $0) }) { return true }
      i = end.index(after: i)
    }
    return false
  }

  private static let signsOfMore: [StaticString] = ["et", "other", "more", "..", "…"]

  /// In ASCII without case.
  private static func begins(_ text: Substring.UTF8View, with word: StaticString) -> Bool {
    let word = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    return text.count >= word.count && zip(text, word).allSatisfy { $0.lowercased == $1 }
  }
}

/// Reads the names of one field.
struct RecordNames {
  private let reader: RecordListReader
  private let dialect: RecordDialect
  private let role: ContributorRole
  private(set) var groups: [ContributorGroup] = []
  /// Whether nothing is said but names.
  private(set) var isWhole = true

  init(_ reader: RecordListReader, _ dialect: RecordDialect, _ role: ContributorRole) {
    self.reader = reader
    self.dialect = dialect
    self.role = role
  }

  /// - Returns: `false` where the value says no names in a known way.
  mutating func add(_ node: LocatedNode) -> Bool {
    switch node.content {
    case .scalar(let scalar):
      guard
        scalar.kind == .text || scalar.kind == .null || reader.context.grammar == .yaml && scalar.isWord
      else {
        return false
      }
      // Europe PMC ends its lists of names with a full stop.
      let text =
        dialect == .library && scalar.text.hasSuffix(".") ? String(scalar.text.dropLast()) : scalar.text
      let list = reader.names.names(in: text)
      report(list, at: node)
      append(list, to: role)
    case .sequence(let items):
      let named = items.filter { !$0.isNothing }
      let unread = named.filter { !addItem($0) }
      guard unread.count < named.count || named.isEmpty else { return false }
      // One that is not a name does not take the others with it.
      for item in unread {
        reader.report(
          RecordDiagnostics.impossibleValue, "found \(item.described), expected a name", at: item.range)
        isWhole = false
      }
    case .mapping(let members):
      // `{author: […]}` of DBLP and Europe PMC, `{value: …}`.
      if members.count == 1, case .scalar = members[0].value.content {
      } else if members.count == 1 {
        return add(members[0].value)
      }
      // A list with its numbers.
      if members.allSatisfy({ Int($0.key) != nil }) {
        return add(LocatedNode(.sequence(members.map(\.value)), range: node.range))
      }
      return addItem(node)
    }
    return true
  }

  private mutating func addItem(_ node: LocatedNode) -> Bool {
    switch node.content {
    case .scalar(let scalar):
      guard scalar.kind == .text || reader.context.grammar == .yaml && scalar.isWord else {
        return false
      }
      let list = reader.names.name(in: withoutNumber(scalar.text))
      report(list, at: node)
      append(list, to: role)
      return true
    case .sequence(let parts): return addParsed(parts)
    case .mapping(let members): return addMembers(members, node)
    }
  }

  /// What commas part where `and` belongs.
  private func report(_ list: NameList, at node: LocatedNode) {
    for found in list.commaLists {
      let reading = found.count > 1 ? "is read as \(found.count) names" : "has too many commas for a name"
      reader.report(
        RecordDiagnostics.commaList, "\(quoted(found.text)) \(reading)", at: node.range,
        help: "BibTeX parts names by the word 'and'")
    }
  }

  private mutating func append(_ list: NameList, to role: ContributorRole) {
    reader.note(list)
    var index = groups.firstIndex { $0.role == role }
    if index == nil {
      groups.append(ContributorGroup(role: role))
      index = groups.count - 1
    }
    guard let index else { return }
    groups[index].names += list.names
    groups[index].hasMore = groups[index].hasMore || list.hasMore
  }

  /// DBLP tells people of one name apart by numbers: `Wei Wang 0001`.
  private func withoutNumber(_ name: String) -> String {
    guard name.utf8.count > 5, name.utf8.suffix(4).allSatisfy({ $0.isDigit }), name.dropLast(4).last == " "
    else {
      return name
    }
    return String(name.dropLast(5))
  }

  /// `["Bee", "A.", "Jr.", "MIT"]` of arXiv's `authors_parsed`.
  private mutating func addParsed(_ parts: [LocatedNode]) -> Bool {
    let texts = parts.map { $0.text ?? "" }
    guard texts.count >= 2, texts.count <= 8, !texts[0].isEmpty else { return texts.isEmpty }
    if texts.dropFirst(3).contains(where: { !$0.isEmpty }) { isWhole = false }
    append(
      reader.names.name(
        family: texts[0], given: Self.withoutSpaceBeforeHyphens(texts[1]),
        suffix: texts.count > 2 ? texts[2] : nil),
      to: role)
    return true
  }

  /// arXiv parts all initials: the `C.-P.` of `authors` is `C. -P.` there.
  private static func withoutSpaceBeforeHyphens(_ given: String) -> String {
    guard given.utf8.contains(UInt8(ascii: "-")) else { return given }
    var bytes: [UInt8] = []
    for byte in given.utf8 {
      if byte == UInt8(ascii: "-"), bytes.count > 1, bytes.suffix(2).elementsEqual(". ".utf8) {
        bytes.removeLast()
      }
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  // MARK: - Names in parts

  private mutating func addMembers(_ members: [LocatedMember], _ node: LocatedNode) -> Bool {
    var name = NameMembers()
    for member in members where !member.value.isNothing { if !name.take(member) { isWhole = false } }
    if let names = name.names {
      // `{role: editor, names: […]}`
      var inner = RecordNames(reader, dialect, name.role ?? role)
      guard inner.add(names) else { return false }
      for group in inner.groups {
        append(NameList(names: group.names, hasMore: group.hasMore), to: group.role)
      }
      if name.hasMore, let index = groups.firstIndex(where: { $0.role == name.role ?? role }) {
        groups[index].hasMore = true
      }
      return true
    }
    guard let list = list(of: name) else {
      if let inner = name.inner, addItem(inner) {
        isWhole = isWhole && members.count == 1
        return true
      }
      return false
    }
    append(list, to: name.role ?? role)
    return true
  }

  private func list(of name: NameMembers) -> NameList? {
    // `{name: Bee, given-name: Ann}` of Hayagriva.
    let isSplit = name.family == nil && name.given != nil
    if let family = name.family ?? (isSplit && name.isExplicit ? name.whole : nil),
      name.isExplicit || dialect == .own || dialect.saysPartsOfNames
    {
      return NameList(names: [
        .person(
          PersonName(
            family: decoded(family), given: name.given.map(decoded), droppingParticle: name.droppingParticle,
            nonDroppingParticle: name.nonDroppingParticle, suffix: name.suffix))
      ])
    }
    if name.family == nil, let given = name.given, let family = name.whole {
      return reader.names.name(family: family, given: given, suffix: name.suffix)
    }
    if name.family != nil || name.given != nil {
      return reader.names.name(family: name.family, given: name.given, suffix: name.suffix)
    }
    if let literal = name.literal {
      let list = reader.names.name(in: literal)
      if !dialect.saysPartsOfNames, list.names.isEmpty, list.hasMore { return list }
      return NameList(names: [.literal(decoded(literal))])
    }
    guard let whole = name.whole else { return name.alias.map { NameList(names: [.literal(decoded($0))]) } }
    return name.isBody || dialect == .cff
      ? NameList(names: [.literal(decoded(whole))]) : reader.names.name(in: withoutNumber(whole))
  }

  private func decoded(_ text: String) -> String { reader.text.plain(text, dialect).trimmed }
}

extension LocatedScalar {
  /// Whether a scalar of YAML that looks like something else can be a word: `Null`, `Yes`, but not a number.
  fileprivate var isWord: Bool { kind != .number }
}

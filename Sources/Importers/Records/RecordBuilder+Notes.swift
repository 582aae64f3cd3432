import DigestModel
import DigestSyntax
import DigestText

extension RecordBuilder {
  /// A note of a bibliography.
  /// - Returns: whether all of it has its place; a note of a person has none.
  mutating func addNote(_ node: LocatedNode) -> Bool {
    if case .sequence(let items) = node.content {
      return items.reduce(true) { isWhole, item in addNote(item) && isWhole }
    }
    guard let text = node.text else { return node.isNothing }
    // What our files say of a paper names other papers, too.
    return addCounts(text) || addLabelledLinks(text) == nil || !dialect.isOurFile && addMore(node)
  }

  /// What somebody says of a paper: without the links that have no field, it is kept as the annotation that
  /// bibliographies write again.
  mutating func addRemarks(_ node: LocatedNode) -> Bool {
    if case .sequence(let items) = node.content {
      for item in items { _ = addRemarks(item) }
      return true
    }
    guard let text = node.text else { return node.isNothing }
    if dialect == .ownRIS, addCounts(text) { return true }
    if !dialect.isOurFile, addNote(node) { return true }
    guard let rest = addLabelledLinks(text) else { return true }
    annotations.append(rest)
    annotationAnchor = annotationAnchor ?? reader.context.anchor(node)
    return true
  }

  mutating func completeAnnotation() {
    guard !annotations.isEmpty else { return }
    record.extra.append(
      ExtraField(
        key: "annote", value: .string(annotations.joined(separator: " \u{2022} ")),
        anchor: annotationAnchor ?? .none))
  }

  /// That of a paper on arXiv; what other versions count has no place.
  mutating func setVersion(_ node: LocatedNode) -> Bool {
    guard let text = node.text, let number = Int(text), number > 0,
      ids.contains(where: { $0.scheme == .arxiv })
    else { return false }
    version = version ?? number
    return version == number
  }

  /// `Rank 3; Version 2; 12 pages`.
  private mutating func addCounts(_ text: String) -> Bool {
    var rest = text[...]
    func number(after word: String) -> Int? {
      guard rest.hasPrefix(word + " ") else { return nil }
      let digits = rest.dropFirst(word.count + 1).prefix { $0.isNumber }
      let after = rest.dropFirst(word.count + 1 + digits.count)
      guard let number = Int(digits), after.isEmpty || after.hasPrefix("; ") else { return nil }
      rest = after.dropFirst(2)
      return number
    }
    let rank = number(after: "Rank")
    let version = number(after: "Version")
    if dialect == .ownCSL, let id = knownID(rest.split(separator: ";").last) {
      add(id)
      rest = rest[..<(rest.lastIndex(of: ";") ?? rest.startIndex)]
      if rest.isEmpty, rank == nil, version == nil { return true }
    }
    guard rank != nil || version != nil else { return false }
    record.rank = record.rank ?? rank
    self.version = self.version ?? version
    if !rest.isEmpty, record.details[.comment] == nil { record.details[.comment] = String(rest) }
    return rest.isEmpty || record.details[.comment] == String(rest)
  }

  /// The id that is all of a text; one of a scheme that is known.
  private func knownID(_ text: Substring?) -> PaperID? {
    guard let text = text?.trimmed, let id = PaperID(identifier: text), id.scheme != .url else { return nil }
    return id.scheme != .other || Self.isKnownScheme(id) ? id : nil
  }

  /// `Code: https://… • Data: https://…`; in our files after remarks.
  /// - Returns: what else the text says; `nil` for nothing else.
  private mutating func addLabelledLinks(_ text: String) -> String? {
    let whole = text
    let text = text.hasPrefix("\u{2022} ") ? text.dropFirst(2) : text[...]
    let pieces = text.split(separator: " \u{2022} ")
    let links = pieces.reversed().prefix { Self.link($0) != nil }.reversed().compactMap(Self.link)
    guard dialect.isOurFile || links.count == pieces.count else { return whole }
    for link in links { append(link) }
    let rest = pieces.dropLast(links.count)
    return rest.isEmpty ? nil : rest.joined(separator: " \u{2022} ")
  }

  private static func link(_ piece: Substring) -> Paper.Link? {
    guard let colon = piece.firstIndex(of: ":") else { return nil }
    let address = piece[piece.index(after: colon)...].trimmed
    guard let kind = linkLabels[String(piece[..<colon])], address.contains("://"),
      !address.utf8.contains(0x20)
    else { return nil }
    return Paper.Link(kind, address)
  }

  /// The words before addresses in formats that have no field for them.
  private static let linkLabels: [String: Paper.Link.Kind] = [
    "Page": .landingPage, "PDF": .pdf, "Code": .code, "Project": .project, "Data": .data, "Video": .video,
    "Link": .other,
  ]
}

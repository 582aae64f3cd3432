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
    if addCounts(text) || addLabelledLinks(text) { return true }
    return addMore(node)
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
    guard rank != nil || version != nil else { return false }
    record.rank = record.rank ?? rank
    self.version = self.version ?? version
    if !rest.isEmpty, record.details[.comment] == nil { record.details[.comment] = String(rest) }
    return rest.isEmpty || record.details[.comment] == String(rest)
  }

  /// `Code: https://… • Data: https://…`.
  private mutating func addLabelledLinks(_ text: String) -> Bool {
    var links: [Paper.Link] = []
    let text = text.hasPrefix("\u{2022} ") ? text.dropFirst(2) : text[...]
    for piece in text.split(separator: " \u{2022} ") {
      guard let colon = piece.firstIndex(of: ":") else { return false }
      let address = piece[piece.index(after: colon)...].trimmed
      guard let kind = Self.linkLabels[String(piece[..<colon])], address.contains("://"),
        !address.utf8.contains(0x20)
      else { return false }
      links.append(Paper.Link(kind, address))
    }
    for link in links where !record.links.contains(link) { record.links.append(link) }
    return !links.isEmpty
  }

  /// The words before addresses in formats that have no field for them.
  private static let linkLabels: [String: Paper.Link.Kind] = [
    "Page": .landingPage, "PDF": .pdf, "Code": .code, "Project": .project, "Data": .data, "Video": .video,
    "Link": .other,
  ]
}

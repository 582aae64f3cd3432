import DigestModel

/// Who published an entry: its container, publisher, organization and `howpublished`, which several entry types have one
/// field for, so that each field is written once and each text once.
struct BibTeXBodies {
  enum Outcome: Equatable {
    case written(String)
    /// Another text has the field.
    case refused
    case nothing
  }

  private let texts: [BibTeXFieldTable.Content: String]
  private var written: [String: String] = [:]
  /// Where it will be written further down.
  private let publisher: String?

  private static let contents: [BibTeXFieldTable.Content] = [
    .venue, .other(.organization), .other(.medium), .publisher,
  ]

  init(_ record: BibliographicRecord, _ type: String, _ dialect: BibTeXOptions.Dialect) {
    var texts: [BibTeXFieldTable.Content: String] = [:]
    texts[.venue] = record.details[.container]
    texts[.publisher] = record.details[.publisher]
    for field in [OtherField.organization, .medium] {
      if case .text(let text)? = record.otherFields[field] { texts[.other(field)] = text }
    }
    func has(_ content: BibTeXFieldTable.Content) -> Bool {
      BibTeXFieldTable.name(content, in: type, dialect) != nil
    }
    // The publisher of what has no field for one.
    if let publisher = texts[.publisher], !has(.publisher) {
      if has(.other(.medium)) {
        texts[.other(.medium)] = texts[.other(.medium)] ?? publisher
      } else if has(.other(.organization)) {
        texts[.other(.organization)] = texts[.other(.organization)] ?? publisher
      }
    }
    self.texts = texts
    self.publisher = has(.publisher) ? texts[.publisher] : nil
  }

  static func isBody(_ content: BibTeXFieldTable.Content) -> Bool { contents.contains(content) }

  mutating func take(_ content: BibTeXFieldTable.Content, in name: String) -> Outcome {
    guard let text = texts[content] else { return .nothing }
    // The container is there for itself, whoever is called the same.
    if content != .venue, isWritten(text) { return .nothing }
    if written[name] != nil { return .refused }
    written[name] = text
    return .written(text)
  }

  /// Whether a field that is written says what one does that the entry type lacks.
  func isSaid(_ content: BibTeXFieldTable.Content) -> Bool {
    guard Self.isBody(content), let text = texts[content] else { return Self.isBody(content) }
    return isWritten(text) || text == publisher
  }

  private func isWritten(_ text: String) -> Bool { written.values.contains(text) }
}

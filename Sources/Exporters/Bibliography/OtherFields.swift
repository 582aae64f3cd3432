import DigestModel
import DigestSyntax
import DigestText

/// The values of `OtherField` that a record has.
struct OtherFields {
  enum Value: CustomStringConvertible {
    case text(String)
    case date(EDTFDate)
    case names(ContributorGroup)

    var description: String {
      switch self {
      case .text(let text): text
      case .names(let group): group.names.map(\.displayText).joined(separator: "; ")
      case .date(let date): date.description
      }
    }
  }

  private(set) var values: [OtherField: Value] = [:]
  /// `@phdthesis`, in the words of biblatex, where no field says what kind of thesis it is.
  private var kindOfEntry: String?
  /// The entry type of BibTeX where it says more than the type of the publication, in lower case.
  private(set) var entryType: String?
  /// Contributors in roles of CSL that records have no word for, as their source names them.
  private(set) var roles: [(role: String, names: [ContributorName])] = []
  /// `in press`: what a source has in place of a year.
  private(set) var wordsForYear: String?

  var isEmpty: Bool { values.isEmpty && kindOfEntry == nil }

  subscript(field: OtherField) -> Value? {
    values[field] ?? (field == .kind ? kindOfEntry.map { .text($0) } : nil)
  }

  /// Takes over a member that the format has a field for.
  /// - Parameter isPublished: whether the record has a publisher; `organization` of lists of papers without one is where
  ///   the authors work.
  /// - Returns: whether it is one; of two that mean the same the first is taken.
  mutating func take(_ member: ExtraField, for format: BibliographyFormat, isPublished: Bool) -> Bool {
    let name = member.key.lowercased()
    if name == "entrytype", case .string(let type) = member.value {
      return take(entryType: type.lowercased(), for: format)
    }
    if name == "year" || name == "date", case .string(let words) = member.value {
      return take(wordsForYear: words, for: format)
    }
    if format == .cslJSON, CSLRoles.others.contains(name), let names = CSLRoles.names(member.value) {
      roles.append((name, names))
      return true
    }
    guard let field = OtherField.named(name), format.has(field), values[field] == nil,
      field != .organization || isPublished,
      let value = field.isDate
        ? Self.date(member.value).map({ .date($0) })
        : field.isNames ? Self.names(member.value) : Self.text(member.value)
    else { return false }
    values[field] = value
    return true
  }

  /// - Returns: whether the format says it.
  private mutating func take(entryType type: String, for format: BibliographyFormat) -> Bool {
    if format == .biblatex || format == .bibtex { entryType = type }
    guard format.has(.kind), let kind = Self.kindsByEntryType[type] else {
      return EntryTypeNames.byName[type] != nil && entryType != nil
    }
    kindOfEntry = kind
    return true
  }

  private mutating func take(wordsForYear words: String, for format: BibliographyFormat) -> Bool {
    guard format != .bibtex else {
      let isWords = words.utf8.allSatisfy { $0.isLetter || $0 == 0x20 || $0 == UInt8(ascii: ".") }
      if isWords { wordsForYear = words }
      return isWords
    }
    guard let state = Self.statesByWords[words.lowercased()], format.has(.status), values[.status] == nil
    else { return false }
    values[.status] = .text(format == .biblatex ? state : words)
    return true
  }

  /// Names in the syntax of BibTeX.
  private static func names(_ value: DataValue) -> Value? {
    guard case .string(let text) = value else { return nil }
    let read = NameReader(syntax: .bibTeX) { LaTeXDecoder.decode($0) }.names(in: text)
    let group = ContributorGroup(role: .contributor, names: read.names, hasMore: read.hasMore)
    return group.names.isEmpty ? nil : .names(group)
  }

  private static func text(_ value: DataValue) -> Value? {
    switch value {
    case .string(let text), .number(let text): text.holdsNothing ? nil : .text(text)
    default: nil
    }
  }

  /// A text, or CSL's `date-parts`.
  private static func date(_ value: DataValue) -> EDTFDate? {
    switch value {
    case .string(let text), .number(let text):
      // RIS ends with slashes where it knows no day.
      var text = text[...]
      while text.hasSuffix("/") { text.removeLast() }
      let reading = DateReader.read(String(text))
      return reading?.fault == nil ? reading?.date : nil
    case .mapping(let members):
      guard members.count == 1, members[0].key == "date-parts", case .sequence(let dates) = members[0].value
      else { return nil }
      let reading = DateReader.read(parts: dates.map(Self.numbers))
      return reading?.fault == nil ? reading?.date : nil
    default: return nil
    }
  }

  private static func numbers(_ value: DataValue) -> [Int] {
    guard case .sequence(let parts) = value else { return [] }
    return parts.compactMap {
      switch $0 {
      case .number(let text), .string(let text): Int(text)
      default: nil
      }
    }
  }

  /// Entry types of BibTeX that say what kind of thesis it is, and the words of biblatex for `type`.
  private static let kindsByEntryType = [
    "phdthesis": "phdthesis", "mastersthesis": "mathesis", "techreport": "techreport",
  ]

  /// Words that stand for a year, and those of biblatex for `pubstate`.
  /// - Source: biblatex 3.18, section 4.9.2.11.
  private static let statesByWords = [
    "in press": "inpress", "inpress": "inpress", "in print": "inpress", "accepted": "inpress",
    "forthcoming": "forthcoming", "to appear": "forthcoming", "submitted": "submitted",
    "under review": "submitted", "in preparation": "inpreparation", "preprint": "prepublished",
    "online first": "prepublished", "early access": "prepublished",
  ]

  /// What people read for the words of biblatex.
  /// - Source: biblatex 3.18, section 4.9.2.13, and its `english.lbx`.
  static let kindsInWords = [
    "phdthesis": "PhD thesis", "mathesis": "Master's thesis", "bathesis": "Bachelor's thesis",
    "candthesis": "Candidate thesis", "techreport": "Technical report", "resreport": "Research report",
    "software": "Computer software", "datacd": "Data CD", "audiocd": "Audio CD", "patent": "Patent",
  ]
}

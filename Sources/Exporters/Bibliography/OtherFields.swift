import DigestModel
import DigestText

/// The values of `OtherField` that a record has.
struct OtherFields {
  enum Value: CustomStringConvertible {
    case text(String)
    case date(EDTFDate)

    var description: String {
      switch self {
      case .text(let text): text
      case .date(let date): date.description
      }
    }
  }

  private(set) var values: [OtherField: Value] = [:]
  /// `@phdthesis`, in the words of biblatex, where no field says what kind of thesis it is.
  private var kindOfEntry: String?

  var isEmpty: Bool { values.isEmpty && kindOfEntry == nil }

  subscript(field: OtherField) -> Value? {
    values[field] ?? (field == .kind ? kindOfEntry.map { .text($0) } : nil)
  }

  /// Takes over a member that the format has a field for.
  /// - Returns: whether it is one; of two that mean the same the first is taken.
  mutating func take(_ member: ExtraField, for format: BibliographyFormat) -> Bool {
    let name = member.key.lowercased()
    if name == "entrytype", format.has(.kind), case .string(let type) = member.value,
      let kind = Self.kindsByEntryType[type.lowercased()]
    {
      kindOfEntry = kind
      return true
    }
    guard let field = OtherField.named(name), format.has(field), values[field] == nil,
      let value = field.isDate ? Self.date(member.value).map({ .date($0) }) : Self.text(member.value)
    else { return false }
    values[field] = value
    return true
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
  private static let kindsByEntryType = ["phdthesis": "phdthesis", "mastersthesis": "mathesis"]

  /// What people read for the words of biblatex.
  /// - Source: biblatex 3.18, section 4.9.2.13, and its `english.lbx`.
  static let kindsInWords = [
    "phdthesis": "PhD thesis", "mathesis": "Master's thesis", "bathesis": "Bachelor's thesis",
    "candthesis": "Candidate thesis", "techreport": "Technical report", "resreport": "Research report",
    "software": "Computer software", "datacd": "Data CD", "audiocd": "Audio CD", "patent": "Patent",
  ]
}

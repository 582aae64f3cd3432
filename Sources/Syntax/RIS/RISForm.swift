import DigestText

/// The forms in which programs write references as lines that begin with a tag.
package enum RISForm: Sendable {
  /// `TY  - JOUR` to `ER  - `.
  /// - Source: RIS specification (Research Information Systems, 2011).
  case ris
  /// `PT J` to `ER`, lines that go on indented by three spaces.
  /// - Source: Clarivate, *Web of Science Core Collection field tags*.
  case webOfScience
  /// `PMID- 123`, tags of up to four letters, an empty line after each reference.
  /// - Source: National Library of Medicine, *MEDLINE/PubMed data element (field) descriptions*.
  case medline

  /// The tag that begins a reference.
  var beginning: String {
    switch self {
    case .ris: "TY"
    case .webOfScience: "PT"
    case .medline: "PMID"
    }
  }

  /// What the first line with a tag that begins something shows.
  /// - Parameter limit: how many lines with text are looked at.
  /// - Returns: `nil` where no line begins a reference.
  package static func form(of bytes: [UInt8], limit: Int = .max) -> RISForm? {
    var lines = RISLines(bytes)
    var count = 0
    while count < limit, let range = lines.next() {
      let line = bytes[range.lower..<range.upper]
      guard let first = line.first(where: { !$0.isBlank }) else { continue }
      count += 1
      switch first {
      case UInt8(ascii: "T"), UInt8(ascii: "t"):
        if let tag = RISTag(risLine: line, [.tight, .small]), tag.name(in: bytes) == "TY" { return .ris }
      case UInt8(ascii: "F"), UInt8(ascii: "P"):
        if beginsWebOfScience(line) { return .webOfScience }
        if let tag = RISTag(medlineLine: line), tag.name(in: bytes) == "PMID" { return .medline }
      default: break
      }
    }
    return nil
  }

  /// `FN Clarivate …` or `PT J`.
  private static func beginsWebOfScience(_ line: ArraySlice<UInt8>) -> Bool {
    if line.starts(with: "FN ".utf8) { return true }
    return line.count == 4 && line.starts(with: "PT ".utf8) && line.last?.isUppercase == true
  }
}

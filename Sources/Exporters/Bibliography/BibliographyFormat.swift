import DigestModel
import DigestSyntax

/// What the formats of bibliographies differ in before a field is written.
enum BibliographyFormat {
  case biblatex, bibtex, cslJSON, ris, hayagriva, zoteroRDF, feed

  /// What it writes for a line break.
  var lineBreak: PlainLineBreak {
    switch self {
    case .biblatex, .bibtex, .ris: .space
    case .cslJSON, .hayagriva, .zoteroRDF, .feed: .newline
    }
  }

  /// Whether titles have their marks.
  var keepsMarks: Bool { self != .ris && self != .hayagriva && self != .feed }

  /// Whether topics are collections of their own and not keywords.
  var hasCollections: Bool { self == .zoteroRDF }
  /// Whether links stand apart from remarks.
  var hasLinks: Bool { self == .zoteroRDF || self == .feed }
  /// What of a digest it has besides its papers.
  var ofDigest: BibliographyWalk.OfDigest {
    switch self {
    case .zoteroRDF: [.name, .topics]
    case .feed: [.name, .language]
    default: []
    }
  }

  /// What it takes as a key.
  var keyForm: CitationKeys.Form {
    switch self {
    case .biblatex, .bibtex, .hayagriva: .name
    case .cslJSON, .ris, .zoteroRDF, .feed: .text
    }
  }

  /// Whether it has a field of this meaning.
  func has(_ field: OtherField) -> Bool {
    switch self {
    case .biblatex: field.names.biblatex != nil
    case .bibtex: field.names.bibtex != nil
    case .cslJSON, .zoteroRDF: field.names.cslJSON != nil
    case .ris: field.names.ris != nil
    case .hayagriva: field.names.hayagriva != nil
    case .feed: false
    }
  }

  /// Whether another field of the format says what a member of a record does.
  func hasElsewhere(_ member: ExtraField, of record: Paper.Record) -> Bool {
    guard self != .biblatex, self != .bibtex, case .string(let text) = member.value else {
      return false
    }
    switch OtherField.named(member.key.lowercased()) {
    case .organization, .medium: return text == record.details[.publisher]
    case .articleNumber: return record.details[.pages] == nil && text == record.articleNumber
    default:
      guard member.key == "entrytype" else { return false }
      return Self.typesOfCSL.contains(text.lowercased()) || self == .ris && text.lowercased() == "techreport"
    }
  }

  /// Entry types of BibTeX that say no more than the types of CSL and RIS.
  private static let typesOfCSL: Set<String> = ["inbook", "incollection"]
}

extension Paper.Record {
  /// The number of an article in a journal without pages, as biblatex has it.
  var articleNumber: String? {
    for field in extra where OtherField.named(field.key.lowercased()) == .articleNumber {
      if case .string(let text) = field.value { return text }
    }
    return nil
  }
}

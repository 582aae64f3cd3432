import DigestDiagnostics
import DigestExporters
import DigestImporters
import DigestModel
import DigestSyntax
import DigestText
import Foundation

/// What a bibliography declares exact or encoded of a paper, as a reader of any of its formats gets it back.
struct RecoveredPaper: Equatable {
  struct Name: Equatable {
    /// With its particles; the whole of a literal.
    var family: String
    var given: String
    var suffix = ""
  }

  /// Canonical, without version. A format that has several fields for ids has it in one of them.
  var ids: [String] = []
  var version: Int?
  /// `nil` where no source gives one: a name or the id stands for it.
  var title: String?
  var authors: [Name] = []
  var abstract: String?
  var rank: Int?
}

extension RecoveredPaper.Name {
  /// A suffix without given names is written where they stand, and given names without a family are the whole name.
  var inOrder: Self {
    var name = self
    if name.given.isEmpty { (name.given, name.suffix) = (name.suffix, "") }
    if name.family.isEmpty {
      name = Self(family: [name.given, name.suffix].filter { !$0.isEmpty }.joined(separator: " "), given: "")
    }
    return name
  }

  /// Each part changed.
  func map(_ change: (String) -> String) -> Self {
    Self(family: change(family), given: change(given), suffix: change(suffix))
  }
}

extension RecoveredPaper {
  /// What the digest says.
  init(_ paper: Paper) {
    ids = [paper.id.description]
    version = paper.version
    title = paper.record.title.flatMap { Self.words($0.plainText) }
    abstract = paper.record.abstract.flatMap { Self.words($0.plainText) }
    authors = paper.record.authors.compactMap { author in
      func part(_ text: String?) -> String { text.flatMap { Self.words($0) } ?? "" }
      return Name(
        family: part(author.familyText), given: part(author.person?.given),
        suffix: part(author.person?.suffix)
      ).inOrder
    }
    rank = paper.rank
  }

  fileprivate static func isReplaced(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{FFFD}" || scalar.properties.generalCategory == .control
      || scalar.properties.isNoncharacterCodePoint
  }

  /// White space is one space; what formats replace, and report, is left out. `nil` for no words.
  static func words(_ text: String) -> String? {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    for scalar in composed(text).unicodeScalars {
      if scalar.value < 0x80 ? UInt8(scalar.value).isSpace : [0xA0, 0x2028, 0x2029].contains(scalar.value) {
        if !word.isEmpty { words.append(String(word)) }
        word = String.UnicodeScalarView()
      } else if !isReplaced(scalar) {
        word.append(scalar)
      }
    }
    if !word.isEmpty { words.append(String(word)) }
    return words.isEmpty ? nil : words.joined(separator: " ")
  }

  static func ids(_ fields: [String?]) -> [String] {
    fields.compactMap { field in
      field.flatMap { PaperID($0.removingPercentEncoding ?? $0)?.withoutVersion.description }
    }.compactMap(words)
  }

  /// The version in an address of the paper, or in a note.
  mutating func takeNotes(url: String?, note: String?) {
    if let url, let named = PaperID(url), ids.first == named.withoutVersion.description {
      version = named.version
    }
    for part in note?.split(separator: "; ") ?? [] {
      if part.hasPrefix("Rank ") { rank = Int(part.dropFirst(5)) }
      if part.hasPrefix("Version ") { version = Int(part.dropFirst(8)) }
    }
  }
}

enum BibTeXRecovery {
  /// As the importer reads them.
  static func papers(_ bytes: [UInt8]) throws -> [RecoveredPaper] {
    guard !bytes.isEmpty else { return [] }
    var digest = try BibTeXImporter().read(SourceDocument(name: "a.bib", bytes: bytes)).digest
    digest.normalise()
    return digest.papers.map { paper in
      var found = RecoveredPaper(paper)
      found.ids = RecoveredPaper.ids(([paper.id] + paper.record.identifiers).map(\.description))
      found.title = found.title.flatMap { RecoveredPaper.words($0.withoutCodePoints) }
      found.abstract = found.abstract.flatMap { RecoveredPaper.words($0.withoutCodePoints) }
      found.authors = found.authors.map { name in
        name.map { RecoveredPaper.words($0.withoutCodePoints) ?? "" }.inOrder
      }
      return found
    }
  }
}

extension String {
  /// `[U+0001]`, which stands for a character that BibTeX cannot hold, as U+FFFD.
  fileprivate var withoutCodePoints: String {
    var parts = components(cutAt: "[U+")
    for index in parts.indices.dropFirst() {
      let digits = parts[index].prefix { $0.isHexDigit }
      if parts[index].dropFirst(digits.count).first == "]" {
        parts[index] = "\u{FFFD}" + parts[index].dropFirst(digits.count + 1)
      } else {
        parts[index] = "[U+" + parts[index]
      }
    }
    return parts.joined()
  }

  fileprivate func components(cutAt separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
}

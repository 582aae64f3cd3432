import DigestDiagnostics
import DigestExporters
import DigestImporters
import DigestModel
import DigestSyntax
import DigestTestSupport
import Foundation
import Testing

@testable import DigestConversion

/// Bibliographies of other programs, read and written again: what share of their types and fields is there still.
@Suite("Bibliographies of others, there and back", .enabled(if: SharedFolder.isPresent))
struct BibTeXRoundTripTests {
  private struct Counts {
    var entries = 0
    var types: [String: Int] = [:]
    var fields: [String: Int] = [:]

    /// How many of these are there, too.
    static func kept(_ names: [String: Int], in others: [String: Int]) -> Int {
      names.reduce(0) { $0 + min($1.value, others[$1.key] ?? 0) }
    }
  }

  /// Two names of one type, or of one field.
  private static let types = [
    "phdthesis": "thesis", "mastersthesis": "thesis", "techreport": "report", "conference": "inproceedings",
    "electronic": "online", "www": "online",
  ]
  private static let fields = [
    "journal": "journaltitle", "year": "date", "month": "date", "address": "location",
    "school": "institution", "annotation": "annote", "archiveprefix": "eprinttype",
    "primaryclass": "eprintclass", "hyphenation": "langid", "subtitle": "title",
  ]

  private func counts(_ source: SourceDocument) -> Counts {
    var counts = Counts()
    let noPapers: Set<String> = ["xdata", "set", "control"]
    for entry in BibTeXReader.read(source).file.entries where !noPapers.contains(entry.type.lowercased()) {
      let type = entry.type.lowercased()
      counts.types[Self.types[type] ?? type, default: 0] += 1
      let names = Set(entry.fields.map { $0.name.lowercased() }.map { Self.fields[$0] ?? $0 })
      for name in names { counts.fields[name, default: 0] += 1 }
    }
    return counts
  }

  private static let folder = "corpus/readers/bibtex"
  private static let files =
    [
      "biblatex/biblatex-examples.bib", "pybtex/xampl.bib", "pybtex/cyrillic.bib", "pybtex/extrafields.bib",
    ]
    + [
      "case", "comments", "cross", "ds", "editortypes", "extended_name_format", "gral", "libra", "polaritons",
      "rass",
    ]
    .map { "typst-biblatex/valid/\($0).bib" }

  /// Of 342 entries, two are of types that biblatex has no fields for, one has an author where its type has none, three of
  /// `@inbook` are books, and one is the second of its paper: 335 keep their type. Of the fields in them nine in ten arrive;
  /// the others are notes to programs (`langidopts`, `options`, `related`), titles of indexes, subtitles of volumes and
  /// publishers of articles.
  @Test("98 % of the types and 90 % of the fields arrive in biblatex")
  func keepsTypesAndFields() throws {
    var (entries, types, fields, keptTypes, keptFields) = (0, 0, 0, 0, 0)
    for path in Self.files {
      let source = SourceDocument(name: path, bytes: try SharedFolder.bytes(Self.folder + "/" + path))
      var digest = try BibTeXImporter().read(source).digest
      digest.normalise()
      let options = BibTeXOptions()
      let file = BibTeXExporter(options: options).export(digest).files[0]
      #expect(BibTeXValidator(options: options).validate(file, named: path).map(\.summary) == [], "\(path)")
      let before = counts(source)
      let after = counts(SourceDocument(name: "b.bib", bytes: file.bytes))
      entries += before.types.values.reduce(0, +)
      types += before.types.values.reduce(0, +)
      fields += before.fields.values.reduce(0, +)
      keptTypes += Counts.kept(before.types, in: after.types)
      keptFields += Counts.kept(before.fields, in: after.fields)
    }
    #expect(entries > 300)
    #expect(keptTypes * 100 >= types * 97, "\(keptTypes) of \(types)")
    #expect(keptFields * 100 >= fields * 90, "\(keptFields) of \(fields)")
  }

  @Test("every file is valid in BibTeX's own dialect, too")
  func isValidInBibTeX() throws {
    for path in Self.files {
      let source = SourceDocument(name: path, bytes: try SharedFolder.bytes(Self.folder + "/" + path))
      var digest = try BibTeXImporter().read(source).digest
      digest.normalise()
      let options = BibTeXOptions(dialect: .bibtex)
      let file = BibTeXExporter(options: options).export(digest).files[0]
      #expect(BibTeXValidator(options: options).validate(file, named: path).map(\.summary) == [], "\(path)")
    }
  }

  @Test("what was written has the same types when it is written again")
  func isStable() throws {
    for path in Self.files {
      let source = SourceDocument(name: path, bytes: try SharedFolder.bytes(Self.folder + "/" + path))
      func written(_ source: SourceDocument) throws -> [UInt8] {
        var digest = try BibTeXImporter().read(source).digest
        digest.normalise()
        return BibTeXExporter().export(digest).files[0].bytes
      }
      let first = try written(source)
      let second = try written(SourceDocument(name: "b.bib", bytes: first))
      let types = { (bytes: [UInt8]) in self.counts(SourceDocument(name: "c.bib", bytes: bytes)).types }
      #expect(types(first) == types(second), "\(path)")
    }
  }
}

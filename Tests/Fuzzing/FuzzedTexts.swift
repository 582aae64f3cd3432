import DigestConversion
import DigestDiagnostics
import DigestModel
import DigestPlatform
import Foundation

extension FuzzTarget {
  static let texts: [FuzzTarget] = [names, namesOfBibTeX, dates, ids, paths, selections]

  /// No name has a letter that its text does not have.
  private static let names = FuzzTarget(name: "names", seeds: []) { bytes in
    demandLetters(of: NameReader(syntax: .written), in: String(decoding: bytes, as: UTF8.self))
  }

  private static let namesOfBibTeX = FuzzTarget(name: "names-bibtex", seeds: ["bib"]) { bytes in
    demandLetters(of: NameReader(syntax: .bibTeX), in: String(decoding: bytes, as: UTF8.self))
  }

  /// What was read of a date is a date.
  private static let dates = FuzzTarget(name: "dates", seeds: []) { bytes in
    guard let date = DateReader.read(String(decoding: bytes, as: UTF8.self))?.date else { return }
    demand(EDTFDate(edtf: date.description) == date, "\(date) reads back as another date")
  }

  /// Ids stand one after the other, and what an id is called is that id.
  private static let ids = FuzzTarget(name: "ids", seeds: []) { bytes in
    bytes.withUnsafeBufferPointer { bytes in
      var end = 0
      for match in PaperIDScanner.scan(bytes) {
        demand(end <= match.lower && match.lower < match.upper && match.upper <= bytes.count, "ids overlap")
        end = match.upper
        demand(PaperID(match.id.description) == match.id, "\(match.id) reads back as another id")
      }
    }
  }

  /// A name for a file names that file.
  private static let paths = FuzzTarget(name: "paths", seeds: []) { bytes in
    let path = String(decoding: bytes.filter { $0 != 0 }, as: UTF8.self)
    guard !path.isEmpty else { return }
    let identity = FilePath.identity(of: path)
    demand(FilePath.identity(of: identity) == identity, "\(path) has two names")
  }

  /// An expression is read, or refused with a place in it.
  private static let selections = FuzzTarget(name: "select", seeds: []) { bytes in
    do throws(DiagnosticError) {
      _ = try Selection(String(decoding: bytes, as: UTF8.self))
    } catch {
      for diagnostic in error.diagnostics {
        demand(diagnostic.location != nil, "\(diagnostic.id) has no place")
        _ = diagnostic.description
      }
    }
  }

  private static func demandLetters(of reader: NameReader, in text: String) {
    let list = reader.names(in: text)
    // TeX and HTML have words for letters.
    let hasWords = text.utf8.contains { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "&") }
    let known = letters(of: text)
    for name in list.names {
      let said = name.displayText
      demand(!said.isEmpty, "a name without a letter")
      demand(
        hasWords || letters(of: said).isSubset(of: known), "\(said) has a letter that the text does not have")
    }
  }

  /// Without case; a letter with a mark is the two.
  private static func letters(of text: String) -> Set<Unicode.Scalar> {
    Set(
      text.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars.filter(\.properties.isAlphabetic))
  }
}

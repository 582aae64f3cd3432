/// The bytes of one input and the name that messages call it by. Immutable and shared.
public final class SourceDocument: Sendable {
  /// What messages print before the line: the path as the user gave it, `<stdin>`, or a name of the caller's.
  public let name: String
  /// The whole input as it came, with any byte order mark and any invalid byte.
  public let bytes: [UInt8]
  /// The files beside it that are of the same source: the tables of a bundle, whose metadata this is. Empty for nearly
  /// all sources.
  public let companions: [SourceDocument]
  /// The number of the first line: more than 1 for a piece of a longer source.
  package let firstLine: Int
  /// The numbers of the places that are noted in it. Sources that become one output have numbers of their own, so that a
  /// number tells which source it is of.
  package let places: Range<UInt32>

  /// - Parameters:
  ///   - name: what messages call it; nothing is read from there.
  ///   - bytes: the whole input.
  ///   - companions: the files beside it that are of the same source.
  public init(name: String, bytes: [UInt8], companions: [SourceDocument] = []) {
    self.name = name
    self.bytes = bytes
    self.companions = companions
    firstLine = 1
    places = Self.allPlaces
  }

  /// - Parameters:
  ///   - name: that of the whole source.
  ///   - bytes: whole lines of it.
  ///   - firstLine: the number of the first of them, 1-based.
  package init(name: String, bytes: [UInt8], firstLine: Int) {
    self.name = name
    self.bytes = bytes
    companions = []
    self.firstLine = firstLine
    places = Self.allPlaces
  }

  private static let allPlaces: Range<UInt32> = 0..<UInt32.max

  /// The same document as one of several sources.
  package init(_ document: SourceDocument, places: Range<UInt32>) {
    name = document.name
    bytes = document.bytes
    companions = document.companions
    firstLine = document.firstLine
    self.places = places
  }

  /// A document of a text that is in memory.
  /// - Parameters:
  ///   - name: what messages call it; nothing is read from there. Its extension tells the format: `2024-09.md`.
  ///   - text: the whole input.
  public convenience init(name: String, text: String) { self.init(name: name, bytes: Array(text.utf8)) }

  /// The name without folders.
  package var fileName: String { Self.fileName(ofPath: name) }

  /// The last component of a path. A combining mark after a slash belongs to the component.
  package static func fileName(ofPath path: String) -> String {
    path.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) } ?? path
  }

  /// The name without folders and without extension: what outputs are named by. An extension begins with a letter, so
  /// that `2024.09` is a stem.
  public var stem: String { Self.stem(ofPath: name) }

  /// The last component of a path without its extension.
  package static func stem(ofPath path: String) -> String {
    let file = fileName(ofPath: path)
    guard let point = file.utf8.lastIndex(of: UInt8(ascii: ".")), point != file.startIndex,
      let first = file[file.utf8.index(after: point)...].first, first.isLetter
    else { return file }
    let stem = file[..<point]
    // Bibliographies in CSL-JSON have two extensions.
    return String(file.hasSuffix(".csl.json") && stem.count > 4 ? stem.dropLast(4) : stem)
  }
}

/// A range of one document.
public struct SourceLocation: Sendable {
  /// The document.
  public var document: SourceDocument
  /// The bytes of the document that are meant.
  public var range: SourceRange

  /// - Parameters:
  ///   - document: the document.
  ///   - range: 0-based offsets of UTF-8 bytes in it.
  public init(_ document: SourceDocument, _ range: SourceRange) {
    self.document = document
    self.range = range
  }
}

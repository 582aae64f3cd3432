import DigestDiagnostics
public import DigestExporters
public import DigestImporters

/// A format that can be written: how to make its exporter and what its outputs are checked with.
///
/// The formats of this package are static members: `.bibtex`, `.opml`, `.csv`.
public struct ExportFormat: Sendable {
  /// The name on the command line, lower case: `bibtex`. It is that of the exporter.
  public let name: String
  /// Makes the exporter for a caller's choices.
  public let makeExporter: @Sendable (ExportOptions) -> any Exporter
  /// The name of the importer that reads its outputs again; that of the format itself unless another is given.
  public let readBackAs: String
  /// Whether the command's `--to all` writes it; `false` for a format that says what another of them says.
  public let isPartOfAll: Bool
  /// Makes the validator, which may read an embedded schema; `nil` for a format that has none.
  public let makeValidator: (@Sendable (ExportOptions) -> any OutputValidator)?

  /// - Parameters:
  ///   - makeExporter: takes from the options what concerns it.
  ///   - importer: the name of the importer that reads its outputs again; `nil` for the name of the format.
  ///   - isPartOfAll: whether `--to all` writes it.
  ///   - makeValidator: called once a run, and only when outputs are validated.
  public init(
    _ makeExporter: @escaping @Sendable (ExportOptions) -> any Exporter, readBackAs importer: String? = nil,
    isPartOfAll: Bool = true,
    validator makeValidator: (@Sendable (ExportOptions) -> any OutputValidator)? = nil
  ) {
    name = makeExporter(ExportOptions()).name
    readBackAs = importer ?? name
    self.isPartOfAll = isPartOfAll
    self.makeExporter = makeExporter
    self.makeValidator = makeValidator
  }
}

/// The formats of one program: what it reads and what it writes, in the order that `formats` shows them.
///
/// ```swift
/// var registry = Registry.standard
/// registry.add(ExportFormat { _ in IDListExporter() })
/// ```
public struct Registry: Sendable {
  /// The formats it reads, in the order in which they are asked whether they know a source.
  public private(set) var importers: [any Importer]
  /// The formats it writes.
  public private(set) var exportFormats: [ExportFormat]

  /// - Parameters:
  ///   - importers: the formats to read, in the order in which they are asked; one that takes any text is last.
  ///   - exportFormats: the formats to write.
  public init(importers: [any Importer] = [], exportFormats: [ExportFormat] = []) {
    self.importers = importers
    self.exportFormats = exportFormats
  }

  /// Adds an importer; one of the same name is replaced. It is asked before those that are there already, which
  /// matters where two are equally sure of a source.
  public mutating func add(_ importer: any Importer) {
    if let index = importers.firstIndex(where: { $0.name == importer.name }) {
      importers[index] = importer
    } else {
      importers.insert(importer, at: 0)
    }
  }

  /// Adds a format to write; one of the same name is replaced.
  public mutating func add(_ format: ExportFormat) {
    if let index = exportFormats.firstIndex(where: { $0.name == format.name }) {
      exportFormats[index] = format
    } else {
      exportFormats.append(format)
    }
  }
}

// MARK: Looking up

/// An importer, and how sure it is of a source.
struct RecognisedImporter {
  let importer: any Importer
  let recognition: Recognition

  init(importer: any Importer, as recognition: Recognition) {
    self.importer = importer
    self.recognition = recognition
  }
}

/// A name that is not that of a format, with the one that was probably meant.
public struct UnknownFormat: Error, Sendable, CustomStringConvertible {
  /// Whether a format to read or one to write was asked for.
  public enum Direction: String, Sendable {
    /// A format to read.
    case input
    /// A format to write.
    case output
  }

  /// The name that was asked for.
  public let name: String
  /// Whether a format to read or one to write was asked for.
  public let direction: Direction
  /// The name that was probably meant; `nil` where none is near.
  public let nearest: String?
  /// All names that would have been right, in the order of the registry.
  public let known: [String]

  /// One clause for a message.
  public var description: String {
    let kind = "\(direction.rawValue) format"
    let hint =
      nearest.map { "did you mean \(quoted($0))?" } ?? "\(kind)s are \(known.joined(separator: ", "))"
    return "\(quoted(name)) is not an \(kind); \(hint)"
  }
}

extension Registry {
  /// The importer of a name, `markdown`, or of another word for its format, `md`.
  /// - Parameter name: case does not matter.
  /// - Throws: `UnknownFormat` where none has this name.
  public func importer(named name: String) throws(UnknownFormat) -> any Importer {
    for word in Self.words(for: name) {
      if let importer = importers.first(where: { $0.name == word }) { return importer }
    }
    throw unknown(name, .input, importers.map(\.name))
  }

  /// The format to write of a name, `bibtex`, or of another word for it, `bib`.
  /// - Parameter name: case does not matter.
  /// - Throws: `UnknownFormat` where none has this name.
  public func exportFormat(named name: String) throws(UnknownFormat) -> ExportFormat {
    for word in Self.words(for: name) {
      if let format = exportFormats.first(where: { $0.name == word }) { return format }
    }
    throw unknown(name, .output, exportFormats.map(\.name))
  }

  /// The names that a word may stand for, the likeliest first.
  private static func words(for name: String) -> [String] {
    let word = name.lowercased()
    return [name, word, aliases[word]].compactMap(\.self)
  }

  /// The importer for a source: by the extension of its name, then by its content.
  ///
  /// The longest extension counts. Where several importers share it, the one that is most sure of the content is
  /// taken, and the earlier of two that are equally sure. Content that is certainly of another format goes to the
  /// importer of that format, whatever the extension says.
  /// - Parameters:
  ///   - name: a file name or path; case does not matter.
  ///   - bytes: the source.
  /// - Returns: `nil` where neither tells the format.
  public func importer(forFile name: String, bytes: [UInt8]) -> (any Importer)? {
    choice(among: importers(forFile: name), bytes)?.importer
  }

  /// - Parameter named: those that the name asks for.
  func choice(among named: [any Importer], _ bytes: [UInt8]) -> RecognisedImporter? {
    guard !named.isEmpty else { return Self.surest(of: importers, bytes) }
    // Where none knows the content, the last is the one that reads anything of the kind.
    let choice =
      Self.surest(of: named, bytes) ?? named.last.map { RecognisedImporter(importer: $0, as: .none) }
    if choice?.recognition == .certain { return choice }
    let others = importers.filter { importer in !named.contains { $0.name == importer.name } }
    let other = Self.surest(of: others, bytes)
    return other?.recognition == .certain ? other : choice
  }

  /// The importer that is most sure, the first of those that are equally sure; `nil` where none is.
  private static func surest(of importers: [any Importer], _ bytes: [UInt8]) -> RecognisedImporter? {
    var best: RecognisedImporter?
    for importer in importers where best?.recognition != .certain {
      let recognition = importer.recognises(bytes)
      if recognition > best?.recognition ?? .none {
        best = RecognisedImporter(importer: importer, as: recognition)
      }
    }
    return best
  }

  /// The importers whose extension this name has; where several fit, those with the longest: `.csl.json` before
  /// `.json`.
  /// - Parameter name: a file name or path; case does not matter.
  func importers(forFile name: String) -> [any Importer] {
    let name = name.lowercased()
    var longest = 0
    var found: [any Importer] = []
    for importer in importers {
      var lengths = importer.fileExtensions.filter { name.hasSuffix("." + $0) }.map(\.utf8.count)
      if let file = importer.directoryFile, name == file || name.hasSuffix("/" + file) {
        lengths.append(file.utf8.count)
      }
      guard let length = lengths.max(), length >= longest else { continue }
      if length > longest { found = [] }
      longest = length
      found.append(importer)
    }
    return found
  }

  /// Whether the extension of a name is that of a format to read.
  /// - Parameter name: a file name or path; case does not matter.
  public func reads(fileNamed name: String) -> Bool { !importers(forFile: name).isEmpty }

  /// The formats whose single file has this name's extension; where several fit, those with the longest extension:
  /// `.csl.json` before `.json`. None for a name without such an extension.
  /// - Parameter name: a file name or path; case does not matter.
  public func exportFormats(forFile name: String) -> [ExportFormat] {
    let name = name.lowercased()
    var longest = 0
    var found: [ExportFormat] = []
    for format in exportFormats {
      guard case .file(let fileExtension) = format.makeExporter(ExportOptions()).layout,
        name.hasSuffix("." + fileExtension), fileExtension.utf8.count >= longest
      else { continue }
      if fileExtension.utf8.count > longest { found = [] }
      longest = fileExtension.utf8.count
      found.append(format)
    }
    return found
  }

  private func unknown(_ name: String, _ direction: UnknownFormat.Direction, _ known: [String])
    -> UnknownFormat
  {
    UnknownFormat(name: name, direction: direction, nearest: nearestName(to: name, in: known), known: known)
  }
}

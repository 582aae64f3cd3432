public import DigestDiagnostics
public import DigestImporters
import DigestModel
import DigestText

/// A file that teaches the Markdown importer further names of sections.
///
/// ```
/// # One name on each line: the words of the heading, and the kind of section they head.
/// Bản đồ chủ đề = topicTree
/// Papers worth your time = readingList
/// ```
/// Empty lines and lines that begin with `#` are skipped. The kinds are those of `Digest.Section.Kind`.
public enum HeadingAliasFile {
  /// Reads such a file.
  /// - Parameter source: UTF-8 text.
  /// - Returns: the built-in names and those of the file, for `MarkdownImporter.init(aliases:)`.
  /// - Throws: `DiagnosticError` where the file is empty, binary or not UTF-8, else with every line that is wrong.
  public static func read(_ source: SourceDocument) throws(DiagnosticError) -> SectionAliases {
    try checkSource(source)
    var aliases: [(String, Digest.Section.Kind)] = []
    var lines: [[UInt8]: (kind: Digest.Section.Kind, line: Range<Int>)] = [:]
    var wrong: [Diagnostic] = []
    var start = source.bytes.byteOrderMarkLength
    while start < source.bytes.count {
      let end = source.bytes[start...].firstIndex(where: \.isNewline) ?? source.bytes.count
      let line = trimmed(source.bytes[start..<end])
      if !line.isEmpty, line.first != UInt8(ascii: "#") {
        switch alias(line, in: source) {
        case .success(let alias):
          aliases.append(alias)
          let name = SectionAliases.normalise(Array(alias.0.utf8))
          let first = lines[name] ?? (alias.1, line.indices)
          lines[name] = first
          if first.kind != alias.1 { wrong.append(twoKinds(alias, at: line.indices, first, in: source)) }
        case .failure(let error): wrong += error.diagnostics
        }
      }
      start = end + 1
    }
    guard wrong.isEmpty else { throw DiagnosticError(wrong) }
    return SectionAliases.standard.adding(aliases)
  }

  private static func twoKinds(
    _ alias: (name: String, kind: Digest.Section.Kind), at line: Range<Int>,
    _ first: (kind: Digest.Section.Kind, line: Range<Int>), in source: SourceDocument
  ) -> Diagnostic {
    func place(_ range: Range<Int>) -> SourceLocation {
      SourceLocation(source, SourceRange(range.lowerBound, range.upperBound))
    }
    return Diagnostic(
      HeadingAliasDiagnostics.twoKinds,
      "\(quoted(alias.name)) is \(alias.kind.rawValue) here and \(first.kind.rawValue) before",
      at: place(line),
      notes: [Diagnostic.Note("the first is here", at: place(first.line))], help: "remove one")
  }

  private static func alias(
    _ line: ArraySlice<UInt8>, in source: SourceDocument
  ) -> Result<(String, Digest.Section.Kind), DiagnosticError> {
    func fail(_ id: DiagnosticID, _ summary: String, _ range: Range<Int>, _ help: String) -> DiagnosticError {
      DiagnosticError(
        id, summary, at: SourceLocation(source, SourceRange(range.lowerBound, range.upperBound)), help: help)
    }
    guard let sign = line.lastIndex(of: UInt8(ascii: "=")) else {
      return .failure(
        fail(
          HeadingAliasDiagnostics.noKind, "the line has no '=' between a name and a kind", line.indices,
          "write NAME = KIND"))
    }
    let name = trimmed(line[..<sign])
    let kind = trimmed(line[(sign + 1)...])
    guard !SectionAliases.normalise(Array(name)).isEmpty else {
      return .failure(
        fail(
          HeadingAliasDiagnostics.noKind, "no name stands before '='", sign..<sign + 1, "write NAME = KIND"))
    }
    let word = String(decoding: kind, as: UTF8.self)
    if let found = Digest.Section.Kind(rawValue: word) {
      return .success((String(decoding: name, as: UTF8.self), found))
    }
    let kinds = Digest.Section.Kind.allCases.map(\.rawValue)
    let help =
      suggestion(for: word, among: kinds)
      ?? "kinds are \(kinds.joined(separator: ", "))"
    return .failure(
      fail(
        HeadingAliasDiagnostics.unknownKind, "\(quoted(word)) is not a kind of section", kind.indices, help))
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var bytes = bytes
    while bytes.first?.isSpace == true { bytes.removeFirst() }
    while bytes.last?.isSpace == true { bytes.removeLast() }
    return bytes
  }
}

/// What can be wrong in an alias file.
enum HeadingAliasDiagnostics {
  static let all = [noKind, unknownKind, twoKinds]

  static let noKind = DiagnosticID(
    "aliases/no-kind", .error,
    "A line of the file with heading names is not `NAME = KIND`. Lines that begin with `#` are comments.")
  static let unknownKind = DiagnosticID(
    "aliases/unknown-kind", .error,
    "A line of the file with heading names gives a kind that no section has. Kinds are `topicTree`, `highlights`, "
      + "`contributions`, `gaps`, `ideas`, `readingList`, `reflection` and `other`.")
  static let twoKinds = DiagnosticID(
    "aliases/two-kinds", .error,
    "The file with heading names gives the same name two kinds, so it is unclear which one is meant. Names are compared "
      + "without regard to case, markup and leading numbers.")
}

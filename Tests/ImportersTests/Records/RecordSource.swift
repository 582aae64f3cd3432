import DigestDiagnostics
import DigestImporters
import DigestModel
import Testing

/// Reads lists of papers in tests.
enum RecordSource {
  static func read(_ text: String) throws -> ImportResult {
    let isJSON = text.first == "{" || text.first == "["
    let document = SourceDocument(name: "t", text: text)
    return isJSON ? try JSONImporter().read(document) : try YAMLImporter().read(document)
  }

  /// The papers of a list with which nothing is wrong.
  static func papers(_ text: String, _ place: Testing.SourceLocation = #_sourceLocation) throws -> [Paper] {
    let result = try read(text)
    #expect(result.diagnostics.map(\.summary) == [], sourceLocation: place)
    return result.digest.papers
  }

  static func paper(_ text: String, _ place: Testing.SourceLocation = #_sourceLocation) throws -> Paper {
    let papers = try papers(text, place)
    #expect(papers.count == 1, sourceLocation: place)
    return try #require(papers.first, sourceLocation: place)
  }

  /// `line:column: severity: summary [id]` of each finding, in the order of their places.
  static func messages(_ text: String) -> [String] {
    do {
      return try sorted(read(text).diagnostics).map(message)
    } catch {
      return error is DiagnosticError
        ? (error as? DiagnosticError)?.diagnostics.map(message) ?? [] : ["\(error)"]
    }
  }

  private static func sorted(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    diagnostics.enumerated().sorted {
      ($0.element.location?.range.lower ?? 0, $0.offset) < ($1.element.location?.range.lower ?? 0, $1.offset)
    }.map(\.element)
  }

  private static func message(_ diagnostic: Diagnostic) -> String {
    let lines = diagnostic.description.split(separator: "\n").map { $0.dropFirst(2) }
    let notes = lines.dropFirst().map { line in
      line.firstIndex(of: ":").map { _ in " | " + line } ?? ""
    }
    return String(lines[0]) + notes.joined()
  }
}

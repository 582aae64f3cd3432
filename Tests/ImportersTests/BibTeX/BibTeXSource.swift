import DigestDiagnostics
import DigestImporters
import DigestModel
import Testing

/// Reads BibTeX in tests.
enum BibTeXSource {
  static func read(_ text: String) throws -> ImportResult {
    try BibTeXImporter().read(SourceDocument(name: "a.bib", text: text))
  }

  /// What the first paper says, a line for each part.
  static func lines(_ text: String, _ place: Testing.SourceLocation = #_sourceLocation) throws -> [String] {
    let result = try read(text)
    #expect(result.diagnostics.map(\.description) == [], sourceLocation: place)
    return lines(of: try #require(result.digest.papers.first, sourceLocation: place))
  }

  static func lines(of paper: Paper) -> [String] {
    let record = paper.record
    var lines = ["id: " + paper.id.description + (paper.version.map { "v\($0)" } ?? "")]
    func add(_ name: String, _ text: String?) { if let text { lines.append("\(name): \(text)") } }
    add("key", record.citationKey)
    add("type", record.type?.rawValue)
    add("title", record.title?.markdown)
    add("short", record.shortTitle?.markdown)
    add("original", record.originalTitle?.markdown)
    for group in record.contributors {
      let names = group.names.map { name -> String in
        guard let person = name.person else { return "{\(name.displayText)}" }
        return [
          person.droppingParticle, person.nonDroppingParticle, person.family, person.suffix, person.given,
        ]
        .map { $0 ?? "" }.joined(separator: "|")
      }
      add(group.role.rawValue, names.joined(separator: "; ") + (group.hasMore ? "; …" : ""))
    }
    add("date", record.date?.description)
    for detail in Paper.Detail.allCases { add(detail.rawValue, record.details[detail]) }
    add("abstract", record.abstract?.markdown)
    if !record.keywords.isEmpty { add("keywords", record.keywords.joined(separator: "; ")) }
    if !record.categories.isEmpty { add("categories", record.categories.joined(separator: "; ")) }
    for topic in record.topics { add("topic", topic.joined(separator: " / ")) }
    for id in record.identifiers { add("also", id.description) }
    for link in record.links { add(link.kind.rawValue, link.url) }
    add("rank", record.rank.map(String.init))
    for field in record.extra {
      if case .string(let text) = field.value {
        add("extra " + field.key, text)
      } else {
        add("extra", field.key)
      }
    }
    return lines
  }

  /// `line:column: severity: summary [id]` of each finding, in the order of their places.
  static func messages(_ text: String) -> [String] {
    do {
      return try read(text).diagnostics.sorted {
        ($0.location?.range.lower ?? 0) < ($1.location?.range.lower ?? 0)
      }.map(message)
    } catch let error as DiagnosticError {
      return error.diagnostics.map(message)
    } catch {
      return ["\(error)"]
    }
  }

  private static func message(_ diagnostic: Diagnostic) -> String {
    diagnostic.description.replacing("a.bib:", with: "").split(separator: "\n").joined(separator: " | ")
  }
}

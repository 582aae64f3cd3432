import DigestDiagnostics
import DigestImporters
import DigestModel
import Testing

/// A table of a test, and what is read from it.
struct CSVSource {
  let document: SourceDocument

  init(_ text: String, name: String = "papers.csv") { document = SourceDocument(name: name, text: text) }

  func read() throws -> ImportResult {
    var result = try CSVImporter().read(document)
    result.digest.normalise()
    return result
  }

  func papers() throws -> [Paper] { try read().digest.papers }

  func paper() throws -> Paper { try #require(try papers().first) }

  /// All messages, as the command prints them.
  var messages: String {
    do {
      return TextRenderer().render(try read().diagnostics)
    } catch let error as DiagnosticError {
      return TextRenderer().render(error.diagnostics)
    } catch {
      return "\(error)"
    }
  }
}

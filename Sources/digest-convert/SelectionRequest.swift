import DigestConversion
import DigestDiagnostics
import DigestModel
import DigestPlatform

/// Which papers a run is about.
struct SelectionRequest {
  /// All of them have to be true.
  var expressions: [String] = []
  var order = PaperOrder()
  /// The files that the expressions name, once they have been read.
  var files: [String] = []

  /// The expressions, with the files that they name read.
  /// - Parameter converter: reads these files.
  func selection(by converter: Converter) throws(CommandFailure) -> Selection? {
    guard var selection = try parsed() else { return nil }
    try selection.readFiles { (name, location) throws(CommandFailure) in
      try Self.papers(ofFile: name, location, by: converter)
    }
    return selection
  }

  /// The expressions; the files that they name are not looked at.
  func parsed() throws(CommandFailure) -> Selection? {
    if expressions.isEmpty { return nil }
    do throws(DiagnosticError) {
      return try Selection(all: expressions)
    } catch {
      var failure = CommandFailure(.usage, error.diagnostics)
      failure.excerpt = error.diagnostics.first?.location?.excerpt(width: 100)
      throw failure
    }
  }

  private static func papers(
    ofFile name: String, _ location: SourceLocation, by converter: Converter
  ) throws(CommandFailure) -> PaperSet {
    let input = InputFile(path: name)
    if !input.isStandardInput, !FileSystem.exists(name) { throw missing(name, location) }
    let source = try input.read(for: converter, nil)
    do throws(DiagnosticError) {
      let read = try converter.read(source)
      let errors = read.diagnostics.filter { $0.severity == .error }
      if !errors.isEmpty { throw DiagnosticError(errors) }
      return PaperSet(read.digests)
    } catch {
      throw CommandFailure(.invalidInput, error.diagnostics)
    }
  }

  /// A word that does not look like a file was perhaps meant as a section.
  private static func missing(_ name: String, _ location: SourceLocation) -> CommandFailure {
    let isFile = name.utf8.contains { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "/") }
    let sections = Selection.sectionNames
    let help =
      isFile
      ? nil : suggestion(for: name, among: sections) ?? "sections are \(sections.joined(separator: ", "))"
    let summary =
      isFile
      ? "there is no file \(quoted(name, limit: .max))" : "\(quoted(name)) is neither a section nor a file"
    var failure = CommandFailure(
      isFile ? .unreadableInput : .usage,
      [Diagnostic(FileDiagnostics.missing, summary, at: location, help: help)])
    failure.excerpt = location.excerpt(width: 100)
    return failure
  }
}

import DigestDiagnostics
import DigestExporters
import DigestImporters

/// Checks Markdown outputs: the importer reads them, and finds nothing wrong with their encoded parts. That they read back
/// to the same digest the exporter has seen to itself.
struct MarkdownValidator: OutputValidator {
  func validate(_ file: OutputFile, named name: String) -> [Diagnostic] {
    do throws(DiagnosticError) {
      let result = try MarkdownImporter().read(SourceDocument(name: name, bytes: file.bytes))
      return result.diagnostics.filter {
        $0.severity == .error || $0.id == MarkdownImporterDiagnostics.encodedPart
      }
    } catch {
      return error.diagnostics
    }
  }
}

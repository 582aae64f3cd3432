import DigestDiagnostics
import DigestImporters
import DigestModel

/// How Markdown that was written is read back.
enum MarkdownReading {
  /// The digest in a Markdown file; `nil` where it cannot be read, or the command would refuse it.
  @Sendable static func digest(_ bytes: [UInt8]) -> Digest? {
    do throws(DiagnosticError) {
      let result = try MarkdownImporter().read(SourceDocument(name: "output.md", bytes: bytes))
      if result.diagnostics.contains(where: { $0.severity == .error }) { return nil }
      var digest = result.digest
      digest.normalise()
      return digest
    } catch {
      return nil
    }
  }
}

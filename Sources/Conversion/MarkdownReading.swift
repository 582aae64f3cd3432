import DigestDiagnostics
import DigestImporters
import DigestModel

/// How Markdown that was written is read back.
enum MarkdownReading {
  /// The digest in a Markdown file; `nil` where it cannot be read.
  @Sendable static func digest(_ bytes: [UInt8]) -> Digest? {
    do throws(DiagnosticError) {
      var digest = try MarkdownImporter().read(SourceDocument(name: "output.md", bytes: bytes)).digest
      digest.normalise()
      return digest
    } catch {
      return nil
    }
  }
}

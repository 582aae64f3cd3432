import DigestConversion
import DigestDiagnostics
import DigestExporters
import DigestPlatform

// Files that people have written in since the program wrote them.

extension OutputStage {
  /// Whether the file at a path is kept: the exporter does not replace it.
  static func keeps(_ path: String, against exporter: any Exporter) throws(CommandFailure) -> Bool {
    do throws(SystemError) {
      guard exporter.keepsChangedFiles, try FileStatus.atPath(path)?.kind == .regularFile else {
        return false
      }
      return try !exporter.mayReplace(FileReading.bytes(ofFile: path, limit: InputFile.limit))
    } catch {
      throw CommandFailure(
        .unwritableOutput, FileDiagnostics.unwritable,
        "the file cannot be read, so that it is not clear whether it may be replaced: \(error.reason)",
        file: path)
    }
  }

  /// Says that a file was left alone.
  static func changed(_ path: String) -> Diagnostic {
    Diagnostic(
      NotesDiagnostics.changed, "this note was changed since it was written, and is left alone",
      at: SourceLocation(SourceDocument(name: path, bytes: []), SourceRange(at: 0)),
      help: "move it away to get the new one")
  }
}

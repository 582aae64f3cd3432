import DigestDiagnostics
import DigestExporters
import DigestText

/// Checks notes: their names, their checksums, their front matter against a JSON Schema.
struct NotesValidator: OutputValidator {
  private let schema = JSONSchemaValidator(.yaml, schema: .note)

  var schemaName: String? { schema.schemaName }

  func prepare() { schema.prepare() }

  func validate(_ file: OutputFile, named name: String) -> [Diagnostic] {
    let isSealed = NotesExporter().mayReplace(file.bytes)
    guard isSealed, let end = Self.endOfFrontMatter(file.bytes) else {
      return [finding(NotesDiagnostics.frontMatter, "this note has no checksum that fits it", name)]
    }
    return schema.validate(OutputFile(name: file.name, bytes: Array(file.bytes[..<end])), named: name)
  }

  func validate(_ files: [OutputFile], named name: String) -> [Diagnostic] {
    var seen: Set<String> = []
    return files.flatMap { file in
      let path = file.path(in: name)
      let stem = file.name.map { Array($0.utf8.dropLast(3)) } ?? []
      let isSafe =
        !stem.isEmpty && stem.count < 250 && stem.allSatisfy { $0.isAlphanumeric || $0 == UInt8(ascii: "_") }
      guard isSafe, seen.insert(file.name?.lowercased() ?? "").inserted else {
        return [
          finding(NotesDiagnostics.name, "this note has the name of another, or one that is not safe", path)
        ]
      }
      return validate(file, named: path)
    }
  }

  /// The front matter with its first fence and without its last.
  private static func endOfFrontMatter(_ bytes: [UInt8]) -> Int? {
    let fence = Array("\n---\n".utf8)
    var start = 3
    while start < bytes.count, let line = bytes[start...].firstIndex(of: 0x0A) {
      if bytes[line...].starts(with: fence) { return line + 1 }
      start = line + 1
    }
    return nil
  }

  private func finding(_ id: DiagnosticID, _ summary: String, _ name: String) -> Diagnostic {
    Diagnostic(id, summary, at: SourceLocation(SourceDocument(name: name, bytes: []), SourceRange(at: 0)))
  }
}

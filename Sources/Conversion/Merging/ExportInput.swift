import DigestDiagnostics
import DigestImporters
import DigestModel

/// What was read, as exporters need it.
protocol ExportInput: Sendable {
  var subject: ExportSubject { get }
  var sourceMap: SourceMap { get }
  var diagnostics: [Diagnostic] { get }
}

/// One source. That of several digests becomes a collection.
struct Imported: ExportInput {
  let subject: ExportSubject
  let result: ImportResult

  init(_ result: ImportResult) {
    guard !result.furtherDigests.isEmpty else {
      subject = .digest(result.digest)
      self.result = result
      return
    }
    let merged = MergedImport([result])
    subject = .collection(merged.collection)
    var result = result
    result.diagnostics = merged.diagnostics
    self.result = result
  }

  var sourceMap: SourceMap { result.sourceMap }
  var diagnostics: [Diagnostic] { result.diagnostics }
}

extension MergedImport: ExportInput {
  var subject: ExportSubject { .collection(collection) }
}

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

  /// - Parameter order: that of the papers.
  init(_ result: ImportResult, in order: PaperOrder) {
    guard !result.furtherDigests.isEmpty else {
      var result = result
      order.apply(to: &result.digest)
      subject = .digest(result.digest)
      self.result = result
      return
    }
    let merged = MergedImport([result]).sorted(by: order)
    subject = .collection(merged.collection)
    var result = result
    result.diagnostics = merged.diagnostics
    if order.limit != nil {
      result.digest = merged.collection.digests.first ?? Digest(metadata: result.digest.metadata)
      result.furtherDigests = Array(merged.collection.digests.dropFirst())
    }
    self.result = result
  }

  var sourceMap: SourceMap { result.sourceMap }
  var diagnostics: [Diagnostic] { result.diagnostics }
}

extension MergedImport: ExportInput {
  var subject: ExportSubject { .collection(collection) }
}

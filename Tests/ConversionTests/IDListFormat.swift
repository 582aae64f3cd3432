import DigestConversion
import DigestDiagnostics
import DigestExporters
import DigestImporters
import DigestModel

/// A format of one's own: the ids of all papers, one a line.
struct IDListExporter: Exporter {
  let name = "ids"
  let summary = "one paper id a line"
  let layout = OutputLayout.file(fileExtension: "txt")
  let capabilities: [ModelPart: Fidelity] = [.paperID: .exact]

  func export(_ digest: Digest) -> ExportResult {
    var bytes: [UInt8] = []
    for paper in digest.papers { bytes += Array("\(paper.id)\n".utf8) }
    return ExportResult(files: [OutputFile(bytes: bytes)], losses: LossLog())
  }
}

/// Reads what `IDListExporter` writes.
struct IDListImporter: Importer {
  let name = "ids"
  let summary = "one paper id a line"
  let fileExtensions = ["txt"]

  func recognises(_ bytes: [UInt8]) -> Recognition {
    bytes.starts(with: "2409.".utf8) ? .certain : .none
  }

  func read(_ source: SourceDocument) throws(DiagnosticError) -> ImportResult {
    var map = SourceMap(document: source)
    var digest = Digest()
    var offset = 0
    for line in source.bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let anchor = map.add(SourceRange(offset, offset + line.count))
      if let id = PaperID(String(decoding: line, as: UTF8.self)) {
        let mention = Digest.PaperMention(papers: [Citation(id, anchor: anchor)], anchor: anchor)
        digest.sections.append(
          Digest.Section(
            kind: .other, heading: RichText(plain: ""), entries: [.paper(mention)], anchor: anchor))
      }
      offset += line.count + 1
    }
    return ImportResult(digest: digest, sourceMap: map, diagnostics: [])
  }
}

import DigestConvert

/// A format of one's own: the ids of all papers, one a line.
struct IDListExporter: Exporter {
  let name = "ids"
  let summary = "one paper id a line"
  let layout = OutputLayout.file(fileExtension: "txt")
  let capabilities: [ModelPart: Fidelity] = [.paperID: .exact]

  func export(_ digest: Digest) -> ExportResult {
    var bytes: [UInt8] = []
    for paper in digest.papers {
      bytes += Array(paper.id.description.utf8)
      bytes.append(UInt8(ascii: "\n"))
    }
    return ExportResult(files: [OutputFile(bytes: bytes)], losses: LossLog())
  }
}

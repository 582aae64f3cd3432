import DigestDiagnostics
import DigestModel
import DigestText

/// The digests of an OPML file of ours that holds several: an outline for each.
struct OPMLDigests {
  private let file: RecordFile
  private let isHTML: Bool
  /// What each digest consists of. Outlines that a person has put beside those of digests belong to the one before them.
  private var parts: [(digest: OPMLOutline, outlines: [OPMLOutline])] = []

  /// - Returns: `nil` for a file without outlines of digests.
  init?(_ document: OPMLDocument, _ file: RecordFile) {
    self.file = file
    isHTML = document.head.saysHTML
    guard document.isOurs, document.outlines.first?.kind == "digest" else { return nil }
    for outline in document.outlines {
      if outline.kind == "digest" {
        parts.append((outline, outline.outlines))
      } else {
        parts[parts.count - 1].outlines.append(outline)
      }
    }
  }

  /// At least one.
  func read() -> [Digest] {
    parts.map { part in
      var digest = Digest(metadata: metadata(part.digest))
      var reader = OPMLDigestReader(file, part.outlines, isHTML: isHTML)
      reader.read(part.outlines, into: &digest)
      let rest = reader.foreign.rest
      if !rest.isEmpty { digest.metadata.extra.append(ExtraField(key: "outlines", value: .sequence(rest))) }
      return digest
    }
  }

  private func metadata(_ outline: OPMLOutline) -> Digest.Metadata {
    var metadata = Digest.Metadata(anchor: file.anchor(at: outline.range))
    let reader = OPMLDigestReader(file, [outline], isHTML: isHTML)
    let title = reader.rich(outline)
    if !title.isEmpty { metadata.title = title }
    metadata.language = outline.own("language")
    metadata.period = outline.own("period").flatMap { YearMonth($0) }
    if outline.own("source") != nil || outline.own("sha256") != nil {
      metadata.source = Digest.Source(
        name: outline.own("source") ?? "", sha256: outline.own("sha256") ?? "")
    }
    return metadata
  }
}

import DigestModel

/// Writes several digests as one OPML file: an outline for each, which says what the head says of one alone.
struct OPMLCollectionWriter {
  let options: OPMLOptions

  func write(_ collection: DigestCollection) -> ExportResult {
    var writer = OPMLOutlineWriter(options: options)
    var losses = LossLog()
    var groups = 0
    writer.startDocument()
    writer.startElement("head")
    writer.element("title", collection.title)
    writer.element("docs", "http://opml.org/spec2.opml")
    if options.profile.hasNamespace, options.textForm == .html { writer.element("digest:text", "html") }
    writer.end()
    writer.startElement("body")
    // OPML 2.0: the body has at least one outline.
    if collection.digests.isEmpty { writer.write(OPMLOutline(.note, "Digests")) }
    for digest in collection.digests {
      var own = OPMLDigestWriter(digest, consume writer)
      own.losses = losses
      own.groupCount = groups
      own.writeDigest()
      own.losses.recordCompletions(of: digest.papers)
      (writer, losses, groups) = (own.writer, own.losses, own.groupCount)
    }
    writer.end()
    return ExportResult(files: [OutputFile(bytes: writer.finish())], losses: losses)
  }
}

extension OPMLDigestWriter {
  /// The digest as one outline.
  fileprivate mutating func writeDigest() {
    let metadata = digest.metadata
    var outline = OPMLOutline(.digest, metadata.title.map { plain($0) } ?? "")
    if outline.main.isBlank { outline.tail = titleOfUntitled }
    outline.attribute("digest:language", checked(optional: metadata.language, at: metadata.anchor))
    outline.attribute("digest:period", metadata.period?.description)
    outline.attribute("digest:source", checked(optional: metadata.source?.name, at: metadata.anchor))
    outline.attribute("digest:sha256", checked(optional: metadata.source?.sha256, at: metadata.anchor))
    writer.start(outline)
    if writer.options.profile.hasNamespace {
      for field in metadata.extra { write(field) }
    } else {
      loseMetadata()
    }
    writeContent(records)
    writer.end()
  }
}

public import DigestModel

/// Writes a folder with one Markdown note per paper and one per topic, for Obsidian, Logseq, Zettlr and the like.
///
/// A note of a paper has what is known of it as flat YAML front matter, what the digest says of it as text, and a link to
/// the note of each of its topics; the note of a topic links to its papers. So the size of all notes is linear in that of
/// the digest. A note that a person has changed is never replaced: see `mayReplace`.
public struct NotesExporter: Exporter {
  /// The name on the command line.
  public let name = "notes"
  /// One line for `digest-convert formats`.
  public let summary =
    "a folder with one Markdown note per paper and per topic, for Obsidian, Logseq and Zettlr"
  /// The output is a directory.
  public let layout = OutputLayout.directory(suffix: "-notes")
  /// What becomes of each part of a digest; what is not listed is dropped.
  public var capabilities: [ModelPart: Fidelity] { NotesCapabilities.all }

  /// Makes an exporter.
  public init() {}

  /// Writes all notes; never throws.
  /// - Complexity: O(n) in the size of the digest.
  public func export(_ digest: Digest) -> ExportResult {
    var losses = LossLog()
    let digest = digest.withSafeLinks(&losses)
    let words = NoteWords(language: digest.metadata.language)
    var keys = CitationKeys()
    let names = digest.papers.map { NoteName.paper($0, &keys) }
    var topics = NoteTopics()
    for (paper, name) in zip(digest.papers, names) {
      for topic in paper.topics { topics.add(paper, named: name, below: topic) }
    }
    var collector = NoteCollector(digest, topics)
    collector.losses.append(losses.losses)
    var files = zip(digest.papers, names).map { paper, name in
      var note = PaperNote(paper, key: name, words, topics, collector.remarks[paper.id] ?? [])
      let bytes = note.write()
      collector.losses.append(note.losses.losses)
      return OutputFile(name: "\(name).md", bytes: NoteChecksum.sealed(bytes))
    }
    files += topics.files(words)
    collector.losses.recordCompletions(of: digest.papers)
    return ExportResult(files: files, losses: collector.losses)
  }

  /// Writes the notes of several digests into one folder: a paper has one note, with what each digest says of it; never
  /// throws.
  /// - Complexity: O(n) in the size of the digests.
  public func export(_ collection: DigestCollection) -> ExportResult {
    guard collection.digests.count != 1 else { return export(collection.digests[0]) }
    var notes = NoteCollection(collection)
    let files = notes.files()
    return ExportResult(files: files, losses: notes.losses)
  }

  /// `true`: notes are for people to write in.
  public var keepsChangedFiles: Bool { true }

  /// Whether a note is as it was written: its front matter carries a checksum of it.
  /// - Parameter existing: the file that is there.
  public func mayReplace(_ existing: [UInt8]) -> Bool { NoteChecksum.isUnchanged(existing) }
}

import DigestDiagnostics
import DigestModel
import DigestText

/// Reads an OPML file of ours back into the digest that it was written from (rule O5).
///
/// What each outline stands for is in the attributes of our namespace. Outlines that a person has added have none, and
/// are read as those of other programs.
struct OPMLDigestReader {
  let file: RecordFile
  /// Whether `text` and `_note` are HTML.
  let isHTML: Bool
  /// For outlines without attributes of ours.
  var foreign: OPMLForeignReader

  init(_ file: RecordFile, _ outlines: [OPMLOutline], isHTML: Bool) {
    self.file = file
    self.isHTML = isHTML
    foreign = OPMLForeignReader(file, outlines, saysHTML: isHTML)
  }

  mutating func read(_ outlines: [OPMLOutline], into digest: inout Digest) {
    var preamble: [OPMLOutline] = []
    var leaves = DataValueLeaves()
    for outline in outlines {
      switch outline.kind {
      case "section": digest.sections.append(section(outline))
      // Those of a digest among several; elsewhere they are below their paper.
      case "extra": readValue(outline, into: &leaves)
      case "papers": digest.papers += outline.outlines.compactMap { record($0) }
      // It stands for a digest in which there is nothing.
      case "note": break
      case nil where !digest.sections.isEmpty: digest.sections.append(addedSection(outline))
      case let kind? where Self.entryKinds.contains(kind): addMoved(outline, to: &digest)
      default: preamble.append(outline)
      }
    }
    digest.metadata.extra += leaves.fields
    digest.metadata.preamble = blocks(preamble)
    digest.papers += foreign.papers
  }

  private mutating func section(_ outline: OPMLOutline) -> Digest.Section {
    Digest.Section(
      kind: outline.own("section").flatMap { Digest.Section.Kind(snakeCased: $0) } ?? .other,
      enumerator: outline.own("number"), heading: rich(outline), entries: entries(outline.outlines),
      anchor: file.anchor(at: outline.range))
  }

  /// What stands inside a section, unless a person has moved it.
  private static let entryKinds = Set(Digest.Entry.types.map { $0.typeName })

  private mutating func addMoved(_ outline: OPMLOutline, to digest: inout Digest) {
    let kind = Digest.Entry.types.first { $0.typeName == outline.kind }?.kind ?? .other
    let entries = entries([outline])
    if digest.sections.last?.kind == kind {
      digest.sections[digest.sections.count - 1].entries += entries
    } else {
      digest.sections.append(
        Digest.Section(
          kind: kind, heading: RichText(plain: kind.traits.heading ?? kind.traits.title), entries: entries,
          anchor: file.anchor(at: outline.range)))
    }
  }

  private mutating func addedSection(_ outline: OPMLOutline) -> Digest.Section {
    Digest.Section(
      kind: .other, heading: foreign.words(outline), entries: foreign.entries(below: outline),
      anchor: file.anchor(at: outline.range))
  }
}

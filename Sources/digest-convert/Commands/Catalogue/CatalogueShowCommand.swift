import ArgumentParser
import DigestCatalogue
import DigestConversion
import DigestDiagnostics
import DigestModel

struct CatalogueShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show what the catalogue knows of papers, as YAML that convert reads.",
    usage: "digest-convert catalogue show <id> ... [--catalogue <file>]",
    discussion:
      "Each paper has, under 'extra', its sources and what those say differently that do not count. The status is 1 if an id is not in the catalogue.\n\n"
        + """
        EXAMPLES:
          digest-convert catalogue show 2409.12917
          digest-convert catalogue show 10.1038/nature14539 --catalogue papers.sqlite
        """
  )

  @Argument(
    help: ArgumentHelp("Ids: 2409.10000, a DOI, an address of arXiv, pmid:123.", valueName: "id"),
    transform: paperID)
  var ids: [PaperID]

  @OptionGroup var catalogue: CatalogueOptions

  func run() throws {
    try reportingFailure { () throws(CommandFailure) in
      let path = try catalogue.path()
      let file = try CommandFailure.ofCatalogue { () throws(CatalogueError) in try CatalogueFile(at: path) }
      var digest = Digest()
      var seen: Set<PaperID> = []
      var findings: [Diagnostic] = []
      for id in ids {
        let paper = try CommandFailure.ofCatalogue { () throws(CatalogueError) in
          try file.entry(of: id).map { entry throws(CatalogueError) in
            try entry.paper(shownWith: file.records(of: id))
          }
        }
        if let paper {
          if seen.insert(paper.id).inserted { digest.papers.append(paper) }
        } else {
          findings.append(.notInCatalogue(id))
        }
      }
      if !digest.papers.isEmpty { try StandardStreams.write(toOutput: yaml(of: digest)) }
      if !findings.isEmpty { throw CommandFailure(.findings, findings) }
    }
  }

  private func yaml(of digest: Digest) throws(CommandFailure) -> [UInt8] {
    var digest = digest
    digest.normalise()
    do throws(DiagnosticError) {
      return try Converter().write(digest, as: .yaml, named: "<stdout>").files.flatMap(\.bytes)
    } catch {
      throw CommandFailure(.invalidOutput, error.diagnostics)
    }
  }
}

extension CatalogueEntry {
  /// The paper with its sources under `extra`.
  fileprivate func paper(shownWith records: [(source: String, record: CatalogueRecord)]) -> Paper {
    var merged = Paper.Record()
    var sources: [DataValue] = []
    for (name, record) in records {
      var members = [ExtraField(key: "name", value: .string(name))]
      if let version = record.latestVersion {
        members.append(ExtraField(key: "version", value: .number(String(version))))
      }
      if let updated = record.updated {
        members.append(ExtraField(key: "updated", value: .string(updated.description)))
      }
      if record.isWithdrawn { members.append(ExtraField(key: "withdrawn", value: .bool(true))) }
      let conflicts = merged.merge(record.record)
      if !conflicts.isEmpty {
        let others = conflicts.map { ExtraField(key: $0.part, value: .string($0.other)) }
        members.append(ExtraField(key: "says", value: .mapping(others)))
      }
      sources.append(.mapping(members))
    }
    var shown = self.record
    shown.extra.append(ExtraField(key: "sources", value: .sequence(sources)))
    return Paper(id: id, record: shown, version: latestVersion)
  }
}

/// Reads an id of any scheme.
func paperID(_ text: String) throws(ValidationError) -> PaperID {
  guard let id = PaperID(identifier: text) else {
    throw ValidationError(
      "\(quoted(text)) is not the id of a paper; ids look like 2409.10000, a DOI or pmid:123")
  }
  return id
}

import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

/// Reads a file that is a list of papers: a digest without sections. What stands beside the list is its metadata.
struct RecordList {
  private let reader: RecordListReader
  private let root: LocatedNode
  private let context: any RecordContext

  /// - Parameters:
  ///   - root: the whole file.
  ///   - dialect: the language of texts, unless the members of a record show another one.
  ///   - vocabulary: what the format says of its fields.
  init(
    _ root: LocatedNode, _ context: any RecordContext, dialect: RecordDialect = .plain,
    vocabulary: RecordVocabulary = RecordVocabulary()
  ) {
    self.root = root
    self.context = context
    let isOurs = dialect == .plain && !vocabulary.isOfFormat && OwnRecords.areOurs(root)
    reader = RecordListReader(context, dialect: isOurs ? .own : dialect, vocabulary: vocabulary)
    reader.namesUntitled = vocabulary.isOfFormat
  }

  /// - Returns: `nil` where the file is not one.
  func digest() -> Digest? {
    var digest = Digest()
    switch root.content {
    case .scalar: return nil
    case .sequence(let items):
      RecordFinder(reader).read(items, RecordGroup())
      if reader.counts.read == 0 || !isListOfPapers(root) { return nil }
    case .mapping(let members):
      guard let metadata = read(members, root) else { return nil }
      digest.metadata = metadata
    }
    digest.papers = reader.takePapers()
    if !reader.unreadable.isEmpty { digest.metadata.keepUnread(reader.unreadable) }
    reader.finish()
    return digest
  }

  /// Whether the file says that it lists papers, or its records do.
  private func isListOfPapers(_ root: LocatedNode) -> Bool {
    if reader.vocabulary.isOfFormat || reader.dialect != .plain { return true }
    if case .mapping(let members) = root.content,
      members.contains(where: { Self.listsOfPapers.contains(RecordFieldTable.folded($0.key)) })
    {
      return true
    }
    return reader.notes.arePapers
  }

  private static let listsOfPapers: Set<String> = [
    "papers", "paperlist", "references", "publications", "bibliography", "preprints", "citations",
    "recommendedpapers", "dailypapers", "preferredcitation",
  ]

  /// Keys of files that are not lists of papers, though they may hold something like one.
  private static let otherFiles: Set<String> = [
    "compilerOptions", "lockfileVersion", "dependencies", "devDependencies", "openapi", "swagger", "basics",
    "skills",
    "education", "cv", "jobs", "services", "$schema", "geometry", "features", "nbformat",
  ]

  /// - Returns: what stands beside the records, or `nil` where there are none.
  private func read(_ members: [LocatedMember], _ root: LocatedNode) -> Digest.Metadata? {
    if members.contains(where: { Self.otherFiles.contains($0.key) }) { return nil }
    let finder = RecordFinder(reader)
    let evidence = Evidence(of: members, reader)
    let groups = finder.groups(of: members, depth: 0)
    // A paper with its references is one paper; a file of citations has ids of its own.
    if groups.isEmpty || evidence.isRecordAlone && evidence.hasID && !isCitationFile(members) {
      return readAlone(members, root, evidence, finder)
    }
    finder.read(groups, RecordGroup())
    guard reader.counts.read > 0, isListOfPapers(root) else { return nil }
    var metadata = metadata(of: members, besides: groups)
    metadata.anchor = context.anchor(at: root.range.prefix(1))
    return metadata
  }

  private func isCitationFile(_ members: [LocatedMember]) -> Bool {
    members.contains { $0.key == "cff-version" }
  }

  private func readAlone(
    _ members: [LocatedMember], _ root: LocatedNode, _ evidence: Evidence, _ finder: RecordFinder
  ) -> Digest.Metadata? {
    if let inner = finder.record(inside: members, isNamed: false) {
      reader.read(inner.members, around: inner.around, at: root, RecordGroup())
    } else if evidence.isRecordAlone || isBare(members) {
      reader.read(members, at: root, RecordGroup())
    } else {
      return nil
    }
    return reader.counts.read > 0 ? Digest.Metadata() : nil
  }

  /// `{id: 2409.10000}`, `{doi: …}`: an id and no more.
  private func isBare(_ members: [LocatedMember]) -> Bool {
    members.contains { member in
      guard case .field(let field) = reader.keys.meaning(of: member.key), let text = member.value.text else {
        return false
      }
      switch field.part {
      case .id, .scheme: return PaperID(text).map { $0.scheme != .url } == true
      default: return false
      }
    }
  }

  private func metadata(of members: [LocatedMember], besides groups: [RecordFinder.Group]) -> Digest.Metadata
  {
    var metadata = Digest.Metadata()
    for (index, member) in members.enumerated() {
      if let group = groups.first(where: { $0.holds(member, at: index) }) {
        if let rest = rest(of: member, besides: group) { metadata.extra.append(rest) }
        continue
      }
      switch (member.key.lowercased(), member.value.text) {
      case ("title", let text?):
        metadata.title = reader.text.title(text, .own, at: context.anchor(member.value))
      case ("language", let text?), ("lang", let text?): metadata.language = text
      case ("period", let text?) where YearMonth(text) != nil: metadata.period = YearMonth(text)
      default: metadata.extra.append(context.extraField(member))
      }
    }
    return metadata
  }

  /// What an envelope holds beside the list: the count of an answer, its query.
  private func rest(of member: LocatedMember, besides group: RecordFinder.Group) -> ExtraField? {
    guard case .mapping(let members) = member.value.content, case .groups(let groups) = group.content else {
      return nil
    }
    var rest: [ExtraField] = []
    for (index, inner) in members.enumerated() {
      if let group = groups.first(where: { $0.holds(inner, at: index) }) {
        if let field = self.rest(of: inner, besides: group) { rest.append(field) }
      } else {
        rest.append(context.extraField(inner))
      }
    }
    guard !rest.isEmpty else { return nil }
    return ExtraField(key: member.key, value: .mapping(rest), anchor: context.anchor(at: member.keyRange))
  }
}

extension Digest.Metadata {
  /// Keeps records that could not be read, as they are.
  mutating func keepUnread(_ records: [DataValue]) {
    let key = "unreadRecords"
    if let index = extra.firstIndex(where: { $0.key == key }),
      case .sequence(let earlier) = extra[index].value
    {
      extra[index].value = .sequence(earlier + records)
    } else {
      extra.append(ExtraField(key: key, value: .sequence(records)))
    }
  }
}

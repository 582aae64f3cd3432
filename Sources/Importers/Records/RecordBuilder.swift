import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

/// A paper as a list has it.
struct ReadRecord {
  /// With their versions; what counts most for identity first. Empty where the paper is known by its title alone.
  var ids: [PaperID]
  var record: Paper.Record
  /// Where the record begins.
  var range: SourceRange
}

/// Reads one record of a list. Of several fields for one part the fittest counts, in whatever order they stand; the
/// others are kept in `extra`, and so is what has no part.
struct RecordBuilder {
  struct Candidate {
    var field: RecordField
    var node: LocatedNode
    /// The member of the record that it stands in.
    var slot: Int

    /// Ids come first, in the order of the source, since what others mean can depend on them.
    var order: (Int, Int) {
      switch field.part {
      case .id, .scheme, .ids: (-1, slot)
      default: (field.fitness, slot)
      }
    }
  }

  private struct Slot {
    var member: LocatedMember
    var isKept = false
    var isUnknown = false
  }

  let reader: RecordListReader
  var record = Paper.Record()
  /// With their versions, in the order of the source.
  var ids: [PaperID] = []
  /// An id that is only an address.
  var addresses: [PaperID] = []
  /// The same, and the links, so that time stays linear.
  var knownIDs = SeenValues<PaperID>()
  var knownLinks = SeenValues<Paper.Link>()
  /// What is said of the paper, and where it is said first.
  var annotations: [String] = []
  var annotationAnchor: SourceAnchor?
  var dialect: RecordDialect
  var parts = DateParts()
  var pages: (first: LocatedNode?, last: LocatedNode?) = (nil, nil)
  var numberCandidate: Candidate?
  var bibTeX: String?
  var group = RecordGroup()
  /// The title as it is written.
  var writtenTitle: String?
  var subtitle: String?
  var parentType: String?
  /// The word of the source, where what it means depends on other fields.
  var ambiguousType: String?
  var isOnServer = false
  var hasExplicitKey = false
  var hasMoreAuthors = false
  /// The version of the paper that a note or a field of its own says.
  var version: Int?
  /// Whether a name is given as one text, as a title would be.
  var isNamedAlone = false
  /// Of the id that the record gives.
  var idFault: (fault: PaperIDFault, node: LocatedNode)?
  /// Where each role is first named.
  private var roleSlots: [ContributorRole: Int] = [:]
  private var slots: [Slot] = []
  private var candidates: [Candidate] = []

  init(_ reader: RecordListReader) {
    self.reader = reader
    dialect = reader.dialect
  }

  // MARK: - Gathering

  /// Adds the members of the record, or of a mapping around it, which count less.
  mutating func add(_ members: [LocatedMember], isAround: Bool = false) {
    slots.reserveCapacity(slots.count + members.count)
    candidates.reserveCapacity(slots.count + members.count)
    for member in members { add(member, isAround ? 1000 : 0) }
  }

  /// Adds members of which their format says what they are.
  mutating func add(_ members: [MeantMember]) {
    slots.reserveCapacity(members.count)
    candidates.reserveCapacity(members.count)
    for member in members { add(member) }
  }

  private mutating func add(_ meant: MeantMember) {
    let slot = slots.count
    let isUnknown = meant.isMeaningless && !meant.isKept
    slots.append(
      Slot(
        member: meant.member, isKept: (meant.isKept || isUnknown) && !meant.member.value.isNothing,
        // Formats with fixed names have no misspelled ones.
        isUnknown: isUnknown && dialect == .bibTeX))
    if let field = meant.field { add(field, meant.member.value, slot, 0) }
    for value in meant.values { add(value.field, value.node, slot, 0) }
  }

  private mutating func add(_ member: LocatedMember, _ penalty: Int) {
    let slot = slots.count
    slots.append(Slot(member: member))
    if let dialect = reader.keys.dialect(of: member.key) { self.dialect.note(dialect) }
    switch reader.keys.meaning(of: member.key) {
    case .field(let field): add(field, member.value, slot, penalty)
    case .container(let path):
      if !descend(member.value, path, slot, penalty), !member.value.isNull { slots[slot].isKept = true }
    case .both(let field, let path):
      if member.value.holdsMapping {
        if !descend(member.value, path, slot, penalty) { add(field, member.value, slot, penalty) }
      } else {
        add(field, member.value, slot, penalty)
      }
    case .kept: slots[slot].isKept = !member.value.isNothing
    case .unknown:
      slots[slot].isKept = true
      slots[slot].isUnknown = true
    }
  }

  private mutating func add(_ field: RecordField, _ node: LocatedNode, _ slot: Int, _ penalty: Int) {
    if node.isNothing, !isTextAllTheSame(node, field.part) { return }
    var field = field
    field.fitness += penalty
    candidates.append(Candidate(field: field, node: unwrapped(node), slot: slot))
  }

  /// Rule Y2: a title that YAML takes for its `Null` is a title; other programs write `null` for nothing.
  private func isTextAllTheSame(_ node: LocatedNode, _ part: RecordPart) -> Bool {
    guard reader.context.grammar == .yaml, case .scalar(let scalar) = node.content,
      scalar.text.utf8.count == 4,
      scalar.text.utf8.first == UInt8(ascii: "N")
    else { return false }
    switch part {
    case .title, .contributors, .name: return true
    default: return false
    }
  }

  /// OpenReview puts each value into a mapping of its own.
  private func unwrapped(_ node: LocatedNode) -> LocatedNode {
    guard case .mapping(let members) = node.content, members.count < 4, let value = node["value"],
      members.allSatisfy({ ["value", "type", "order", "readers"].contains($0.key) })
    else { return node }
    return value
  }

  /// - Returns: whether any field inside has a part.
  private mutating func descend(_ node: LocatedNode, _ path: String, _ slot: Int, _ penalty: Int) -> Bool {
    if case .sequence(let items) = node.content, let first = items.first {
      // The first of several publications, or parents, is the one.
      if items.count > 1 { slots[slot].isKept = true }
      return first.holdsMapping && descend(first, path, slot, penalty)
    }
    guard case .mapping(let members) = node.content else { return false }
    var isFound = false
    for member in members where !member.value.isNothing {
      switch reader.keys.meaning(of: member.key, in: path) {
      case .field(let field):
        add(field, member.value, slot, penalty)
        isFound = true
      case .container(let inner):
        if descend(member.value, inner, slot, penalty) { isFound = true } else { slots[slot].isKept = true }
      case .both(let field, let inner):
        if !descend(member.value, inner, slot, penalty) { add(field, member.value, slot, penalty) }
        isFound = true
      case .kept, .unknown: slots[slot].isKept = true
      }
    }
    return isFound
  }

  // MARK: - Putting together

  /// - Parameter range: that of the record.
  /// - Returns: `nil` where nothing names the paper; the caller reports that.
  mutating func finish(at range: SourceRange) -> ReadRecord? {
    record.origins = Paper.Record.Origins(anchor: reader.context.anchor(at: range))
    candidates.sort { $0.order < $1.order }
    for candidate in candidates where !absorb(candidate) || candidate.field.isKept {
      slots[candidate.slot].isKept = true
    }
    orderRoles()
    completeAnnotation()
    complete()
    completeFromGroup()
    // A record and what is around it can have a field each of one name.
    let kept = slots.filter(\.isKept)
    if !kept.isEmpty { record.extra.join(kept.map { reader.context.extraField($0.member) }) }
    reportMisspelledFields()
    guard let named = identify(at: range) else { return nil }
    reportFaultOfID()
    return ReadRecord(ids: named, record: record, range: range.prefix(1))
  }

  /// Groups of contributors stand in the order in which the record names their roles.
  private mutating func orderRoles() {
    guard record.contributors.count > 1 else { return }
    let order = record.contributors.enumerated().sorted {
      (roleSlots[$0.element.role] ?? .max, $0.offset) < (roleSlots[$1.element.role] ?? .max, $1.offset)
    }
    record.contributors = order.map(\.element)
  }

  /// Whether a field of the record is in no table.
  var hasUnknown: Bool { slots.contains { $0.isUnknown && !$0.member.value.isNothing } }

  /// What stands in the source for a candidate: the format may have made another text of it.
  func written(_ candidate: Candidate) -> String? {
    let value = slots[candidate.slot].member.value
    guard dialect == .bibTeX, value.text != nil else { return value.text }
    let bytes = reader.context.document.bytes
    return String(decoding: bytes[value.range.lower..<min(value.range.upper, bytes.count)], as: UTF8.self)
  }

  mutating func keep(_ candidate: Candidate?) {
    if let candidate { slots[candidate.slot].isKept = true }
  }

  /// - Returns: whether all of the value has its place now.
  private mutating func absorb(_ candidate: Candidate) -> Bool {
    let node = candidate.node
    switch candidate.field.part {
    case .id: return addID(node)
    case .scheme(let scheme): return addID(node, of: scheme)
    case .ids: return addIDs(node)
    case .citationKey: return setKey(node, isExplicit: true)
    case .type: return setType(node)
    case .cslType: return setType(inCSL: node)
    case .title: return set(\.title, node)
    case .shortTitle: return set(\.shortTitle, node)
    case .originalTitle: return set(\.originalTitle, node)
    case .contributors(let role):
      roleSlots[role] = min(roleSlots[role] ?? candidate.slot, candidate.slot)
      return addContributors(node, role)
    case .hasMoreAuthors:
      hasMoreAuthors = node.text?.lowercased() == "true"
      return true
    case .date: return setDate(candidate)
    case .unixTime: return setUnixTime(node)
    case .year: return parts.set(\.year, candidate)
    case .month: return parts.set(\.month, candidate)
    case .day: return parts.set(\.day, candidate)
    case .detail(.pages) where node.text?.hasPrefix("2-s2.0-") == true:
      // `EID` is Scopus's number of a record there, and the number of an article elsewhere.
      return false
    case .detail(let detail): return set(detail, node)
    case .number:
      guard numberCandidate == nil else { return false }
      numberCandidate = candidate
      return true
    case .firstPage:
      guard pages.first == nil, node.text != nil else { return false }
      pages.first = node
      return true
    case .lastPage:
      guard pages.last == nil, node.text != nil else { return false }
      pages.last = node
      return true
    case .abstract: return setAbstract(node)
    case .keywords: return addWords(node, to: \.keywords)
    case .categories: return addCategories(node)
    case .topics: return addTopics(node)
    case .link(.code) where isRepository(candidate): return addRepository(node)
    case .link(let kind): return addLink(node, kind) || isAbstract(candidate) && setAbstract(node)
    case .links: return addLinks(node)
    case .addressOrTitle: return addLink(node, .landingPage) || set(\.title, node)
    case .name: return addNames(node)
    case .rank:
      guard record.rank == nil, let rank = node.text.flatMap({ Int($0) }), rank >= 0 else { return false }
      record.rank = rank
      return true
    case .bibTeX:
      // It stays in `extra` as it is; what the other fields do not say is taken from it.
      bibTeX = bibTeX ?? node.text
      return false
    case .subtitle:
      subtitle = subtitle ?? writtenText(node)?.text
      return true
    case .parentType:
      parentType = parentType ?? node.text
      return true
    case .more: return addMore(node)
    case .note: return addNote(node)
    case .remarks: return addRemarks(node)
    case .version: return setVersion(node)
    case .archive:
      return RecordFieldTable.folded(node.text ?? "") == "arxiv" && ids.contains { $0.scheme == .arxiv }
    case .pagesOrCount:
      guard node.text?.utf8.allSatisfy({ $0.isDigit }) == false else { return false }
      return set(.pages, node)
    case .serialNumber: return setSerialNumber(node)
    }
  }

  /// `github: owner/name`
  private func isRepository(_ candidate: Candidate) -> Bool {
    guard let text = candidate.node.text, !text.contains(":"), !text.contains("github.com") else {
      return false
    }
    return slots[candidate.slot].member.key.lowercased().hasPrefix("github")
      && text.split(separator: "/", omittingEmptySubsequences: false).filter { !$0.isEmpty }.count == 2
      && text.utf8.allSatisfy { $0.isAlphanumeric || "/-_.".utf8.contains($0) }
  }

  /// `abs` is an address in some lists and the abstract in others.
  private func isAbstract(_ candidate: Candidate) -> Bool {
    slots[candidate.slot].member.key.lowercased() == "abs" && candidate.node.text?.contains(" ") == true
      && record.abstract == nil
  }

  // MARK: - Findings

  func fault(_ summary: String, at node: LocatedNode) {
    reader.report(RecordDiagnostics.impossibleValue, summary, at: node.range)
  }

  func fault(_ node: LocatedNode, expected: String) {
    fault("found \(node.described), expected \(expected)", at: node)
  }

  /// Fields that may be those of parts that the record lacks.
  private func reportMisspelledFields() {
    for slot in slots where slot.isUnknown && !slot.member.value.isNothing {
      guard let meant = reader.fieldMeant(by: slot.member.key), lacks(meant.part) else { continue }
      reader.reportMisspelled(slot.member, meant.name)
    }
  }

  private func lacks(_ part: RecordPart) -> Bool {
    switch part {
    case .title: record.title == nil
    case .contributors(let role): record[role].isEmpty
    case .abstract: record.abstract == nil
    case .keywords: record.keywords.isEmpty
    case .date, .year: record.date == nil
    case .detail(let detail): record.details[detail] == nil
    default: false
    }
  }

  // MARK: - Members of our own records and lines of Zotero's

  mutating func addMore(_ node: LocatedNode) -> Bool {
    if case .mapping(let members) = node.content, dialect == .own {
      record.extra.join(members.map(reader.context.extraField))
      return true
    }
    guard let text = node.text else { return false }
    var isWhole = true
    for line in text.split(whereSeparator: \.isNewline) { isWhole = addLine(String(line), node) && isWhole }
    return isWhole
  }

  /// `arXiv:2401.00011 [cs.CL]`, `PMID: 123`, `Citation Key: bee2024`.
  private mutating func addLine(_ line: String, _ node: LocatedNode) -> Bool {
    guard let colon = line.firstIndex(of: ":") else { return false }
    let name = RecordFieldTable.folded(String(line[..<colon]))
    let value = String(line[line.index(after: colon)...]).trimmed
    switch name {
    case "arxiv":
      let words = value.split(separator: " ")
      guard let first = words.first, let id = PaperID(first), id.scheme == .arxiv else { return false }
      add(id)
      if words.count == 2, words[1].first == "[", words[1].last == "]", record.categories.isEmpty {
        record.categories = [String(words[1].dropFirst().dropLast())]
      }
      return true
    case "doi", "pmid", "pmcid", "openreview":
      guard let id = PaperID(scheme: name, value: value) else { return false }
      add(id)
      return true
    case "citationkey":
      guard record.citationKey == nil else { return false }
      record.citationKey = value
      return true
    default: return false
    }
  }
}

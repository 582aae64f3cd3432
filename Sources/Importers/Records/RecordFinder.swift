import DigestModel
import DigestSyntax
import DigestText

/// Finds the records of a file, wherever they stand: at the top, below one of the usual names, in groups, by key.
struct RecordFinder {
  private let reader: RecordListReader
  /// Mappings nest deeper in answers of web services than in any list.
  private static let depthLimit = 8
  /// So many elements tell whether a list is one of records.
  private static let sampleSize = 50

  init(_ reader: RecordListReader) { self.reader = reader }

  // MARK: - Lists

  /// Whether a list holds records, groups of records or ids.
  /// - Parameter isNamed: whether it stands below a name of lists of papers.
  func holdsRecords(_ items: [LocatedNode], isNamed: Bool, depth: Int) -> Bool {
    guard depth < Self.depthLimit else { return false }
    if RecordTable(items, reader) != nil { return true }
    return items.prefix(Self.sampleSize).contains { item in
      switch item.content {
      case .scalar:
        isNamed && item.text.map(Self.isID) == true
      case .mapping(let members):
        Evidence(of: members, reader).isRecord(isNamed: isNamed)
          || record(inside: members, isNamed: isNamed) != nil
          || !groups(of: members, depth: depth + 1).isEmpty
      case .sequence: false
      }
    }
  }

  private static func isID(_ text: String) -> Bool {
    PaperID(identifier: text).map { $0.scheme != .other } == true || Evidence.isDamagedID(text)
  }

  func read(_ items: [LocatedNode], _ group: RecordGroup, depth: Int = 0) {
    if let table = RecordTable(items, reader) {
      for row in table.rows { reader.read(row.members, at: row.node, group) }
      return
    }
    for item in items { read(item, group, depth) }
  }

  private func read(_ item: LocatedNode, _ group: RecordGroup, _ depth: Int) {
    switch item.content {
    case .scalar: readScalar(item, group)
    case .sequence: reader.keepUnread(item, "found a list, expected a record of a paper")
    case .mapping(let members):
      if isAttachment(item) { return reader.keep(item) }
      if let inner = record(inside: members, isNamed: true) {
        reader.read(inner.members, around: inner.around, at: item, group)
      } else if Evidence(of: members, reader).isRecord(isNamed: true) {
        reader.read(members, at: item, group)
      } else {
        let groups = groups(of: members, depth: depth + 1)
        if groups.isEmpty {
          reader.read(members, at: item, group)
        } else {
          read(
            groups, group.inside(GroupLabel.label(of: members), year: GroupLabel.year(of: members)), depth + 1
          )
        }
      }
    }
  }

  /// Zotero lists the notes and files of its items among them.
  private func isAttachment(_ item: LocatedNode) -> Bool {
    guard let type = (item["itemType"] ?? item["data"]?["itemType"])?.text else { return false }
    return ["note", "attachment", "annotation"].contains(type)
  }

  private func readScalar(_ item: LocatedNode, _ group: RecordGroup) {
    guard let text = item.text else { return }
    if let line = ListLine(text) {
      reader.read(line.members(at: item), at: item, group)
    } else if let id = PaperID(identifier: text), id.scheme != .other {
      reader.read(id, at: item, group)
    } else if let fault = PaperIDFault(text) {
      reader.keepUnread(item, fault.summary, help: fault.help)
    } else {
      reader.keepUnread(item, "found \(item.described), expected a record of a paper or an id")
    }
  }

  // MARK: - A record one level down

  /// Names below which the record of an element stands.
  private static let wrappers: Set<String> = [
    "paper", "citingpaper", "citedpaper", "data", "content", "info", "attributes", "details", "metadata",
    "bib", "fields",
    "source", "record", "item", "work", "article", "publication", "node", "document", "doc", "entry",
    "message", "csl",
    "resource", "result", "properties",
  ]

  func record(inside members: [LocatedMember], isNamed: Bool) -> (
    members: [LocatedMember], around: [LocatedMember]
  )? {
    let isWrapped = members.contains { member in
      guard case .mapping = member.value.content else { return false }
      return Self.wrappers.contains(RecordFieldTable.folded(member.key))
    }
    guard isWrapped else { return nil }
    let whole = Evidence(of: members, reader)
    if whole.hasTitle, whole.hasID || whole.hasAuthors { return nil }
    for (index, member) in members.enumerated() {
      guard case .mapping(let inner) = member.value.content,
        Self.wrappers.contains(RecordFieldTable.folded(member.key))
      else { continue }
      let evidence = Evidence(of: inner, reader)
      guard evidence.hasTitle || evidence.hasID, evidence.isRecord(isNamed: isNamed) else { continue }
      var around = members
      around.remove(at: index)
      return (inner, around)
    }
    return nil
  }

  // MARK: - Groups

  /// Where records stand inside a mapping.
  struct Group {
    enum Content {
      case list([LocatedNode])
      /// Records by id or key.
      case keyed([LocatedMember])
      case groups([Group])
    }

    /// The member of the mapping.
    var index: Int?
    var label: String?
    /// The year that is the label.
    var year: LocatedMember?
    var content: Content
    /// Where the keys of the records begin.
    var places: Set<Int> = []

    /// Whether the records of the group stand in a member.
    func holds(_ member: LocatedMember, at index: Int) -> Bool {
      self.index.map { $0 == index } ?? places.contains(member.keyRange.lower)
    }
  }

  /// Names of lists of papers.
  private static let listNames: Set<String> = [
    "papers", "paperlist", "references", "items", "results", "data", "entries", "notes", "works", "records",
    "publications", "articles", "list", "documents", "docs", "hits", "hit", "entry", "feed", "message",
    "search",
    "response", "collection", "resultlist", "result", "bibliography", "recommendedpapers", "preprints",
    "edges",
    "citations", "reference", "rows", "dailypapers", "values", "searchresults", "organicresults",
    "preferredcitation", "submissions", "children",
    "subtopics",
    "subcategories", "sections", "categories", "topics", "groups",
  ]

  /// - Returns: nothing where the mapping holds no records.
  func groups(of members: [LocatedMember], depth: Int) -> [Group] {
    guard depth < Self.depthLimit else { return [] }
    if let table = tableGroup(of: members) { return [table] }
    let named = namedGroups(of: members, depth)
    if !named.isEmpty { return named }
    if let keyed = keyed(members) {
      return [
        Group(index: nil, label: nil, content: .keyed(keyed), places: Set(keyed.map(\.keyRange.lower)))
      ]
    }
    return labelledGroups(of: members, depth)
  }

  /// `{columns: [title, arxiv], data: [[Kites, 2401.00011]]}`
  private func tableGroup(of members: [LocatedMember]) -> Group? {
    let heads: Set<String> = ["columns", "header", "headers", "fields"]
    guard let head = members.first(where: { heads.contains(RecordFieldTable.folded($0.key)) }),
      case .sequence = head.value.content
    else { return nil }
    for (index, member) in members.enumerated() {
      guard case .sequence(let rows) = member.value.content, case .sequence? = rows.first?.content,
        RecordTable([head.value] + rows, reader) != nil
      else { continue }
      return Group(index: index, label: nil, content: .list([head.value] + rows))
    }
    return nil
  }

  private func namedGroups(of members: [LocatedMember], _ depth: Int) -> [Group] {
    var groups: [Group] = []
    for (index, member) in members.enumerated() {
      guard Self.listNames.contains(RecordFieldTable.folded(member.key)) else { continue }
      switch member.value.content {
      case .sequence(let items):
        if holdsRecords(items, isNamed: true, depth: depth) {
          groups.append(Group(index: index, label: nil, content: .list(items)))
        }
      case .mapping(let inner):
        if Evidence(of: inner, reader).isRecord(isNamed: false) {
          groups.append(Group(index: index, label: nil, content: .list([member.value])))
          continue
        }
        let found = self.groups(of: inner, depth: depth + 1)
        if !found.isEmpty { groups.append(Group(index: index, label: nil, content: .groups(found))) }
      case .scalar: break
      }
    }
    return groups
  }

  /// The members of a mapping from id, key or title to record. All values that are mappings are records; lists of words
  /// may stand beside them.
  private func keyed(_ members: [LocatedMember]) -> [LocatedMember]? {
    var records: [LocatedMember] = []
    for member in members {
      let isID = PaperID(member.key).map { $0.scheme != .url } == true
      switch member.value.content {
      case .mapping(let inner):
        if records.count < Self.sampleSize, !isRecord(inner, of: member.key, isID: isID) { return nil }
        records.append(member)
      case .scalar:
        if isID, member.value.text != nil { records.append(member) }
      case .sequence(let items):
        guard items.allSatisfy({ $0.text != nil }) else { return nil }
      }
    }
    return records.isEmpty || records.count * 2 < members.count ? nil : records
  }

  private func isRecord(_ members: [LocatedMember], of key: String, isID: Bool) -> Bool {
    if record(inside: members, isNamed: isID) != nil { return true }
    var evidence = Evidence(of: members, reader)
    if key.utf8.contains(0x20), !evidence.hasTitle { evidence = evidence.withTitle() }
    return evidence.isRecord(isNamed: isID) && (isID || evidence.hasTitle || evidence.hasID)
  }

  /// A mapping from topics to lists of records, or to mappings of them.
  private func labelledGroups(of members: [LocatedMember], _ depth: Int) -> [Group] {
    var groups: [Group] = []
    for (index, member) in members.enumerated() {
      switch member.value.content {
      case .sequence(let items):
        if holdsRecords(items, isNamed: false, depth: depth) {
          groups.append(
            Group(index: index, label: member.key, year: Self.year(member), content: .list(items)))
        }
      case .mapping(let inner):
        let found = self.groups(of: inner, depth: depth + 1)
        if !found.isEmpty {
          groups.append(
            Group(index: index, label: member.key, year: Self.year(member), content: .groups(found)))
        }
      case .scalar: break
      }
    }
    return groups
  }

  /// A key that is a year.
  private static func year(_ member: LocatedMember) -> LocatedMember? {
    guard member.key.utf8.count == 4, let year = Int(member.key), (1900...2100).contains(year) else {
      return nil
    }
    let text = LocatedNode(text: member.key, range: member.keyRange)
    return LocatedMember(key: "year", keyRange: member.keyRange, value: text)
  }

  func read(_ groups: [Group], _ around: RecordGroup, _ depth: Int = 0) {
    for group in groups {
      let inside = around.inside(group.label, year: group.year)
      switch group.content {
      case .list(let items): read(items, inside, depth: depth)
      case .keyed(let members): readKeyed(members, inside)
      case .groups(let groups): read(groups, inside, depth + 1)
      }
    }
  }

  private func readKeyed(_ members: [LocatedMember], _ group: RecordGroup) {
    for member in members {
      switch member.value.content {
      case .mapping(let inner):
        if let inside = record(inside: inner, isNamed: true) {
          reader.read(inside.members, around: inside.around, at: member.value, key: member, group)
        } else {
          let isTitle = member.key.utf8.contains(0x20) && !Evidence(of: inner, reader).hasTitle
          reader.read(
            isTitle ? [title(member)] + inner : inner, at: member.value, key: isTitle ? nil : member, group)
        }
      case .scalar:
        if let text = member.value.text, let row = ListRow(text) {
          reader.read(row, key: member, group)
        } else {
          reader.read(keyedText(member), at: member.value, key: member, group)
        }
      case .sequence: reader.keepUnread(member.value, "found a list, expected a record of a paper")
      }
    }
  }

  /// The title by which a mapping has a record.
  private func title(_ member: LocatedMember) -> LocatedMember {
    let text = LocatedNode(text: member.key, range: member.keyRange)
    return LocatedMember(key: "title", keyRange: member.keyRange, value: text)
  }

  /// `2401.00011: Kites That Plan`: a title, unless it is a sentence.
  private func keyedText(_ member: LocatedMember) -> [LocatedMember] {
    guard let text = member.value.text else { return [] }
    let isTitle = !text.hasSuffix(".") && text.utf8.count < 300 && !text.contains("\n")
    return [LocatedMember(key: isTitle ? "title" : "text", keyRange: member.keyRange, value: member.value)]
  }
}

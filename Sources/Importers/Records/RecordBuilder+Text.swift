import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

extension RecordBuilder {
  /// A title: a text, a list of which the first is the title, or a mapping with the text in it.
  mutating func set(_ path: WritableKeyPath<Paper.Record, RichText?>, _ node: LocatedNode) -> Bool {
    guard let found = writtenText(node) else {
      fault(node, expected: "a title")
      return false
    }
    let text = reader.text.title(found.text, dialect, at: reader.context.anchor(found.node))
    guard let first = record[keyPath: path] else {
      guard !text.isEmpty else { return false }
      record[keyPath: path] = text
      if path == \.title { writtenTitle = found.text.trimmed }
      return found.isWhole
    }
    return found.isWhole && first == text
  }

  /// The one text that a value says, and whether it says nothing else.
  func writtenText(_ node: LocatedNode) -> (text: String, node: LocatedNode, isWhole: Bool)? {
    switch node.content {
    case .scalar(let scalar):
      if scalar.kind == .boolean, reader.context.grammar == .json { return nil }
      return scalar.text.isEmpty ? nil : (scalar.text, node, true)
    case .sequence(let items):
      // Numbers are no titles; one that is a title by itself is a text. DataCite says which titles are others.
      guard
        let first = items.first(where: { !$0.isNothing && $0["titleType"] == nil })
          ?? items.first(where: { !$0.isNothing }),
        let found = writtenText(first),
        items.count == 1 || first.isText
      else { return nil }
      return (found.text, found.node, found.isWhole && items.filter { !$0.isNothing }.count == 1)
    case .mapping(let members):
      for key in [
        "value", "text", "#text", "rendered", "title", "abstract", "description", "$", "_", "@value", "en",
      ] {
        guard let inner = node[key], let text = inner.text else { continue }
        return (text, inner, members.allSatisfy { $0.key == key || $0.value.isNothing })
      }
      return nil
    }
  }

  mutating func setAbstract(_ node: LocatedNode) -> Bool {
    if case .mapping(let members) = node.content, let text = InvertedIndex.text(of: members) {
      guard record.abstract == nil else { return false }
      record.abstract = reader.text.abstract(text, dialect, at: reader.context.anchor(node))
      return true
    }
    guard let found = abstractText(node) else {
      fault(node, expected: "an abstract")
      return false
    }
    let text = reader.text.abstract(found.text, dialect, at: reader.context.anchor(node))
    guard let first = record.abstract else {
      guard !text.isEmpty else { return false }
      record.abstract = text
      return found.isWhole
    }
    return found.isWhole && first == text
  }

  /// The paragraphs of a list are paragraphs; of descriptions of several kinds the abstract.
  private func abstractText(_ node: LocatedNode) -> (text: String, isWhole: Bool)? {
    if case .sequence(let items) = node.content {
      let paragraphs = items.compactMap(\.text)
      if paragraphs.count == items.count { return (paragraphs.joined(separator: "\n\n"), true) }
      let kinds = ["descriptionType", "type"]
      let abstract = items.first { item in kinds.contains { item[$0]?.text?.lowercased() == "abstract" } }
      return (abstract ?? items.first).flatMap { writtenText($0) }.map {
        ($0.text, items.count == 1 && $0.isWhole)
      }
    }
    return writtenText(node).map { ($0.text, $0.isWhole) }
  }

  // MARK: - Details

  mutating func set(_ detail: Paper.Detail, _ node: LocatedNode) -> Bool {
    guard let found = writtenText(node) ?? named(node) else { return false }
    let text = reader.text.plain(found.text, dialect).trimmed
    guard !text.isEmpty else { return true }
    if detail == .isbn || detail == .issn { return setNumbers(detail, node, text) }
    if detail == .container, Self.isServer(text) { return setServer(text) && found.isWhole }
    guard let first = record.details[detail] else {
      // Most records have some: a table that grows with each would be made anew.
      if record.details.isEmpty { record.details.reserveCapacity(Self.usualDetails) }
      record.details[detail] = text
      record.origins[.detail(detail)] = reader.context.anchor(found.node)
      return found.isWhole
    }
    return found.isWhole && first == text
  }

  private static let usualDetails = 6

  private func named(_ node: LocatedNode) -> (text: String, node: LocatedNode, isWhole: Bool)? {
    guard case .mapping(let members) = node.content else { return nil }
    for key in ["name", "display_name", "displayName", "id"] {
      if let inner = node[key], let text = inner.text {
        return (text, inner, members.allSatisfy { $0.key == key || $0.value.isNothing })
      }
    }
    return nil
  }

  /// All numbers of a list.
  private mutating func setNumbers(_ detail: Paper.Detail, _ node: LocatedNode, _ text: String) -> Bool {
    var numbers = [text]
    if case .sequence(let items) = node.content { numbers = items.compactMap(\.text) }
    let all = numbers.joined(separator: ", ")
    guard let first = record.details[detail] else {
      record.details[detail] = all
      record.origins[.detail(detail)] = reader.context.anchor(node)
      return true
    }
    return numbers.allSatisfy { first.contains($0) }
  }

  /// A server of preprints is not a venue: a venue means a published paper.
  private static func isServer(_ text: String) -> Bool {
    let name = RecordFieldTable.folded(text)
    if ["arxiv", "arxivorg", "corr", "biorxiv", "medrxiv", "chemrxiv", "ssrn", "techrxiv"].contains(name) {
      return true
    }
    return name.hasPrefix("arxivpreprint") || name.hasPrefix("arxiveprint") || name.hasPrefix("arxivcornell")
      || name.hasPrefix("corrabs") || name.hasPrefix("ssrnelectronicjournal")
      || name.hasPrefix("biorxivpreprint")
  }

  /// - Returns: `true`: the id of the paper says as much of arXiv; of the others the publisher does.
  private mutating func setServer(_ text: String) -> Bool {
    isOnServer = true
    let isArXiv = ["arxiv", "corr"].contains { RecordFieldTable.folded(text).hasPrefix($0) }
    if !isArXiv, record.details[.publisher] == nil {
      record.details[.publisher] = text
    } else if let id = PaperIDScanner.only(in: text) {
      add(id)
    }
    return true
  }

  // MARK: - Words

  /// Words of a list, or with commas or semicolons between them.
  func words(_ node: LocatedNode) -> (words: [String], isWhole: Bool) {
    switch node.content {
    case .scalar:
      guard let text = node.text else { return ([], true) }
      let separator: Character = text.contains(";") ? ";" : ","
      return (text.split(separator: separator).map { clean(String($0)) }.filter { !$0.isEmpty }, true)
    case .sequence(let items):
      var words: [String] = []
      var isWhole = true
      for item in items where !item.isNothing {
        guard let found = word(item) else {
          isWhole = false
          continue
        }
        words.append(clean(found.text))
        isWhole = isWhole && found.isWhole
      }
      return (words.filter { !$0.isEmpty }, isWhole)
    case .mapping: return (word(node).map { [clean($0.text)] } ?? [], false)
    }
  }

  private func word(_ node: LocatedNode) -> (text: String, isWhole: Bool)? {
    if let text = node.text { return (text, true) }
    guard case .mapping(let members) = node.content else { return nil }
    let names = [
      "tag", "name", "display_name", "displayName", "label", "term", "@term", "value", "subject", "keyword",
      "category",
      "title", "text", "descriptorName",
    ]
    for name in names {
      if let text = node[name]?.text { return (text, members.count == 1) }
    }
    return nil
  }

  private func clean(_ text: String) -> String { reader.text.plain(text, dialect).trimmed }

  mutating func addWords(_ node: LocatedNode, to path: WritableKeyPath<Paper.Record, [String]>) -> Bool {
    let found = words(node)
    var known = SeenValues(record[keyPath: path])
    for word in found.words where known.insert(word) {
      // Our bibliographies have topics among the keywords.
      let levels =
        dialect.isOurFile ? word.separated(by: " > ").filter { !$0.isEmpty }.map(\.trimmed) : []
      if levels.count > 1 { add(topics: [levels]) } else { record[keyPath: path].append(word) }
    }
    return found.isWhole
  }

  /// `hep-ph hep-ex` are classes of arXiv; any other words are keywords.
  mutating func addCategories(_ node: LocatedNode) -> Bool {
    if let text = node.text {
      let classes = text.split { $0 == " " || $0 == "," || $0 == ";" }.map(String.init)
      if !classes.isEmpty, classes.allSatisfy(ArXivCategory.isCategory) {
        add(categories: classes)
        return true
      }
    }
    let found = words(node)
    if !found.words.isEmpty, found.words.allSatisfy(ArXivCategory.isCategory) {
      add(categories: found.words)
      return found.isWhole
    }
    for word in found.words where !record.keywords.contains(word) { record.keywords.append(word) }
    return found.isWhole
  }

  private mutating func add(categories: [String]) {
    for category in categories where !record.categories.contains(category) {
      record.categories.append(category)
    }
  }

  /// Texts are topics; paths are lists of texts; what OpenAlex calls topics has more to it, and is a keyword.
  mutating func addTopics(_ node: LocatedNode) -> Bool {
    guard case .sequence(let items) = node.content else {
      let found = words(node)
      add(topics: found.words.map { [$0] })
      return found.isWhole
    }
    if items.contains(where: { if case .mapping = $0.content { true } else { false } }) {
      return addWords(node, to: \.keywords)
    }
    for item in items {
      if case .sequence(let labels) = item.content {
        add(topics: [labels.compactMap(\.text)])
      } else if let text = item.text {
        add(topics: [[clean(text)]])
      }
    }
    return true
  }

  mutating func add(topics: [[String]]) {
    for topic in topics where !topic.isEmpty && !record.topics.contains(topic) { record.topics.append(topic) }
  }

  mutating func addNames(_ node: LocatedNode) -> Bool {
    let names: [String]
    if case .sequence(let items) = node.content {
      names = items.compactMap(\.text)
      guard names.count == items.count else { return false }
    } else {
      guard case .scalar(let scalar) = node.content else { return false }
      names = [scalar.text]
      isNamedAlone = true
    }
    for name in names {
      let name = clean(name)
      if !name.isEmpty, !record.names.contains(name) { record.names.append(name) }
    }
    return true
  }
}

extension LocatedNode {
  fileprivate var isText: Bool {
    guard case .scalar(let scalar) = content else { return true }
    return scalar.kind == .text
  }
}

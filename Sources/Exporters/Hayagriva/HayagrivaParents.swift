import DigestModel

/// What a paper is in, as Hayagriva has it: entries of their own (rule K2).
struct HayagrivaParents {
  struct Parent {
    var type: String
    var title: String?
    var shortTitle: String?
    var authors: [ContributorName] = []
    var editors: [ContributorName] = []
    var volume: String?
    var issue: String?
    var serialNumbers: [(key: String, value: String)] = []
    var parents: [Parent] = []
  }

  /// The journal, the proceedings, the book; `nil` where there is none.
  private(set) var container: Parent?
  /// Of the paper itself.
  private(set) var serialNumbers: [(key: String, value: String)] = []
  private var others: [Parent] = []

  /// In the order in which they are written.
  var all: [Parent] { [container].compactMap(\.self) + others }

  init(of record: BibliographicRecord, _ type: HayagrivaType) {
    serialNumbers = Self.serialNumbers(of: record)
    var around: [Parent] = []
    if let series = record.details[.series] {
      let editors = record.group(.collectionEditor).names
      around.append(Parent(type: "anthology", title: series, editors: editors))
    }
    if let event = record.details[.event] { around.append(Parent(type: "conference", title: event)) }
    let numbers = [Paper.Detail.isbn, .issn].compactMap { detail in
      record.details[detail].map { (key: detail.rawValue, value: $0) }
    }
    let title = record.details[.container]
    let authors = record.group(.containerAuthor).names
    if title != nil || type.needsParent || !authors.isEmpty {
      container = Parent(
        type: type.parent, title: title, shortTitle: Self.shortTitle(of: record), authors: authors,
        editors: record.group(.editor).names, volume: record.details[.volume], issue: record.details[.issue],
        serialNumbers: numbers, parents: around)
    } else {
      serialNumbers += numbers.filter { number in !serialNumbers.contains { $0.key == number.key } }
      others = around
    }
    if record.isPublishedByArXiv { others.append(Parent(type: "repository", title: "arXiv")) }
    if let title = record.originalTitle { others.append(Parent(type: "original", title: title)) }
  }

  private static func shortTitle(of record: BibliographicRecord) -> String? {
    guard record.details[.container] != nil, case .text(let text)? = record.otherFields[.shortContainer]
    else { return nil }
    return text
  }

  private static func serialNumbers(of record: BibliographicRecord) -> [(key: String, value: String)] {
    var numbers: [(key: String, value: String)] = []
    if let doi = record.doi { numbers.append(("doi", doi)) }
    if let eprint = record.eprint { numbers.append(("arxiv", eprint)) }
    if record.isPublishedByArXiv, let eprint = record.eprint {
      numbers.append(("serial", "arXiv:" + eprint))
    } else if let number = record.details[.number] {
      numbers.append(("serial", number))
    }
    if case .text(let version)? = record.otherFields[.version] { numbers.append(("version", version)) }
    // Another program cannot read it as an address.
    if let url = record.url, !HayagrivaValue.isAddress(url) { numbers.append(("url", url)) }
    for id in [record.id] + record.identifiers {
      // A paper that is known by its address would be known by an id of any scheme, once it is read again.
      guard id.scheme != .other || record.id.scheme != .url, let key = key(of: id),
        !numbers.contains(where: { $0.key == key.name })
      else { continue }
      numbers.append((key.name, key.value))
    }
    return numbers
  }

  /// What an id is called there; `nil` for those that stand elsewhere.
  static func key(of id: PaperID) -> (name: String, value: String)? {
    switch id.scheme {
    case .arxiv, .doi, .url, .title, .isbn: return nil
    case .other:
      guard let colon = id.value.firstIndex(of: ":"), colon != id.value.startIndex else { return nil }
      return (String(id.value[..<colon]), String(id.value[id.value.index(after: colon)...]))
    default: return id.scheme.prefix.map { ($0, id.value) }
    }
  }
}

import DigestDiagnostics
import DigestSyntax

/// What entries get from those that `crossref` and `xdata` name, which may stand anywhere in the file.
///
/// - Source: biblatex 3.18, section 2.4.1.1 and appendix B. Ids, addresses and abstracts of the parent are not those of
///   the child, so they are not inherited by `crossref`.
struct BibTeXInheritance {
  /// Longer chains are hardly meant.
  private static let depthLimit = 16
  /// An entry inherits no more fields, so that time stays linear.
  private static let mostFields = 500

  /// What an entry has from others, and what is wrong with what it names.
  struct Inherited: Sendable {
    var fields: [BibTeXField] = []
    var findings: [Diagnostic] = []
  }

  private let library: BibTeXLibrary
  /// Positions of entries by key, and by key in lower case where that is another.
  private var positions: [String: Int] = [:]
  /// The fields of parents, with those that they inherit.
  private var known: [Int: [BibTeXField]] = [:]
  private var open: Set<Int> = []
  private var findings: [Diagnostic] = []

  init(_ library: BibTeXLibrary) { self.library = library }

  /// Makes room for so many keys.
  mutating func reserve(_ count: Int) { positions.reserveCapacity(count) }

  /// - Returns: where the entry stands whose key this one repeats.
  mutating func add(key: String, at position: Int) -> Int? {
    if positions[key] == nil { positions[key] = position }
    let folded = key.lowercased()
    if let first = positions[folded], first != position { return first }
    positions[folded] = position
    return nil
  }

  /// Where the entry of a key stands.
  func position(of key: String) -> Int? { positions[key] ?? positions[key.lowercased()] }

  /// Another key of an entry.
  mutating func add(alias: String, at position: Int) {
    if positions[alias] == nil { positions[alias] = position }
  }

  /// What entries inherit, by their positions. Findings are those of the first entry that comes upon them.
  mutating func inherited() -> [Int: Inherited] {
    var all: [Int: Inherited] = [:]
    for (position, entry) in library.entries.enumerated() where names(entry.fields) {
      let fields = fields(at: position).dropFirst(entry.fields.count)
      all[position] = Inherited(fields: Array(fields), findings: findings)
      findings = []
    }
    return all
  }

  /// Whether an entry names one to inherit from.
  private func names(_ fields: Range<Int>) -> Bool {
    library.fields[fields].contains { library.isNamed($0, "crossref") || library.isNamed($0, "xdata") }
  }

  /// The fields of an entry, then those that it inherits.
  private mutating func fields(at position: Int) -> [BibTeXField] {
    if let known = known[position] { return known }
    let positions = library.entries[position].fields
    let own = library.fields[positions].map { BibTeXField($0, in: library) }
    guard names(positions) else { return own }
    var fields = own
    open.insert(position)
    var names = Set(own.map(\.key))
    for parent in own where parent.key == "xdata" { inherit(parent, position, into: &fields, &names) }
    for parent in own where parent.key == "crossref" { inherit(parent, position, into: &fields, &names) }
    open.remove(position)
    return fields
  }

  private mutating func inherit(
    _ reference: BibTeXField, _ child: Int, into fields: inout [BibTeXField], _ names: inout Set<String>
  ) {
    let isData = reference.key == "xdata"
    let keys = isData ? reference.text.split(separator: ",").map(String.init) : [reference.text]
    for key in keys.map(\.trimmed) where !key.isEmpty {
      guard let parent = position(of: key, in: reference) else { continue }
      let inherited = self.fields(at: parent)
      known[parent] = inherited
      let types = (type(of: parent), type(of: child))
      // A date is one value in several fields.
      let hasDate = names.contains("date") || names.contains("year")
      let own = Set(inherited.map(\.key))
      for field in inherited where fields.count < Self.mostFields {
        if hasDate, Self.dateFields.contains(field.key) { continue }
        guard let name = isData ? field.key : Self.name(of: field.key, from: types.0, in: types.1),
          !(name != field.key && own.contains(name)),
          !Self.notInherited.contains(name), isData || !Self.ofParent.contains(name),
          names.insert(name).inserted
        else { continue }
        fields.append(field.renamed(name))
      }
    }
  }

  private mutating func position(of key: String, in reference: BibTeXField) -> Int? {
    guard let parent = positions[key] ?? positions[key.lowercased()] else {
      report(
        BibTeXReadingDiagnostics.missingParent,
        "entry \(quoted(key)), which \(reference.name) names, is not there",
        reference)
      return nil
    }
    guard !open.contains(parent) else {
      report(BibTeXReadingDiagnostics.parentCircle, "entry \(quoted(key)) inherits from itself", reference)
      return nil
    }
    guard open.count < Self.depthLimit else {
      report(
        BibTeXReadingDiagnostics.parentCircle, "more than \(Self.depthLimit) entries inherit in a row",
        reference)
      return nil
    }
    return parent
  }

  private mutating func report(_ id: DiagnosticID, _ summary: String, _ field: BibTeXField) {
    findings.append(Diagnostic(id, summary, at: SourceLocation(library.document, field.range)))
  }

  private func type(of position: Int) -> String { library.text(library.entries[position].type).lowercased() }

  // MARK: - Rules

  private static let dateFields: Set<String> = ["date", "year", "month", "day"]

  private static let notInherited: Set<String> = [
    "ids", "crossref", "xref", "xdata", "entryset", "entrysubtype", "execute", "label", "options", "presort",
    "related",
    "relatedoptions", "relatedstring", "relatedtype", "shorthand", "shorthandintro", "sortkey", "key",
  ]

  private static let ofParent: Set<String> = [
    "doi", "url", "urldate", "eprint", "eprinttype", "archiveprefix", "eprintclass", "primaryclass", "pmid",
    "pmcid",
    "arxiv", "abstract", "annote", "annotation", "file", "pdf", "groups", "timestamp", "owner", "date-added",
    "date-modified", "shorttitle", "sorttitle", "indextitle", "indexsorttitle", "bdsk-url-1", "bdsk-file-1",
  ]

  /// What titles of volumes, books and periodicals are called in what stands in them.
  private static let titles: [(parents: String, children: String, prefix: String)] = [
    (
      "mvbook mvcollection mvreference mvproceedings",
      "book collection reference proceedings inbook bookinbook suppbook incollection inreference suppcollection inproceedings",
      "main"
    ),
    (
      "book collection reference proceedings manual",
      "inbook bookinbook suppbook incollection inreference suppcollection inproceedings conference", "book"
    ),
    ("periodical", "article suppperiodical", "journal"),
  ]

  /// What a field of a parent is called in the child; `nil` where it says nothing there.
  private static func name(of field: String, from parent: String, in child: String) -> String? {
    guard ["title", "subtitle", "titleaddon"].contains(field) else { return field }
    for row in titles
    where row.parents.split(separator: " ").contains(parent[...])
      && row.children.split(separator: " ").contains(child[...])
    { return row.prefix + field }
    return field
  }
}

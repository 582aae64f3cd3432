import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

/// The members of the record that a reference is: a member a tag, with all values of the tag.
struct RISMembers {
  private typealias Field = RISReference.Field

  /// All fields of one tag.
  private struct Group {
    let tag: String
    var fields: [Field]
    /// Of authors: the bodies among them, which have a tag of their own.
    var bodies: [Field] = []
    /// `nil` for a tag that is only kept.
    let meaning: RecordField?
  }

  private let form: RISForm
  /// The value of `TY`, in capitals.
  private let type: String
  /// The tags in the order in which they first stand.
  private var groups: [Group] = []
  private(set) var members: [MeantMember] = []
  /// A value of `TY` that no table has.
  private(set) var unknownType: (word: String, range: SourceRange)?

  init(_ reference: RISReference, _ form: RISForm) {
    self.form = form
    type = form == .ris ? (reference["TY"] ?? "").uppercased() : ""
    groups.reserveCapacity(reference.fields.count)
    for field in reference.fields where !field.value.isEmpty {
      // A tag has two to four signs, so there are not many.
      if let place = groups.lastIndex(where: { $0.tag == field.tag }) {
        groups[place].fields.append(field)
      } else {
        groups.append(Group(tag: field.tag, fields: [field], meaning: meaning(field.tag)))
      }
    }
    dropRepeatedAuthors()
    takeBodies()
    addTitleInBrief()
    members.reserveCapacity(groups.count)
    for group in groups { add(group) }
    addDates()
  }

  private func meaning(_ tag: String) -> RecordField? {
    switch form {
    case .ris: RISTagTable.field(tag, type: type)
    case .webOfScience: OtherTagTables.webOfScience(tag)
    case .medline: OtherTagTables.medline(tag)
    }
  }

  private func fields(_ tag: String) -> [Field] { groups.first { $0.tag == tag }?.fields ?? [] }

  private mutating func append(_ tag: String, _ fields: [Field], _ node: LocatedNode, as field: RecordField?)
  {
    members.append(
      MeantMember(
        member: LocatedMember(key: tag, keyRange: fields[0].tagRange, value: node), field: field))
  }

  private mutating func append(_ tag: String, _ fields: [Field], as field: RecordField?) {
    append(tag, fields, Self.node(fields), as: field)
  }

  /// A text, or a list of them.
  private static func node(_ fields: [Field]) -> LocatedNode {
    LocatedNode(oneOrListOf: fields.map { LocatedNode(text: $0.value, range: $0.valueRange) })
  }

  // MARK: - What depends on other tags

  /// Programs write the same names with two tags; the Web of Science and PubMed also write them in brief.
  private mutating func dropRepeatedAuthors() {
    let pairs = form == .ris ? ("AU", "A1") : form == .webOfScience ? ("AF", "AU") : ("FAU", "AU")
    let (first, second) = (fields(pairs.0), fields(pairs.1))
    guard !first.isEmpty, !second.isEmpty else { return }
    let isSame =
      form == .ris
      ? first.map(\.value) == second.map(\.value) : Self.names(first).count == Self.names(second).count
    if isSame { groups.removeAll { $0.tag == pairs.1 } }
  }

  /// PubMed and the Web of Science name people and bodies with different tags; both are the authors.
  private mutating func takeBodies() {
    let tags: Set<String> = form == .medline ? ["CN"] : form == .webOfScience ? ["CA", "GP"] : []
    guard !tags.isEmpty,
      let people = groups.firstIndex(where: {
        $0.meaning?.part == .contributors(.author) && !tags.contains($0.tag)
      })
    else { return }
    groups[people].bodies = groups.filter { tags.contains($0.tag) }.flatMap(\.fields)
    groups.removeAll { tags.contains($0.tag) }
  }

  /// EndNote leaves the title out where it is the short title.
  private mutating func addTitleInBrief() {
    guard form == .ris, !groups.contains(where: { $0.meaning?.part == .title }),
      let index = groups.firstIndex(where: { $0.tag == "ST" })
    else { return }
    append("ST", groups[index].fields, as: RecordField(part: .title, fitness: 0))
    groups.remove(at: index)
  }

  private mutating func add(_ group: Group) {
    let (tag, fields) = (group.tag, group.fields)
    if tag == "TY", form == .ris { return addType(fields) }
    if form == .webOfScience, tag == "PT" || tag == "DT" { return addDocumentType(tag, fields) }
    guard let field = group.meaning else { return append(tag, fields, as: nil) }
    switch field.part {
    case .contributors:
      let bodies = group.bodies.flatMap { field in
        RISNames.pieces(of: field.value).map { RISNames.body($0, field.valueRange) }
      }
      append(tag, fields, LocatedNode(listOf: Self.names(fields) + bodies), as: field)
    case .keywords: append(tag, fields, LocatedNode(listOf: Self.keywords(fields, form)), as: field)
    case .date: break
    case .link: append(tag, fields, LocatedNode(oneOrListOf: Self.addresses(fields)), as: field)
    case .scheme("doi"): addDOIs(tag, fields, field)
    case .scheme("pmcid"): addNumbers(tag, fields, field) { $0.uppercased().hasPrefix("PMC") }
    case .ids: addAccessionNumber(tag, fields, field)
    case .detail(.issn) where form == .ris: addSerialNumbers(tag, fields)
    case .detail(.issn) where form == .medline: addNumbersOfMedia(tag, fields, field)
    case .detail(.container): addContainer(tag, fields, field)
    case .firstPage: addFirstPage(tag, fields, field)
    default: append(tag, fields, as: field)
    }
  }

  private mutating func addType(_ fields: [Field]) {
    guard let first = fields.first, type != "GEN" else { return }
    guard let word = RISTypes.type(first.value)?.rawValue else {
      unknownType = (first.value, first.valueRange)
      return append("TY", fields, as: nil)
    }
    append(
      "TY", fields, LocatedNode(text: word, range: first.valueRange),
      as: RecordField(part: .cslType, fitness: 0))
  }

  /// `Article; Proceedings Paper` says more than `J`.
  private mutating func addDocumentType(_ tag: String, _ fields: [Field]) {
    let codes = ["J": "article-journal", "B": "book", "S": "chapter", "P": "patent", "C": "paper-conference"]
    let value = fields[0].value
    let types = value.split(separator: ";").map { String($0).trimmed }
    let word = tag == "PT" ? codes[value] : types.compactMap { PublicationType(word: $0) }.last?.rawValue
    guard let word else { return append(tag, fields, as: nil) }
    // An article of the proceedings that are a book.
    append(
      tag, fields, LocatedNode(text: word, range: fields[0].valueRange),
      as: RecordField(part: .cslType, fitness: tag == "PT" ? 1 : 0))
  }

  /// The title of the proceedings counts before the name of the conference, which is the event then.
  private mutating func addContainer(_ tag: String, _ fields: [Field], _ field: RecordField) {
    var part = field.part
    if form == .ris, tag == "T2", !self.fields("C3").isEmpty, meaning("C3") != nil { part = .detail(.event) }
    append(tag, fields, as: RecordField(part: part, fitness: field.fitness))
  }

  /// Of a whole book the number is that of its pages.
  private mutating func addFirstPage(_ tag: String, _ fields: [Field], _ field: RecordField) {
    let isCount =
      ["BOOK", "EBOOK", "EDBOOK", "THES"].contains(type) && self.fields("EP").isEmpty
      && fields[0].value.utf8.allSatisfy { $0.isDigit }
    append(tag, fields, as: isCount ? nil : field)
  }

  // MARK: - Ids

  /// `10.1/x [doi]` of PubMed; `M3` also says what kind of work it is.
  private mutating func addDOIs(_ tag: String, _ fields: [Field], _ field: RecordField) {
    var dois: [LocatedNode] = []
    var others: [Field] = []
    for field in fields {
      var value = field.value
      if form == .medline {
        guard value.hasSuffix("[doi]") else {
          others.append(field)
          continue
        }
        value = String(value.dropLast(5)).trimmed
      } else if tag == "M3", PaperID(value).map({ $0.scheme != .doi && $0.scheme != .arxiv }) ?? true {
        others.append(field)
        continue
      }
      dois.append(LocatedNode(text: value, range: field.valueRange))
    }
    if !dois.isEmpty { append(tag, fields, LocatedNode(oneOrListOf: dois), as: field) }
    if !others.isEmpty { append(tag, others, as: nil) }
  }

  private mutating func addNumbers(
    _ tag: String, _ fields: [Field], _ field: RecordField, where isNumber: (String) -> Bool
  ) {
    append(tag, fields, as: fields.allSatisfy { isNumber($0.value) } ? field : nil)
  }

  /// Of a known database: PubMed's from its name, arXiv's and the Web of Science's from the number.
  private mutating func addAccessionNumber(_ tag: String, _ fields: [Field], _ field: RecordField) {
    let database = RecordFieldTable.folded(self.fields("DB").first?.value ?? "")
    let value = fields[0].value
    if ["pubmed", "medline", "ncbi"].contains(where: database.contains), value.utf8.allSatisfy({ $0.isDigit })
    {
      return append(tag, fields, as: RecordField(part: .scheme("pmid"), fitness: field.fitness))
    }
    let id = PaperID(identifier: value)
    let isKnown =
      id.map { $0.scheme == .other ? RecordBuilder.isKnownScheme($0) : $0.scheme != .url } ?? false
    append(tag, fields, as: isKnown ? field : nil)
  }

  /// ISBN or ISSN, by their digits.
  private mutating func addSerialNumbers(_ tag: String, _ fields: [Field]) {
    for (detail, isBook) in [(Paper.Detail.issn, false), (.isbn, true)] {
      let numbers = fields.filter { Self.isISBN($0.value) == isBook }
      guard !numbers.isEmpty else { continue }
      append(tag, numbers, as: RecordField(part: .detail(detail), fitness: 0))
    }
  }

  /// `1476-4687 (Electronic)`: the number is the part, and the medium is kept with it.
  private mutating func addNumbersOfMedia(_ tag: String, _ fields: [Field], _ field: RecordField) {
    let numbers = fields.map { field in
      LocatedNode(text: String(field.value.prefix { $0 != "(" }).trimmed, range: field.valueRange)
    }
    append(tag, fields, as: nil)
    members[members.count - 1].values = [(field, LocatedNode(oneOrListOf: numbers))]
    members[members.count - 1].isKept = fields.contains { $0.value.contains("(") }
  }

  private static func isISBN(_ text: String) -> Bool {
    text.utf8.count { $0.isDigit } >= 10
      || text.utf8.count { $0.isDigit } == 9 && text.uppercased().hasSuffix("X")
  }

  // MARK: - Dates

  /// The most exact of all dates counts; others that say something else are kept.
  private mutating func addDates() {
    var dates: [(tag: String, field: Field, text: String, other: String, reading: DateReading?)] = []
    for group in groups where group.meaning?.part == .date {
      for field in group.fields {
        let (text, other) = RISDate.parts(of: field.value)
        dates.append((group.tag, field, text, other, nil))
      }
    }
    // So do most references: the month says the year, too.
    if dates.count == 2, let year = dates.first(where: { $0.tag == "PY" }),
      let month = dates.first(where: { $0.tag == "DA" }), RISDate.isMonth(month.text, of: year.text)
    {
      if !year.other.isEmpty { append("PY", [year.field], as: nil) }
      return appendDate("DA", month.field, month.text, other: month.other)
    }
    let year = dates.lazy.compactMap { RISDate.year($0.text) }.first
    for index in dates.indices {
      // `DA  - Sep 5` beside `PY  - 2024`.
      if RISDate.year(dates[index].text) == nil, let year {
        let text = dates[index].text + " " + year
        if DateReader.read(text)?.fault == nil { dates[index].text = text }
      }
      dates[index].reading = DateReader.read(dates[index].text) ?? DateReader.roughly(dates[index].text)
    }
    let order = form == .ris ? ["DA", "Y1", "PY", "YR"] : ["PD", "DP", "DEP", "PY"]
    func rank(_ index: Int) -> (Int, Int) {
      let date = dates[index].reading?.date
      let parts = [date?.start.year, date?.start.month, date?.start.day].compactMap { $0 }.count
      return (-parts, order.firstIndex(of: dates[index].tag) ?? order.count)
    }
    guard let best = dates.indices.min(by: { rank($0) < rank($1) }) else { return }
    for (index, date) in dates.enumerated() {
      if index == best {
        appendDate(date.tag, date.field, date.text, other: date.other)
      } else if !date.other.isEmpty || !Self.isSaid(date.reading, by: dates[best].reading) {
        append(date.tag, [date.field], as: nil)
      }
    }
  }

  /// What a reference says after its date is kept with it.
  private mutating func appendDate(_ tag: String, _ field: Field, _ text: String, other: String) {
    append(tag, [field], as: nil)
    let node = LocatedNode(text: text, range: field.valueRange)
    members[members.count - 1].values = [(RecordField(part: .date, fitness: 0), node)]
    members[members.count - 1].isKept = !other.isEmpty
  }

  private static func isSaid(_ date: DateReading?, by best: DateReading?) -> Bool {
    guard let date, let best, date.fault == nil else { return false }
    return best.date.description.hasPrefix(date.date.description)
  }

  // MARK: - Lists in one value

  private static func names(_ fields: [Field]) -> [LocatedNode] { fields.flatMap(RISNames.nodes) }

  /// A keyword a line, or some parted by semicolons; commas part them where there is only one line.
  private static func keywords(_ fields: [Field], _ form: RISForm) -> [LocatedNode] {
    var words = fields.flatMap { field in
      // A keyword of several lines of the Web of Science is one word with a break.
      let value =
        form == .webOfScience
        ? field.value.split(whereSeparator: \.isNewline).joined(separator: " ") : field.value
      return RISNames.pieces(of: value).map { ($0, field) }
    }
    if form == .ris, words.count == 1, let (text, field) = words.first {
      words = text.unicodeScalars.split(separator: ",").map { (Substring($0).trimmed, field) }
      words.removeAll { $0.0.isEmpty }
    }
    return words.map { LocatedNode(text: $0.0, range: $0.1.valueRange) }
  }

  /// `http://a.org; http://b.org` are two.
  private static func addresses(_ fields: [Field]) -> [LocatedNode] {
    fields.flatMap { field in
      var addresses: [String] = []
      for text in RISNames.pieces(of: field.value) {
        if addresses.isEmpty || text.hasPrefix("http") || text.hasPrefix("www.") {
          addresses.append(text)
        } else {
          // A semicolon inside an address.
          addresses[addresses.count - 1] += ";" + text
        }
      }
      return addresses.map { LocatedNode(text: $0, range: field.valueRange) }
    }
  }
}

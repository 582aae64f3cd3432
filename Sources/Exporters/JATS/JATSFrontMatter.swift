import DigestModel
import DigestText

/// What the front matter of a digest says that JATS has elements for (rule J9).
///
/// A member that its elements do not say in full, such as an author with a biography, stays in `custom-meta` as well. So
/// does one that would be read back in another form: under another key, or a name with the family name first.
struct JATSFrontMatter {
  private(set) var doi: String?
  private(set) var authors: [JATSAuthor] = []
  private(set) var publisher: (name: String, place: String?)?
  private(set) var date: PartialDate?
  private(set) var copyright: String?
  private(set) var license: JATSLicense?
  /// What goes to `custom-meta`.
  private(set) var rest: [ExtraField] = []

  /// - Parameter hasPublication: whether publisher and date have elements, as they have in the front of an article.
  init(_ fields: [ExtraField], hasPublication: Bool = true) {
    for field in fields where !absorb(field) { rest.append(field) }
    guard !hasPublication else { return }
    (publisher, date) = (nil, nil)
    rest = fields.filter { field in
      ["publisher", "date"].contains(field.key) || rest.contains { $0.key == field.key }
    }
  }

  /// - Returns: whether elements say all of it, and are read back as it is.
  private mutating func absorb(_ field: ExtraField) -> Bool {
    let key = field.key
    return switch key.lowercased() {
    case "author", "authors": absorb(authors: field.value) && key == "author"
    case "doi": absorb(doi: field.value) && key == "doi"
    case "publisher": absorb(publisher: field.value) && key == "publisher"
    case "date": absorb(date: field.value) && key == "date"
    case "license", "licence", "rights": absorb(license: field.value) && key == "license"
    case "copyright": absorb(copyright: field.value) && key == "copyright"
    default: false
    }
  }

  private mutating func absorb(authors value: DataValue) -> Bool {
    guard authors.isEmpty else { return false }
    let list = JATSAuthor.List(value)
    authors = list.authors
    let values = authors.map(\.value)
    let readBack = values.count == 1 ? values[0] : .sequence(values)
    return list.isComplete && !authors.isEmpty && readBack == value
  }

  /// Bare: `10.1000/182`.
  private mutating func absorb(doi value: DataValue) -> Bool {
    guard doi == nil, let text = value.words, let id = PaperID(text), id.version == nil, let found = id.doi,
      // An arXiv id has a DOI, but does not say that it is the one of the digest.
      id.scheme == .doi || text.contains("10.")
    else { return false }
    doi = found
    return value == .string(found)
  }

  private mutating func absorb(publisher value: DataValue) -> Bool {
    guard publisher == nil else { return false }
    if let name = value.words {
      publisher = (name, nil)
      return value == .string(name)
    }
    guard let members = value.texts, let name = members["name"] else { return false }
    publisher = (name, members["place"] ?? members["location"])
    guard let place = publisher?.place else { return false }
    return value
      == .mapping([
        ExtraField(key: "name", value: .string(name)), ExtraField(key: "place", value: .string(place)),
      ])
  }

  private mutating func absorb(date value: DataValue) -> Bool {
    guard date == nil, let text = value.words, let reading = DateReader.read(text), reading.fault == nil,
      // A season, an interval or an approximate date is not the day of a publication.
      reading.date == EDTFDate(reading.date.start)
    else { return false }
    date = reading.date.start
    return value == .string(reading.date.description)
  }

  private mutating func absorb(copyright value: DataValue) -> Bool {
    guard copyright == nil, let text = value.words else { return false }
    copyright = text
    return value == .string(text)
  }

  private mutating func absorb(license value: DataValue) -> Bool {
    guard license == nil else { return false }
    if let text = value.words {
      license = JATSLicense(text)
      return value == .string(text)
    }
    guard let members = value.texts, let address = members["url"] ?? members["link"] else { return false }
    let text = members["name"] ?? members["text"] ?? members["type"] ?? members["id"]
    license = JATSLicense(text ?? address, address: address)
    return false
  }
}

/// An author of the digest.
struct JATSAuthor {
  var name: ContributorName
  /// The address, `https://orcid.org/0000-0002-1825-0097`.
  var orcid: String?
  var affiliations: [String] = []
  var email: String?

  /// As an article of this package says it: the name, or a mapping where more is known.
  var value: DataValue {
    var fields = [ExtraField(key: "name", value: .string(name.displayText))]
    if let orcid { fields.append(ExtraField(key: "orcid", value: .string(orcid))) }
    if affiliations.count == 1 {
      fields.append(ExtraField(key: "affiliation", value: .string(affiliations[0])))
    } else if !affiliations.isEmpty {
      fields.append(ExtraField(key: "affiliation", value: .sequence(affiliations.map { .string($0) })))
    }
    if let email { fields.append(ExtraField(key: "email", value: .string(email))) }
    return fields.count == 1 ? fields[0].value : .mapping(fields)
  }

  /// The authors that a member of front matter names, and whether they are all that it says.
  struct List {
    private(set) var authors: [JATSAuthor] = []
    private(set) var isComplete = true

    init(_ value: DataValue) {
      switch value {
      case .string(let text): add(NameReader().names(in: text))
      case .sequence(let items): for item in items { add(element: item) }
      case .mapping: add(element: value)
      default: isComplete = false
      }
    }

    private mutating func add(_ list: NameList) {
      authors += list.names.map { JATSAuthor(name: $0) }
      // `contrib-group` has no place for "and others".
      if list.hasMore || !list.degrees.isEmpty || !list.remarks.isEmpty { isComplete = false }
    }

    private mutating func add(element: DataValue) {
      switch element {
      case .string(let text): add(NameReader().name(in: text))
      case .mapping(let fields): add(fields)
      default: isComplete = false
      }
    }

    private mutating func add(_ fields: [ExtraField]) {
      let first = authors.count
      var known = 0
      func text(_ keys: String...) -> String? {
        guard let field = fields.first(where: { keys.contains($0.key.lowercased()) }) else { return nil }
        guard let text = field.value.words else { return nil }
        known += 1
        return text
      }
      if let name = text("name", "literal") {
        add(NameReader().name(in: name))
      } else {
        add(
          NameReader().name(
            family: text("family", "surname", "last"), given: text("given", "given-names", "first")))
      }
      guard authors.count == first + 1 else {
        isComplete = false
        return
      }
      if let orcid = text("orcid").flatMap(Self.orcidAddress) {
        authors[first].orcid = orcid
      }
      authors[first].email = text("email")
      let affiliation = fields.first { ["affiliation", "affiliations"].contains($0.key.lowercased()) }
      if let names = affiliation?.value.listOfWords {
        authors[first].affiliations = names
        known += 1
      }
      if known != fields.count { isComplete = false }
    }

    /// Source: ORCID, *Structure of the ORCID Identifier*: four groups of four digits, the last may end in X.
    private static func orcidAddress(_ text: String) -> String? {
      let id = text.utf8.suffix(19)
      guard id.count == 19 else { return nil }
      for (index, byte) in id.enumerated() {
        let isRight =
          index % 5 == 4
          ? byte == UInt8(ascii: "-") : byte.isDigit || index == 18 && byte == UInt8(ascii: "X")
        guard isRight else { return nil }
      }
      return "https://orcid.org/" + String(decoding: Array(id), as: UTF8.self)
    }
  }
}

/// Under which terms a digest can be used.
struct JATSLicense {
  /// As written.
  var text: String
  /// Where its terms stand; `nil` where nothing says so.
  var address: String?

  init(_ text: String, address: String? = nil) {
    self.text = text
    self.address = address.flatMap { LinkAddress.isAllowed($0) ? $0 : nil } ?? Self.address(of: text)
  }

  private static func address(of text: String) -> String? {
    if text.hasPrefix("https://") || text.hasPrefix("http://") {
      return text.utf8.contains(UInt8(ascii: " ")) ? nil : text
    }
    return creativeCommons(text)
  }

  /// `CC BY-SA 4.0`, `CC-BY-SA-4.0`, `CC0 1.0`. Without a version there is no address.
  /// - Source: Creative Commons, *CC REL*: `https://creativecommons.org/licenses/by-sa/4.0/`.
  private static func creativeCommons(_ text: String) -> String? {
    var words = text.lowercased().split { $0 == " " || $0 == "-" || $0 == "_" }[...]
    if words.last == "international" { words = words.dropLast() }
    guard let first = words.popFirst(), let version = words.popLast(), isVersion(version) else { return nil }
    if first == "cc0", words.isEmpty { return "https://creativecommons.org/publicdomain/zero/\(version)/" }
    let terms = words.joined(separator: "-")
    guard first == "cc", ["by", "by-sa", "by-nd", "by-nc", "by-nc-sa", "by-nc-nd"].contains(terms) else {
      return nil
    }
    return "https://creativecommons.org/licenses/\(terms)/\(version)/"
  }

  private static func isVersion(_ text: Substring) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.count == 3 && bytes[0].isDigit && bytes[1] == UInt8(ascii: ".") && bytes[2].isDigit
  }
}

extension DataValue {
  /// The text of a scalar that says something.
  fileprivate var words: String? {
    switch self {
    case .string(let text), .number(let text): text.hasWords ? text : nil
    default: nil
    }
  }

  /// The texts of a list, or the one text there is.
  fileprivate var listOfWords: [String]? {
    if let words { return [words] }
    guard case .sequence(let items) = self else { return nil }
    let texts = items.compactMap(\.words)
    return texts.isEmpty || texts.count != items.count ? nil : texts
  }

  /// The members of a mapping of texts, by their keys in lower case; `nil` where one is something else.
  fileprivate var texts: [String: String]? {
    guard case .mapping(let fields) = self else { return nil }
    var members: [String: String] = [:]
    for field in fields {
      guard let text = field.value.words, members.updateValue(text, forKey: field.key.lowercased()) == nil
      else { return nil }
    }
    return members
  }
}

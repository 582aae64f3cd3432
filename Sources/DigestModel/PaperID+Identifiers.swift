import DigestText

extension PaperID {
  /// Reads what `init(_:)` reads, and ids with their scheme: `pmid:123`, `openreview:abcDEF123`, `mag:2963403868`.
  ///
  /// - Returns: `nil` for what is neither; a scheme is a word of at least two letters and digits that begins with a letter.
  public init?(identifier text: String) {
    if let id = PaperID(text) {
      self = id
      return
    }
    let text = text.trimmed
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let scheme = text.utf8[..<colon]
    let value = String(text[text.utf8.index(after: colon)...]).trimmed
    guard scheme.count > 1, scheme.first?.isLetter == true, !value.isEmpty,
      !value.utf8.starts(with: "//".utf8),
      scheme.allSatisfy({ $0.isAlphanumeric || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") })
    else { return nil }
    self.init(scheme: String(decoding: scheme.map(\.lowercased), as: UTF8.self), value: value)
  }

  /// An id of a scheme that is known by its name: `pmid`, `PMCID`, `corpusid`, `mag`.
  ///
  /// - Returns: `nil` where the value is not one of that scheme: letters in a PMID, a wrong ISBN.
  public init?(scheme name: String, value: String) {
    let value = value.trimmed
    guard !value.isEmpty else { return nil }
    let name = name.lowercased()
    guard let scheme = Self.schemes[name] else {
      // What goes wrong as an id of arXiv or a DOI is none of another scheme.
      if ["arxiv", "doi", "url", "http", "https", "urn"].contains(name) {
        guard let id = PaperID(value), name != "arxiv" || id.scheme == .arxiv else { return nil }
        self = id
        return
      }
      self.init(scheme: .other, value: "\(name):\(value)")
      return
    }
    guard let canonical = scheme.canonical(value) else { return nil }
    self.init(scheme: scheme, value: name == "corpusid" ? "CorpusID:" + canonical : canonical)
  }

  /// A paper without an id: its title in lower case, letters and digits joined by hyphens, and its year.
  /// - Returns: `nil` for a title without letters and digits.
  public init?(title: String, year: Int?) {
    var words = ""
    var isGap = false
    for scalar in title.lowercased().unicodeScalars {
      guard
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
          || scalar.properties.generalCategory == .nonspacingMark
      else {
        isGap = true
        continue
      }
      if isGap, !words.isEmpty { words += "-" }
      isGap = false
      words.unicodeScalars.append(scalar)
    }
    guard !words.isEmpty else { return nil }
    self.init(scheme: .title, value: year.map { "\(words)-\($0)" } ?? words)
  }

  private static let schemes: [String: Scheme] = {
    var schemes: [String: Scheme] = [
      "pubmed": .pmid, "pmc": .pmcid, "openalexid": .openAlex, "anthology": .aclAnthology,
      "aclid": .aclAnthology,
      "semanticscholar": .semanticScholar, "s2id": .semanticScholar, "s2paperid": .semanticScholar,
      "corpusid": .semanticScholar,
    ]
    for scheme in Scheme.allCases { if let prefix = scheme.prefix { schemes[prefix] = scheme } }
    return schemes
  }()
}

extension PaperID.Scheme {
  /// The order in which ids are preferred as the identity of a paper: the first case first.
  package var rank: Int { Self.ranks[self] ?? Self.ranks.count }

  private static let ranks = Dictionary(uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })

  /// - Returns: `nil` where `value` cannot be an id of this scheme.
  fileprivate func canonical(_ value: String) -> String? {
    let bytes = value.utf8
    switch self {
    case .pmid: return bytes.count <= 9 && bytes.allSatisfy(\.isDigit) ? value : nil
    case .pmcid:
      let digits = value.uppercased().hasPrefix("PMC") ? Substring(value).dropFirst(3) : Substring(value)
      return !digits.isEmpty && digits.utf8.allSatisfy(\.isDigit) ? "PMC" + digits : nil
    case .openAlex:
      let digits = bytes.first?.lowercased == UInt8(ascii: "w") ? bytes.dropFirst() : bytes[...]
      return !digits.isEmpty && digits.allSatisfy(\.isDigit) ? "W" + String(Substring(digits)) : nil
    case .isbn: return ISBN.canonical(value)
    case .openReview, .aclAnthology, .semanticScholar, .title: return value.utf8.contains(0x20) ? nil : value
    case .arxiv, .doi, .url, .other: return nil
    }
  }
}

/// Numbers of books.
package enum ISBN {
  /// The digits without hyphens, where the last one is right.
  /// - Source: ISO 2108:2017, section 4.4 (13 digits), and its edition of 1992 (10 digits).
  package static func canonical(_ text: String) -> String? {
    let digits = text.uppercased().utf8.filter { $0.isDigit || $0 == UInt8(ascii: "X") }
    guard text.utf8.allSatisfy({ $0.isAlphanumeric || $0 == UInt8(ascii: "-") || $0 == 0x20 }) else {
      return nil
    }
    let values = digits.map { $0 == UInt8(ascii: "X") ? 10 : $0.digitValue }
    let isRight: Bool
    switch digits.count {
    case 10:
      isRight =
        values.enumerated().reduce(0) { $0 + $1.element * (10 - $1.offset) } % 11 == 0
        && !values.dropLast().contains(10)
    case 13:
      isRight =
        values.enumerated().reduce(0) { $0 + $1.element * ($1.offset % 2 == 0 ? 1 : 3) } % 10 == 0
        && !values.contains(10)
    default: isRight = false
    }
    return isRight ? String(decoding: digits, as: UTF8.self) : nil
  }
}

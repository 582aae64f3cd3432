import DigestText

/// The id of a paper. Text from the first byte to the last: no part of it is ever a number that could lose a zero.
///
/// Two spellings of one paper are equal: arXiv says that `math/0309136` is the id and `math.GT` only a class that the
/// paper was filed under.
public struct PaperID: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Who gives the id.
  public enum Scheme: Hashable, Sendable, CaseIterable {
    /// `2409.10000`, `cs/0501001`, and `math.GT/0309136`, which is `math/0309136`.
    case arxiv
    /// `10.1000/182`; arXiv's own DOIs are read as `arxiv`. Case does not count (DOI Handbook 2.4).
    case doi
    /// `abcDEF123` of `https://openreview.net/forum?id=abcDEF123`.
    case openReview
    /// `2024.acl-long.1` of the ACL Anthology.
    case aclAnthology
    /// The number of PubMed.
    case pmid
    /// `PMC5760988` of PubMed Central.
    case pmcid
    /// `W2741809807`.
    case openAlex
    /// 40 hexadecimal digits, or `CorpusID:` and a number.
    case semanticScholar
    /// 10 or 13 digits without hyphens; only of whole books.
    case isbn
    /// `scheme:value` of any other scheme.
    case other
    /// Any other `http` or `https` address.
    case url
    /// No id at all: the paper is known by its title and, where one is given, its year.
    case title

    /// What stands before the colon where the id is written: `pmid`. `nil` where none is needed, or the value has it.
    package var prefix: String? {
      switch self {
      case .arxiv, .doi, .url, .other: nil
      case .openReview: "openreview"
      case .aclAnthology: "acl"
      case .pmid: "pmid"
      case .pmcid: "pmcid"
      case .openAlex: "openalex"
      case .semanticScholar: "s2"
      case .isbn: "isbn"
      case .title: "title"
      }
    }
  }

  /// Who gives the id.
  public let scheme: Scheme
  /// The id in canonical spelling, without version, prefix and subject class: `2409.10000`, `math/0309136`.
  public let value: String
  /// The version, `2` for `2409.10000v2`; part of equality.
  public let version: Int?
  /// `GT` of `math.GT/0309136`; says nothing about which paper it is, so it is not part of equality.
  public var subjectClass: String?

  package init(scheme: Scheme, value: String, version: Int? = nil, subjectClass: String? = nil) {
    self.scheme = scheme
    self.value = value
    self.version = version
    self.subjectClass = subjectClass
  }

  /// Whether both name the same version of the same paper, whatever the subject class.
  public static func == (a: PaperID, b: PaperID) -> Bool {
    guard a.scheme == b.scheme, a.version == b.version else { return false }
    if a.value == b.value { return true }
    let (first, second) = (a.value.utf8, b.value.utf8)
    guard a.scheme == .doi, first.count == second.count else { return false }
    // Those of one publisher differ at the end.
    return zip(first.reversed(), second.reversed()).allSatisfy { $0.lowercased == $1.lowercased }
  }

  /// Hashes what `==` compares.
  // Ids of arXiv are short and ASCII: a number of their last bytes is hashed in a third of the time of a string, and few
  // ids differ only in the bytes before them.
  public func hash(into hasher: inout Hasher) {
    if let version { hasher.combine(version) }
    guard scheme == .arxiv else {
      return scheme == .doi ? Self.hashLowercased(value, into: &hasher) : hasher.combine(value)
    }
    let bytes = value.utf8
    hasher.combine(bytes.withContiguousStorageIfAvailable(Self.lastBytes) ?? Self.lastBytes(bytes))
  }

  /// Hashes a text without regard to case, eight bytes at a time, which needs no copy of it.
  private static func hashLowercased(_ text: String, into hasher: inout Hasher) {
    var number: UInt64 = 0
    var count = 0
    for byte in text.utf8 {
      if count & 7 == 0 { hasher.combine(number) }
      number = number << 8 | UInt64(byte.lowercased)
      count &+= 1
    }
    hasher.combine(number)
  }

  /// The last eight bytes as a number.
  private static func lastBytes(_ bytes: some BidirectionalCollection<UInt8>) -> UInt64 {
    bytes.suffix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// Reads one id and nothing else: `2409.10000v2`, `arXiv:2409.10000`, an `abs`, `pdf` or `html` address of arXiv,
  /// an old-style id, a DOI with or without prefix, any other web address. Spaces around are allowed.
  ///
  /// - Returns: `nil` for what is not an id: wrong digit counts, month 00 or 13, text glued to it.
  /// - Source: arXiv identifier scheme, <https://info.arxiv.org/help/arxiv_identifier.html>.
  public init?(_ text: some StringProtocol) {
    var copy = String(text)
    let parsed: PaperID? = copy.withUTF8 { buffer in
      var lower = 0
      var upper = buffer.count
      while lower < upper, buffer[lower].isSpace { lower += 1 }
      while upper > lower, buffer[upper - 1].isSpace { upper -= 1 }
      guard lower < upper else { return nil }
      let bytes = UnsafeBufferPointer(rebasing: buffer[lower..<upper])
      guard let match = PaperIDScanner.match(bytes, at: 0, allowAnyURL: true), match.upper == bytes.count
      else {
        return nil
      }
      return match.id
    }
    guard let parsed else { return nil }
    self = parsed
  }

  /// The same paper without the version.
  public var withoutVersion: PaperID {
    version == nil ? self : PaperID(scheme: scheme, value: value, version: nil, subjectClass: subjectClass)
  }

  /// The month that an arXiv id names; years 91-99 are 19xx. `nil` for other schemes.
  public var month: YearMonth? {
    guard scheme == .arxiv else { return nil }
    let digits =
      value.utf8.lastIndex(of: UInt8(ascii: "/")).map { value.utf8[$0...].dropFirst() } ?? value.utf8[...]
    var number = 0
    for byte in digits.prefix(4) { number = number * 10 + byte.digitValue }
    guard digits.count >= 4 else { return nil }
    let year = number / 100
    return YearMonth(year: (year >= 91 ? 1900 : 2000) + year, month: number % 100)
  }

  /// The DOI, without a version: arXiv's `10.48550/arXiv.2409.10000`, or the DOI itself.
  public var doi: String? {
    switch scheme {
    case .arxiv: "10.48550/arXiv." + value
    case .doi: value
    default: nil
    }
  }

  /// The id with its scheme, without version: what names a paper that no source names (rule B14), and what no program
  /// takes for a number (rule C4).
  package var label: String {
    switch scheme {
    case .arxiv: "arXiv:" + value
    case .doi: "doi:" + value
    default: description
    }
  }

  /// Where a reader finds the paper: the abstract page of that version, the DOI resolver, the address itself.
  /// `nil` where the scheme has no pages.
  public var url: String? {
    switch scheme {
    case .arxiv: "https://arxiv.org/abs/" + description
    case .doi: "https://doi.org/" + Self.withoutAngles(value)
    case .openReview: "https://openreview.net/forum?id=" + value
    case .aclAnthology: "https://aclanthology.org/\(value)/"
    case .pmid: "https://pubmed.ncbi.nlm.nih.gov/\(value)/"
    case .pmcid: "https://www.ncbi.nlm.nih.gov/pmc/articles/" + value
    case .openAlex: "https://openalex.org/" + value
    case .semanticScholar:
      value.utf8.starts(with: "CorpusID:".utf8)
        ? "https://api.semanticscholar.org/" + value : "https://www.semanticscholar.org/paper/" + value
    case .url: value
    case .isbn, .other, .title: nil
    }
  }

  // An address holds no angle brackets (RFC 3986, section 2.2); some DOIs do: `10.1002/…16<1661::AID-SIM968>3.0.CO;2-2`.
  private static func withoutAngles(_ doi: String) -> String {
    guard doi.utf8.contains(UInt8(ascii: "<")) else { return doi }
    var escaped = ""
    for scalar in doi.unicodeScalars {
      switch scalar {
      case "<": escaped += "%3C"
      case ">": escaped += "%3E"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// The archive of an old-style id, with the subject class where one is known: `math.GT`. `nil` for other ids.
  public var archive: String? {
    guard scheme == .arxiv, let slash = value.utf8.firstIndex(of: UInt8(ascii: "/")) else { return nil }
    return value[..<slash] + (subjectClass.map { ".\($0)" } ?? "")
  }

  /// The canonical spelling with version, `2409.10000v2`; with its scheme where the id does not tell it, `pmid:123`.
  public var description: String {
    if let version { return "\(value)v\(version)" }
    return scheme.prefix.map { "\($0):\(value)" } ?? value
  }

  /// By scheme, then by spelling, then by version.
  public static func < (a: PaperID, b: PaperID) -> Bool {
    (a.scheme.rank, a.value, a.version ?? 0) < (b.scheme.rank, b.value, b.version ?? 0)
  }
}

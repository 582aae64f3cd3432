import DigestModel
import DigestText

/// Citation keys (rule B9): `[A-Za-z][A-Za-z0-9_]*`, unique without regard to case, a function of the id alone.
enum CitationKey {
  /// `arxiv_2409_11340`, `arxiv_math_0309136`, `doi_10_1000_182_` and a hash.
  ///
  /// arXiv ids keep apart by their digits and archives. Other ids hold characters that a key cannot, so 64 bits of
  /// FNV-1a over the id follow the readable part.
  static func key(of id: PaperID) -> String {
    let value = Array(id.value.utf8)
    let prefix = prefix(of: id.scheme)
    if id.scheme == .arxiv { return prefix + "_" + slug(value[...]) }
    let isAddress = id.scheme == .url
    // DOIs are equal without regard to case (DOI Handbook 2.4).
    let bytes = id.scheme == .doi ? value.map(\.lowercased) : value
    var readable = bytes[...]
    if isAddress, let colon = bytes.firstIndex(of: UInt8(ascii: ":")) { readable = bytes[(colon + 1)...] }
    return prefix + "_" + slug(readable) + "_" + FNV.hash(bytes)
  }

  /// What keys of each scheme begin with.
  static let prefixes = PaperID.Scheme.allCases.map(prefix)

  private static func prefix(of scheme: PaperID.Scheme) -> String {
    switch scheme {
    case .arxiv: "arxiv"
    case .doi: "doi"
    case .url: "url"
    default: scheme.prefix ?? "id"
    }
  }

  /// Letters and digits; runs of anything else become one underscore; at most 48 bytes.
  private static func slug(_ bytes: ArraySlice<UInt8>) -> String {
    var slug: [UInt8] = []
    for byte in bytes where slug.count < 48 {
      if byte.isAlphanumeric {
        slug.append(byte)
      } else if let last = slug.last, last != UInt8(ascii: "_") {
        slug.append(UInt8(ascii: "_"))
      }
    }
    if slug.last == UInt8(ascii: "_") { slug.removeLast() }
    return String(decoding: slug, as: UTF8.self)
  }

  /// A name like a key for what is not a paper: the prefix, what people can read of it, a hash of all of it.
  static func key(prefix: String, readable: String, of identity: String) -> String {
    let slug = slug(Array(readable.utf8)[...])
    return [prefix, slug, FNV.hash(identity.utf8)].filter { !$0.isEmpty }.joined(separator: "_")
  }
}

/// Gives each paper of a bibliography its key: the one that the source uses, where the format can write it and no other
/// paper has it; else one made of the id.
struct CitationKeys {
  /// What a format takes as a key.
  enum Form {
    /// `[A-Za-z][A-Za-z0-9_]*`, rule B9.
    case name
    /// Any text: `DBLP:conf/nips/Vaswani17`.
    case text
  }

  private let form: Form
  private var taken: Set<String> = []

  init(_ form: Form = .name) { self.form = form }

  /// A paper's key.
  struct Choice {
    var key: String
    /// The key of the source where it could not be taken but leads to no other paper.
    var alias: String?
  }

  mutating func key(of paper: Paper) -> String { choice(for: paper).key }

  mutating func choice(for paper: Paper) -> Choice {
    guard let given = paper.record.citationKey, !given.holdsNothing, !Self.isReserved(given),
      taken.insert(given.lowercased()).inserted
    else { return Choice(key: CitationKey.key(of: paper.id)) }
    return isWritable(given)
      ? Choice(key: given) : Choice(key: CitationKey.key(of: paper.id), alias: given)
  }

  private func isWritable(_ key: String) -> Bool {
    guard form == .name else { return true }
    guard let first = key.utf8.first, first.isLetter else { return false }
    return key.utf8.allSatisfy { $0.isAlphanumeric || $0 == UInt8(ascii: "_") }
  }

  /// Whether it could be the key that is made for a paper.
  private static func isReserved(_ key: String) -> Bool {
    guard key.utf8.contains(UInt8(ascii: "_")) else { return false }
    let key = key.lowercased()
    return CitationKey.prefixes.contains { key.hasPrefix($0 + "_") }
  }
}

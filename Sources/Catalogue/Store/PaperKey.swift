import DigestModel
import DigestText

/// Ids as a catalogue spells them.
enum PaperKey {
  /// What all spellings of an id have in common: without version and subject class, DOIs in lower case.
  static func key(of id: PaperID) -> String {
    id.scheme == .doi ? String(decoding: id.value.utf8.map(\.lowercased), as: UTF8.self) : spelling(id)
  }

  /// The id as it is, without version.
  static func text(of id: PaperID) -> String {
    guard id.scheme == .arxiv, id.subjectClass != nil, let archive = id.archive,
      let slash = id.value.utf8.firstIndex(of: UInt8(ascii: "/"))
    else { return spelling(id) }
    return archive + id.value[slash...]
  }

  private static func spelling(_ id: PaperID) -> String {
    id.scheme.prefix.map { "\($0):\(id.value)" } ?? id.value
  }

  /// The id of a text that this program has written; it is not checked again.
  static func id(_ text: String) -> PaperID {
    if text.utf8.first?.isDigit != true, let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) {
      let prefix = String(text[..<colon])
      if let scheme = schemes[prefix] {
        return PaperID(scheme: scheme, value: String(text[text.utf8.index(after: colon)...]))
      }
      let isAddress = prefix.lowercased() == "http" || prefix.lowercased() == "https"
      return PaperID(scheme: isAddress ? .url : .other, value: text)
    }
    if text.utf8.starts(with: "10.".utf8) { return PaperID(scheme: .doi, value: text) }
    if let id = PaperID(text), id.scheme == .arxiv { return id }
    return PaperID(scheme: .other, value: text)
  }

  private static let schemes: [String: PaperID.Scheme] = {
    var schemes: [String: PaperID.Scheme] = [:]
    for scheme in PaperID.Scheme.allCases { if let prefix = scheme.prefix { schemes[prefix] = scheme } }
    return schemes
  }()
}

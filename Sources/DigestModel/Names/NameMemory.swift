/// Reads names as its reader does, each spelling once: people come again in a bibliography.
///
/// One for each thread.
package final class NameMemory {
  private let reader: NameReader
  /// What the elements of lists say that their sources have split.
  private var elements: [String: NameList] = [:]
  /// What names say that their sources have split.
  private var splitNames: [SplitName: NameList] = [:]
  /// What the names of BibTeX fields say.
  private var names: [Spelling: NameList] = [:]

  package init(_ reader: NameReader) { self.reader = reader }

  /// As `NameReader.names(in:)`.
  package func names(in text: String) -> NameList { reader.names(in: text, remembering: self) }

  /// As `NameReader.name(in:)`.
  package func name(in text: String) -> NameList {
    if let known = elements[text] { return known }
    let list = reader.name(in: text)
    elements[text] = list
    return list
  }

  /// As `NameReader.name(family:given:suffix:)`.
  package func name(family: String?, given: String?, suffix: String? = nil) -> NameList {
    let name = SplitName(family: family, given: given, suffix: suffix)
    if let known = splitNames[name] { return known }
    let list = reader.name(family: family, given: given, suffix: suffix)
    splitNames[name] = list
    return list
  }

  private struct SplitName: Hashable {
    var family: String?
    var given: String?
    var suffix: String?
  }

  /// A name of a BibTeX field, and what its meaning depends on besides.
  struct Spelling: Hashable {
    var bytes: NameBytes
    var isAfterAnd: Bool

    /// Over all bytes at once: an array hashes one after the other.
    func hash(into hasher: inout Hasher) { bytes.withUnsafeBytes { hasher.combine(bytes: $0) } }
  }

  /// What a name says, read where it is not known.
  func list(of spelling: Spelling, _ read: () -> NameList) -> NameList {
    if let known = names[spelling] { return known }
    let list = read()
    // A slice would keep the whole field.
    names[Spelling(bytes: Array(spelling.bytes)[...], isAfterAnd: spelling.isAfterAnd)] = list
    return list
  }
}

import DigestModel
import DigestText

/// Writes texts so that the readers of RIS, which has no way to escape anything, take them as they are.
/// - Source: Zotero's RIS translator of 2023-07, JabRef's `RisImporter` of version 5.
struct RISText {
  private var isTagKeptApart = false
  private var isCommaLeftOut = false
  private var keyword = KeywordText(separators: ";,")

  /// Puts a space after each `<` that HTML would begin a tag with: Zotero reads most fields as HTML, and `n<k and so on`
  /// would end at `n`.
  mutating func plain(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "<")) else { return text }
    var output: [UInt8] = []
    var isOpen = false
    for byte in text.utf8 {
      if isOpen, byte.isLetter || "/!?".utf8.contains(byte) {
        output.append(0x20)
        isTagKeptApart = true
      }
      output.append(byte)
      isOpen = byte == UInt8(ascii: "<")
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// `Family, Given`. A comma after the name of a body keeps EndNote from splitting it; one inside would part it.
  mutating func name(_ name: ContributorName) -> String {
    guard case .person(let person) = name, person.given != nil || person.suffix != nil else {
      return whole(name.displayText)
    }
    var text = whole(person.familyWithParticles)
    if let given = person.given { text += " " + plain(given) }
    // What follows a second comma is a suffix.
    if let suffix = person.suffix { text += (person.given == nil ? " , " : ", ") + withoutCommas(suffix) }
    return text
  }

  private mutating func whole(_ name: String) -> String { withoutCommas(name) + "," }

  private mutating func withoutCommas(_ name: String) -> String {
    guard name.utf8.contains(UInt8(ascii: ",")) else { return plain(name) }
    isCommaLeftOut = true
    let parts = name.utf8.split(separator: UInt8(ascii: ","))
    return plain(parts.map { String(Substring($0)) }.joined(separator: " "))
  }

  /// Readers part keywords at semicolons; Zotero parts one that is alone at commas, too, and JabRef all of them.
  mutating func keywords(of record: BibliographicRecord) -> [String] {
    let keywords = record.keywordList(&keyword)
    return keywords.map { plain($0) }
  }

  /// A bullet goes before a note that begins with a word and a colon: Zotero takes `Edition: …` or `Notes: …` for a
  /// field of ProCite's.
  mutating func note(_ text: String) -> String {
    let word = text.utf8.prefix { $0.isLetter || $0 == 0x20 || $0 == UInt8(ascii: ",") }
    let isLabelled = !word.isEmpty && text.utf8.dropFirst(word.count).first == UInt8(ascii: ":")
    return (isLabelled ? "• " : "") + plain(text)
  }

  /// Records what was changed for one paper, and begins anew.
  mutating func recordLosses(in losses: inout LossLog, at anchor: SourceAnchor) {
    if isTagKeptApart {
      losses.record(
        .characters, .degraded, "a space follows '<', which begins a tag for some readers", at: anchor)
    }
    if isCommaLeftOut {
      losses.record(.paperAuthors, .degraded, "a comma would part a name; it is left out", at: anchor)
    }
    keyword.recordLosses(in: &losses, at: anchor)
    isTagKeptApart = false
    isCommaLeftOut = false
  }
}

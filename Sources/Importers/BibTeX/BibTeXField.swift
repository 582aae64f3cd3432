import DigestDiagnostics
import DigestSyntax
import DigestText

/// A field of an entry, its own or inherited.
struct BibTeXField {
  /// As written, or as it is called in the entry that inherits it.
  var name: String
  /// In lower case.
  var key: String
  var nameRange: SourceRange
  /// As written, with macros replaced.
  var text: String
  var range: SourceRange

  init(_ field: BibTeXLibrary.Field, in library: BibTeXLibrary) {
    name = library.text(field.name)
    key = name.utf8.contains { $0.isUppercase || $0.isNonASCII } ? name.lowercased() : name
    nameRange = field.name
    text = BibTeXSortingHint.removed(from: library.text(field))
    range = field.value
    if key == "journal" || key == "journaltitle", let journal = BibTeXJournalMacros.journal(named: text) {
      text = journal
    }
  }

  /// The same under another name.
  func renamed(_ key: String) -> BibTeXField {
    var field = self
    if key != self.key { (field.name, field.key) = (key, key) }
    return field
  }

  var member: LocatedMember { LocatedMember(key: name, keyRange: nameRange, value: node(text)) }

  /// Text that stands where the field does.
  func node(_ text: String) -> LocatedNode { LocatedNode(text: text, range: range) }
}

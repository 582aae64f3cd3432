import DigestModel

extension BibliographicRecord {
  /// What a reader takes an entry of BibTeX for.
  func type(ofEntry name: String, _ dialect: BibTeXOptions.Dialect) -> PublicationType? {
    // The source has called the entry so.
    if let names = entryType.flatMap({ EntryTypeNames.byName[$0] }),
      name == (dialect == .biblatex ? names.biblatex : names.bibtex),
      entryType == name || !Self.isCoarse(name)
    {
      return type
    }
    switch name {
    case "online": return eprint != nil ? .preprint : .webpage
    case "misc": return eprint != nil ? .preprint : .document
    case "unpublished": return details[.event] == nil ? .manuscript : .speech
    case "collection": return .book
    default:
      let path = dialect == .biblatex ? \PublicationForm.biblatex : \PublicationForm.bibtex
      return PublicationForm.all.first { $0[keyPath: path] == name }?.type
    }
  }

  /// Whether entries of BibTeX are called so for want of a better word.
  private static func isCoarse(_ name: String) -> Bool { ["misc", "book", "incollection"].contains(name) }
}

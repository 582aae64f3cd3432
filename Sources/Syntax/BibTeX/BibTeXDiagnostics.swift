import DigestDiagnostics

/// What can be wrong with the syntax of a BibTeX file.
package enum BibTeXDiagnostics {
  package static let syntax = DiagnosticID(
    "bibtex/syntax", .error,
    """
    The file does not follow the grammar of BibTeX: `@type{key, name = value, …}` with a value in braces or quotes, \
    a number or the name of a macro. BibTeX itself goes on after such a place and drops what it did not understand, \
    so it is worth mending.
    """ + OutputNote.text)

  package static let unbalancedBrace = DiagnosticID(
    "bibtex/unbalanced-brace", .error,
    """
    Braces do not balance. BibTeX counts every brace, also one after a backslash, so `\\{` without its partner \
    swallows the entries that follow. `\\textbraceleft{}` and `\\textbraceright{}` write braces that are text.
    """ + OutputNote.text)

  package static let textOutsideEntries = DiagnosticID(
    "bibtex/text-outside-entries", .error,
    """
    There is text between the entries. BibTeX takes it for a comment, and an `@` in it for the start of an entry.
    """ + OutputNote.text)

  package static let unknownMacro = DiagnosticID(
    "bibtex/unknown-macro", .error,
    """
    A bare word that is neither the macro of a month (`jan` to `dec`) nor defined by `@string` has no value. Put text \
    in braces.
    """ + OutputNote.text)

  package static let duplicateKey = DiagnosticID(
    "bibtex/duplicate-key", .error,
    """
    Two entries have the same key; BibTeX compares keys without regard to case and takes only the first entry.
    """ + OutputNote.text)

  package static let duplicateField = DiagnosticID(
    "bibtex/duplicate-field", .error,
    "An entry has the same field twice; programs differ in which of the two they take." + OutputNote.text)

  package static let all = [
    syntax, unbalancedBrace, textOutsideEntries, unknownMacro, duplicateKey, duplicateField,
  ]
}

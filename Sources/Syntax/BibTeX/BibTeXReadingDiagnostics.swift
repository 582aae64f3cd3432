import DigestDiagnostics

/// What can be wrong with a BibTeX file that is read; none of it keeps the rest from being read.
package enum BibTeXReadingDiagnostics {
  package static let brokenEntry = DiagnosticID(
    "bibtex/broken-entry", .warning,
    """
    An entry does not follow the grammar of BibTeX: `@type{key, name = value, …}` with a value in braces or quotes, a \
    number or the name of a macro. What can be read of the entry is, and so are the other entries; BibTeX itself may \
    drop the rest of the entry.
    """)
  package static let unbalancedBrace = DiagnosticID(
    "bibtex/brace", .warning,
    """
    Braces do not balance. BibTeX counts every brace, also one after a backslash. The value is taken to end before the \
    next line that looks like a field or an entry.
    """)
  package static let undefinedMacro = DiagnosticID(
    "bibtex/undefined-macro", .warning,
    """
    A bare word that is neither the macro of a month (`jan` to `dec`) nor defined by `@string` before it has no value. \
    The word itself is taken for the text. Put text in braces.
    """)
  package static let repeatedKey = DiagnosticID(
    "bibtex/repeated-key", .warning,
    """
    Two entries have the same key; BibTeX compares keys without regard to case and takes only the first entry. Both are \
    read here.
    """)
  package static let repeatedField = DiagnosticID(
    "bibtex/repeated-field", .warning,
    "An entry has the same field twice; programs differ in which of the two they take. The first counts here."
  )
  package static let missingParent = DiagnosticID(
    "bibtex/missing-parent", .warning,
    "The entry that `crossref`, `xdata` or `entryset` names is not in the file, so nothing is inherited from it."
  )
  package static let parentCircle = DiagnosticID(
    "bibtex/parent-circle", .warning,
    "Entries name each other in `crossref` or `xdata`, or too many do in a row. What comes round again is left out."
  )
  package static let entrySet = DiagnosticID(
    "bibtex/entry-set", .note,
    """
    `@set` of biblatex says that several entries are cited as one. The entries are papers as all others are; the set is \
    kept among the metadata of the digest, and a bibliography that is written has none.
    """)
  package static let noPaper = DiagnosticID(
    "bibtex/no-papers", .warning,
    "The file has macros, comments or a preamble and no entry of a paper, so there is nothing to convert.")
  package static let nothingRead = DiagnosticID(
    "bibtex/no-entries", .error,
    "The file was to be read as BibTeX, and no entry (`@type{key, …}`) is in it.")

  package static let all = [
    brokenEntry, unbalancedBrace, undefinedMacro, repeatedKey, repeatedField, missingParent, parentCircle,
    entrySet, noPaper, nothingRead,
  ]
}

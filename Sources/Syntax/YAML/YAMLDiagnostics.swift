import DigestDiagnostics

/// What can be wrong with YAML as such, whatever it says.
package enum YAMLDiagnostics {
  package static let syntax = DiagnosticID(
    "yaml/syntax", .error,
    """
    The file is not YAML. Frequent causes are a text that holds `: ` or begins with `*`, `[` or `@` and is not in \
    quotes, tabs as indentation, lines that are not indented like their neighbours, and quotes that are not closed.
    """ + OutputNote.text)
  package static let duplicateKey = DiagnosticID(
    "yaml/duplicate-key", .error,
    """
    A mapping has the same key twice. Some programs take the first, others the last, so neither is taken here. \
    Remove or rename one.
    """ + OutputNote.text)
  package static let keyNotText = DiagnosticID(
    "yaml/key-not-text", .error,
    "A key of a mapping is a list or a mapping. Only text can be a key here.")
  package static let unknownAlias = DiagnosticID(
    "yaml/unknown-alias", .error,
    """
    `*name` repeats a value that is marked `&name` further up, and there is none. A text that begins with an asterisk \
    has to be in quotes.
    """)
  package static let aliasInItself = DiagnosticID(
    "yaml/alias-in-itself", .error,
    "`*name` stands inside the value that is marked `&name`: the value would hold itself without end.")
  package static let aliasLimit = DiagnosticID(
    "yaml/alias-limit", .error,
    """
    Aliases repeat so much that the document would grow beyond the limit when they are written out. Files that do \
    this are made to exhaust memory; write the repeated parts out.
    """)
  package static let nestingLimit = DiagnosticID(
    "yaml/nesting-limit", .error,
    """
    Lists and mappings are nested deeper than this program reads. The limit keeps a hostile file from exhausting \
    memory.
    """)
  package static let mergeValue = DiagnosticID(
    "yaml/merge-value", .error,
    "The key `<<` takes the members of other mappings over, so its value is a mapping or a list of mappings.")
  package static let secondDocument = DiagnosticID(
    "yaml/second-document", .error,
    "`---` begins a second document. A file holds one; put the others into files of their own.")

  package static let all = [
    syntax, duplicateKey, keyNotText, unknownAlias, aliasInItself, aliasLimit, nestingLimit, mergeValue,
    secondDocument,
  ]
}

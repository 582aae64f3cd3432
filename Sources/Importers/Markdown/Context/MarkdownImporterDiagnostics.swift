import DigestDiagnostics

/// What the Markdown importer finds.
package enum MarkdownImporterDiagnostics {
  package static let unbalancedFence = DiagnosticID(
    "markdown/unbalanced-fence", .warning,
    """
    A code fence has no partner. CommonMark would take all that follows for code, to the end of the list item or of \
    the file. The program reads digest text behind such a fence as digest text; nothing is lost, but other Markdown \
    programs will show it as code.
    """)
  package static let openedFence = DiagnosticID(
    "markdown/opened-fence", .note,
    """
    Digest text stands inside a code fence that names a language, such as `markdown`. The program reads the text as \
    what it is, so there is no code block in the outputs that could hold the name. Everything between the fences is \
    there.
    """)
  package static let listNumber = DiagnosticID(
    "markdown/list-number", .note,
    """
    A contribution, a line about a paper or a field of an idea is an item of a numbered list. They are kept in their \
    order and have no place for the number as written.
    """)
  package static let joiningWord = DiagnosticID(
    "markdown/joining-word", .note,
    """
    A line begins with several ids and has a word such as `and` between two of them. It joins them as a comma would, \
    and signs between ids have no place in a list of papers. The papers are kept in their order.
    """)
  package static let impossibleID = DiagnosticID(
    "digest/impossible-id", .error,
    """
    A line of the digest begins with what looks like an arXiv id, but no such id can exist: the month is not 01 to \
    12, or the number has the wrong count of digits. Ids have four digits after the point up to 1412 and five from \
    1501. The line is kept as text.
    """)
  package static let lostDigits = DiagnosticID(
    "digest/lost-digits", .error,
    """
    An id has too few digits after the point. Usually a program took the id for a number and dropped its zeros: \
    2409.10000 becomes 2409.1. Which paper was meant cannot be known from what is left, so it is never guessed. \
    Restore the id from the source and keep it as text.
    """)
  package static let untypedEntry = DiagnosticID(
    "digest/untyped-entry", .warning,
    """
    An entry of a known section is not written in any of the ways that such entries are: a contribution or a reading \
    list item names no paper at its beginning, a paragraph among gaps or ideas has no title. It is kept as text where \
    it stood, and papers named in it are indexed. A paragraph before the first entry introduces the section and is not \
    reported.
    """)

  package static let frontMatter = DiagnosticID(
    "markdown/front-matter", .warning,
    """
    The lines between the two `---` at the beginning of the file are no YAML mapping, so title, language and other \
    members cannot be told apart. They are kept as text before the first section.
    """)

  package static let all = [
    frontMatter, unbalancedFence, openedFence, listNumber, joiningWord, impossibleID, lostDigits,
    untypedEntry,
  ]
}

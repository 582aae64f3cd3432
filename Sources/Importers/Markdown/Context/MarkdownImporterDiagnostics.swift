import DigestDiagnostics

/// What the Markdown importer finds.
package enum MarkdownImporterDiagnostics {
  package static let unbalancedFence = DiagnosticID(
    "markdown/unbalanced-fence", .warning,
    """
    A code fence has no partner. To CommonMark everything after it is code, to the end of the list item or \
    of the file. Digest text after such a fence is read as digest text; nothing is lost, but other Markdown \
    programs will show it as code.
    """)
  package static let openedFence = DiagnosticID(
    "markdown/opened-fence", .note,
    """
    Digest text stands inside a code fence that names a language, such as `markdown`. It is read as digest \
    text, so the outputs have no code block that could keep the name. Everything between the fences is \
    kept.
    """)
  package static let encodedPart = DiagnosticID(
    "markdown/encoded-part", .warning,
    """
    A file that was written by `--to markdown` holds some parts in the shape of our YAML: what its front matter says \
    of papers, and code blocks `yaml digest`. This one is not such a part any more. A code block is kept as code; of \
    front matter the rest is read.
    """)
  package static let listNumber = DiagnosticID(
    "markdown/list-number", .note,
    """
    A contribution, a line about a paper or a field of an idea is an item of a numbered list. The entries \
    keep their order; they have no place for the numbers as written.
    """)
  package static let joiningWord = DiagnosticID(
    "markdown/joining-word", .note,
    """
    A line begins with several ids, and a word such as `and` stands between two of them. It means the same \
    as a comma, and a list of papers has no place for either. The papers keep their order.
    """)
  package static let impossibleID = DiagnosticID(
    "digest/impossible-id", .error,
    """
    A line of the digest begins with what looks like an arXiv id, but no such id can exist: the month is \
    not 01 to 12, or the number has too few or too many digits. Ids have four digits after the point up to \
    1412 and five from 1501. The line is kept as text.
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
    An entry of a known section has none of the forms that such entries have: a contribution or an item of \
    a reading list does not begin with a paper, or a paragraph among gaps or ideas has no title. It is kept \
    as text where it stood, and the papers named in it are indexed. A paragraph before the first entry \
    introduces the section and is not reported.
    """)

  package static let frontMatter = DiagnosticID(
    "markdown/front-matter", .warning,
    """
    The lines between the two `---` at the beginning of the file are not a YAML mapping, or a line between two \
    `+++` is not TOML, so title, language and other members cannot be told apart. What is not read is kept as \
    text before the first section.
    """)

  package static let untitledPapers = DiagnosticID(
    "markdown/untitled-papers", .warning,
    """
    A document without sections of a digest names papers whose titles it does not say, or not where a list of papers \
    has them: in a link, in bold or italics, in quotes, at the beginning of an entry, in a column of a table. The \
    papers are kept, but bibliographies have only their ids. The place is that of the first.
    """)

  package static let all = [
    encodedPart, untitledPapers, frontMatter, unbalancedFence, openedFence, listNumber, joiningWord,
    impossibleID,
    lostDigits,
    untypedEntry,
  ]
}

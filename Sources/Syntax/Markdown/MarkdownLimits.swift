import DigestDiagnostics

/// Bounds that keep hostile input from using up memory or stack. Real digests are far below them.
package enum MarkdownLimits {
  /// Containers (quotes, lists, items) inside one another.
  package static let nesting = 200
  /// Emphasis, links and other spans of text inside one another.
  package static let spanNesting = 100
  /// Cells of one table.
  package static let tableCells = 1_000_000
}

/// What the Markdown grammar itself finds.
package enum MarkdownDiagnostics {
  package static let nestingTooDeep = DiagnosticID(
    "markdown/nesting-too-deep", .error,
    """
    Quotes, lists and list items may stand inside one another up to a limit, and so may emphasis and links. No digest that people can read comes \
    near it; the limit keeps hostile input from using up the machine.
    """)
  package static let tooLarge = DiagnosticID(
    "markdown/too-large", .error,
    """
    A Markdown source may have up to 1 GiB, and one table of it up to a million cells. The limits keep hostile \
    input from using up the machine.
    """)

  package static let all = [nestingTooDeep, tooLarge]
}

import DigestDiagnostics

/// What can be wrong with an article.
package enum JATSDiagnostics {
  package static let nothingToRead = DiagnosticID(
    "jats/nothing-to-read", .error,
    """
    The file is XML, but holds nothing that an article holds: no title, no text and no references. It may be XML of \
    another kind, or an article whose content is missing.
    """)

  package static let all = [nothingToRead]
}

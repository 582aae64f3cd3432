import DigestDiagnostics

/// What can be wrong with an OPML file.
package enum OPMLDiagnostics {
  package static let notOPML = DiagnosticID(
    "opml/not-opml", .error, "The file is XML, but its root element is not `opml`.")
  package static let noBody = DiagnosticID(
    "opml/no-body", .error,
    "The file has no `body`, or no outline in it (OPML 2.0, *What is a body?*), so there is nothing to read.")
  package static let notAnID = DiagnosticID(
    "opml/not-an-id", .warning,
    """
    The attribute `digest:id` of an outline names no paper, or a record of a paper has none. The other outlines are \
    read.
    """)
  package static let badDate = DiagnosticID(
    "opml/bad-date", .warning,
    "A date in the head is not one (OPML 2.0 asks for RFC 822: `Sun, 01 Sep 2024 00:00:00 GMT`). It is kept as it is."
  )
  package static let noText = DiagnosticID(
    "opml/no-text", .warning,
    """
    An outline has no text, no title and no address (OPML 2.0 asks for a text), so there is nothing to show. What is \
    below it is read.
    """)
  package static let unknownElement = DiagnosticID(
    "opml/unknown-element", .warning,
    "An element of the body is not an outline. It is kept as data in the metadata of the digest.")

  package static let all = [notOPML, noBody, notAnID, badDate, noText, unknownElement]
}

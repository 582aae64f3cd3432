import DigestDiagnostics

/// What can be wrong with a feed.
package enum FeedDiagnostics {
  package static let notAFeed = DiagnosticID(
    "feed/not-a-feed", .error,
    "The file is XML, but its root element is not that of a feed or of an answer of OAI-PMH.")
  package static let serviceError = DiagnosticID(
    "feed/service-error", .error,
    """
    The file is what a service answered when it could not do what it was asked for: an id or a query is wrong. The \
    message is its own. Ask anew.
    """)
  package static let noEntry = DiagnosticID(
    "feed/no-entry", .error, "The feed holds no entry: the query that it answers found nothing.")
  package static let noPaper = DiagnosticID(
    "feed/no-paper", .error,
    "No entry of the feed leads to a paper: none has an id of arXiv, a DOI or the address of a page of papers."
  )
  package static let notAPaper = DiagnosticID(
    "feed/not-a-paper", .warning,
    """
    An entry of the feed leads to no paper: it has no id of arXiv, no DOI and no address of a page of papers. It is kept \
    as data in the metadata of the digest.
    """)
  package static let deletedRecord = DiagnosticID(
    "feed/deleted-record", .warning,
    "The archive says that this record was deleted, and nothing more. It is kept as data in the metadata of the digest."
  )

  package static let all = [notAFeed, serviceError, noEntry, noPaper, notAPaper, deletedRecord]
}

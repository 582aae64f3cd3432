import DigestDiagnostics

/// What is reported of completing papers from a catalogue.
package enum CompletionDiagnostics {
  static let all = [completed, untitled]

  static let completed = DiagnosticID(
    "catalogue/completed", .note,
    "What the source does not say of its papers (titles, authors, dates, identifiers and so on) was filled in from the "
      + "catalogue. What the source itself says stays. A paper that is not in the catalogue is as it was: `catalogue add` "
      + "or `catalogue fetch` brings it there, and `check` with the catalogue says whether its id can be right."
  )
  /// Reported by the command, once a run.
  package static let untitled = DiagnosticID(
    "catalogue/untitled-papers", .note,
    "Most papers have no title, because the sources name them by their ids only; a bibliography then shows the ids. "
      + "`--complete` fills in titles, authors and so on from a catalogue of papers, a file that `catalogue add` makes. "
      + "Nothing is looked up unless that is asked for.")
}

import DigestDiagnostics

/// What is reported of several digests together.
enum MergeDiagnostics {
  static let all = [sameDigest, samePeriod, conflictingName, conflictingPart]

  static let sameDigest = DiagnosticID(
    "merge/same-digest", .warning,
    "Two of the digests say the same: mostly a file was named twice, or stands there in two formats. The second is left "
      + "out, so nothing is counted twice.")
  static let samePeriod = DiagnosticID(
    "merge/same-period", .warning,
    "Two of the digests are about the same month and differ: two versions of one digest, or a file with the wrong month. "
      + "Both are kept, in the order of their names. Leave one out, or give the month with a front matter.")
  static let conflictingName = DiagnosticID(
    "merge/conflicting-name", .warning,
    "Two digests call one paper by names or titles that have nothing in common. Mostly the id is wrong in one of them. "
      + "A name that shortens or extends the other is not reported. The title of the earlier digest counts, and all "
      + "names are kept.")
  static let conflictingPart = DiagnosticID(
    "merge/conflicting-part", .note,
    "Two digests say different things of one paper, such as another date or venue. The earlier digest counts in formats "
      + "that have one record a paper; YAML and JSON keep what each digest says.")
}

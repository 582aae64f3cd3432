import DigestDiagnostics

/// What the pipeline itself reports.
enum ConversionDiagnostics {
  static let all = [invalid, loss, notADigest, notExportable, unknownInputFormat]

  static let invalid = DiagnosticID(
    "output/invalid", .error,
    "An output breaks the schema of its format, so it is not written; what the schema says against it is reported, too. "
      + "The program that writes the format is at fault, not the input. The place is the smallest part of the input "
      + "whose output fails in the same way. Report it with that part. Until it is mended, other formats, or the input "
      + "without that part, can be converted.")
  static let loss = DiagnosticID(
    "output/loss", .note,
    "The format has no place for a part of the digest, or holds it only in a simpler form. The output is right, but "
      + "the digest cannot be rebuilt from it. `--loss-report FILE` lists each part with its place and the reason, "
      + "`--fail-on loss` makes it an error, and `digest-convert formats` shows what each format holds.")
  static let notADigest = DiagnosticID(
    "digest/not-a-digest", .error,
    "The text names no paper by an id and has no section that a digest has, so no output could hold anything of use. "
      + "Paper ids look like `2409.10000`, `cs/0501001` or a DOI; section names can be added with an alias file."
  )
  static let notExportable = DiagnosticID(
    "output/not-exportable", .error,
    "The format has no way at all to hold this digest, so that nothing was written. What a format holds only in part "
      + "is written, and the loss report says what was left out.")
  static let unknownInputFormat = DiagnosticID(
    "source/unknown-format", .error,
    "Neither the extension of the file nor its beginning says which format it is. Name it with `--from`.")
}

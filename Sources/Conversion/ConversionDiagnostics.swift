import DigestDiagnostics

/// What the converter itself reports.
enum ConversionDiagnostics {
  static let all = [
    loss, misnamed, noSchema, notADigest, notExportable, unknownInputFormat, ForeignContent.diagnostic,
  ]

  static let loss = DiagnosticID(
    "output/loss", .note,
    "The format has no place for a part of the digest, or holds it only in a simpler form. The output is right, but "
      + "the digest cannot be rebuilt from it. `--loss-report FILE` lists each part with its place and the reason, "
      + "`--fail-on loss` makes it an error, and `digest-convert formats` shows what each format holds.")
  static let misnamed = DiagnosticID(
    "source/misnamed", .warning,
    "The extension of the file is that of one format and the content is certainly of another. It was read as what it is. "
      + "Rename the file, or name the format with `--from`.")
  static let noSchema = DiagnosticID(
    "source/no-schema", .error,
    "`validate` asks the schema that outputs of a format are checked against. The file is in a format that is read but "
      + "not written, so there is none for it. `check` reads it and says what is wrong.")
  static let notADigest = DiagnosticID(
    "digest/not-a-digest", .error,
    "The text names no paper by an id and has none of the sections of a digest, so no output could hold anything useful. "
      + "Paper ids look like `2409.10000`, `cs/0501001` or a DOI; section names can be added with an alias file."
  )
  static let notExportable = DiagnosticID(
    "output/not-exportable", .error,
    "The format cannot hold this digest at all, so nothing was written. What a format holds only in part is written, and "
      + "the loss report says what was left out.")
  static let unknownInputFormat = DiagnosticID(
    "source/unknown-format", .error,
    "Neither the extension of the file nor its beginning shows which format it is in. Name the format with `--from`."
  )
}

package import DigestDiagnostics

/// What notes and their check report.
package enum NotesDiagnostics {
  package static let changed = DiagnosticID(
    "notes/changed", .warning,
    """
    A note stands where one would be written, and it is not as the program wrote it: its checksum does not fit, or it \
    has none. Somebody has written in it, so it is left alone and the new note is not written. To get the new one, move \
    the file away.
    """)
  static let frontMatter = DiagnosticID(
    "notes/front-matter", .error,
    "A note has no front matter, or its checksum does not fit." + ProgramFault.explanation)
  static let name = DiagnosticID(
    "notes/name", .error,
    "Two notes have the same name where case does not count, or a name that some system refuses."
      + ProgramFault.explanation)

  static let all = [changed, frontMatter, name]
}

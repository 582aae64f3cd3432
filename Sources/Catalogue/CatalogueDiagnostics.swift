import DigestDiagnostics

/// What the commands report about a catalogue.
package enum CatalogueDiagnostics {
  package static let all = [unusable, unknownPaper]

  package static let unusable = DiagnosticID(
    "catalogue/unusable", .error,
    """
    The catalogue of papers cannot be read or filled; the message gives the reason. It is one file, by default \
    `digest-convert/catalogue.sqlite` in the user's folder of data (`$XDG_DATA_HOME`, else `~/.local/share`); \
    `--catalogue` or the environment variable `DIGEST_CONVERT_CATALOGUE` names another one. A fill that is broken off \
    leaves the file as it was before.
    """)
  package static let unknownPaper = DiagnosticID(
    "catalogue/unknown-paper", .error,
    "No source of the catalogue has a paper of this id. `digest-convert catalogue info` says what is in it.")
}

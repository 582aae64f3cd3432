import DigestDiagnostics

/// What can be wrong with the syntax of a RIS file.
package enum RISDiagnostics {
  package static let syntax = DiagnosticID(
    "ris/syntax", .error,
    """
    Every line of RIS is a tag of two capitals or digits, two spaces, a hyphen, a space and the value, ended by CR \
    and LF. Readers such as EndNote skip lines that are not.
    """ + OutputNote.text)

  package static let structure = DiagnosticID(
    "ris/structure", .error,
    "A reference begins with a line `TY` and ends with a line `ER`; nothing stands between two."
      + OutputNote.text)

  package static let missingEnd = DiagnosticID(
    "ris/missing-end", .warning,
    """
    A reference ends with a line `ER`. This one was taken to end where the next begins, or with the file; other programs \
    join it to the next one or leave it out.
    """)

  package static let missingType = DiagnosticID(
    "ris/missing-type", .warning,
    """
    A reference begins with its type: `TY` in RIS, `PT` in files of the Web of Science, `PMID` in those of PubMed. This \
    one was taken to begin where the last one ended; other programs leave it out.
    """)

  package static let textOutside = DiagnosticID(
    "ris/text-outside", .warning,
    """
    Text before, between or after the references belongs to none of them: a database says there what was searched. It is \
    kept as data in the metadata of the digest. Counters such as `1.` are left out.
    """)

  package static let all = [syntax, structure, missingEnd, missingType, textOutside]
}

import DigestDiagnostics

/// What the two readers of CSV report: the strict one, which checks outputs, errors; the tolerant one, which reads what
/// others wrote, warnings.
package enum CSVDiagnostics {
  package static let all: [DiagnosticID] = [
    invalidUTF8, raggedRecord, mixedTerminators, textBehindQuote, openQuote, bareCR, strayQuote,
  ]

  package static let invalidUTF8 = DiagnosticID(
    "csv/invalid-utf8", .error,
    """
    A CSV file is read as UTF-8, with or without a byte order mark, and this byte cannot stand there. Save the file \
    as UTF-8; a spreadsheet calls this *CSV UTF-8*.
    """ + OutputNote.text)
  package static let raggedRecord = DiagnosticID(
    "csv/ragged-record", .error,
    """
    Every record has as many fields as the header (RFC 4180, section 2, rule 4). A record with fewer or more was \
    cut off, or holds a delimiter that should be inside quotes. In an input the row is read all the same: cells that are \
    missing are empty, and those without a column are kept.
    """ + OutputNote.text)
  package static let mixedTerminators = DiagnosticID(
    "csv/mixed-terminators", .error,
    """
    Records of one file end alike, all with CRLF or all with LF. Line breaks inside quoted fields are text and may \
    differ.
    """ + OutputNote.text)
  package static let textBehindQuote = DiagnosticID(
    "csv/text-behind-quote", .error,
    """
    Only a delimiter, a line end or the end of the file can follow the quote that closes a field. A quote that \
    is part of the text is written twice. In an input all of it is read as the text of the field.
    """ + OutputNote.text)
  package static let openQuote = DiagnosticID(
    "csv/open-quote", .error,
    """
    A field that begins with a quote goes on to the next single quote. None followed, so that the rest of the file \
    became one field. In an input the quote is then read as text, and the field ends at the next delimiter or line end.
    """ + OutputNote.text)
  package static let bareCR = DiagnosticID(
    "csv/bare-cr", .error,
    """
    A carriage return alone ends a record for some readers and is text for others. Outside quotes it can only stand \
    in front of a line feed.
    """ + OutputNote.text)
  package static let strayQuote = DiagnosticID(
    "csv/stray-quote", .error,
    """
    A field that holds a quote is itself in quotes, and the quote inside is written twice (RFC 4180, section 2, \
    rules 5 to 7). In an input it is read as text.
    """ + OutputNote.text)
}

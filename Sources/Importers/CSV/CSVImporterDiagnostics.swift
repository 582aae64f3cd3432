import DigestDiagnostics

/// What can be wrong with a table of papers.
package enum CSVImporterDiagnostics {
  package static let noColumnOfPapers = DiagnosticID(
    "csv/no-column-of-papers", .error,
    """
    No row of the table is a header in which a column names papers: a title, an id of arXiv, a DOI, an address. The \
    names of columns are known in many spellings, those of the usual reference managers and databases among them; \
    `title`, `authors`, `year`, `doi`, `arxiv` and `url` are always right.
    """)
  package static let noPaper = DiagnosticID(
    "csv/no-paper", .error, "The table has a header, but none of its rows names a paper.")
  package static let numberForID = DiagnosticID(
    "csv/number-for-id", .error,
    """
    A spreadsheet took an id of arXiv for a number and saved that: `2409.10000` became `2409.1`, `0704.0001` became \
    `704.0001`. Which id it was cannot be known, so the table has to be mended: write the id as `arXiv:2409.10000`, \
    which no spreadsheet changes, or give the column the format *Text* before the ids are entered. The other rows are read.
    """)
  package static let assumedSeparator = DiagnosticID(
    "csv/assumed-separator", .note,
    """
    What separates the fields was found out from the first records, and another sign fits nearly as well. A first line \
    `sep=;` says it outright, as it does for Excel.
    """)
  package static let assumedHeader = DiagnosticID(
    "csv/no-header", .warning,
    """
    The table has no header, so what its columns hold was found out from the cells: ids and addresses by their form, the \
    title as the longest text. Write a header, for example `arxiv,title,authors,year`, to say it.
    """)
  package static let keyJoinsNothing = DiagnosticID(
    "csv/key-joins-nothing", .warning,
    """
    A cell of a table of a bundle refers to a record that is not in the table where it should be. What the record says \
    of it is left out, or stands below nothing. Somebody deleted the other record, or put tables of two digests together.
    """)
  package static let noPapersInTable = DiagnosticID(
    "csv/no-papers-in-table", .error,
    """
    The file is a table of a bundle of this package that names no papers: of topics, sections, blocks. Alone it says \
    too little. Give the directory of the bundle, or its file `csv-metadata.json`, to read all tables.
    """)
  package static let missingTable = DiagnosticID(
    "csv/missing-table", .warning,
    """
    The metadata of a bundle names a table that does not stand beside it, or is another table. What it would say is missing \
    from what was read.
    """)
  package static let noTables = DiagnosticID(
    "csv/no-tables", .error,
    """
    The file is metadata of CSV on the Web, but none of the tables that `csv-bundle` writes stands beside it. Tables of \
    papers of other programs are read one by one.
    """)

  package static let all = [
    noColumnOfPapers, noPaper, numberForID, assumedSeparator, assumedHeader, keyJoinsNothing, noPapersInTable,
    missingTable, noTables,
  ]
}

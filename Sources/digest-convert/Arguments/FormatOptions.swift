import ArgumentParser
import DigestConversion
import DigestExporters

/// The choices of each format, as typed flags `--FORMAT-CHOICE`.
struct FormatOptions: ParsableArguments {
  @Option(
    help: choiceHelp(
      "Entry types and fields: biblatex for biber, bibtex for classic styles.", BibTeXOptions.Dialect.self,
      standard: .biblatex,
      valueName: "dialect"),
    completion: choices(BibTeXOptions.Dialect.self), transform: choice)
  var bibtexDialect: BibTeXOptions.Dialect = .biblatex

  @Option(
    help: choiceHelp(
      "Characters beyond ASCII as they are or as LaTeX commands; by default as the dialect needs them.",
      BibTeXOptions.Encoding.self, valueName: "encoding"),
    completion: choices(BibTeXOptions.Encoding.self), transform: choice)
  var bibtexEncoding: BibTeXOptions.Encoding?

  @Option(
    help: choiceHelp(
      "Summaries as notes, or as child outlines for programs without notes; plain has nothing but OPML 2.0.",
      OPMLOptions.Profile.self,
      standard: .notes,
      valueName: "profile"),
    completion: choices(OPMLOptions.Profile.self), transform: choice)
  var opmlProfile: OPMLOptions.Profile = .notes

  @Option(
    help: choiceHelp(
      "How the reading program interprets text: html for Workflowy, Drummer and pandoc.",
      OPMLOptions.TextForm.self, standard: .plain,
      valueName: "form"),
    completion: choices(OPMLOptions.TextForm.self), transform: choice)
  var opmlText: OPMLOptions.TextForm = .plain

  @Option(
    help: choiceHelp(
      "Which program reads the tables: spreadsheet guards formulas and values and writes a byte order mark.",
      CSVOptions.Profile.self, standard: .machine,
      valueName: "profile"),
    completion: choices(CSVOptions.Profile.self), transform: choice)
  var csvProfile: CSVOptions.Profile = .machine

  @Option(
    help: choiceHelp(
      "The separator of fields.", CSVOptions.Delimiter.self, standard: .comma, valueName: "delimiter"),
    completion: choices(CSVOptions.Delimiter.self), transform: choice)
  var csvDelimiter: CSVOptions.Delimiter = .comma

  @Option(
    help: choiceHelp(
      "The end of a record.", CSVOptions.Terminator.self, standard: .crlf, valueName: "terminator"),
    completion: choices(CSVOptions.Terminator.self), transform: choice)
  var csvTerminator: CSVOptions.Terminator = .crlf

  @Flag(
    inversion: .prefixedNo,
    help: "Begin with a byte order mark; by default as the profile says.")
  var csvBom: Bool?

  @Option(
    help: choiceHelp("The table that csv writes.", CSVTable.self, standard: .papers, valueName: "table"),
    completion: choices(CSVTable.self), transform: choice)
  var csvTable: CSVTable = .papers

  @Flag(help: "Begin jats with a DOCTYPE, for checkers that know ids only from the DTD.")
  var jatsDoctype = false

  var exportOptions: ExportOptions {
    var options = ExportOptions()
    options.bibtex = BibTeXOptions(dialect: bibtexDialect, encoding: bibtexEncoding)
    options.opml = OPMLOptions(profile: opmlProfile, textForm: opmlText)
    options.jats = JATSOptions(hasDoctype: jatsDoctype)
    options.csv = CSVOptions(
      profile: csvProfile, delimiter: csvDelimiter, terminator: csvTerminator, byteOrderMark: csvBom)
    options.csvTable = csvTable
    return options
  }
}

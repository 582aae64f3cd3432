import ArgumentParser
import Conversion
import Exporters

/// The choices of each format, as typed flags `--FORMAT-CHOICE`.
struct FormatOptions: ParsableArguments {
  @Option(
    help: choiceHelp(
      "Who reads the tables: spreadsheet guards formulas and writes a byte order mark.",
      CSVOptions.Profile.self,
      valueName: "profile"),
    transform: choice)
  var csvProfile: CSVOptions.Profile = .machine

  @Option(
    help: choiceHelp("What stands between two fields.", CSVOptions.Delimiter.self, valueName: "delimiter"),
    transform: choice)
  var csvDelimiter: CSVOptions.Delimiter = .comma

  @Option(
    help: choiceHelp("What ends a record.", CSVOptions.Terminator.self, valueName: "terminator"),
    transform: choice)
  var csvTerminator: CSVOptions.Terminator = .crlf

  @Flag(
    inversion: .prefixedNo,
    help: "Whether a byte order mark stands first; follows the profile when not given.")
  var csvBom: Bool?

  @Option(
    help: choiceHelp("The table that csv writes.", CSVTable.self, valueName: "table"), transform: choice)
  var csvTable: CSVTable = .papers

  @Option(
    help: choiceHelp(
      "Where OPML has summaries: children is for outliners without notes.", OPMLOptions.Profile.self,
      valueName: "profile"),
    transform: choice)
  var opmlProfile: OPMLOptions.Profile = .notes

  var exportOptions: ExportOptions {
    var options = ExportOptions()
    options.csv = CSVOptions(
      profile: csvProfile, delimiter: csvDelimiter, terminator: csvTerminator, byteOrderMark: csvBom)
    options.csvTable = csvTable
    options.opml = OPMLOptions(profile: opmlProfile)
    return options
  }
}

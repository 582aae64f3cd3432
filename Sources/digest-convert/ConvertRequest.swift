import DigestConversion
import DigestDiagnostics

/// What `convert` or `merge` is asked to do.
struct ConvertRequest {
  var inputs = InputList()
  var formats: [ExportFormat] = []
  /// Whether all inputs become one output in each format.
  var merges = false
  /// What a merged output in `outputDir` is called; `nil` for the periods of its digests.
  var name: String?
  var output: String?
  var outputDir: String?
  var reading = ReadingRequest()
  /// Where what the inputs do not say of papers is looked up.
  var catalogue = CatalogueChoice.none
  /// Which papers are converted, and in which order.
  var selecting = SelectionRequest()
  var exporting = ExportOptions()
  var validates = true
  var diagnostics = ReportFormat.text
  /// Whether findings show the lines that they are about; `nil` for on a terminal.
  var showsSource: Bool?
  var lossReport: String?
  var failOn: [FailOn] = []
  /// Whether an input with an error is written all the same, without what the error is about.
  var keepsGoing = false
  /// How findings count.
  var severities = SeveritySettings()
  var configuration = ConfigurationChoice.found
  /// The configuration that is obeyed; `nil` for none.
  var configurationFile: String?
  var printsSettings = false
  var depfile: String?
  var touches = false
  /// How many inputs are converted at once; `nil` for as many as there are processors.
  var jobs: Int?
  var progress = ProgressChoice.auto
  /// Whether outputs are on the device before the run ends.
  var syncs = true
  var isVerbose = false
  var isQuiet = false

  enum FailOn: String, CaseIterable { case loss, warning }
}

extension ConvertRequest {
  /// Files that are read besides the inputs: no output takes their place.
  var otherSources: [String] { [reading.headingAliases].compactMap(\.self) + selecting.files }

  /// All files but the inputs whose place no output takes: the catalogue and the configuration, too.
  var filesToKeep: [String] { otherSources + [knownCatalogue, configurationFile].compactMap(\.self) }

  /// Where the catalogue is; that nothing says so is reported when it is opened.
  private var knownCatalogue: String? {
    do { return try catalogue.path() } catch { return nil }
  }
}

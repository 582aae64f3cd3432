import DigestConversion
import DigestDiagnostics

/// Where the settings of a run come from.
struct SettingOrigins {
  /// The command line.
  let arguments: [String]
  /// By the name of the setting.
  private var places: [String: SourceLocation] = [:]

  init(arguments: [String]) { self.arguments = arguments }

  mutating func note(_ name: String, _ location: SourceLocation) { places[name] = location }

  /// `.digest-convert.yaml:3:5`, `command line` or `default`.
  func origin(of name: String, spelt spellings: [String] = []) -> String {
    if let place = places[name] {
      var finder = PlaceFinder()
      return finder.place(of: place).label
    }
    let isChosen =
      ([name] + spellings).contains { FormatOptionNames.isChosen($0, in: arguments) }
      || spellings.contains(where: arguments.contains)
    return isChosen ? "command line" : "default"
  }
}

extension ConvertRequest {
  /// What is in force and where it comes from, a line a setting: the answer to `--print-config`.
  func settings(_ origins: SettingOrigins) -> String {
    let csv = exporting.csv
    let catalogue =
      switch catalogue {
      case .none: "none"
      case .usual: "your own"
      case .file(let path): path
      }
    let rows: [(name: String, value: String, spellings: [String])] = [
      ("to", formats.isEmpty ? "by the extension of -o" : formats.map(\.name).joined(separator: ", "), []),
      ("output-dir", outputDir ?? "none", []),
      ("catalogue", catalogue, ["complete"]),
      ("language", reading.language ?? "found in the text", []),
      (
        "aliases", reading.headingAliases ?? (reading.aliases == nil ? "none" : "of the file"),
        ["heading-aliases"]
      ),
      ("bibtex-dialect", exporting.bibtex.dialect.rawValue, []),
      ("bibtex-encoding", exporting.bibtex.encoding.rawValue, []),
      ("opml-profile", exporting.opml.profile.rawValue, []),
      ("opml-text", exporting.opml.textForm.rawValue, []),
      ("csv-profile", csv.profile.rawValue, []), ("csv-delimiter", csv.delimiter.rawValue, []),
      ("csv-terminator", csv.terminator.rawValue, []), ("csv-bom", "\(csv.byteOrderMark)", []),
      ("csv-table", exporting.csvTable.rawValue, []), ("jats-doctype", "\(exporting.jats.hasDoctype)", []),
    ]
    let levels =
      severities.levels.map { ($0.key.name, $0.value.rawValue) }
      + severities.ignored.map { ($0.name, "ignore") }
    let lines =
      ["configuration: \(configurationFile ?? "none")"]
      + rows.map { "\($0.name): \($0.value) (\(origins.origin(of: $0.name, spelt: $0.spellings)))" }
      + levels.sorted { $0.0 < $1.0 }.map { "\($0): \($1) (\(origins.origin(of: $0, spelt: ["ignore"])))" }
    return lines.map { visible($0) + "\n" }.joined()
  }
}

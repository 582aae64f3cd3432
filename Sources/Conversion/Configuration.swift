public import DigestDiagnostics
public import DigestImporters

/// What a project has chosen for all runs over its digests: the content of `.digest-convert.yaml`.
///
/// ```yaml
/// to: [bibtex, csv-bundle]
/// output-dir: out
/// catalogue: papers.sqlite
/// language: vi
/// aliases:
///   Bản đồ chủ đề: topicTree
/// options:
///   bibtex-dialect: bibtex
/// severities:
///   digest/paper-not-in-tree: error
///   digest/rank-gap: ignore
/// ```
public struct Configuration: Sendable {
  /// A value with its place in the file.
  public struct Entry<Value: Sendable>: Sendable {
    /// What the file says.
    public var value: Value
    /// Where it says so.
    public var location: SourceLocation
  }

  /// A choice of a format, by the name that it has on the command line without the dashes.
  public struct Option: Sendable {
    /// `bibtex-dialect`.
    public var name: String
    /// `true` and `false` for flags.
    public var value: String
    /// Where the value stands.
    public var location: SourceLocation
  }

  /// The formats to write.
  public var formats: Entry<[ExportFormat]>?
  /// Where outputs go; relative to the folder of the file.
  public var outputDirectory: Entry<String>?
  /// What completes papers; relative to the folder of the file.
  public var catalogue: Entry<String>?
  /// A BCP 47 tag.
  public var language: Entry<String>?
  /// The built-in names of sections and those of the file.
  public var aliases: Entry<SectionAliases>?
  /// What is chosen about formats, in the order of the file.
  public var options: [Option] = []
  /// How findings count.
  public var severities = SeveritySettings()
  /// Where each of `severities` stands.
  public var severityPlaces: [(id: DiagnosticID, level: String, location: SourceLocation)] = []

  /// The name of the file.
  public static let fileName = ".digest-convert.yaml"
  /// The name that it is easily given instead.
  package static let misspelledName = ".digest-convert.yml"

  /// One of which nothing is said.
  public init() {}
}

/// What can be wrong in a configuration.
package enum ConfigurationDiagnostics {
  static let all = [unknownKey, wrongValue, twoFiles, misspelledName]

  static let unknownKey = DiagnosticID(
    "configuration/unknown-key", .error,
    "A key of `.digest-convert.yaml` is not one that the program knows, so what it was meant to choose would not be "
      + "chosen. The keys are `to`, `output-dir`, `catalogue`, `language`, `aliases`, `options` and `severities`."
  )
  package static let wrongValue = DiagnosticID(
    "configuration/wrong-value", .error,
    "A value of `.digest-convert.yaml` is not of the kind that its key needs, or not one of the words it may be. The "
      + "words are those of the command line.")
  package static let twoFiles = DiagnosticID(
    "configuration/two-files", .error,
    "Two inputs of one run lie below different `.digest-convert.yaml`, so it is unclear which choices are meant. Run "
      + "them apart, or name one file with `--config`, or none with `--no-config`.")
  package static let misspelledName = DiagnosticID(
    "configuration/misspelled-name", .error,
    "A file `.digest-convert.yml` in the folder of an input or above it seems to be a configuration, which is named "
      + "`.digest-convert.yaml`, so its choices would not be made. Rename it, or name it with `--config`; with "
      + "`--no-config` no configuration is looked for.")
}

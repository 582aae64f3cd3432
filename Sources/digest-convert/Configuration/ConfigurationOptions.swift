import ArgumentParser

/// Which configuration a command obeys.
struct ConfigurationOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Read choices from this file; by default from .digest-convert.yaml in the folder of the inputs or the nearest above it.",
      valueName: "file"), completion: .file())
  var config: String?

  @Flag(help: "Read no configuration.")
  var noConfig = false

  func validate() throws {
    if noConfig, config != nil { throw ValidationError("--config and --no-config exclude each other") }
  }

  var choice: ConfigurationChoice { ConfigurationChoice(file: config, isWanted: !noConfig) }
}

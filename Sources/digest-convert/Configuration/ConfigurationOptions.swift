import ArgumentParser

/// Which configuration a command obeys.
struct ConfigurationOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Read choices from this file; by default from .digest-convert.yaml in the folder of the inputs or the nearest above it.",
      valueName: "file"))
  var config: String?

  @Flag(help: "Read no configuration.")
  var noConfig = false

  var choice: ConfigurationChoice { ConfigurationChoice(file: config, isWanted: !noConfig) }
}

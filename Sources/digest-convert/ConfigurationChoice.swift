/// Which configuration a run obeys.
enum ConfigurationChoice: Equatable {
  /// That which is found upwards from the inputs.
  case found
  /// `--config FILE`.
  case file(String)
  /// `--no-config`.
  case none

  /// - Parameters:
  ///   - file: `--config FILE`.
  ///   - isWanted: `false` for `--no-config`.
  init(file: String?, isWanted: Bool) {
    self = isWanted ? file.map(ConfigurationChoice.file) ?? .found : .none
  }
}

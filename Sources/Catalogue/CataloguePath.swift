import DigestPlatform

/// Where the catalogue is that a run uses.
package enum CataloguePath {
  /// The environment variable that names another file than the usual one.
  package static let variable = "DIGEST_CONVERT_CATALOGUE"

  /// The file that was named on the command line, the one of the environment variable, or
  /// `digest-convert/catalogue.sqlite` in the user's folder of data.
  /// - Parameter named: `--catalogue`.
  /// - Throws: where nothing says where the user's files are.
  /// - Source: XDG Base Directory Specification: `XDG_DATA_HOME` counts where it is an absolute path.
  package static func chosen(_ named: String?) throws(CatalogueError) -> String {
    try chosen(named, environment: RunningProgram.environmentVariable)
  }

  static func chosen(
    _ named: String?, environment: (String) -> String?
  ) throws(CatalogueError) -> String {
    if let named { return named }
    if let path = environment(variable), !path.isEmpty { return path }
    let file = "digest-convert/catalogue.sqlite"
    if let data = environment("XDG_DATA_HOME"), FilePath.isAbsolute(data) { return "\(data)/\(file)" }
    if let home = environment("HOME"), FilePath.isAbsolute(home) { return "\(home)/.local/share/\(file)" }
    throw CatalogueError(
      "neither HOME nor XDG_DATA_HOME says where the catalogue is", help: "name its file with --catalogue")
  }
}

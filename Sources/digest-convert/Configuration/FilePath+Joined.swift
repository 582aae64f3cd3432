import DigestPlatform

extension FilePath {
  /// A path that starts at a folder; an absolute one stays as it is.
  static func joined(_ path: String, to folder: String) -> String {
    path.hasPrefix("/") || folder == "." ? path : (folder == "/" ? "/" : folder + "/") + path
  }
}

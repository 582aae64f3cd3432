import DigestConversion
import DigestDiagnostics
import DigestPlatform

extension ConfigurationChoice {
  /// The file, and what it says.
  /// - Parameter inputs: in whose folders, and those above them, a file is looked for.
  /// - Returns: `nil` where there is none.
  /// - Throws: where two inputs have different ones, or where one cannot be read.
  func read(for inputs: [InputFile]) throws(CommandFailure) -> (path: String, content: Configuration)? {
    let path: String?
    switch self {
    case .none: path = nil
    case .file(let name): path = name
    case .found: path = try Self.file(above: inputs)
    }
    guard let path else { return nil }
    let source = try InputFile(path: path).read()
    do {
      let content = try Configuration(
        source, options: FormatOptionNames.all, registry: FormatArguments.registry)
      return (path, content)
    } catch {
      throw CommandFailure(.usage, error.diagnostics)
    }
  }

  private static func file(above inputs: [InputFile]) throws(CommandFailure) -> String? {
    var known: [String: String?] = [:]
    var found: (path: String?, input: InputFile)?
    for input in inputs {
      let folder = input.isStandardInput ? "." : FilePath.directory(of: input.path)
      let path: String?
      if let looked = known[folder] {
        path = looked
      } else {
        path = try file(above: FilePath.resolved(folder))
      }
      known[folder] = path
      if let found, found.path != path {
        throw CommandFailure(.usage, [twoFiles((found.path, found.input), (path, input))])
      }
      found = (path, input)
    }
    return found?.path
  }

  /// - Parameter folder: absolute.
  private static func file(above folder: String) throws(CommandFailure) -> String? {
    var folder = folder
    while true {
      let prefix = FilePath.withSlash(folder)
      let path = prefix + Configuration.fileName
      if FileSystem.exists(path) { return shortened(path) }
      let misspelled = prefix + Configuration.misspelledName
      if FileSystem.exists(misspelled) {
        throw CommandFailure(.usage, [misspelledName(shortened(misspelled))])
      }
      if folder == "/" || !FilePath.isAbsolute(folder) { return nil }
      folder = FilePath.directory(of: folder)
    }
  }

  /// Relative to the working directory where it is below it.
  private static func shortened(_ path: String) -> String {
    let here = FilePath.withSlash(FilePath.resolved(".")).utf8
    return path.utf8.starts(with: here) ? String(Substring(path.utf8.dropFirst(here.count))) : path
  }

  private static func misspelledName(_ path: String) -> Diagnostic {
    Diagnostic(
      ConfigurationDiagnostics.misspelledName,
      "\(quoted(path, limit: .max)) is not read: a configuration is named \(Configuration.fileName)", at: nil,
      help: "rename it, name it with --config, or use --no-config")
  }

  private static func twoFiles(
    _ first: (path: String?, input: InputFile), _ second: (path: String?, input: InputFile)
  ) -> Diagnostic {
    func words(_ side: (path: String?, input: InputFile)) -> String {
      "\(side.path.map { quoted($0, limit: .max) } ?? "none") for \(quoted(side.input.path, limit: .max))"
    }
    return Diagnostic(
      ConfigurationDiagnostics.twoFiles, "two configurations: \(words(first)), \(words(second))", at: nil,
      help: "convert them apart, or use --config or --no-config")
  }
}

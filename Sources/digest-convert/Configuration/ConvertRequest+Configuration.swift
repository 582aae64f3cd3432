import ArgumentParser
import DigestConversion
import DigestDiagnostics
import DigestPlatform

extension ConvertRequest {
  /// The request with what a configuration chooses where the command line chooses nothing.
  /// - Parameters:
  ///   - inputs: those of the request, with what lists and directories name.
  ///   - arguments: the command line.
  /// - Throws: where the configuration cannot be read or is wrong.
  func configured(
    for inputs: [InputFile], _ arguments: [String]
  ) throws(CommandFailure) -> (request: ConvertRequest, origins: SettingOrigins) {
    var origins = SettingOrigins(arguments: arguments)
    guard let (path, content) = try configuration.read(for: inputs) else { return (self, origins) }
    var request = self
    let folder = FilePath.directory(of: path)
    if formats.isEmpty, output == nil || output == "-", let entry = content.formats {
      request.formats = entry.value
      origins.note("to", entry.location)
    }
    if output == nil, outputDir == nil, let entry = content.outputDirectory {
      request.outputDir = FilePath.joined(entry.value, to: folder)
      origins.note("output-dir", entry.location)
    }
    if catalogue == .none, let entry = content.catalogue {
      request.catalogue = .file(FilePath.joined(entry.value, to: folder))
      origins.note("catalogue", entry.location)
    }
    try request.reading.obey(content, &origins)
    request.severities = content.severities.overridden(by: severities)
    for place in content.severityPlaces { origins.note(place.id.name, place.location) }
    try request.choose(content.options, arguments, &origins)
    request.configurationFile = path
    return (request, origins)
  }

  /// Takes over choices of formats that the command line does not make itself.
  private mutating func choose(
    _ options: [Configuration.Option], _ arguments: [String], _ origins: inout SettingOrigins
  ) throws(CommandFailure) {
    var words: [String] = []
    for option in options where !FormatOptionNames.isChosen(option.name, in: arguments) {
      guard let chosen = FormatOptionNames.arguments(option.name, option.value) else {
        throw .wrongConfiguration("\(quoted(option.value)) is neither true nor false", option.location)
      }
      do { _ = try FormatOptions.parse(chosen) } catch {
        throw .wrongConfiguration(
          WrongValue.problem(in: FormatOptions.message(for: error)), option.location)
      }
      words += chosen
      origins.note(option.name, option.location)
    }
    guard !words.isEmpty else { return }
    // What the command line says comes after it, and so counts.
    do { exporting = try FormatOptions.parse(words + formatWords(of: arguments)).exportOptions } catch {
      throw CommandFailure(unexpected: error)
    }
  }

  /// The part of a command line that chooses about formats; it has been read without an error.
  private func formatWords(of arguments: [String]) -> [String] {
    var words: [String] = []
    for (index, argument) in arguments.enumerated() where argument.hasPrefix("--") {
      let name = String(argument.dropFirst(2))
      if FormatOptionNames.valued.contains(name), index + 1 < arguments.count {
        words += [argument, arguments[index + 1]]
      } else if FormatOptionNames.all.contains(where: { FormatOptionNames.isChosen($0, in: [argument]) }) {
        words.append(argument)
      }
    }
    return words
  }
}

extension ReadingRequest {
  /// Takes over what a configuration says of reading, where the command line says nothing.
  mutating func obey(_ content: Configuration, _ origins: inout SettingOrigins) throws(CommandFailure) {
    if language == nil, let entry = content.language {
      do { language = try ReadingOptions.parse(["--language", entry.value]).language } catch {
        throw .wrongConfiguration(
          WrongValue.problem(in: ReadingOptions.message(for: error)), entry.location)
      }
      origins.note("language", entry.location)
    }
    if headingAliases == nil, let entry = content.aliases {
      aliases = entry.value
      origins.note("aliases", entry.location)
    }
  }
}

extension CommandFailure {
  static func wrongConfiguration(_ summary: String, _ location: SourceLocation) -> CommandFailure {
    CommandFailure(.usage, [Diagnostic(ConfigurationDiagnostics.wrongValue, summary, at: location)])
  }
}

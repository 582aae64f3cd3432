import DigestConversion

/// Reads the plain command lines of which makefiles and scripts are full: inputs, formats and where the outputs go.
///
/// ArgumentParser asks the Swift runtime a few hundred questions about types before it has read a word: 2.5 ms, as long
/// as to read a digest. This reader answers the usual line in no time and leaves every other one, also every wrong one,
/// to ArgumentParser, which alone decides what is wrong and says so. A test sees to it that both take a line that this one
/// knows for the same.
enum PlainArguments {
  /// - Returns: `nil` for whatever is not surely understood.
  static func request(from arguments: some Collection<String>) -> ConvertRequest? {
    var request = ConvertRequest()
    var rest = arguments.dropFirst(arguments.first == ConvertCommand.name ? 1 : 0).makeIterator()
    while let argument = rest.next() {
      switch argument {
      case "--quiet", "-q": request.isQuiet = true
      case "--verbose", "-v": request.isVerbose = true
      case "--touch": request.touches = true
      case "--no-validate": request.validates = false
      case "--to":
        guard request.formats.isEmpty, let names = value(rest.next()), let formats = formats(names) else {
          return nil
        }
        request.formats = formats
      case "--output", "-o":
        guard request.output == nil, let path = value(rest.next()) else { return nil }
        request.output = path
      case "--output-dir":
        guard request.outputDir == nil, let path = value(rest.next()) else { return nil }
        request.outputDir = path
      default:
        guard let path = value(argument), !DigestConvert.commandNames.contains(path) else { return nil }
        request.inputs.append(path)
      }
    }
    return request.inputs.isEmpty ? nil : request
  }

  /// A word that is no option; what would be one behind another option is left to ArgumentParser.
  private static func value(_ argument: String?) -> String? {
    guard let argument, !argument.isEmpty, argument == "-" || !argument.utf8.starts(with: "-".utf8) else {
      return nil
    }
    return argument
  }

  private static func formats(_ names: String) -> [ExportFormat]? {
    do { return try FormatArguments.exportFormats(names) } catch { return nil }
  }
}

import DigestConversion

/// Reads the usual command lines of makefiles and scripts: inputs, formats, and where the outputs go.
///
/// ArgumentParser needs 2.5 ms before it has read a word, as long as it takes to read a digest: it asks the Swift
/// runtime a few hundred questions about types. All other lines, and all that are wrong, are left to ArgumentParser,
/// which alone reports mistakes. A test compares what both make of random lines.
enum FastArguments {
  /// - Returns: `nil` for a line that ArgumentParser has to read.
  static func request(from arguments: some Collection<String>) -> ConvertRequest? {
    var request = ConvertRequest()
    var rest = arguments.dropFirst(arguments.first == CommandName.convert.rawValue ? 1 : 0).makeIterator()
    while let argument = rest.next() {
      switch argument {
      case "--quiet", "-q": request.isQuiet = true
      case "--verbose", "-v": request.isVerbose = true
      case "--touch": request.touches = true
      case "--no-sync": request.syncs = false
      case "--no-validate": request.validates = false
      case "--complete":
        if request.catalogue == .none { request.catalogue = .usual }
      case "--catalogue":
        guard let path = value(rest.next()) else { return nil }
        if case .file = request.catalogue { return nil }
        request.catalogue = .file(path)
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
        guard let path = value(argument), CommandName(rawValue: path) == nil else { return nil }
        request.inputs.names.append(path)
      }
    }
    return request.inputs.names.isEmpty ? nil : request
  }

  /// A word that is not an option. ArgumentParser decides what an option after another option is.
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

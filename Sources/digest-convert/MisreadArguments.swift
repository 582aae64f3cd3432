import ArgumentParser
import DigestDiagnostics
import DigestPlatform

/// Arguments that the argument parser would silently take for something else.
enum MisreadArguments {
  /// - Throws: `ValidationError` for a name that is not UTF-8, which would become another name, and for the name of a
  ///   file that begins with a dash, which would be read as options: `-dash.md` contains `-h` and would print the help.
  static func refuse() throws(ValidationError) {
    try refuseMistypedOption()
    var isPastOptions = false
    for index in 1..<max(1, Int(CommandLine.argc)) {
      guard let bytes = CommandLine.unsafeArgv[index] else { return }
      guard let argument = String(validatingCString: bytes) else {
        throw ValidationError(
          "\(quoted(String(cString: bytes))) is not UTF-8; rename the file, or use standard input and output")
      }
      if argument == "--" { isPastOptions = true }
      guard !isPastOptions, argument.hasPrefix("-"), !argument.hasPrefix("--"), argument.utf8.count > 2,
        FileSystem.exists(argument)
      else { continue }
      throw ValidationError(
        "\(quoted(argument)) is read as options; write './\(visible(argument))' for the file")
    }
  }

  /// `digest-convert --verison`: ArgumentParser would say that an input is missing.
  private static func refuseMistypedOption() throws(ValidationError) {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.count == 1, let option = arguments.first, option.hasPrefix("--"),
      option != "--version", option != "--help",
      let name = nearestName(to: String(option.dropFirst(2)), in: ["version", "help"]),
      !ConvertCommand.helpMessage().contains(option)
    else { return }
    throw ValidationError("unknown option \(quoted(option)); did you mean '--\(name)'?")
  }
}

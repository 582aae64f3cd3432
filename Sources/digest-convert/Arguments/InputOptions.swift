import ArgumentParser

/// Which files a command reads.
struct InputOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Files to read; - is standard input, which is read, too, where no file is named and a pipe is connected.",
      valueName: "input"), completion: .file())
  var inputs: [String] = []

  @Option(
    help: ArgumentHelp(
      "Read the names of inputs from this file, one a line or set apart by zero bytes; - is standard input; repeatable.",
      valueName: "file"), completion: .file())
  var filesFrom: [String] = []

  @Flag(help: "Of a directory, read all files below it that have the extension of a format.")
  var recursive = false

  /// What is named, or what a pipe gives; for a command that makes no files.
  func files() throws -> InputList.Found {
    var list = list
    try list.takeStandardInputIfEmpty()
    return try reportingFailure { () throws(CommandFailure) in try list.files(of: FormatArguments.registry) }
  }

  var list: InputList { InputList(names: inputs, lists: filesFrom, isRecursive: recursive) }
}

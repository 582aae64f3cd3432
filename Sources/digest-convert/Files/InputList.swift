import ArgumentParser
import DigestConversion
import DigestDiagnostics
import DigestImporters
import DigestPlatform

/// Which inputs a command is given: names on the command line, lists of names, directories.
struct InputList {
  /// As given; `-` is standard input.
  var names: [String] = []
  /// Files with a name on each line; `-` is standard input.
  var lists: [String] = []
  /// Whether a directory stands for all files below it that can be read.
  var isRecursive = false

  /// Whether more inputs than those that are named may be meant.
  var isOpen: Bool { isRecursive || !lists.isEmpty }

  /// Where nothing is named, what a pipe or a file gives on standard input is meant.
  /// - Throws: where nothing is connected to it, either.
  mutating func takeStandardInputIfEmpty() throws(ValidationError) {
    guard names.isEmpty, lists.isEmpty else { return }
    guard StandardStream.input.isRedirected else {
      throw ValidationError("no input is named; name files, or - for standard input")
    }
    names = ["-"]
  }

  /// The inputs, and what was noticed while they were looked for.
  struct Found {
    var files: [InputFile] = []
    var findings: [Diagnostic] = []
  }

  /// The inputs in the order in which they were given; those of a directory in the order of their names.
  /// - Parameter outputs: the directory of the outputs, in which no inputs are looked for.
  /// - Throws: where a list or a directory cannot be read, or has nothing to read.
  func files(of registry: Registry, without outputs: String? = nil) throws(CommandFailure) -> Found {
    var files = names.map(InputFile.init(input:))
    for list in lists { files += try Self.names(in: InputFile(path: list)).map(InputFile.init(input:)) }
    guard isRecursive else { return Found(files: files) }
    var found = Found()
    for file in files {
      if file.isDirectory, file.directoryFile(of: registry.importers) == nil {
        try Self.add(filesBelow: file, registry, without: outputs, to: &found)
      } else {
        found.files.append(file)
      }
    }
    return found
  }

  /// The names of a list: its lines, or what zero bytes set apart, as `find -print0` writes them.
  private static func names(in list: InputFile) throws(CommandFailure) -> [String] {
    let source = try list.read()
    guard let text = String(validating: source.bytes, as: UTF8.self) else {
      throw CommandFailure(
        .unreadableInput, FileDiagnostics.unreadable, "the list of files is not UTF-8", file: list.name)
    }
    let isZeroed = text.utf8.contains(0)
    let names = text.utf8.split { isZeroed ? $0 == 0 : $0 == 0x0A || $0 == 0x0D }.map {
      String(Substring($0))
    }
    if names.isEmpty {
      throw CommandFailure(
        .unreadableInput, FileDiagnostics.noInput, "the list names no file", file: list.name,
        help: "write the name of one on each line")
    }
    return names
  }

  /// The files below a directory whose names are those of a format. Hidden ones are left out, and links to directories
  /// are not followed.
  private static func add(
    filesBelow root: InputFile, _ registry: Registry, without outputs: String?, to all: inout Found
  ) throws(CommandFailure) {
    let excluded = outputs.map { FilePath.identity(of: $0) }
    var found: [InputFile] = []
    var folders = [""]
    while let folder = folders.popLast() {
      let directory = folder.isEmpty ? root : root.file(folder)
      var below: [String] = []
      let listing = try directory.listing()
      if listing.unreadableNames > 0 {
        all.findings.append(unreadableNames(listing.unreadableNames, in: directory))
      }
      for name in listing.names where !name.hasPrefix(".") {
        let path = folder.isEmpty ? name : "\(folder)/\(name)"
        var file = root.file(path)
        file.outputFolder = folder
        if !file.isDirectory {
          if registry.reads(fileNamed: name) { found.append(file) }
        } else if file.directoryFile(of: registry.importers) != nil {
          found.append(file)
        } else if !FileSystem.isLink(file.path), FilePath.identity(of: file.path) != excluded {
          below.append(path)
        }
      }
      folders += below.reversed()
    }
    if found.isEmpty {
      throw CommandFailure(
        .unreadableInput, FileDiagnostics.noInput,
        "no file below this directory has the extension of a format",
        file: root.name, help: "'formats' lists the extensions; name other files themselves")
    }
    all.files += found
  }

  private static func unreadableNames(_ count: Int, in directory: InputFile) -> Diagnostic {
    Diagnostic(
      FileDiagnostics.unreadableName,
      "\(counted(count, "file")) in this directory \(count == 1 ? "has a name that is" : "have names that are") not UTF-8",
      at: SourceLocation(SourceDocument(name: directory.name, bytes: []), SourceRange(at: 0)),
      help: "rename what is to be read")
  }
}

import DigestConversion
import DigestDiagnostics
import DigestImporters
import DigestPlatform

/// One input as the user named it.
struct InputFile {
  /// As given; `-` is standard input.
  let path: String
  /// The folder below that of the outputs where its outputs go, for an input that was found below a directory; empty for
  /// others.
  var outputFolder = ""

  /// Whether a directory in its place could be read with `--recursive`.
  var canBeDirectory = false

  init(path: String) { self.path = path }

  /// An input of a command with `--recursive`.
  init(input path: String) {
    self.path = path
    canBeDirectory = true
  }

  var isStandardInput: Bool { path == "-" }

  /// What messages call it.
  var name: String { isStandardInput ? "<stdin>" : path }

  /// The name without folders and extension, after which outputs in a directory are named.
  var stem: String { isStandardInput ? "stdin" : SourceDocument.stem(ofPath: path) }

  /// The most bytes of an input: md4c and libxml2 count in 32 bits what an input holds and what becomes of it.
  static let limit = 1 << 30
  /// The most bytes that are read.
  var mostBytes = Self.limit

  /// The whole input, with the files beside it that belong to it.
  ///
  /// A directory is read where the file that stands for one of a format is in it.
  func read(
    for converter: Converter, _ importer: (any Importer)?
  ) throws(CommandFailure) -> SourceDocument {
    let main = directoryFile(of: converter.registry.importers) ?? self
    let source = try main.read()
    if main.isStandardInput { return source }
    let names: [String]
    do {
      names = try converter.companions(of: source, with: importer)
    } catch {
      throw CommandFailure(.invalidInput, error.diagnostics)
    }
    guard !names.isEmpty else { return source }
    // What is missing the importer reports: it knows what it was for.
    let files = names.map { beside(main.folder + $0) }.filter { FileSystem.exists($0.path) }
    var companions: [SourceDocument] = []
    for file in files { companions.append(try file.read()) }
    return SourceDocument(name: source.name, bytes: source.bytes, companions: companions)
  }

  var isDirectory: Bool { !isStandardInput && FileSystem.exists(path + "/.") }

  /// The file that stands for a directory.
  /// - Returns: `nil` where the path is not a directory, or none is in it.
  func directoryFile(of importers: [any Importer]) -> InputFile? {
    guard isDirectory else { return nil }
    return importers.lazy.compactMap(\.directoryFile).map(file)
      .first { FileSystem.exists($0.path) }
  }

  /// The names in a directory, sorted; none where it is not a directory.
  func names() throws(CommandFailure) -> [String] { isDirectory ? try listing().names : [] }

  /// What is in a directory.
  func listing() throws(CommandFailure) -> DirectoryListing {
    do {
      return try DirectoryListing(of: path)
    } catch {
      throw failure(error)
    }
  }

  /// A file of a directory.
  func file(_ name: String) -> InputFile {
    beside(FilePath.withSlash(path) + name)
  }

  /// Another file that is read with this one.
  private func beside(_ path: String) -> InputFile {
    var file = InputFile(path: path)
    file.mostBytes = mostBytes
    return file
  }

  /// What stands before the name of the file, with its slash.
  private var folder: String {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<path.utf8.index(after: $0)]) } ?? ""
  }

  /// The whole input.
  func read() throws(CommandFailure) -> SourceDocument {
    do {
      let bytes =
        isStandardInput
        ? try FileReading.bytesOfStandardInput(limit: mostBytes)
        : try FileReading.bytes(ofFile: path, limit: mostBytes)
      return SourceDocument(name: name, bytes: bytes)
    } catch {
      throw failure(error)
    }
  }

  private var adviceOnDirectory: String? {
    if isStandardInput { return nil }
    guard canBeDirectory else { return "name one of its files" }
    return
      "name its files, for example \(visible(FilePath.withSlash(name)))*.md, or use --recursive"
  }

  /// The file that was probably meant by the name of one that is missing.
  private var similarName: String? {
    let missing = String(path.dropFirst(folder.count))
    // Of short names too many are similar, and in a big folder looking would take long.
    guard missing.utf8.count >= 6 else { return nil }
    do {
      let names = try DirectoryListing(of: folder.isEmpty ? "." : folder).names
      return names.count > 500 ? nil : nearestName(to: missing, in: names).map { folder + $0 }
    } catch {
      // The folder is missing, too.
      return nil
    }
  }

  func failure(_ error: SystemError) -> CommandFailure {
    switch error {
    case .missing:
      CommandFailure(
        .unreadableInput, FileDiagnostics.missing, "there is no such file", file: name,
        help: similarName.map { "did you mean \(quoted($0, limit: .max))?" })
    case .isDirectory:
      CommandFailure(
        .unreadableInput, FileDiagnostics.isDirectory, "the input is a directory, not a file", file: name,
        help: adviceOnDirectory)
    case .fileTooLarge:
      CommandFailure(
        .unreadableInput, FileDiagnostics.unreadable,
        "the input is larger than \(mostBytes) bytes, the limit", file: name)
    default:
      CommandFailure(
        .unreadableInput, FileDiagnostics.unreadable, "the input cannot be read: \(error.reason)",
        file: name)
    }
  }
}

import DigestConversion
import DigestDiagnostics
import DigestPlatform

/// One input as the user named it.
struct InputFile {
  /// As given; `-` is standard input.
  let path: String

  var isStandardInput: Bool { path == "-" }

  /// What messages call it.
  var name: String { isStandardInput ? "<stdin>" : path }

  /// The name without folders and extension, after which outputs in a directory are named.
  var stem: String { isStandardInput ? "stdin" : SourceDocument.stem(ofPath: path) }

  /// The most bytes of an input: md4c and libxml2 count in 32 bits what an input holds and what becomes of it.
  static let limit = 1 << 30

  /// The whole input.
  func read() throws(CommandFailure) -> SourceDocument {
    do {
      let bytes =
        isStandardInput
        ? try FileReading.bytesOfStandardInput(limit: Self.limit)
        : try FileReading.bytes(ofFile: path, limit: Self.limit)
      return SourceDocument(name: name, bytes: bytes)
    } catch {
      throw failure(error)
    }
  }

  private func failure(_ error: SystemError) -> CommandFailure {
    switch error {
    case .missing:
      CommandFailure(.unreadableInput, FileDiagnostics.missing, "there is no such file", file: name)
    case .isDirectory:
      CommandFailure(
        .unreadableInput, FileDiagnostics.isDirectory, "the input is a directory, not a file", file: name,
        help: isStandardInput
          ? nil : "name its files, for example \(visible(name.hasSuffix("/") ? name : name + "/"))*.md")
    case .fileTooLarge:
      CommandFailure(
        .unreadableInput, FileDiagnostics.unreadable,
        "the input is larger than \(Self.limit) bytes, the limit", file: name)
    default:
      CommandFailure(
        .unreadableInput, FileDiagnostics.unreadable, "the input cannot be read: \(error.reason)",
        file: name)
    }
  }
}

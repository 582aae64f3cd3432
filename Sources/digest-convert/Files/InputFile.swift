import DigestConversion
import DigestDiagnostics
import Glibc

/// One input as the user named it.
struct InputFile {
  /// As given; `-` is standard input.
  let path: String

  var isStandardInput: Bool { path == "-" }

  /// What messages call it.
  var name: String { isStandardInput ? "<stdin>" : path }

  /// The name without folders and without extension: what outputs in a directory are called by.
  var stem: String { isStandardInput ? "stdin" : SourceDocument.stem(ofPath: path) }

  /// The most bytes of an input: what md4c and libxml2 count in 32 bits has to hold an input and what becomes of it.
  private static let mostBytes = 1 << 30

  /// The whole input.
  func read() throws(CommandFailure) -> SourceDocument {
    let descriptor = isStandardInput ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(errno) }
    defer { if !isStandardInput { close(descriptor) } }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure(errno) }
    if status.st_mode & S_IFMT == S_IFDIR { throw failure(EISDIR) }
    let size = status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : 0
    return SourceDocument(name: name, bytes: try readAll(descriptor, expecting: size))
  }

  private func readAll(_ descriptor: Int32, expecting size: Int) throws(CommandFailure) -> [UInt8] {
    guard size <= Self.mostBytes else { throw tooLarge }
    var code: Int32 = 0
    // One byte more than the size, so that the end is seen without another allocation.
    var bytes = [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
      while count < buffer.count {
        guard let base = buffer.baseAddress else { return }
        let got = Glibc.read(descriptor, base + count, buffer.count - count)
        if got < 0, errno == EINTR { continue }
        if got < 0 { code = errno }
        if got <= 0 { return }
        count += got
      }
    }
    guard code == 0 else { throw failure(code) }
    guard bytes.count > size else { return bytes }
    // A pipe, or a file that grew.
    var chunk = [UInt8](repeating: 0, count: 64 * 1024)
    while true {
      let got = chunk.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw failure(errno) }
      if got == 0 { return bytes }
      bytes.append(contentsOf: chunk[..<got])
      guard bytes.count <= Self.mostBytes else { throw tooLarge }
    }
  }

  private var tooLarge: CommandFailure {
    CommandFailure(
      .unreadableInput, FileDiagnostics.unreadable,
      "the input is larger than \(Self.mostBytes) bytes, the limit",
      file: name)
  }

  private func failure(_ code: Int32) -> CommandFailure {
    switch code {
    case ENOENT:
      CommandFailure(.unreadableInput, FileDiagnostics.missing, "there is no such file", file: name)
    case EISDIR:
      CommandFailure(
        .unreadableInput, FileDiagnostics.isDirectory, "the input is a directory, not a file", file: name,
        help: isStandardInput
          ? nil : "name its files, for example \(visible(name.hasSuffix("/") ? name : name + "/"))*.md")
    default:
      CommandFailure(
        .unreadableInput, FileDiagnostics.unreadable, "the input cannot be read: \(systemReason(code))",
        file: name)
    }
  }
}

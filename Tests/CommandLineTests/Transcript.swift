import DigestTestSupport
import Foundation
import Testing

/// One case of a transcript file: files, a command, and what the command must print.
///
/// ```
/// === title of the case
/// --- file NAME
/// content
/// --- run
/// digest-convert NAME --to yaml
/// --- stdout
/// --- stderr
/// NAME:1:1: error: …
/// --- status 4
/// ```
/// The command runs in `sh`, in a folder that holds the files and nothing else. A part that is left out is expected to
/// be empty, and the status to be 0. In expected text a line `…` stands for any lines, and `…` at the end of a line for
/// its rest. The text before the first `===` says what the file is about.
struct Transcript: Sendable, CustomTestStringConvertible {
  var title = ""
  /// Where the case begins: `usage.txt:12`.
  var place = ""
  var files: [(name: String, content: String)] = []
  var command = ""
  var stdout = ""
  var stderr = ""
  var status: Int32 = 0

  var testDescription: String { "\(place) \(title)" }

  /// All cases of all files, in the order of the file names.
  static let all: [Transcript] = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "Transcripts")
    let files =
      (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    return files.filter { $0.pathExtension == "txt" }.sorted { $0.path < $1.path }.flatMap { file in
      parse((try? String(contentsOf: file, encoding: .utf8)) ?? "", file: file.lastPathComponent)
    }
  }()

  /// All, or those of the one file that the environment variable `TRANSCRIPTS` names (`usage.txt`): `scripts/mutate` runs
  /// no more than it needs.
  static let chosen: [Transcript] = {
    guard let file = ProcessInfo.processInfo.environment["TRANSCRIPTS"] else { return all }
    return all.filter { $0.place.hasPrefix(file + ":") }
  }()

  private static func parse(_ text: String, file: String) -> [Transcript] {
    var cases: [Transcript] = []
    var part = ""
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.hasPrefix("=== ") {
        cases.append(Transcript(title: String(line.dropFirst(4)), place: "\(file):\(number + 1)"))
        part = ""
      } else if line.hasPrefix("--- "), !cases.isEmpty {
        part = String(line.dropFirst(4))
        cases[cases.count - 1].begin(part)
      } else if !cases.isEmpty, !part.isEmpty {
        cases[cases.count - 1].add(line + "\n", to: part)
      }
    }
    return cases.map(\.withoutTrailingBlankLine)
  }

  /// Without the blank line, or the end of the file, before the next case.
  private var withoutTrailingBlankLine: Transcript {
    var copy = self
    for part in [\Transcript.stdout, \.stderr]
    where copy[keyPath: part].hasSuffix("\n\n") || copy[keyPath: part] == "\n" {
      copy[keyPath: part].removeLast()
    }
    return copy
  }

  private mutating func begin(_ part: String) {
    if part.hasPrefix("file ") { files.append((String(part.dropFirst(5)), "")) }
    if part.hasPrefix("status ") { status = Int32(part.dropFirst(7)) ?? -1 }
  }

  private mutating func add(_ line: String, to part: String) {
    switch part {
    case "run": command += line
    case "stdout": stdout += line
    case "stderr": stderr += line
    case _ where part.hasPrefix("file "): files[files.count - 1].content += line
    // A blank line between cases.
    default: #expect(line == "\n", "\(place): text in no part: \(line)")
    }
  }
}

/// What a command printed and how it ended.
struct CommandResult {
  var stdout: String
  var stderr: String
  var status: Int32
}

/// Runs commands with the `digest-convert` that was built with these tests on their path.
enum Shell {
  /// The folder of that program.
  static let binaryFolder = (Bundle.main.executableURL ?? SharedFolder.packageRoot)
    .deletingLastPathComponent()

  /// What `scripts/mutate` and `scripts/coverage` tell a program that they have built.
  private static let passedOn = ProcessInfo.processInfo.environment.filter {
    ["MUTANT", "LLVM_PROFILE_FILE"].contains($0.key)
  }

  /// - Parameter folder: where the command runs.
  static func run(_ command: String, in folder: URL) throws -> CommandResult {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", command]
    process.currentDirectoryURL = folder
    process.environment = passedOn.merging(
      ["PATH": "\(binaryFolder.path):/usr/local/bin:/usr/bin:/bin", "COLUMNS": "100"]
    ) { $1 }
    let (outFile, errFile) = (
      folder.appendingPathExtension("stdout"), folder.appendingPathExtension("stderr")
    )
    for file in [outFile, errFile] { try Data().write(to: file) }
    defer { for file in [outFile, errFile] { try? FileManager.default.removeItem(at: file) } }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: outFile)
    process.standardError = try FileHandle(forWritingTo: errFile)
    try process.run()
    process.waitUntilExit()
    return CommandResult(
      stdout: String(decoding: try Data(contentsOf: outFile), as: UTF8.self),
      stderr: String(decoding: try Data(contentsOf: errFile), as: UTF8.self),
      status: process.terminationStatus)
  }
}

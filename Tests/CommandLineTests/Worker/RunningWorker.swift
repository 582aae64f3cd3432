import DigestTestSupport
import Foundation
import Testing

/// A `digest-convert worker` that runs beside a test, which sends it requests and takes its replies.
final class RunningWorker {
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private var bytes: [UInt8] = []

  init(_ arguments: [String] = []) throws {
    process.executableURL = Shell.binaryFolder.appendingPathComponent("digest-convert")
    process.arguments = ["worker"] + arguments
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
  }

  deinit { if process.isRunning { process.interrupt() } }

  /// Sends text as it is; no more than a pipe holds at a time.
  func send(_ text: String) throws { try input.fileHandleForWriting.write(contentsOf: Data(text.utf8)) }

  func closeInput() throws { try input.fileHandleForWriting.close() }

  func closeOutput() throws { try output.fileHandleForReading.close() }

  /// The next line; `nil` at the end.
  func line() throws -> String? {
    while true {
      if let end = bytes.firstIndex(of: 0x0A) {
        defer { bytes.removeFirst(end + 1) }
        return String(decoding: bytes[..<end], as: UTF8.self)
      }
      let more = output.fileHandleForReading.availableData
      if more.isEmpty { return nil }
      bytes += more
    }
  }

  /// The ids and statuses of so many replies: `1 0`.
  func replies(_ count: Int) throws -> [String] {
    try (0..<count).map { _ in try Self.short(#require(try line())) }
  }

  /// Those of all replies that are left.
  func lastReplies() throws -> [String] {
    var replies: [String] = []
    while let line = try line() { replies.append(try Self.short(line)) }
    return replies
  }

  static func short(_ line: String) throws -> String {
    let reply = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    return "\(reply["id"] ?? "none") \(reply["status"] ?? "none")"
  }

  func end() -> Int32 {
    process.waitUntilExit()
    return process.terminationStatus
  }

  func send(signal: Int32) { _ = kill(process.processIdentifier, signal) }

  /// The bytes that it and its processes have in memory.
  var memory: Int {
    get throws {
      try ([process.processIdentifier] + children).reduce(0) { sum, id in
        let status = try String(contentsOfFile: "/proc/\(id)/status", encoding: .utf8)
        let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") })
        return sum + (try #require(Int(line.filter(\.isNumber)))) << 10
      }
    }
  }

  /// The processes that it has started.
  var children: [Int32] {
    get throws {
      let id = process.processIdentifier
      let text = try String(contentsOfFile: "/proc/\(id)/task/\(id)/children", encoding: .utf8)
      return text.split(separator: " ").compactMap { Int32($0) }
    }
  }
}

/// Whether the system shows what the tests of processes need.
let hasProcesses = FileManager.default.fileExists(atPath: "/proc/self/task")

/// A short digest as a request.
func request(_ id: Int, to format: String = "bibtex") -> String {
  #"{"id": \#(id), "name": "a.md", "text": "- `2409.10000`: Alpha-\#(id)\n", "to": "\#(format)"}"# + "\n"
}

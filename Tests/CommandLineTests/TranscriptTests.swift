import Foundation
import Testing

/// Runs every case of `Transcripts/*.txt`.
@Suite struct TranscriptTests {
  @Test func hasCases() { #expect(Transcript.all.count > 20) }

  @Test(arguments: Transcript.chosen)
  func printsWhatTheTranscriptSays(transcript: Transcript) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "transcript-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for file in transcript.files {
      try Data(file.content.utf8).write(to: folder.appendingPathComponent(file.name))
    }
    let result = try Shell.run(transcript.command, in: folder)
    #expect(matches(result.stdout, transcript.stdout), "stdout of \(transcript.place):\n\(result.stdout)")
    #expect(matches(result.stderr, transcript.stderr), "stderr of \(transcript.place):\n\(result.stderr)")
    #expect(result.status == transcript.status, "status of \(transcript.place)")
  }

  /// Line by line. `…` stands for any lines, or for none.
  private func matches(_ found: String, _ expected: String) -> Bool {
    matches(
      found.split(separator: "\n", omittingEmptySubsequences: false)[...],
      expected.split(separator: "\n", omittingEmptySubsequences: false)[...])
  }

  private func matches(_ found: ArraySlice<Substring>, _ expected: ArraySlice<Substring>) -> Bool {
    guard let first = expected.first else { return found.isEmpty }
    if first == "…" {
      return (found.startIndex...found.endIndex).contains { matches(found[$0...], expected.dropFirst()) }
    }
    guard let line = found.first else { return false }
    let isEqual = first.hasSuffix("…") ? line.hasPrefix(first.dropLast()) : line == first
    return isEqual && matches(found.dropFirst(), expected.dropFirst())
  }
}

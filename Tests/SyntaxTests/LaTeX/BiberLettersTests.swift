import Foundation
import Testing

@testable import DigestSyntax

/// Rule B16: what biber makes of our ASCII.
@Suite struct BiberLettersTests {
  private static let biber = ["/usr/bin/biber", "/usr/local/bin/biber"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  /// Every letter of the tables, every letter of Vietnamese, and every letter of ASCII with one or two marks that is one
  /// character of Unicode.
  private static let letters: [String] = {
    var letters = LaTeXEncoderTests.vietnamese.map(\.precomposedStringWithCanonicalMapping)
    letters += LaTeXTables.letters.map { String($0.character) }
    let marks = LaTeXTables.accents.map { String($0.mark) }
    for base in "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ" {
      for first in marks {
        for second in [""] + marks {
          letters.append(("\(base)\(first)\(second)").precomposedStringWithCanonicalMapping)
        }
      }
    }
    var known: Set<String> = []
    return letters.filter { $0.unicodeScalars.count == 1 && known.insert($0).inserted }
  }()

  @Test(
    "B16: biber reads each letter as itself, or leaves LaTeX for it, but for those of the table",
    .enabled(if: biber != nil))
  func readsLettersButForThoseOfTheTable() throws {
    let path = try #require(Self.biber)
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("biber-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var encoder = LaTeXEncoder(repertoire: .ascii, isForBiber: true)
    var file = ""
    for (i, letter) in Self.letters.enumerated() {
      file += "@online{k\(i), title = {w\(String(decoding: encoder.encode(letter), as: UTF8.self))w}}\n"
    }
    try file.write(to: folder.appendingPathComponent("in.bib"), atomically: true, encoding: .utf8)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.currentDirectoryURL = folder
    process.arguments = ["--tool", "--quiet", "--output-encoding=utf8", "--output-file", "out.bib", "in.bib"]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let output = try String(contentsOf: folder.appendingPathComponent("out.bib"), encoding: .utf8)
    let titles = output.split(separator: "\n").filter { $0.contains("TITLE = {") }
    try #require(titles.count == Self.letters.count)
    var misread: Set<Unicode.Scalar> = []
    for (letter, title) in zip(Self.letters, titles) {
      let read = title.drop { $0 != "{" }.filter { !"{},".contains($0) }.dropFirst().dropLast()
      let isLaTeX = read.unicodeScalars.first == "\\"
      if !isLaTeX, String(read).precomposedStringWithCanonicalMapping != letter,
        let scalar = letter.unicodeScalars.first
      {
        misread.insert(scalar)
      }
    }
    #expect(misread == LaTeXTables.misreadByBiber)
    #expect(Set(encoder.misread) == misread)
  }

  @Test("B16: UTF-8, and ASCII for BibTeX, have none of these letters")
  func notesThemInASCIIForBiberOnly() {
    for (repertoire, isForBiber, expected) in [
      (LaTeXEncoder.Repertoire.ascii, true, ["ổ", "ẩ"]), (.ascii, false, []), (.unicode, true, []),
    ] as [(LaTeXEncoder.Repertoire, Bool, [Unicode.Scalar])] {
      var encoder = LaTeXEncoder(repertoire: repertoire, isForBiber: isForBiber)
      _ = encoder.encode("tổ ong ổ cẩn thận, ế")
      #expect(encoder.misread == expected)
      encoder.resetUnwritable()
      #expect(encoder.misread.isEmpty)
    }
  }
}

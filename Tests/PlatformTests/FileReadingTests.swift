import DigestPlatform
import Foundation
import Testing

@Suite struct FileReadingTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: [0, 1, 200_000])
  func readsAllBytes(count: Int) throws {
    let text = String(repeating: "a", count: count)
    let path = try folder.write(text, to: "a")
    #expect(try FileReading.bytes(ofFile: path, limit: 1 << 20) == Array(text.utf8))
  }

  /// The size of a device is 0, so the end must be found by reading.
  @Test func readsAFileWithoutSize() throws {
    let read = try FileReading.bytes(ofFile: "/dev/null", limit: 10)
    #expect(read.isEmpty)
  }

  @Test func refusesFilesBeyondTheLimit() throws {
    let path = try folder.write("12345", to: "a")
    #expect(try FileReading.bytes(ofFile: path, limit: 5).count == 5)
    #expect(throws: SystemError.fileTooLarge) { try FileReading.bytes(ofFile: path, limit: 4) }
  }

  @Test func refusesEndlessStreamsBeyondTheLimit() {
    #expect(throws: SystemError.fileTooLarge) { try FileReading.bytes(ofFile: "/dev/zero", limit: 1 << 20) }
  }

  @Test func saysWhyAFileCannotBeRead() throws {
    let file = try folder.write("", to: "a")
    #expect(throws: SystemError.missing) { try FileReading.bytes(ofFile: folder("b"), limit: 1) }
    #expect(throws: SystemError.isDirectory) { try FileReading.bytes(ofFile: folder.path, limit: 1) }
    #expect(throws: SystemError.notADirectory) { try FileReading.bytes(ofFile: file + "/b", limit: 1) }
    let longName = String(repeating: "n", count: 300)
    #expect(throws: SystemError.nameTooLong) { try FileReading.bytes(ofFile: folder(longName), limit: 1) }
  }

  @Test func comparesBytesWithAFileInPieces() throws {
    let text = String(repeating: "a", count: 100_000)
    let path = try folder.write(text, to: "a")
    var bytes = Array(text.utf8)
    #expect(try FileReading.file(path, holds: bytes))
    bytes[99_999] = 0
    #expect(try !FileReading.file(path, holds: bytes))
    #expect(try !FileReading.file(path, holds: bytes.dropLast()))
    #expect(try !FileReading.file(path, holds: bytes + [0]))
    #expect(throws: SystemError.missing) { try FileReading.file(folder("b"), holds: []) }
  }
}

import DigestPlatform
import Foundation
import Testing

@Suite struct DirectoryListingTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func sortsNamesByTheirBytes() throws {
    for name in ["b", "a", "é", "B", ".hidden"] { try folder.write("", to: name) }
    #expect(try DirectoryListing(of: folder.path).names == [".hidden", "B", "a", "b", "é"])
  }

  @Test func anEmptyDirectoryHasNoNames() throws {
    #expect(try DirectoryListing(of: folder.path).names.isEmpty)
  }

  @Test func countsNamesThatAreNotUTF8() throws {
    try folder.write("", to: "a")
    let made = folder("").utf8CString.dropLast() + [CChar(bitPattern: 0xFF), 0]
    let descriptor = Array(made).withUnsafeBufferPointer { open($0.baseAddress!, O_CREAT | O_WRONLY, 0o600) }
    try #require(descriptor >= 0)
    close(descriptor)
    let listing = try DirectoryListing(of: folder.path)
    #expect(listing.names == ["a"])
    #expect(listing.unreadableNames == 1)
  }

  @Test func saysWhyADirectoryCannotBeRead() {
    #expect(throws: SystemError.missing) { try DirectoryListing(of: folder("none")) }
  }

  @Test func aFileIsNotADirectory() throws {
    let file = try folder.write("", to: "a")
    #expect(throws: SystemError.notADirectory) { try DirectoryListing(of: file) }
  }
}

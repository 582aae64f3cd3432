import Foundation
import Testing

@testable import DigestPlatform

/// Temporary files of runs that were killed go; those of others stay.
@Suite struct StagingFolderTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func removesWhatAKilledRunLeft() throws {
    let name = TemporaryName.make(number: 7)
    for file in [name, name + ".old", ".digest-convert-1-0.tmp", name + ".new", "a"] {
      try folder.write("", to: file)
    }
    _ = try StagingFolder(folder.path, removesLeftovers: true)
    #expect(try folder.names() == [".digest-convert-1-0.tmp", name + ".new", "a"].sorted())
  }

  @Test func leavesFilesOfARunThatIsNotOver() throws {
    let name = TemporaryName.make(number: 0)
    let other = try StagingFolder(folder.path, removesLeftovers: true)
    try folder.write("", to: name)
    try withExtendedLifetime(other) {
      _ = try StagingFolder(folder.path, removesLeftovers: true)
      #expect(try folder.names() == [name])
    }
  }

  @Test func looksForThemOnlyWhenAsked() throws {
    let name = TemporaryName.make(number: 0)
    try folder.write("", to: name)
    _ = try StagingFolder(folder.path, removesLeftovers: false)
    #expect(try folder.names() == [name])
  }

  @Test(arguments: ["-1-0.tmp", "-1-0.tmp.old", "-12-345.tmp"])
  func knowsItsNames(end: String) {
    let host = TemporaryName.make(number: 0).split(separator: "-").prefix(3).joined(separator: "-")
    #expect(TemporaryName.isOfThisHost(host + end))
    #expect(!TemporaryName.isOfThisHost(".digest-convert-00000000" + end))
    #expect(!TemporaryName.isOfThisHost(host + "-x" + end))
    #expect(!TemporaryName.isOfThisHost(host + end + "x"))
    #expect(!TemporaryName.isOfThisHost("a" + host + end))
  }

  @Test func saysThatThereIsNoFolder() {
    #expect(throws: SystemError.missing) { try StagingFolder(folder("a"), removesLeftovers: true) }
  }
}

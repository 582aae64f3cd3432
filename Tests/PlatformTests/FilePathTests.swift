import DigestPlatform
import Foundation
import Testing

@Suite struct FilePathTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: [
    ("a", "."), ("/a", "/"), ("a/b", "a"), ("/a/b.c", "/a"), ("a/", "a"),
    // What joins with a slash to one character of Swift.
    ("a/\u{32E}b", "a"), ("/\u{32E}b", "/"), ("a/\u{200D}/\u{FE0F}", "a/\u{200D}"),
  ])
  func findsTheDirectory(path: String, directory: String) {
    #expect(FilePath.directory(of: path) == directory)
  }

  @Test func knowsSlashesBeforeCombiningMarks() {
    #expect(FilePath.isAbsolute("/\u{32E}b"))
    #expect(FilePath.joined("/\u{32E}b", to: "c") == "/\u{32E}b")
    #expect(
      FilePath.withSlash("a/") == "a/" && FilePath.withSlash("a") == "a/" && FilePath.withSlash("/") == "/")
  }

  @Test func namesAFileThatBeginsWithACombiningMark() throws {
    try FileManager.default.createDirectory(atPath: folder("sub"), withIntermediateDirectories: false)
    let identity = folder("sub/\u{32E}x")
    for path in ["sub/\u{32E}x", "sub/./\u{32E}x", "sub/\u{32E}y/../\u{32E}x"] {
      #expect(FilePath.identity(of: folder(path)).utf8.elementsEqual(identity.utf8), "\(path)")
    }
  }

  @Test func followsLinksToNothing() throws {
    try FileManager.default.createSymbolicLink(atPath: folder("a"), withDestinationPath: "b")
    try FileManager.default.createSymbolicLink(atPath: folder("b"), withDestinationPath: folder("c"))
    #expect(FilePath.resolved(folder("a")) == folder("c"))
  }

  @Test func givesUpOnALinkToItself() throws {
    try FileManager.default.createSymbolicLink(atPath: folder("a"), withDestinationPath: "a")
    #expect(FilePath.resolved(folder("a")) == folder("a"))
  }

  @Test func namesAFileThatDoesNotExistInOneWay() throws {
    try FileManager.default.createDirectory(atPath: folder("real"), withIntermediateDirectories: false)
    try FileManager.default.createSymbolicLink(atPath: folder("link"), withDestinationPath: "real")
    let identity = folder("real/new/a")
    for path in [
      "real/new/a", "link/new/a", "link/./new//a", "real/../link/new/a", "none/../real/new/a",
      "real/new/b/../a", "none/none/../../link/new/./a",
    ] {
      #expect(FilePath.identity(of: folder(path)) == identity, "\(path)")
    }
  }

  @Test func tellsFoldersApartWhoseNamesAreNotUTF8() throws {
    for byte in [0xFE, 0xFF] as [UInt8] {
      let name = (Array("\(folder.path)/".utf8) + [byte, 0]).map { CChar(bitPattern: $0) }
      #expect(mkdir(name, 0o777) == 0)
      #expect(symlink(name, folder("link\(byte)")) == 0)
    }
    let identity = FilePath.identity(of: folder("link255/new/a"))
    #expect(FilePath.identity(of: folder("link255/./new/b/../a")) == identity)
    #expect(FilePath.identity(of: folder("link254/new/a")) != identity)
  }

  @Test func saysWhatStandsAtAPath() throws {
    let file = try folder.write("abc", to: "a")
    #expect(try FileStatus.atPath(file)?.kind == .regularFile)
    #expect(try FileStatus.atPath(file)?.size == 3)
    #expect(try FileStatus.atPath(folder.path)?.kind == .directory)
    #expect(try FileStatus.atPath("/dev/null")?.kind == .device)
    #expect(try FileStatus.atPath(folder("b")) == nil)
    #expect(try FileStatus.atPath(file + "/b") == nil)
    try FileManager.default.createSymbolicLink(atPath: folder("loop"), withDestinationPath: "loop")
    #expect(throws: SystemError.tooManyLinks) { try FileStatus.atPath(folder("loop")) }
  }

  @Test func makesAndRemovesDirectories() throws {
    try FileSystem.makeDirectory(folder("d"))
    #expect(throws: SystemError.exists) { try FileSystem.makeDirectory(folder("d")) }
    try folder.write("", to: "d/a")
    FileSystem.removeEmptyDirectory(folder("d"))
    #expect(FileSystem.exists(folder("d/a")))
  }

  @Test func joinsAPathToAFolder() {
    for (path, folder, joined) in [
      ("a", ".", "a"), ("/a", "b", "/a"), ("a", "/", "/a"), ("a/b", "../c", "../c/a/b"),
    ] {
      #expect(FilePath.joined(path, to: folder) == joined)
    }
    #expect(FilePath.directory(of: "/a") == "/")
    #expect(FilePath.directory(of: "a") == ".")
    #expect(FilePath.directory(of: "/a/b") == "/a")
  }
}

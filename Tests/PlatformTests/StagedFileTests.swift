import DigestPlatform
import Foundation
import Testing

@Suite struct StagedFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func staged(_ text: String, for name: String, number: Int = 0) throws -> StagedFile {
    let target = folder(name)
    let file = try StagedFile.make(
      Array(text.utf8), beside: target, replacing: FileStatus.atPath(target), number: number)
    try file.prepare(flushes: true)
    return file
  }

  @Test func leavesTheTargetAsItIsUntilPutInPlace() throws {
    try folder.write("old", to: "a")
    let file = try staged("new", for: "a")
    #expect(try folder.text(of: "a") == "old")
    try file.putInPlace(keepingOld: false)
    #expect(try folder.text(of: "a") == "new")
    #expect(try folder.names() == ["a"])
  }

  @Test func discardLeavesNothing() throws {
    let file = try staged("new", for: "a")
    #expect(try folder.names().count == 1)
    file.discard()
    #expect(try folder.names() == [])
  }

  @Test func takesAReplacedFileBack() throws {
    try folder.write("old", to: "a")
    let file = try staged("new", for: "a")
    try file.putInPlace(keepingOld: true)
    #expect(file.keepsOld)
    try file.takeBack()
    #expect(try folder.text(of: "a") == "old")
    #expect(try folder.names() == ["a"])
  }

  @Test func takesANewFileBack() throws {
    let file = try staged("new", for: "a")
    try file.putInPlace(keepingOld: true)
    #expect(!file.keepsOld)
    try file.takeBack()
    #expect(try folder.names() == [])
  }

  @Test func cannotTakeBackWhatIsNotKept() throws {
    try folder.write("old", to: "a")
    let file = try staged("new", for: "a")
    try file.putInPlace(keepingOld: false)
    #expect(throws: SystemError.missing) { try file.takeBack() }
    #expect(try folder.text(of: "a") == "new")
  }

  @Test func forgetsTheOldFileWhenItCannotBePutInPlace() throws {
    let file = try staged("new", for: "a")
    try FileManager.default.createDirectory(atPath: folder("a"), withIntermediateDirectories: false)
    #expect(throws: SystemError.isDirectory) { try file.putInPlace(keepingOld: true) }
    file.discard()
    #expect(try folder.names() == ["a"])
  }

  @Test func keepsThePermissionsOfTheReplacedFile() throws {
    let path = try folder.write("old", to: "a")
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    try staged("new", for: "a").putInPlace(keepingOld: false)
    let permissions = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
    #expect(permissions as? Int == 0o640)
  }

  @Test func keepsNobodyFromReadingANewFile() throws {
    try staged("new", for: "a").putInPlace(keepingOld: false)
    let permissions = try FileManager.default.attributesOfItem(atPath: folder("a"))[.posixPermissions] as? Int
    let usual = try FileManager.default.attributesOfItem(atPath: folder.write("", to: "b"))[.posixPermissions]
    #expect(permissions == usual as? Int)
  }

  @Test func leavesAnotherNameOfTheReplacedFileAlone() throws {
    try folder.write("old", to: "a")
    try FileManager.default.linkItem(atPath: folder("a"), toPath: folder("b"))
    try staged("new", for: "a").putInPlace(keepingOld: false)
    #expect(try folder.text(of: "b") == "old")
  }

  @Test func usesAnotherNameIfATemporaryFileHasIt() throws {
    let first = try staged("1", for: "a")
    let second = try staged("2", for: "b")
    try first.putInPlace(keepingOld: false)
    try second.putInPlace(keepingOld: false)
    #expect(try folder.text(of: "a") == "1")
    #expect(try folder.text(of: "b") == "2")
  }

  @Test func saysWhyNoFileCanBeMade() {
    #expect(throws: SystemError.missing) { try staged("new", for: "missing/a") }
  }
}

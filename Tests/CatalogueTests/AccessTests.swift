import DigestModel
import DigestSyntax
import Foundation
import Testing

@testable import DigestCatalogue

/// Files that cannot be used, and what is said of them.
@Suite struct AccessTests {
  private let folder: CatalogueFolder
  private var name: String { "'\(folder.file)'" }

  init() throws { folder = try CatalogueFolder() }

  private func failure(_ body: () throws -> Void) -> CatalogueError? {
    #expect(throws: CatalogueError.self, performing: body)
  }

  private func failureOfReading() -> CatalogueError? { failure { _ = try CatalogueFile(at: folder.file) } }
  private func failureOfWriting() -> CatalogueError? { failure { _ = try CatalogueWriter(at: folder.file) } }

  private func write(_ bytes: [UInt8]) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: folder.file))
  }

  private func change(_ sql: String) throws {
    let connection = try SQLiteConnection(folder.file, .making)
    try connection.execute(sql)
  }

  @Test func saysHowToMakeACatalogueWhereThereIsNone() {
    #expect(
      failureOfReading()
        == CatalogueError(
          "there is no catalogue \(name)",
          help: "'digest-convert catalogue add FILE' makes one from the files it reads"))
  }

  @Test func makesTheFolderOfANewCatalogue() throws {
    let path = folder.path + "/a/b/c.sqlite"
    let writer = try CatalogueWriter(at: path)
    try writer.commit()
    #expect(try CatalogueFile(at: path).entry(of: PaperID(valid: "2401.00011")) == nil)
  }

  @Test func refusesADirectory() throws {
    try FileManager.default.createDirectory(atPath: folder.file, withIntermediateDirectories: false)
    let expected = CatalogueError(
      "the catalogue \(name) is a directory, not a file", help: "name another file with --catalogue")
    #expect(failureOfReading() == expected)
    #expect(failureOfWriting() == expected)
  }

  @Test func refusesAFileOfAnotherKindAndLeavesIt() throws {
    let bytes = Array(String(repeating: "@book{k, title={T}}\n", count: 100).utf8)
    try write(bytes)
    let expected = CatalogueError("\(name) is not a catalogue", help: "name another file with --catalogue")
    #expect(failureOfReading() == expected)
    #expect(failureOfWriting() == expected)
    #expect(try Array(Data(contentsOf: URL(fileURLWithPath: folder.file))) == bytes)
  }

  @Test func refusesTheDatabaseOfAnotherProgram() throws {
    try change("CREATE TABLE moz_places (id INTEGER PRIMARY KEY)")
    let expected = CatalogueError("\(name) is not a catalogue", help: "name another file with --catalogue")
    #expect(failureOfReading() == expected)
    #expect(failureOfWriting() == expected)
  }

  @Test func refusesACatalogueOfANewerProgram() throws {
    try folder.add([])
    try change("PRAGMA user_version = 99")
    let expected = CatalogueError(
      "the catalogue \(name) was made by a newer digest-convert",
      help: "use that version, or fill another file")
    #expect(failureOfReading() == expected)
    #expect(failureOfWriting() == expected)
  }

  @Test func saysThatAnEmptyFileIsBeingFilled() throws {
    try write([])
    #expect(
      failureOfReading()
        == CatalogueError(
          "\(name) is empty: it is being filled, or a fill was broken off",
          help: "try again when it has been filled, or fill it anew with 'digest-convert catalogue add'"))
    try folder.add([CatalogueRecord("2401.00011", "A")])
    #expect(try CatalogueFile(at: folder.file).entry(of: PaperID(valid: "2401.00011")) != nil)
  }

  @Test func saysThatACatalogueIsDamaged() throws {
    try folder.add((10..<99).map { CatalogueRecord("2401.000\($0)", String(repeating: "word ", count: 300)) })
    var bytes = Array(try Data(contentsOf: URL(fileURLWithPath: folder.file)))
    // Everything after the page of the tables' names.
    for index in 4096..<bytes.count { bytes[index] = 0xFF }
    try write(bytes)
    let found = failure {
      _ = try CatalogueFile(at: folder.file).entry(of: PaperID(valid: "2401.00011"))
    }
    #expect(
      found == CatalogueError("the catalogue \(name) is damaged", help: "move it away and fill a new one"))
  }

  @Test func readsInAFolderThatMayNotBeWritten() throws {
    try folder.add([CatalogueRecord("2401.00011", "A")])
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.path)
    #expect(try CatalogueFile(at: folder.file).entry(of: PaperID(valid: "2401.00011")) != nil)
  }

  @Test func knowsWhetherAConnectionCanWrite() throws {
    try folder.add([CatalogueRecord("2401.00011", "A")])
    #expect(try SQLiteConnection(folder.file, .reading).isReadOnly)
    #expect(try !SQLiteConnection(folder.file, .writing).isReadOnly)
    #expect(
      CatalogueFault(path: folder.file).error(SQLiteError.readOnly)
        == CatalogueError("the catalogue \(name) may not be written"))
  }

  @Test func choosesTheFileByOptionThenVariableThenFolderOfData() throws {
    func chosen(_ named: String?, _ variables: [String: String]) throws -> String {
      try CataloguePath.chosen(named) { variables[$0] }
    }
    let all = ["DIGEST_CONVERT_CATALOGUE": "v.sqlite", "XDG_DATA_HOME": "/data", "HOME": "/home/a"]
    #expect(try chosen("o.sqlite", all) == "o.sqlite")
    #expect(try chosen(nil, all) == "v.sqlite")
    #expect(
      try chosen(nil, ["XDG_DATA_HOME": "/data", "HOME": "/home/a"])
        == "/data/digest-convert/catalogue.sqlite")
    for relative in ["", "data"] {
      #expect(
        try chosen(nil, ["XDG_DATA_HOME": relative, "HOME": "/home/a", "DIGEST_CONVERT_CATALOGUE": ""])
          == "/home/a/.local/share/digest-convert/catalogue.sqlite")
    }
    let found = failure { _ = try chosen(nil, [:]) }
    #expect(found?.reason == "neither HOME nor XDG_DATA_HOME says where the catalogue is")
  }
}

import DigestCatalogue
import DigestModel
import Foundation

/// A folder for the catalogues of one test; it goes with its owner.
final class CatalogueFolder {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("catalogue-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.resolvingSymlinksInPath().path
  }

  deinit {
    do {
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
      try FileManager.default.removeItem(atPath: path)
    } catch {
      // A folder that cannot be removed is left to the system.
    }
  }

  /// The path of the catalogue.
  var file: String { path + "/papers.sqlite" }

  /// Adds records of one source.
  @discardableResult
  func add(_ records: [CatalogueRecord], from source: String = "library.bib") throws -> CatalogueFill {
    let writer = try CatalogueWriter(at: file)
    try writer.begin(source: source, kind: "BibTeX")
    for record in records { try writer.add(record) }
    let fill = writer.fill
    try writer.commit()
    return fill
  }

  /// Runs a program of the system on the catalogue and returns what it prints.
  func run(_ program: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self)
  }
}

extension PaperID {
  /// An id of a test.
  init(valid text: String) { self = PaperID(identifier: text) ?? PaperID(scheme: .title, value: text) }
}

extension CatalogueRecord {
  /// A paper with a title and other ids.
  init(_ id: String, _ title: String, others: [String] = []) {
    self.init(
      id: PaperID(valid: id),
      record: Paper.Record(
        identifiers: others.map { PaperID(valid: $0) }, title: RichText(plain: title)))
  }
}

import Foundation

/// Files beside the project that tests may read; a clone without them skips those tests.
public enum SharedFolder {
  /// `../shared` seen from the package's root, where it is there.
  public static let url: URL? = {
    let folder = packageRoot.deletingLastPathComponent().appendingPathComponent("shared")
    var isDirectory: ObjCBool = false
    return FileManager.default.fileExists(atPath: folder.path, isDirectory: &isDirectory)
      && isDirectory.boolValue
      ? folder : nil
  }()

  public static var isPresent: Bool { url != nil }

  /// The bytes of a file below `../shared`.
  public static func bytes(_ path: String) throws -> [UInt8] {
    guard let url else { throw CocoaError(.fileNoSuchFile) }
    return Array(try Data(contentsOf: url.appendingPathComponent(path)))
  }

  /// The names of the files in a folder below `../shared`.
  public static func files(in path: String) throws -> [String] {
    guard let url else { throw CocoaError(.fileNoSuchFile) }
    return try FileManager.default.contentsOfDirectory(atPath: url.appendingPathComponent(path).path).sorted()
  }

  public static let packageRoot = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
}

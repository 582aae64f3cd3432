#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What is in a directory, without `.` and `..`.
package struct DirectoryListing: Sendable {
  /// Sorted by their bytes.
  package let names: [String]
  /// How many names are not UTF-8, so that no text can name them.
  package let unreadableNames: Int

  /// - Throws: the reason why the directory cannot be read.
  package init(of path: String) throws(SystemError) {
    guard let directory = opendir(path) else { throw .last }
    defer { closedir(directory) }
    var names: [String] = []
    var unreadable = 0
    errno = 0
    while let entry = readdir(directory) {
      // The system ends every name with a zero byte.
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: entry.pointee.d_name)) {
          String(validatingCString: $0)
        }
      }
      if let name {
        if name != ".", name != ".." { names.append(name) }
      } else {
        unreadable += 1
      }
      errno = 0
    }
    guard errno == 0 else { throw .last }
    self.names = names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    unreadableNames = unreadable
  }
}

extension FileSystem {
  /// Whether a link stands at a path, wherever it leads.
  package static func isLink(_ path: String) -> Bool { target(ofLink: path) != nil }
}

/// A device, pipe or socket that has a path, or an open file that is named by its descriptor: `/dev/stdout`.
package enum Device {
  /// Writes bytes to what stands at a path. A file that is open already gets them where its descriptor stands: it is not
  /// opened anew, and what others have written to it stays.
  /// - Throws: `.interrupted` where a signal that is held back ends the wait for a reader.
  package static func write(_ bytes: [UInt8], to path: String) throws(SystemError) {
    if let descriptor = openDescriptor(of: path) {
      try OpenFile(duplicating: descriptor).writeAllToDevice(bytes)
    } else {
      let device = try OpenFile(writingToDevice: path)
      try device.writeAllToDevice(bytes)
      try device.close()
    }
  }

  /// The descriptor that a path names, through links, too: 1 for `/dev/stdout`, whatever that leads to.
  package static func openDescriptor(of path: String) -> Int32? {
    for place in FilePath.links(from: path) {
      if let descriptor = namedDescriptor(place) { return descriptor }
    }
    return nil
  }

  private static func namedDescriptor(_ path: String) -> Int32? {
    switch path {
    case "/dev/stdin": return 0
    case "/dev/stdout": return 1
    case "/dev/stderr": return 2
    default:
      let folder = ["/dev/fd/", "/proc/self/fd/"].first { path.hasPrefix($0) }
      return folder.flatMap { Int32(path.dropFirst($0.utf8.count)) }
    }
  }
}

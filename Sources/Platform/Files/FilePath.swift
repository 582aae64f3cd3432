/// What paths lead to.
package enum FilePath {
  /// The file that a path leads to: a link stays, and what it points to is replaced.
  package static func resolved(_ path: String) -> String {
    if let real = FileSystem.realPath(path) { return real }
    // A link to nothing is followed by hand.
    var last = path
    for place in links(from: path) { last = place }
    return last
  }

  /// A path, where it leads if it is a link, where that leads, and so on. Systems, too, give up after some forty links.
  static func links(from path: String) -> some Sequence<String> {
    sequence(first: path) { path in
      FileSystem.target(ofLink: path).map { $0.hasPrefix("/") ? $0 : directory(of: path) + "/" + $0 }
    }.prefix(41)
  }

  /// Everything before the last `/`; `.` if there is none.
  package static func directory(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// One name for all paths that lead to a file, even if the file or its directory does not exist yet: `a` for `./a`.
  package static func identity(of path: String) -> String {
    let real = resolved(path)
    if FileSystem.exists(real) { return real }
    // `new/..` leads somewhere once `new` has been made, so that `..` is taken for what it will be.
    var place = real.hasPrefix("/") ? "/" : resolved(".")
    for part in real.split(separator: "/") where part != "." {
      if part == ".." {
        place = directory(of: place)
      } else {
        place = resolved(place == "/" ? "/" + part : place + "/" + part)
      }
    }
    return place
  }
}

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
      FileSystem.target(ofLink: path).map { joined($0, to: directory(of: path)) }
    }.prefix(41)
  }

  /// A path that starts at a folder; an absolute one stays as it is.
  package static func joined(_ path: String, to folder: String) -> String {
    path.hasPrefix("/") || folder == "." ? path : (folder == "/" ? "/" : folder + "/") + path
  }

  /// Everything before the last `/`; `.` if there is none.
  package static func directory(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// One name for all paths that lead to a file, even if the file or its directory does not exist yet: `a` for `./a`.
  package static func identity(of path: String) -> String {
    let real = resolved(path)
    if let known = FileSystem.realPathIdentity(real) { return known }
    // `new/..` leads somewhere once `new` has been made, so that `..` is taken for what it will be.
    var place = real.hasPrefix("/") ? "/" : "."
    for part in real.split(separator: "/") where part != "." {
      if part != ".." {
        place = resolved(place == "/" ? "/" + part : place + "/" + part)
      } else if FileSystem.exists(place) {
        place += "/.."
      } else {
        place = directory(of: place)
      }
    }
    // A directory may have a name that is not UTF-8: what exists is named apart from what will be made in it.
    var made: [Substring] = []
    while true {
      if let known = FileSystem.realPathIdentity(place) {
        return ([known == "/" ? "" : known] + made.reversed().map(String.init)).joined(separator: "/")
      }
      guard let slash = place.lastIndex(of: "/") else { return place }
      made.append(place[place.index(after: slash)...])
      place = directory(of: place)
    }
  }
}

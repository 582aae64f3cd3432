/// What paths lead to. To the system they are bytes: a slash is one before a combining mark, too, where Swift sees one
/// character of both.
package enum FilePath {
  private static let slash = UInt8(ascii: "/")

  /// Whether it starts at the root.
  package static func isAbsolute(_ path: String) -> Bool { path.utf8.first == slash }

  /// A folder with a slash at its end.
  package static func withSlash(_ folder: String) -> String {
    folder.utf8.last == slash ? folder : folder + "/"
  }

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
    isAbsolute(path) || folder == "." ? path : withSlash(folder) + path
  }

  /// Everything before the last `/`; `.` if there is none.
  package static func directory(of path: String) -> String {
    guard let last = path.utf8.lastIndex(of: slash) else { return "." }
    return last == path.startIndex ? "/" : String(path[..<last])
  }

  /// One name for all paths that lead to a file, even if the file or its directory does not exist yet: `a` for `./a`.
  package static func identity(of path: String) -> String {
    let real = resolved(path)
    if let known = FileSystem.realPathIdentity(real) { return known }
    // `new/..` leads somewhere once `new` has been made, so that `..` is taken for what it will be.
    var place = isAbsolute(real) ? "/" : "."
    for part in real.utf8.split(separator: slash).map(Substring.init) where part != "." {
      if part != ".." {
        place = resolved(withSlash(place) + part)
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
      guard let last = place.utf8.lastIndex(of: slash) else { return place }
      made.append(place[place.utf8.index(after: last)...])
      place = directory(of: place)
    }
  }
}

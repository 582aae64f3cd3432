import Glibc

/// The file a path leads to in the end: a symbolic link stays, what it points to is replaced.
func resolved(_ path: String) -> String {
  if let real = realpath(path, nil) {
    defer { free(real) }
    return String(cString: real)
  }
  var path = path
  // A link to nothing: follow it by hand. Forty is where the system gives up, too.
  for _ in 0..<40 {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(path, &buffer, buffer.count)
    guard count > 0 else { return path }
    let link = String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    path = link.hasPrefix("/") ? link : directory(of: path) + "/" + link
  }
  return path
}

/// What stands before the last `/`; `.` where there is none.
func directory(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// The one name of a file among all paths that lead to it, also where the file or its folder is not made yet:
/// `./a` and `a` are the same.
func identity(of path: String) -> String {
  let real = resolved(path)
  let parts = real.split(separator: "/").filter { $0 != "." }
  guard access(real, F_OK) != 0, let last = parts.last else { return real }
  let folder = parts.dropLast().joined(separator: "/")
  if real.hasPrefix("/") { return identity(of: "/" + folder) + "/" + last }
  return identity(of: folder.isEmpty ? "." : folder) + "/" + last
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A directory that gets temporary files. As long as its owner lives, other runs of the program leave them alone.
///
/// Each run shares a lock of the directory. A run that has it alone knows that the temporary files in it were left behind
/// by runs that were killed, and removes them. Locks do not always reach other hosts, so only files of this host go.
package final class StagingFolder {
  private let path: String
  private let directory: OpenFile

  /// How long to wait for a run that removes what others left; it takes milliseconds.
  private static let patience: Duration = .seconds(10)

  /// - Parameter removesLeftovers: whether to look for temporary files of runs that were killed.
  /// - Throws: `.interrupted`, or where the directory cannot be read.
  package init(_ path: String, removesLeftovers: Bool) throws(SystemError) {
    self.path = path
    directory = try OpenFile(directory: path)
    do {
      if removesLeftovers, try directory.lock(.exclusive) { removeLeftoverFiles() }
      let end = ContinuousClock.now + Self.patience
      while try !directory.lock(.shared), ContinuousClock.now < end { try Waiting.pause() }
    } catch .interrupted {
      throw .interrupted
    } catch {
      // A file system without locks: temporary files that were left stay.
    }
  }

  private func removeLeftoverFiles() {
    do {
      for name in try DirectoryListing(of: path).names where TemporaryName.isOfThisHost(name) {
        FileSystem.removeIfPossible("\(path)/\(name)")
      }
    } catch {
      // What cannot be listed stays.
    }
  }
}

/// The names of temporary files: `.digest-convert-1f3a9c04-4711-0.tmp`, for a host, a process and a number. A file that
/// was replaced is called `….tmp.old` until all files of the run are in place.
enum TemporaryName {
  private static let prefix = ".digest-convert-\(host)-"
  private static let suffix = ".tmp"
  static let old = ".old"

  /// Eight digits for the host, and for each container.
  private static let host: String = {
    var name = [CChar](repeating: 0, count: 256)
    gethostname(&name, name.count - 1)
    let bytes = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return String(SHA256.hexDigest(of: bytes).prefix(8))
  }()

  static func make(number: Int) -> String { "\(prefix)\(RunningProgram.processID)-\(number)\(suffix)" }

  static func isOfThisHost(_ name: String) -> Bool {
    guard name.hasPrefix(prefix) else { return false }
    var rest = name.dropFirst(prefix.count)
    if rest.hasSuffix(old) { rest = rest.dropLast(old.count) }
    guard rest.hasSuffix(suffix) else { return false }
    let numbers = rest.dropLast(suffix.count).split(separator: "-", omittingEmptySubsequences: false)
    return numbers.count == 2 && numbers.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isASCIIDigit) }
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}

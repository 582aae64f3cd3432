/// A device, pipe or socket that has a path: `/dev/stdout`.
package enum Device {
  /// Writes bytes to what stands at a path.
  package static func write(_ bytes: [UInt8], to path: String) throws(SystemError) {
    try OpenFile(writingTo: path).writeAll(bytes)
  }
}

internal import DigestSchemas

/// The files of `schemas/`, which are embedded in the program.
enum EmbeddedSchema {
  /// The bytes of a file.
  /// - Parameter name: its name in `schemas/`: `opml-2.0.rng`.
  /// - Returns: `nil` where no file has that name.
  static func bytes(_ name: String) -> [UInt8]? {
    var count = 0
    guard let schemas = dc_schemas(&count) else { return nil }
    for schema in UnsafeBufferPointer(start: schemas, count: count) where String(cString: schema.name) == name
    {
      return Array(UnsafeBufferPointer(start: schema.bytes, count: schema.count))
    }
    return nil
  }
}

internal import DigestSchemas

/// The schema files that are embedded in the program.
enum EmbeddedSchema {
  /// The bytes of a file of `schemas/`, or `nil` where none has that name.
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

/// Bytes that stand for separators in a text from which the marks are taken off; no text has them.
enum NameSeparator {
  /// `|`, `、`, `•`: always between names.
  static let strong: UInt8 = 0x1E
  /// `&`, `\and`: what the word `and` says.
  static let and: UInt8 = 0x1F
  /// A `;` that ends an HTML entity and separates nothing.
  static let entityEnd: UInt8 = 0x1D
}

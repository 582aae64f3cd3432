import DigestText

/// The encoding of a source that is not UTF-8.
public struct SourceEncoding: Hashable, Sendable {
  /// As `iconv` knows it: `windows-1252`, `utf-16le`, `gbk`.
  public var name: String
  /// Whether the source says so itself; one that was guessed is reported.
  public var isDeclared: Bool

  /// - Parameters:
  ///   - name: as `iconv` knows it.
  ///   - isDeclared: whether the source says so itself.
  public init(_ name: String, isDeclared: Bool) {
    self.name = name
    self.isDeclared = isDeclared
  }

  /// What bytes declare to be: by a byte order mark, in an XML declaration, in a comment of a reference manager's.
  /// - Returns: `nil` where they do not, or declare UTF-8.
  public init?(declaredBy bytes: [UInt8]) {
    guard let name = Self.mark(bytes) ?? Self.declaration(bytes.prefix(Self.headSize)) else { return nil }
    let folded = name.lowercased()
    if ["utf-8", "utf8", "us-ascii", "ascii"].contains(folded) { return nil }
    self.init(folded, isDeclared: true)
  }

  /// A declaration stands in the first lines.
  private static let headSize = 1024

  private static func mark(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return "utf-32le" }
    if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return "utf-32be" }
    if bytes.starts(with: [0xFF, 0xFE]) { return "utf-16le" }
    return bytes.starts(with: [0xFE, 0xFF]) ? "utf-16be" : nil
  }

  /// `<?xml version="1.0" encoding="ISO-8859-1"?>`, `% Encoding: Cp1252`, `@comment{x-kbibtex-encoding=cp1252}`.
  private static func declaration(_ head: ArraySlice<UInt8>) -> String? {
    let text = String(decoding: head, as: UTF8.self)
    if text.hasPrefix("<?xml") {
      let declaration = text.prefix { $0 != ">" }
      return value(after: "encoding", in: String(declaration))
    }
    for line in text.split(whereSeparator: \.isNewline).prefix(20) {
      let line = String(line)
      if line.hasPrefix("%"), let name = value(after: "Encoding:", in: line) { return name }
      if line.lowercased().hasPrefix("@comment"), let name = value(after: "x-kbibtex-encoding", in: line) {
        return name
      }
    }
    return nil
  }

  /// The name that stands after a word, an equals sign and a quote.
  private static func value(after word: String, in text: String) -> String? {
    guard let found = text.ranges(of: word).first else { return nil }
    let rest = text[found.upperBound...].drop { " \t=\"':".contains($0) }
    let name = rest.utf8.prefix { $0.isAlphanumeric || $0.isOne(of: "-_.:") }
    return name.isEmpty ? nil : String(Substring(name))
  }
}

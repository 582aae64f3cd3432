import DigestText

/// Tells source code from prose by the shape of its lines.
struct CodeLines {
  private let lines: [ArraySlice<UInt8>]

  /// - Parameter lines: without white space around them, none of them empty.
  init(_ lines: [ArraySlice<UInt8>]) { self.lines = lines }

  /// Source code, where three of five lines look like it, and one of them by more than its first word; of a long text,
  /// which may be half comments, two of five.
  var kind: ForeignContent? {
    guard lines.count >= 3 else { return nil }
    var (marked, begun) = (0, 0)
    for line in lines {
      if Self.hasMarksOfCode(line) {
        marked += 1
      } else if Self.beginsLikeCode(line) {
        begun += 1
      }
    }
    let share = marked < 20 ? 3 : 2
    return marked > 0 && (marked + begun) * 5 >= lines.count * share ? .sourceCode : nil
  }

  private static func hasMarksOfCode(_ line: ArraySlice<UInt8>) -> Bool {
    guard let last = line.last else { return false }
    if [0x3B, 0x7B, 0x7D].contains(last) { return true }  // ; { }
    if line.allSatisfy({ brackets.contains($0) }) { return true }
    return comments.begin(line) || last == UInt8(ascii: ":") && blocks.begin(line)
      || isAssignment(line) || isCall(line)
  }

  private static func beginsLikeCode(_ line: ArraySlice<UInt8>) -> Bool {
    statements.begin(line) || words.contains(line)
  }

  private static let brackets = Set("()[]{},;".utf8)
  private static let comments: LineBeginnings = [
    "//", "/*", "*/", "#include", "#define", "#import", "#pragma", "\"\"\"",
  ]
  private static let blocks: LineBeginnings = [
    "def ", "class ", "if ", "elif ", "else:", "for ", "while ", "try:", "except", "finally:", "with ",
    "async ",
  ]
  private static let statements: LineBeginnings = [
    "import ", "from ", "return ", "func ", "fn ", "let ", "var ", "const ", "public ", "private ",
    "package ",
    "use ", "using ", "namespace ", "export ", "raise ", "yield ", "print(", "self.", "@property",
    "@Override", "library(", "require(", "SELECT ", "INSERT INTO ", "CREATE ",
  ]
  private static let words = Set(
    ["return", "end", "else", "pass", "break", "fi", "done"].map { ArraySlice($0.utf8) })

  /// `name = value`, `a.b[c] += d`
  private static func isAssignment(_ line: ArraySlice<UInt8>) -> Bool {
    let target = line.prefix {
      $0.isAlphanumeric || [0x5F, 0x2E, 0x5B, 0x5D, 0x22, 0x27, 0x24].contains($0)
    }
    guard !target.isEmpty else { return false }
    let rest = line[target.endIndex...].drop { $0 == 0x20 }
    return rest.first == UInt8(ascii: "=") && rest.dropFirst().first != UInt8(ascii: "=")
      || [0x2B, 0x2D, 0x3A].contains(rest.first) && rest.dropFirst().first == UInt8(ascii: "=")
  }

  /// `a.b(c)`
  private static func isCall(_ line: ArraySlice<UInt8>) -> Bool {
    let name = line.prefix { $0.isAlphanumeric || $0 == 0x5F || $0 == 0x2E }
    return !name.isEmpty && line[name.endIndex...].first == UInt8(ascii: "(")
      && (line.last == UInt8(ascii: ")") || line.last == UInt8(ascii: ","))
  }
}

/// What lines may begin with, by first bytes, since most lines begin with none of them.
private struct LineBeginnings: ExpressibleByArrayLiteral {
  private var byFirstByte: [UInt8: [[UInt8]]] = [:]

  init(arrayLiteral texts: String...) {
    for text in texts {
      let bytes = Array(text.utf8)
      if let first = bytes.first { byFirstByte[first, default: []].append(bytes) }
    }
  }

  /// Whether a line begins with one of them.
  func begin(_ line: ArraySlice<UInt8>) -> Bool {
    guard let first = line.first, let texts = byFirstByte[first] else { return false }
    return texts.contains { line.starts(with: $0) }
  }
}

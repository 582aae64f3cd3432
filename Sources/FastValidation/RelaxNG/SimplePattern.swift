import DigestText

/// A regular expression of XML Schema (*XML Schema Part 2: Datatypes*, appendix F) of simple parts: characters, classes
/// and points, groups of alternatives, and how often each may occur.
///
/// Each part matches as much as it can and never gives anything back, so only a yes is certain.
struct SimplePattern: Sendable {
  private struct Piece {
    /// A bit for each character of ASCII that can stand there.
    var low: UInt64 = 0
    var high: UInt64 = 0
    /// Whether it is a point: all but line ends, and all beyond ASCII.
    var isPoint = false
    /// The alternatives of a group, which stands in place of a character: a range of `alternatives`.
    var group = 0..<0
    var least = 1
    var most = 1

    func contains(_ byte: UInt8) -> Bool {
      if byte.isNonASCII { return isPoint }
      return (byte < 64 ? low &>> UInt64(byte) : high &>> UInt64(byte - 64)) & 1 == 1
    }

    mutating func insert(_ byte: UInt8) {
      if byte < 64 { low |= 1 &<< UInt64(byte) } else { high |= 1 &<< UInt64(byte - 64) }
    }
  }

  private let pieces: [Piece]
  /// Ranges of `pieces`.
  private let alternatives: [Range<Int>]
  private let whole: Range<Int>

  /// - Returns: `nil` for an expression with other parts.
  init?(_ source: String) {
    var reader = Reader(rest: Array(source.utf8)[...])
    guard let whole = reader.alternatives(depth: 0), reader.rest.isEmpty else { return nil }
    (pieces, alternatives, self.whole) = (reader.pieces, reader.alternatives, whole)
  }

  /// Whether the whole text surely matches.
  func surelyMatches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    for i in whole where end(of: alternatives[i], text, from: 0) == text.count { return true }
    return false
  }

  /// The end of the pieces that begin at an offset; `nil` where they do not match there.
  private func end(of range: Range<Int>, _ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var i = start
    for index in range {
      let piece = pieces[index]
      var count = 0
      while count < piece.most {
        if piece.group.isEmpty {
          guard i < text.count, piece.contains(text[i]) else { break }
          i += 1
        } else {
          guard let end = end(ofFirst: piece.group, text, from: i), end > i else { break }
          i = end
        }
        count += 1
      }
      if count < piece.least { return nil }
    }
    return i
  }

  /// The same for the first of several alternatives that matches there.
  private func end(ofFirst group: Range<Int>, _ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    for i in group {
      if let end = end(of: alternatives[i], text, from: start) { return end }
    }
    return nil
  }

  /// Reads an expression; each function returns `nil` or `false` for what is unknown.
  private struct Reader {
    var rest: ArraySlice<UInt8>
    var pieces: [Piece] = []
    var alternatives: [Range<Int>] = []

    /// - Returns: a range of `alternatives`.
    mutating func alternatives(depth: Int) -> Range<Int>? {
      var group: [[Piece]] = [[]]
      while let byte = rest.first, byte != UInt8(ascii: ")") {
        rest.removeFirst()
        if byte == UInt8(ascii: "|") {
          group.append([])
          continue
        }
        guard depth < 8, var piece = piece(byte, depth: depth), quantity(of: &piece) else { return nil }
        // A point takes characters; here bytes are counted.
        if piece.isPoint, piece.least > 1 || piece.most < Int.max { return nil }
        group[group.count - 1].append(piece)
      }
      for alternative in group {
        alternatives.append(pieces.count..<pieces.count + alternative.count)
        pieces += alternative
      }
      return alternatives.count - group.count..<alternatives.count
    }

    private mutating func piece(_ byte: UInt8, depth: Int) -> Piece? {
      var piece = Piece()
      switch byte {
      case UInt8(ascii: "("):
        guard let group = alternatives(depth: depth + 1), rest.popFirst() == UInt8(ascii: ")") else {
          return nil
        }
        piece.group = group
      case UInt8(ascii: "["): guard members(of: &piece) else { return nil }
      case UInt8(ascii: "."):
        for other in UInt8(1)..<0x80 where other != 0x0A && other != 0x0D { piece.insert(other) }
        piece.isPoint = true
      case UInt8(ascii: "\\"):
        guard let escaped = rest.popFirst(), escaped.isPunctuation else { return nil }
        piece.insert(escaped)
      case 0x20, UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: ","):
        piece.insert(byte)
      default:
        guard byte.isAlphanumeric else { return nil }
        piece.insert(byte)
      }
      return piece
    }

    /// Characters and ranges, after the opening bracket.
    private mutating func members(of piece: inout Piece) -> Bool {
      while let byte = rest.popFirst() {
        if byte == UInt8(ascii: "]") { return true }
        var first = byte
        if byte == UInt8(ascii: "\\") {
          guard let escaped = rest.popFirst(), escaped.isPunctuation else { return false }
          first = escaped
        } else if !byte.isAlphanumeric, byte != UInt8(ascii: "+"), byte != 0x20 {
          return false
        }
        var last = first
        if rest.first == UInt8(ascii: "-") {
          rest.removeFirst()
          guard let end = rest.popFirst(), end.isAlphanumeric, end >= first else { return false }
          last = end
        }
        for member in first...last { piece.insert(member) }
      }
      return false
    }

    /// `?`, `*`, `+`, `{4}`, `{4,5}` or nothing.
    private mutating func quantity(of piece: inout Piece) -> Bool {
      switch rest.first {
      case UInt8(ascii: "?"): (piece.least, piece.most) = (0, 1)
      case UInt8(ascii: "*"): (piece.least, piece.most) = (0, Int.max)
      case UInt8(ascii: "+"): (piece.least, piece.most) = (1, Int.max)
      case UInt8(ascii: "{"):
        guard let end = rest.firstIndex(of: UInt8(ascii: "}")) else { return false }
        let bounds = rest[(rest.startIndex + 1)..<end].split(
          separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        let numbers = bounds.compactMap { Int(String(decoding: $0, as: UTF8.self)) }
        guard (1...2).contains(numbers.count), numbers.count == bounds.count, numbers[0] >= 0,
          numbers[numbers.count - 1] >= numbers[0]
        else { return false }
        (piece.least, piece.most) = (numbers[0], numbers[numbers.count - 1])
        rest = rest[end...]
      default: return true
      }
      rest.removeFirst()
      return true
    }
  }
}

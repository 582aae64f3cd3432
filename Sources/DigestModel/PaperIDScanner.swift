import DigestText

/// Finds paper ids in UTF-8 text. Rules I2 and I3: what is glued to letters or digits, has the wrong number of
/// digits or an impossible month is text, not an id.
package enum PaperIDScanner {
  package struct Match {
    /// 0-based offsets of the id as written, prefix and version included.
    package var lower: Int
    package var upper: Int
    package var id: PaperID
  }

  /// All ids of a text in order.
  /// - Complexity: O(n).
  package static func scan(_ bytes: UnsafeBufferPointer<UInt8>) -> [Match] {
    var matches: [Match] = []
    var i = 0
    /// Where the last id ended: no other begins before.
    var floor = 0
    while true {
      i = bytes.firstOffset(
        from: i,
        where: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ":") },
        { min(($0 | 1) ^ UInt8(ascii: "/"), $0 ^ UInt8(ascii: ":")) })
      guard i < bytes.count else { return matches }
      if let start = start(bytes, before: i, from: floor), isBoundary(bytes, before: start),
        var match = match(bytes, at: start, allowAnyURL: false)
      {
        if start > floor, bytes[start &- 1] == UInt8(ascii: "/"),
          let address = address(bytes, endingIn: match, from: floor)
        {
          match = address
        }
        matches.append(match)
        floor = match.upper
        i = max(i &+ 1, match.upper)
      } else {
        i &+= 1
      }
    }
  }

  /// Where an id would begin whose first dot, slash or colon stands at `mark`: `2409.…`, `10.1000/…`, `arXiv:`, `https:`,
  /// `cs/`, `math.GT/`. An id never begins inside a number or a word.
  private static func start(_ bytes: UnsafeBufferPointer<UInt8>, before mark: Int, from floor: Int) -> Int? {
    guard mark > floor else { return nil }
    var start = mark
    if bytes[mark &- 1].isDigit {
      while start > floor, bytes[start &- 1].isDigit { start &-= 1 }
      let length = mark &- start
      return bytes[mark] == UInt8(ascii: ".") && (length == 4 || length == 2) ? start : nil
    }
    let isSubjectClass = mark &+ 3 < bytes.count && bytes[mark &+ 3] == UInt8(ascii: "/")
    guard bytes[mark] != UInt8(ascii: ".") || isSubjectClass else { return nil }
    while start > floor, bytes[start &- 1].isLetter || bytes[start &- 1] == UInt8(ascii: "-") { start &-= 1 }
    while start < mark, bytes[start] == UInt8(ascii: "-") { start &+= 1 }
    return start < mark ? start : nil
  }

  /// The id that starts at `start`, if one does; the byte before it is not looked at.
  /// - Parameter allowAnyURL: whether an address that is not a known paper's counts; in prose it does not.
  package static func match(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int, allowAnyURL: Bool) -> Match? {
    var i = start
    if bytes[i].isDigit {
      return newStyle(bytes, at: i, from: start) ?? doi(bytes, at: i, from: start)
    }
    if bytes.starts(with: "arxiv:", at: i) {
      i += 6
      while i < bytes.count, bytes[i] == 0x20 { i += 1 }
      return arxiv(bytes, at: i, from: start)
    }
    if bytes.starts(with: "doi:", at: i) {
      i += 4
      while i < bytes.count, bytes[i] == 0x20 { i += 1 }
      return i < bytes.count ? doi(bytes, at: i, from: start) : nil
    }
    if bytes.starts(with: "http", at: i) {
      return url(bytes, at: start, allowAnyURL: allowAnyURL)
    }
    if let match = oldStyle(bytes, at: i, from: start) { return match }
    return PaperAddress.match(bytes, at: start, scope: allowAnyURL ? .known : .arxivAndDOI)
  }

  // MARK: - The schemes

  static func arxiv(_ bytes: UnsafeBufferPointer<UInt8>, at i: Int, from start: Int) -> Match? {
    guard i < bytes.count else { return nil }
    return bytes[i].isDigit ? newStyle(bytes, at: i, from: start) : oldStyle(bytes, at: i, from: start)
  }

  /// `YYMM.NNNN` from 0704 to 1412, `YYMM.NNNNN` from 1501.
  private static func newStyle(_ bytes: UnsafeBufferPointer<UInt8>, at i: Int, from start: Int) -> Match? {
    guard i + 9 <= bytes.count, bytes[i + 4] == UInt8(ascii: ".") else { return nil }
    for k in [0, 1, 2, 3, 5, 6, 7, 8] where !bytes[i + k].isDigit { return nil }
    let yearMonth =
      bytes[i].digitValue * 1000 + bytes[i + 1].digitValue * 100 + bytes[i + 2].digitValue * 10
      + bytes[i + 3].digitValue
    guard (1...12).contains(yearMonth % 100), yearMonth >= 704 else { return nil }
    var end = i + 9
    if yearMonth >= 1501 {
      guard end < bytes.count, bytes[end].isDigit else { return nil }
      end += 1
    }
    guard let (upper, version) = self.end(bytes, after: end) else { return nil }
    let value = String(decoding: bytes[i..<end], as: UTF8.self)
    return Match(lower: start, upper: upper, id: PaperID(scheme: .arxiv, value: value, version: version))
  }

  /// `archive(.SC)?/YYMMNNN`, 9107 to 0703. The archive is the id's in lower case, and without the class.
  private static func oldStyle(_ bytes: UnsafeBufferPointer<UInt8>, at i: Int, from start: Int) -> Match? {
    var k = i
    while k < bytes.count, bytes[k].isLetter || bytes[k] == UInt8(ascii: "-"), k - i < 10 { k += 1 }
    guard k > i, k < bytes.count, bytes[k] == UInt8(ascii: "/") || bytes[k] == UInt8(ascii: ".") else {
      return nil
    }
    guard
      let archive = archives.first(where: { $0.utf8CodeUnitCount == k - i && bytes.starts(with: $0, at: i) })
    else { return nil }
    var subjectClass: String?
    if bytes[k] == UInt8(ascii: ".") {
      guard k + 2 < bytes.count, bytes[k + 1].isUppercase, bytes[k + 2].isUppercase else { return nil }
      subjectClass = String(decoding: bytes[k + 1..<k + 3], as: UTF8.self)
      k += 3
    }
    guard k < bytes.count, bytes[k] == UInt8(ascii: "/"), k + 8 <= bytes.count else { return nil }
    k += 1
    for byte in bytes[k..<k + 7] where !byte.isDigit { return nil }
    let year = bytes[k].digitValue * 10 + bytes[k + 1].digitValue
    let month = bytes[k + 2].digitValue * 10 + bytes[k + 3].digitValue
    guard (1...12).contains(month), year >= 91 || year < 7 || (year == 7 && month <= 3) else { return nil }
    guard let (end, version) = end(bytes, after: k + 7) else { return nil }
    let value = archive.description + String(decoding: bytes[k - 1..<k + 7], as: UTF8.self)
    let id = PaperID(scheme: .arxiv, value: value, version: version, subjectClass: subjectClass)
    return Match(lower: start, upper: end, id: id)
  }

  /// Where an id ends: after an optional version, at a boundary.
  private static func end(_ bytes: UnsafeBufferPointer<UInt8>, after id: Int) -> (upper: Int, version: Int?)?
  {
    var end = id
    var version: Int?
    if end + 1 < bytes.count, bytes[end] == UInt8(ascii: "v") || bytes[end] == UInt8(ascii: "V"),
      bytes[end + 1].isDigit, bytes[end + 1] != UInt8(ascii: "0")
    {
      var k = end + 1
      var number = 0
      while k < bytes.count, bytes[k].isDigit, k - end <= 3 {
        number = number * 10 + bytes[k].digitValue
        k += 1
      }
      version = number
      end = k
    }
    return isBoundary(bytes, after: end) ? (end, version) : nil
  }

  /// `10.NNNN/suffix`; closing punctuation of the sentence is not part of it.
  private static func doi(_ bytes: UnsafeBufferPointer<UInt8>, at i: Int, from start: Int) -> Match? {
    guard i + 8 < bytes.count, bytes[i] == UInt8(ascii: "1"), bytes[i + 1] == UInt8(ascii: "0"),
      bytes[i + 2] == UInt8(ascii: ".")
    else { return nil }
    var k = i + 3
    while k < bytes.count, bytes[k].isDigit || bytes[k] == UInt8(ascii: ".") { k += 1 }
    guard k - i - 3 >= 4, k < bytes.count, bytes[k] == UInt8(ascii: "/") else { return nil }
    k += 1
    if bytes.starts(with: "arxiv.", at: k), let match = arxiv(bytes, at: k + 6, from: start) { return match }
    let end = endOfAddress(bytes, from: k, mayHoldAngles: true)
    guard end > k else { return nil }
    let value = String(decoding: bytes[i..<end], as: UTF8.self)
    return Match(lower: start, upper: end, id: PaperID(scheme: .doi, value: value, version: nil))
  }

  /// An address with `http`: a known paper's, or any.
  private static func url(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int, allowAnyURL: Bool) -> Match? {
    var i = start + 4
    if i < bytes.count, bytes[i].lowercased == UInt8(ascii: "s") { i += 1 }
    guard bytes.starts(with: "://", at: i) else { return nil }
    i += 3
    if let match = PaperAddress.match(bytes, at: start, scope: allowAnyURL ? .known : .arxivAndDOI) {
      return match
    }
    guard allowAnyURL else { return nil }
    let end = endOfAddress(bytes, from: i)
    guard end > i else { return nil }
    let value = String(decoding: bytes[start..<end], as: UTF8.self)
    return Match(lower: start, upper: end, id: PaperID(scheme: .url, value: value, version: nil))
  }

  /// The address without `http` that ends in an id: `arxiv.org/abs/2409.10000`.
  private static func address(
    _ bytes: UnsafeBufferPointer<UInt8>, endingIn id: Match, from floor: Int
  ) -> Match? {
    var start = id.lower
    while start > floor, bytes[start &- 1].isAlphanumeric || "-._/:?=&".utf8.contains(bytes[start &- 1]) {
      start &-= 1
    }
    while start < id.lower, !bytes[start].isAlphanumeric { start &+= 1 }
    guard start < id.lower,
      let match = PaperAddress.match(bytes, at: start, scope: .arxivAndDOI), match.id == id.id
    else { return nil }
    return match
  }

  // MARK: - Bytes

  /// Where an address ends: before space, quotes and brackets, and before punctuation that closes a sentence.
  /// - Parameter mayHoldAngles: whether `<1661::AID-SIM968>` can be inside.
  static func endOfAddress(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, mayHoldAngles: Bool = false
  ) -> Int {
    var end = start
    var open = 0
    scan: while end < bytes.count {
      switch bytes[end] {
      case UInt8(ascii: "<") where mayHoldAngles:
        guard let closing = closingAngle(bytes, of: end) else { break scan }
        end = closing
      case 0...0x20, 0x7F, UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "`"),
        UInt8(ascii: "|"), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "*"):
        break scan
      case UInt8(ascii: "("): open += 1
      case UInt8(ascii: ")"):
        if open == 0 { break scan }
        open -= 1
      default: break
      }
      end += 1
    }
    while end > start, [".", ",", ";", ":", "!", "?", "'"].contains(Unicode.Scalar(bytes[end - 1])) {
      end -= 1
    }
    return end
  }

  /// The `>` of the part in angle brackets that DOIs of serial items have (ANSI/NISO Z39.56): it begins with a digit,
  /// as no tag does, and more of the DOI follows.
  private static func closingAngle(_ bytes: UnsafeBufferPointer<UInt8>, of open: Int) -> Int? {
    var i = open + 1
    guard i < bytes.count, bytes[i].isDigit else { return nil }
    while i < bytes.count, bytes[i].isAlphanumeric || ":-._()/".utf8.contains(bytes[i]) { i += 1 }
    guard i + 1 < bytes.count, bytes[i] == UInt8(ascii: ">"), bytes[i + 1].isAlphanumeric else { return nil }
    return i
  }

  /// No letter, digit or sign of a longer number or path stands right before.
  private static func isBoundary(_ bytes: UnsafeBufferPointer<UInt8>, before i: Int) -> Bool {
    guard i > 0 else { return true }
    let byte = bytes[i - 1]
    if byte.isAlphanumeric || byte.isContinuation && isLetterBefore(bytes, i) { return false }
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "$"), UInt8(ascii: "#"),
      UInt8(ascii: "/"):
      // `1.2409.10000` and `-2409.10000` are not ids; `see.2409.10000` would be a typing error worth reading.
      return byte == UInt8(ascii: "-") ? (i < 2 || !bytes[i - 2].isAlphanumeric) : byte == UInt8(ascii: "/")
    default: return true
    }
  }

  /// Whether the multi-byte character that ends before `i` is a letter (`ế2409.…` is glued, `–2409.…` is not).
  private static func isLetterBefore(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int) -> Bool {
    var k = i - 1
    while k > 0, bytes[k].isContinuation { k -= 1 }
    return isLetter(bytes[k..<i])
  }

  /// Whether the character that bytes begin with is a letter of a script that parts words by spaces; ideographs, kana
  /// and hangul from U+2E80 on stand right beside an id.
  private static func isLetter(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let scalar = text.unicodeScalars.first else { return false }
    return scalar.value < 0x2E80 && scalar.properties.isAlphabetic
  }

  /// No letter or digit, nor a point or slash with more of the number after it, follows.
  private static func isBoundary(_ bytes: UnsafeBufferPointer<UInt8>, after i: Int) -> Bool {
    guard i < bytes.count else { return true }
    let byte = bytes[i]
    if byte.isAlphanumeric || byte == UInt8(ascii: "%") { return false }
    if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") {
      return !(i + 1 < bytes.count && bytes[i + 1].isDigit && byte == UInt8(ascii: "."))
    }
    return !byte.isNonASCII || !isLetter(bytes[i..<min(i + 4, bytes.count)])
  }

  /// The archives of ids before April 2007.
  /// - Source: <https://arxiv.org/archive/>.
  private static let archives: [StaticString] = [
    "acc-phys", "adap-org", "alg-geom", "ao-sci", "astro-ph", "atom-ph", "bayes-an", "chao-dyn", "chem-ph",
    "cmp-lg", "comp-gas", "cond-mat", "cs", "dg-ga", "funct-an", "gr-qc", "hep-ex", "hep-lat", "hep-ph",
    "hep-th", "math", "math-ph", "mtrl-th", "nlin", "nucl-ex", "nucl-th", "patt-sol", "physics", "plasm-ph",
    "q-alg", "q-bio", "quant-ph", "solv-int", "supr-con",
  ]
}

import DigestSyntax
import DigestText

/// A tag of HTML in a list.
enum ListTag: Equatable {
  /// A line end of the source, or `<br>`.
  case lineBreak
  case openLink(String)
  case closeLink
  case openStyle(ListStyle)
  case closeStyle(ListStyle)
  case image(description: String, source: String)
  /// A letter below or above the line, with its tags.
  case raised(String)
  /// A tag that only arranges things.
  case arrangement
}

/// Lines of Markdown in which each tag is one letter of private use, so that Markdown's marks around it keep their
/// meaning and no address in a tag is taken for text.
struct ListHTML {
  private(set) var bytes: [UInt8] = []
  private(set) var tags: [ListTag] = [.lineBreak]

  /// The letter that stands for a tag, and the one of the line end, which is the first.
  static let first: UInt32 = 0xF_0000
  private static let most = 0xFFF0

  init(_ lines: [Range<Int>], of source: [UInt8]) {
    for (number, line) in lines.enumerated() {
      if number > 0 { append(tag: 0) }
      var bytes = Array(source[line])
      // A backslash at the end of a line is a line break.
      if number + 1 < lines.count, bytes.last == UInt8(ascii: "\\"),
        bytes.dropLast().last != UInt8(ascii: "\\")
      {
        bytes.removeLast()
      }
      append(bytes)
    }
  }

  /// The tag that a letter stands for.
  func tag(_ scalar: Unicode.Scalar) -> ListTag? {
    guard scalar.value >= Self.first else { return nil }
    let index = Int(scalar.value - Self.first)
    return index < tags.count ? tags[index] : nil
  }

  private mutating func append(tag index: Int) {
    guard let scalar = Unicode.Scalar(Self.first + UInt32(index)) else { return }
    let isSpaced = index == 0 || tags[index] == .lineBreak
    if isSpaced { bytes.append(0x20) }
    bytes += Array(String(scalar).utf8)
    if isSpaced { bytes.append(0x20) }
  }

  private mutating func append(_ tag: ListTag) {
    guard tag != .lineBreak else { return append(tag: 0) }
    guard tags.count < Self.most else { return }
    tags.append(tag)
    append(tag: tags.count - 1)
  }

  private mutating func append(_ line: [UInt8]) {
    var i = 0
    while i < line.count {
      switch line[i] {
      case UInt8(ascii: "\\"):
        bytes.append(line[i])
        if i + 1 < line.count { bytes.append(line[i + 1]) }
        i += 2
      case UInt8(ascii: "`"):
        let end = Self.endOfCode(line, from: i)
        bytes += line[i..<end]
        i = end
      case UInt8(ascii: "<"):
        if let (tag, end) = Self.tag(line, at: i) {
          append(tag)
          i = end
        } else {
          bytes.append(line[i])
          i += 1
        }
      // Letters of plane 15 and above are ours.
      case 0xF3, 0xF4: i += 1
      default:
        bytes.append(line[i])
        i += 1
      }
    }
  }

  /// After the run of backticks that closes a code span; after the opening run where none does.
  private static func endOfCode(_ line: [UInt8], from start: Int) -> Int {
    let length = line[start...].prefix { $0 == UInt8(ascii: "`") }.count
    var i = start + length
    while i < line.count {
      guard line[i] == UInt8(ascii: "`") else {
        i += 1
        continue
      }
      let run = line[i...].prefix { $0 == UInt8(ascii: "`") }.count
      i += run
      if run == length { return i }
    }
    return start + length
  }

  // MARK: - Tags

  private static func tag(_ line: [UInt8], at open: Int) -> (ListTag, end: Int)? {
    if line.holds("<!--", at: open) {
      let end = line.indices.first { $0 > open + 3 && line.holds("-->", at: $0) }
      return (.arrangement, end.map { $0 + 3 } ?? line.count)
    }
    var i = open + 1
    let isClosing = i < line.count && line[i] == UInt8(ascii: "/")
    if isClosing { i += 1 }
    let nameStart = i
    while i < line.count, line[i].isAlphanumeric { i += 1 }
    guard i > nameStart, line[nameStart].isLetter, i < line.count,
      line[i].isSpace || line[i] == UInt8(ascii: ">") || line[i] == UInt8(ascii: "/"),
      let close = endOfTag(line, from: i)
    else { return nil }
    let name = String(decoding: line[nameStart..<i].map(\.lowercased), as: UTF8.self)
    if name == "sub" || name == "sup", !isClosing, let raised = raised(line, open, name, after: close) {
      return raised
    }
    return (tag(name, isClosing, attributes: line[i..<(close - 1)]), close)
  }

  private static func tag(_ name: String, _ isClosing: Bool, attributes: ArraySlice<UInt8>) -> ListTag {
    switch name {
    case "br", "p", "div", "li", "tr", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "summary", "details",
      "hr",
      "blockquote", "td", "th":
      return .lineBreak
    case "a":
      if isClosing { return .closeLink }
      return attribute("href", in: attributes).map { .openLink($0) } ?? .arrangement
    case "b", "strong": return isClosing ? .closeStyle(.strong) : .openStyle(.strong)
    case "i", "em", "cite": return isClosing ? .closeStyle(.emphasis) : .openStyle(.emphasis)
    case "code": return isClosing ? .closeStyle(.code) : .openStyle(.code)
    case "img":
      return .image(
        description: attribute("alt", in: attributes) ?? "", source: attribute("src", in: attributes) ?? "")
    default: return .arrangement
    }
  }

  /// `<sub>2</sub>`: letters and digits, as in formulas; lists also set whole cells in small letters so.
  private static func raised(_ line: [UInt8], _ open: Int, _ name: String, after start: Int) -> (
    ListTag, Int
  )? {
    var i = start
    while i < line.count, i - start < 5, line[i].isAlphanumeric || "+-−".utf8.contains(line[i]) { i += 1 }
    let closing = Array("</\(name)>".utf8)
    guard i > start, line[i...].starts(with: closing), open > 0, !line[open - 1].isSpace else { return nil }
    let end = i + closing.count
    return (.raised(String(decoding: line[open..<end], as: UTF8.self)), end)
  }

  /// After the `>`, outside quotes.
  private static func endOfTag(_ line: [UInt8], from start: Int) -> Int? {
    var quote: UInt8?
    for i in start..<line.count {
      let byte = line[i]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return i + 1
      } else if byte == UInt8(ascii: "<") {
        return nil
      }
    }
    return nil
  }

  private static func attribute(_ name: String, in bytes: ArraySlice<UInt8>) -> String? {
    TagAttributes.value(of: name, in: bytes).map { String(decoding: $0, as: UTF8.self) }
  }
}

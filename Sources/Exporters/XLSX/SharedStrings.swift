import DigestSyntax
import DigestText

/// The texts of a workbook, each once; cells have their numbers.
struct SharedStrings {
  private var numbers: [String: Int] = [:]
  private var texts: [String] = []
  /// How many cells have one.
  private var useCount = 0

  mutating func number(of text: String) -> Int {
    useCount += 1
    if let number = numbers[text] { return number }
    numbers[text] = texts.count
    texts.append(text)
    return texts.count - 1
  }

  /// The part `xl/sharedStrings.xml`.
  func part() -> [UInt8] {
    var xml = XMLWriter(layout: .compact)
    xml.start("sst")
    xml.attribute("xmlns", Workbook.namespace)
    xml.attribute("count", "\(useCount)")
    xml.attribute("uniqueCount", "\(texts.count)")
    for text in texts {
      xml.start("si")
      xml.start("t", .mixed)
      // Without it, readers may leave out white space at the ends.
      if text.utf8.contains(where: \.isSpace) { xml.attribute("xml:space", "preserve") }
      xml.text(Self.escaped(text))
      xml.end()
      xml.end()
    }
    return xml.finish()
  }

  /// `_x000D_` for CR, which XML takes for a line break; what looks like that has its first sign written so.
  /// - Source: ECMA-376, part 1, 22.9.2.19, `ST_Xstring`.
  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "\r") }) || text.utf8.contains(UInt8(ascii: "_"))
    else { return text }
    let bytes = Array(text.utf8)
    var escaped: [UInt8] = []
    for (place, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "\r") {
        escaped += "_x000D_".utf8
      } else if byte == UInt8(ascii: "_"), isEscape(bytes[place...].prefix(7)) {
        escaped += "_x005F_".utf8
      } else {
        escaped.append(byte)
      }
    }
    return String(decoding: escaped, as: UTF8.self)
  }

  /// Whether it is `_xHHHH_`.
  private static func isEscape(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.count == 7 && bytes.dropFirst().first == UInt8(ascii: "x") && bytes.last == UInt8(ascii: "_")
      && bytes.dropFirst(2).dropLast().allSatisfy(\.isHexDigit)
  }
}

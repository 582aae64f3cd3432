import DigestDiagnostics
import DigestText

/// Where the tag of a line stands, and where its value begins.
struct RISTag {
  let range: SourceRange
  let valueStart: Int

  private init(_ lower: Int, _ upper: Int, valueStart: Int) {
    range = SourceRange(lower, upper)
    self.valueStart = valueStart
  }

  func style(in bytes: [UInt8]) -> Style {
    var style: Style = []
    if bytes[range.upper] == UInt8(ascii: "-") { style.insert(.tight) }
    if !bytes[range.lower].isUppercase { style.insert(.small) }
    return style
  }

  /// In capitals.
  func name(in bytes: [UInt8]) -> String {
    String(unsafeUninitializedCapacity: range.count) { name in
      for k in 0..<range.count {
        let byte = bytes[range.lower + k]
        name[k] = byte.isLetter ? byte & 0xDF : byte
      }
      return range.count
    }
  }

  /// Whether it is the tag of the type, which begins a reference, in capitals or not.
  func isType(in bytes: [UInt8]) -> Bool {
    range.count == 2 && bytes[range.lower] & 0xDF == UInt8(ascii: "T")
      && bytes[range.lower + 1] & 0xDF == UInt8(ascii: "Y")
  }

  /// How the tags of a file differ from the form; its first `TY` shows it.
  struct Style: OptionSet {
    let rawValue: UInt8
    /// The hyphen follows the tag directly.
    static let tight = Style(rawValue: 1)
    /// Tags are in small letters.
    static let small = Style(rawValue: 2)
  }

  /// `TY  - JOUR`; programs also write it with one space or with none, in small letters, and without the space after the
  /// hyphen. The more a line differs from the form, the more it has to be a tag that is known: `AI - a survey` is text.
  init?(risLine line: ArraySlice<UInt8>, _ style: Style) {
    let lower = line.firstIndex { !$0.isBlank } ?? line.endIndex
    guard lower + 2 < line.endIndex, line[lower].isLetter, line[lower + 1].isAlphanumeric else { return nil }
    var i = lower + 2
    while i < line.endIndex, line[i].isBlank { i += 1 }
    guard i < line.endIndex, line[i] == UInt8(ascii: "-") else { return nil }
    let spaces = i - lower - 2
    i += 1
    let endsRight = i == line.endIndex || line[i].isBlank
    while i < line.endIndex, line[i].isBlank { i += 1 }
    let isCapital =
      line[lower].isUppercase && (line[lower + 1].isUppercase || line[lower + 1].isDigit)
    self.init(lower, lower + 2, valueStart: i)
    if isCapital, spaces == 2, endsRight, lower == line.startIndex { return }
    guard spaces > 0 || style.contains(.tight), isCapital || style.contains(.small) else { return nil }
    guard Self.isKnown(line[lower], line[lower + 1]) else { return nil }
  }

  /// `TI Kites`, or a tag alone.
  init?(webOfScienceLine line: ArraySlice<UInt8>) {
    let lower = line.startIndex
    guard line.count >= 2, line[lower].isUppercase, line[lower + 1].isUppercase || line[lower + 1].isDigit,
      line.count == 2 || line[lower + 2].isBlank
    else { return nil }
    let value = line.dropFirst(2).firstIndex { !$0.isBlank } ?? line.endIndex
    self.init(lower, lower + 2, valueStart: value)
  }

  /// `PMID- 123`, `TI  - Kites`.
  init?(medlineLine line: ArraySlice<UInt8>) {
    let lower = line.startIndex
    guard line.count >= 5, line[lower].isUppercase, line[lower + 4] == UInt8(ascii: "-") else { return nil }
    let tag = line[lower..<(lower + 4)].prefix { $0.isUppercase || $0.isDigit }
    guard tag.count >= 2, line[tag.endIndex..<(lower + 4)].allSatisfy({ $0 == 0x20 }),
      line.count == 5 || line[lower + 5].isBlank
    else { return nil }
    let value = line.dropFirst(5).firstIndex { !$0.isBlank } ?? line.endIndex
    self.init(lower, tag.endIndex, valueStart: value)
  }

  /// - Source: RIS specification (2011), and the tags that EndNote, Mendeley, Zotero, Scopus and publishers add.
  private static let known: Set<UInt16> = {
    let tags = """
      TY ER A1 A2 A3 A4 A5 AB AD AN AU AV BT C1 C2 C3 C4 C5 C6 C7 C8 CA CL CN CP CR CT CY DA DB DI DO DP ED EP ET ID \
      IS J1 J2 JA JF JO JP KW L1 L2 L3 L4 LA LB LK LP M1 M2 M3 N1 N2 NV OP PA PB PM PP PY RI RN RP SE SN SO SP ST T1 T2 \
      T3 TA TI TT U1 U2 U3 U4 U5 UR VL VO WT WV Y1 Y2 YR
      """
    return Set(
      tags.utf8.split(separator: 0x20).filter { $0.count == 2 }.compactMap { tag in
        tag.first.flatMap { first in tag.last.map { UInt16(first) << 8 | UInt16($0) } }
      })
  }()

  private static func isKnown(_ first: UInt8, _ second: UInt8) -> Bool {
    let (first, second) = (first & 0xDF, second.isLetter ? second & 0xDF : second)
    return known.contains(UInt16(first) << 8 | UInt16(second))
  }
}

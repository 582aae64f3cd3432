import DigestText

extension NameCleaner {
  /// An ASCII sign.
  mutating func sign(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "["): squareBracket()
    case UInt8(ascii: "]"): closeSquareBracket()
    case UInt8(ascii: "("): parenthesis()
    case UInt8(ascii: ")"), UInt8(ascii: "*"), UInt8(ascii: "`"), UInt8(ascii: "#"): i += 1
    case UInt8(ascii: "!"): exclamationMark()
    case UInt8(ascii: "<"): angleBracket()
    case UInt8(ascii: ">"): i += 1
    case UInt8(ascii: "&"): ampersand()
    case UInt8(ascii: "|"): emitAndAdvance(NameSeparator.strong)
    case UInt8(ascii: "/"):
      emitAndAdvance(output.last == 0x20 && peek(1) == 0x20 ? NameSeparator.strong : byte)
    case UInt8(ascii: "="):
      if peek(1) == byte { i += 2 } else { emitAndAdvance(byte) }
    case UInt8(ascii: "^"): superscript()
    default: emitAndAdvance(byte)
    }
  }

  /// An entity of HTML is kept; `&` between capitals, `AT&T`, too; any other is `and`.
  private mutating func ampersand() {
    let entity = input[(i + 1)...].prefix(12).prefix { $0.isAlphanumeric || $0 == UInt8(ascii: "#") }
    if !entity.isEmpty, entity.endIndex < input.count, input[entity.endIndex] == UInt8(ascii: ";") {
      i = entity.endIndex + 1
      if entity.elementsEqual("amp".utf8) {
        emit(NameSeparator.and)
      } else if entity.elementsEqual("nbsp".utf8) {
        emit(0x20)
      } else {
        emit(UInt8(ascii: "&"))
        emit(contentsOf: entity)
        emit(NameSeparator.entityEnd)
      }
      return
    }
    let isInName = output.last?.isUppercase == true && peek(1)?.isUppercase == true
    emitAndAdvance(isInName ? UInt8(ascii: "&") : NameSeparator.and)
  }

  /// `^1`, `^{1,2}`, `^1,2^`.
  private mutating func superscript() {
    i += 1
    if i < input.count, input[i] == UInt8(ascii: "{"), let close = brackets.partner(of: i) {
      i = close + 1
      return
    }
    while i < input.count, input[i].isDigit || input[i] == UInt8(ascii: ",") && (peek(1)?.isDigit ?? false) {
      i += 1
    }
    if i < input.count, input[i] == UInt8(ascii: "^") { i += 1 }
  }

  /// A character above ASCII.
  mutating func character() {
    let scalar = input[...].scalar(at: i)
    let end = i + UTF8.width(scalar)
    switch scalar.value {
    case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: emit(0x20)
    case 0xAD, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFE0E, 0xFE0F, 0xFEFF, 0x80...0x9F:
      break
    case 0x2028, 0x2029: emit(0x0A)
    case 0xFF0C, 0x060C: emit(UInt8(ascii: ","))
    case 0xFF1B, 0x061B: emit(UInt8(ascii: ";"))
    case 0xFF0E: emit(UInt8(ascii: "."))
    case 0xFF06: emit(NameSeparator.and)
    // 、 ｜ • ● ▪ ◦ ∙ ‣
    case 0x3001, 0xFF5C, 0x2022, 0x25CF, 0x25AA, 0x25E6, 0x2219, 0x2023: emit(NameSeparator.strong)
    // · ⋅ ・ are inside East Asian names, too.
    case 0xB7, 0x22C5, 0x30FB:
      if output.last == 0x20, end < input.count, input[end] == 0x20 {
        emit(NameSeparator.strong)
      } else {
        copy(end)
      }
    // （ and ［ with what they hold.
    case 0xFF08, 0xFF3B, 0x3010:
      skipWideRemark(from: end)
      return
    case 0xFF09, 0xFF3D, 0x3011: break
    default: if !NameMarks.contains(scalar) { copy(end) }
    }
    i = end
  }

  private mutating func copy(_ end: Int) { emit(contentsOf: input[i..<end]) }

  /// Leaves out a remark in full-width brackets, but for one that says that there are more.
  private mutating func skipWideRemark(from start: Int) {
    var end = start
    while end < input.count, end - start < 240 {
      let byte = input[end]
      if byte == 0xEF, input.holds("）", at: end) || input.holds("］", at: end) { break }
      if byte == 0xE3, input.holds("】", at: end) { break }
      end += 1
    }
    guard end < input.count, end - start < 240 else {
      i = start
      return
    }
    let remark = input[start..<end].trimmed
    if NameMore.isPhrase(remark.words, afterAnd: true) { hasMore = true } else { remarks.append(remark.text) }
    i = end + 3
  }
}

/// Signs that refer to an affiliation, a note or an address.
enum NameMarks {
  static func contains(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // † ‡ § ¶ ‖ ∗ ⋆ ★ ☆ and superscripts.
    case 0x2020, 0x2021, 0xA7, 0xB6, 0x2016, 0x2217, 0x22C6, 0xB9, 0xB2, 0xB3, 0x2070...0x209C,
      0x1D2C...0x1D6A,
      0x1D9B...0x1DBF, 0x204E, 0x2051, 0xFF0A, 0x2666:
      true
    case ..<0x2100, 0x3041...0xD7FF: false
    default:
      switch scalar.properties.generalCategory {
      case .otherSymbol, .otherNumber, .privateUse: true
      default: false
      }
    }
  }
}

import DigestText

/// Reads the LaTeX of a BibTeX text field back into plain text: the other direction of `LaTeXEncoder`.
///
/// Braces go, known commands become their characters, accents are set on what they are given, `$…$` stays TeX.
/// A command that is not known stays as it is written.
package struct LaTeXDecoder {
  private let bytes: [UInt8]
  private var i = 0
  /// In ASCII output `{$\alpha$}`, and `{\alpha}` inside mathematics, were written for a character.
  private let repertoire: LaTeXEncoder.Repertoire
  /// How deep groups may nest before their braces are read as nothing.
  private static let depthLimit = 200

  /// Decodes the text of a field; the result is in NFC.
  /// - Complexity: O(n).
  package static func decode(_ text: String, repertoire: LaTeXEncoder.Repertoire = .unicode) -> String {
    var decoder = LaTeXDecoder(Array(text.utf8), repertoire)
    var output: [UInt8] = []
    decoder.read(into: &output, upToBrace: false, depth: 0)
    return composed(String(decoding: output, as: UTF8.self))
  }

  /// The character that a command without argument stands for, `o` for `\o` and `&` for `\&`.
  package static func character(ofCommand name: String) -> Unicode.Scalar? {
    LaTeXTables.commandCharacters[name]
  }

  /// The same where it is a letter, which may carry an accent.
  package static func letter(ofCommand name: String) -> Unicode.Scalar? {
    character(ofCommand: name).flatMap { $0.properties.isAlphabetic ? $0 : nil }
  }

  /// Whether a command sets an accent on its argument.
  package static func isAccent(_ name: String) -> Bool { LaTeXTables.accentMarks[name] != nil }

  /// What stands for a command that only says how something looks or where lines break, mostly nothing.
  /// - Returns: `nil` for any other; `takesArgument` where what follows in braces goes with it.
  package static func layout(ofCommand name: String) -> (text: String, takesArgument: Bool)? {
    if let text = LaTeXTables.layout[name] { return (text, false) }
    return LaTeXTables.layoutWithArgument[name].map { ($0, true) }
  }

  /// Whether a command changes how its argument looks.
  package static func isFormatting(_ name: String) -> Bool { LaTeXTables.formatting.contains(name) }

  /// The character that `\alpha` stands for in mathematics.
  package static func character(ofMath tex: String) -> String? { LaTeXTables.mathCharacter(of: tex) }

  private init(_ bytes: [UInt8], _ repertoire: LaTeXEncoder.Repertoire) {
    self.bytes = bytes
    self.repertoire = repertoire
  }

  private mutating func read(into output: inout [UInt8], upToBrace: Bool, depth: Int) {
    while i < bytes.count {
      let byte = bytes[i]
      switch byte {
      case UInt8(ascii: "{"):
        if readMathCharacter(into: &output) { continue }
        i += 1
        // `-{}-`: the empty group keeps two signs from becoming one.
        if depth < Self.depthLimit { read(into: &output, upToBrace: true, depth: depth + 1) }
      case UInt8(ascii: "}"):
        i += 1
        if upToBrace { return }
      case UInt8(ascii: "\\"): readCommand(into: &output, depth: depth)
      case UInt8(ascii: "$"): readMath(into: &output)
      case UInt8(ascii: "~"):
        output.append(contentsOf: "\u{A0}".utf8)
        i += 1
      default:
        if byte.isOne(of: "-`'?!"),
          let (signs, character) = LaTeXTables.ligatures.first(where: {
            bytes[i...].starts(with: $0.signs.utf8)
          })
        {
          output.append(contentsOf: String(character).utf8)
          i += signs.utf8.count
        } else {
          output.append(byte)
          i += 1
        }
      }
    }
  }

  // MARK: - Commands

  private mutating func readCommand(into output: inout [UInt8], depth: Int) {
    let start = i
    i += 1
    guard i < bytes.count else {
      output.append(UInt8(ascii: "\\"))
      return
    }
    let nameStart = i
    if bytes[i].isLetter {
      while i < bytes.count, bytes[i].isLetter { i += 1 }
    } else {
      i += 1
    }
    let name = String(decoding: bytes[nameStart..<i], as: UTF8.self)
    if let character = LaTeXTables.commandCharacters[name] {
      output.append(contentsOf: String(character).utf8)
      skipCommandEnd()
    } else if let mark = LaTeXTables.accentMarks[name], depth < Self.depthLimit {
      readAccent(mark, into: &output, depth: depth)
    } else if name == "mbox", bytes[i...].starts(with: "{-}".utf8) {
      output.append(contentsOf: "\u{2011}".utf8)
      i += 3
    } else if LaTeXTables.formatting.contains(name) {
      // Its argument follows, whose braces go like any others.
      while i < bytes.count, bytes[i] == 0x20 { i += 1 }
    } else if let layout = Self.layout(ofCommand: name) {
      readLayout(layout, into: &output)
    } else {
      output.append(contentsOf: bytes[start..<i])
    }
  }

  /// `\relax`, `\hspace*{1em}`: spaces on both sides of what says nothing are one.
  private mutating func readLayout(_ layout: (text: String, takesArgument: Bool), into output: inout [UInt8])
  {
    if layout.takesArgument {
      if i < bytes.count, bytes[i] == UInt8(ascii: "*") { i += 1 }
      if i < bytes.count, bytes[i] == UInt8(ascii: "{"),
        let close = bytes[i...].firstIndex(of: UInt8(ascii: "}"))
      {
        i = close + 1
      }
    } else {
      skipCommandEnd()
    }
    if layout.text != " " || output.last != 0x20 { output.append(contentsOf: layout.text.utf8) }
  }

  /// TeX swallows the space after a command of letters; empty braces end a command, too.
  private mutating func skipCommandEnd() {
    if bytes[i...].starts(with: "{}".utf8) {
      i += 2
    } else if i < bytes.count, bytes[i] == 0x20, bytes[i - 1].isLetter {
      i += 1
    }
  }

  private mutating func readAccent(_ mark: Unicode.Scalar, into output: inout [UInt8], depth: Int) {
    while i < bytes.count, bytes[i] == 0x20 { i += 1 }
    var argument: [UInt8] = []
    guard i < bytes.count else { return }
    if bytes[i] == UInt8(ascii: "{") {
      i += 1
      read(into: &argument, upToBrace: true, depth: depth + 1)
    } else if bytes[i] == UInt8(ascii: "\\") {
      readCommand(into: &argument, depth: depth + 1)
    } else {
      repeat {
        argument.append(bytes[i])
        i += 1
      } while i < bytes.count && bytes[i].isContinuation
    }
    var text = String.UnicodeScalarView()
    var isPlaced = false
    for (k, written) in String(decoding: argument, as: UTF8.self).unicodeScalars.enumerated() {
      let scalar = k == 0 ? Self.dotted(written) : written
      if k > 0, !isPlaced, scalar.properties.canonicalCombiningClass == .notReordered {
        text.append(mark)
        isPlaced = true
      }
      text.append(scalar)
    }
    if !isPlaced { text.append(mark) }
    output.append(contentsOf: String(text).utf8)
  }

  /// TeX takes the dot off `i` and `j` before it sets an accent above them; Unicode keeps the letter.
  private static func dotted(_ letter: Unicode.Scalar) -> Unicode.Scalar {
    switch letter {
    case "\u{131}": "i"
    case "\u{237}": "j"
    default: letter
    }
  }

  // MARK: - Mathematics

  /// `{$\alpha$}`, the encoder's spelling of a character that LaTeX has in mathematics only.
  private mutating func readMathCharacter(into output: inout [UInt8]) -> Bool {
    guard repertoire == .ascii, bytes[i...].starts(with: "{$".utf8) else { return false }
    let lower = i + 2
    // The longest command of the table is shorter than this.
    let window = bytes[lower..<min(lower + 48, bytes.count)]
    guard let upper = window.firstIndex(of: UInt8(ascii: "$")), bytes[upper...].starts(with: "$}".utf8),
      let character = LaTeXTables.mathCharacter(of: String(decoding: bytes[lower..<upper], as: UTF8.self))
    else { return false }
    output.append(contentsOf: character.utf8)
    i = upper + 2
    return true
  }

  /// `$<$`, the encoder's spelling of a sign, and `${<}$`, that of the author's mathematics `$<$`.
  private mutating func readMathSign(into output: inout [UInt8]) -> Bool {
    for (sign, text) in LaTeXTables.mathSigns where bytes[i...].starts(with: text.utf8) {
      output.append(contentsOf: String(sign).utf8)
      i += text.utf8.count
      return true
    }
    for (tex, text) in LaTeXTables.guardedMath where bytes[i...].starts(with: text.utf8) {
      output.append(contentsOf: tex.utf8)
      i += text.utf8.count
      return true
    }
    return false
  }

  /// To the next dollar sign that no backslash precedes, or all that is left where there is none.
  private mutating func readMath(into output: inout [UInt8]) {
    if readMathSign(into: &output) { return }
    let start = i
    let dollar = UInt8(ascii: "$")
    let width = bytes[i...].starts(with: [dollar, dollar]) ? 2 : 1
    i += width
    while i < bytes.count, bytes[i] != dollar || bytes[i - 1] == UInt8(ascii: "\\") { i += 1 }
    i = min(i + width, bytes.count)
    let end = i
    var k = start
    while k < end {
      // A character that LaTeX has a command for stands in braces of its own: `$x^{\alpha}$`.
      if repertoire == .ascii, bytes[k] == UInt8(ascii: "{"), k + 1 < end, bytes[k + 1] == UInt8(ascii: "\\"),
        let close = bytes[k..<end].firstIndex(of: UInt8(ascii: "}")),
        let character = LaTeXTables.mathCharacter(of: String(decoding: bytes[k + 1..<close], as: UTF8.self))
      {
        output.append(contentsOf: character.utf8)
        k = close + 1
      } else {
        output.append(bytes[k])
        k += 1
      }
    }
  }
}

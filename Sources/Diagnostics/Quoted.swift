/// A user's text as messages show it: in `'…'`, on one line, control characters escaped, invisible ones named, at most
/// 40 characters.
///
/// - Parameter text: anything, also bytes that were repaired to U+FFFD.
/// - Parameter limit: how many characters to show; a longer text keeps its beginning and ends in `…`.
package func quoted(_ text: some StringProtocol, limit: Int = 40) -> String {
  let text = String(text)
  // Most are short and of ASCII.
  let isShown = text.utf8.count <= limit && text.utf8.allSatisfy { 0x20..<0x7F ~= $0 }
  return isShown ? "'" + text + "'" : quoted(scalars: text.unicodeScalars, limit: limit)
}

private func quoted(scalars: String.UnicodeScalarView, limit: Int) -> String {
  var shown = "'"
  var count = 0
  for i in scalars.indices {
    guard count < limit else {
      shown += "…"
      break
    }
    count += 1
    if scalars[i].isInvisible, !joinsLetters(scalars, at: i) {
      shown += scalars[i].named
    } else {
      show(scalars[i], in: &shown)
    }
  }
  return shown + "'"
}

/// The name of a file as messages show it: on one line, control characters escaped as in `quoted`, else as it is, so
/// that an editor finds the file.
///
/// - Parameter kept: characters that are not escaped, for a text of several lines.
package func visible(_ text: String, except kept: Unicode.Scalar? = nil) -> String {
  guard text.unicodeScalars.contains(where: { $0.isHiddenInMessages && $0 != kept }) else { return text }
  var shown = ""
  for scalar in text.unicodeScalars {
    if scalar == kept { shown.unicodeScalars.append(scalar) } else { show(scalar, in: &shown) }
  }
  return shown
}

/// Whether a character is a joiner between two that are not ASCII: letters of Persian or Hindi, parts of an emoji.
private func joinsLetters(_ scalars: String.UnicodeScalarView, at i: String.Index) -> Bool {
  guard scalars[i].value == 0x200C || scalars[i].value == 0x200D, i > scalars.startIndex else { return false }
  let next = scalars.index(after: i)
  return next < scalars.endIndex && !scalars[next].isASCII && !scalars[scalars.index(before: i)].isASCII
}

private func show(_ scalar: Unicode.Scalar, in shown: inout String) {
  switch scalar {
  case "\n": shown += "\\n"
  case "\r": shown += "\\r"
  case "\t": shown += "\\t"
  case _ where scalar.isInvisible && scalar.isHiddenInMessages: shown += scalar.named
  case _ where scalar.isHiddenInMessages:
    shown += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
  default: shown.unicodeScalars.append(scalar)
  }
}

extension Unicode.Scalar {
  /// What no reader sees and what may yet be the cause of a finding: `<U+200B>`.
  fileprivate var isInvisible: Bool {
    switch value {
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }

  /// `<U+200B>`: at least four hexadecimal digits, as the Unicode standard writes it.
  fileprivate var named: String {
    let hex = String(value, radix: 16, uppercase: true)
    return "<U+\(String(repeating: "0", count: max(0, 4 - hex.utf8.count)))\(hex)>"
  }

  /// Controls, and format characters that could turn a line of a terminal around.
  fileprivate var isHiddenInMessages: Bool {
    switch value {
    case 0...0x1F, 0x7F...0x9F, 0x200E, 0x200F, 0x202A...0x202E, 0x2028, 0x2029, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }
}

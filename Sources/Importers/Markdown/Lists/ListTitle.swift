import DigestModel
import DigestText

/// Words of a list as they go into a record.
enum ListTitle {
  /// Markdown of a range: formulas as they are, all other signs as text.
  static func markdown(_ text: ListText, _ range: Range<Int>) -> String {
    markdown(text, text.trimmed(range) { " \n,.;:".unicodeScalars.contains($0) }, hasLinks: false)
  }

  /// Markdown of a text that is more than a title, such as an abstract: with the words of its links and its last sign.
  static func paragraph(_ text: ListText, _ range: Range<Int>) -> String {
    markdown(text, text.trimmed(range), hasLinks: true)
  }

  private static func markdown(_ text: ListText, _ range: Range<Int>, hasLinks: Bool) -> String {
    var markdown = ""
    var isSpaceDue = false
    func append(_ scalar: Unicode.Scalar) {
      if "\\`*_[]<>&$!".unicodeScalars.contains(scalar) { markdown += "\\" }
      markdown.unicodeScalars.append(scalar)
    }
    for index in range where hasLinks || !text.isLink(index) {
      if text.isSpace(index) {
        isSpaceDue = !markdown.isEmpty
        continue
      }
      if isSpaceDue { markdown += " " }
      isSpaceDue = false
      if let formula = text.formula(at: index) {
        markdown += formula
      } else if let link = text.link(at: index) {
        for scalar in link.words.unicodeScalars { append(scalar) }
      } else {
        append(text.scalars[index])
      }
    }
    return markdown
  }

  /// The words of a range with those of its links.
  static func words(_ text: ListText, _ range: Range<Int>) -> String {
    var words = ""
    var start = range.lowerBound
    for index in range {
      guard let link = text.link(at: index) else { continue }
      words += text.string(start..<index) + separator(text, before: index) + link.words
      start = index + 1
      if start < range.upperBound, text.isSpace(start) { words += " " }
    }
    return words + text.string(start..<range.upperBound)
  }

  private static func separator(_ text: ListText, before index: Int) -> String {
    index > 0 && text.isSpace(index - 1) ? " " : ""
  }
}

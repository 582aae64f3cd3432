import DigestModel
import DigestSyntax

/// The Markdown of a note below its front matter.
struct NoteText {
  private var lines = MarkdownLines()

  init(_ frontMatter: [UInt8]) { lines.append(frontMatter) }

  var bytes: [UInt8] { lines.bytes }

  /// `[[name]] — words`. Logseq has no words inside such a link, so they stand after it.
  static func link(_ name: String, _ words: String?) -> String {
    let words = words.map { RichText(plain: $0).markdown } ?? ""
    return words.isEmpty ? "[[\(name)]]" : "[[\(name)]] — \(words)"
  }

  /// ` (2024-09, 2024-10)`, or nothing.
  static func months(_ labels: [String]) -> String {
    labels.isEmpty ? "" : " (\(labels.map { RichText(plain: $0).markdown }.joined(separator: ", ")))"
  }

  /// - Parameter words: without markup.
  mutating func heading(_ level: Int, _ words: String) {
    heading(level, markdown: RichText(plain: words).markdown)
  }

  mutating func heading(_ level: Int, markdown: String) {
    lines.separate()
    let mark = String(repeating: "#", count: level)
    lines.line(Array("\(mark) ".utf8) + MarkdownText.oneLine(markdown))
    lines.separate()
  }

  /// Paragraphs of Markdown.
  mutating func paragraph(_ texts: [String]) {
    for text in texts {
      lines.separate()
      write(text)
    }
  }

  /// A list of items in Markdown.
  mutating func list(_ items: [String]) {
    lines.separate()
    for item in items {
      lines.beginItem("- ")
      write(item)
      lines.end()
    }
  }

  private mutating func write(_ markdown: String) {
    let text = markdown.utf8.map { $0 < 0x20 && $0 != 0x0A && $0 != 0x09 ? 0x20 : $0 }
    let parts = text.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (number, part) in parts.enumerated() {
      if part.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
        lines.separate()
      } else {
        let isLast = number == parts.count - 1 || parts[number + 1].isEmpty
        lines.line(MarkdownText.atStartOfLine(Array(part)) + (isLast ? [] : [UInt8(ascii: "\\")]))
      }
    }
  }
}

/// Flat front matter: texts and lists of texts, as Obsidian's properties are.
struct FrontMatterWriter {
  private var writer = YAMLWriter()

  init() { writer.beginMapping() }

  mutating func write(_ key: String, _ text: String?) {
    guard let text, !text.holdsNothing else { return }
    writer.key(key)
    writer.text(MarkdownText.spaced(text))
  }

  mutating func write(_ key: String, _ number: Int?) {
    guard let number else { return }
    writer.key(key)
    writer.number(number)
  }

  mutating func write(_ key: String, _ texts: [String]) {
    let texts = texts.filter { !$0.holdsNothing }
    guard !texts.isEmpty else { return }
    writer.key(key)
    writer.beginSequence(.block)
    for text in texts { writer.text(MarkdownText.spaced(text)) }
    writer.endSequence()
  }

  /// With its fences.
  mutating func finish() -> [UInt8] {
    writer.endMapping()
    return writer.finish() + Array("---\n".utf8)
  }
}

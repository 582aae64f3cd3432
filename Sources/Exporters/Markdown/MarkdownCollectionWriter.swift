import DigestModel
import DigestSyntax

/// Puts several digests into one Markdown file: what is known of each in one front matter; then for each a mark that its
/// text begins here, a heading and the text.
struct MarkdownCollectionWriter {
  /// One digest as it would be written alone.
  struct Part {
    var digest: Digest
    var plan: MarkdownPlan
    /// What follows the front matter.
    var text: ArraySlice<UInt8>
  }

  static func write(_ parts: [Part], titled title: String, labels: [String]) -> [UInt8] {
    var writer = DigestEncodingWriter(YAMLWriter())
    writer.writeFrontMatter(of: parts, titled: title)
    var bytes = writer.output.finish() + Array("---\n".utf8)
    let word = word(for: parts)
    for (number, part) in parts.enumerated() {
      let mark = PartMark(word: word, number: number + 1)
      bytes += Array("\n\(mark.line)\n\n# ".utf8)
      bytes += MarkdownText.oneLine(heading(of: part.digest, orElse: labels[number]))
      bytes.append(0x0A)
      if let first = part.text.first, first != 0x0A { bytes.append(0x0A) }
      bytes += part.text
    }
    return bytes
  }

  /// The title with the month that it does not say, since titles are often alike.
  private static func heading(of digest: Digest, orElse label: String) -> String {
    guard let title = digest.metadata.title, !title.plainText.isBlank else {
      return RichText(plain: label).markdown
    }
    guard let period = digest.metadata.period?.description, !title.plainText.contains(period) else {
      return title.markdown
    }
    return "\(title.markdown) (\(period))"
  }

  /// One that no mark in a text has.
  private static func word(for parts: [Part]) -> String {
    var taken: Set<String> = []
    for part in parts {
      let text = Array(part.text)
      for (mark, _) in PartMark.all(in: text, 0..<text.count) { taken.insert(mark.word) }
    }
    var word = "digest"
    var number = 2
    while taken.contains(word) {
      word = "digest-\(number)"
      number += 1
    }
    return word
  }
}

extension DigestEncodingWriter {
  fileprivate mutating func writeFrontMatter(
    of parts: [MarkdownCollectionWriter.Part], titled title: String
  ) {
    output.beginMapping()
    output.key("digest")
    output.number(Self.version)
    write("title", title)
    write("layout", FrontMatterKey.several)
    write(FrontMatterKey.several, parts) { $0.writeFrontMatter(of: $1.digest, $1.plan, isWhole: false) }
    output.endMapping()
  }
}

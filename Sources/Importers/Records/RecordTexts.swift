import DigestModel

/// Reads the text of records in the language of their source.
struct RecordTexts {
  /// A text of one line.
  func title(_ text: String, _ dialect: RecordDialect, at anchor: SourceAnchor) -> RichText {
    read(text, dialect, .line, at: anchor)
  }

  /// A text of paragraphs.
  func abstract(_ text: String, _ dialect: RecordDialect, at anchor: SourceAnchor) -> RichText {
    read(text, dialect, .paragraphs, at: anchor)
  }

  /// Text without marks.
  func plain(_ text: String, _ dialect: RecordDialect) -> String {
    if dialect == .own || dialect == .markup { return text }
    var text = text
    let saysItself = text.withUTF8(RecordTextScan.isPlain)
    return saysItself ? text.trimmed : read(text, dialect, .line, at: .none).plainText
  }

  private func read(
    _ text: String, _ dialect: RecordDialect, _ form: RecordText.Form, at anchor: SourceAnchor
  ) -> RichText {
    switch dialect {
    case .bibTeX: RecordText.bibTeX(text, as: form, anchor: anchor)
    case .plain, .cff: RecordText.plainList(text, as: form, anchor: anchor)
    case .html, .csl, .library: RecordText.html(text, as: form, anchor: anchor)
    case .own, .markup: RichText(markdown: text, anchor: anchor)
    case .ownRIS, .ownHayagriva: RecordText.plain(text, as: form, anchor: anchor)
    case .ownCSL: RecordText.csl(text, as: form, anchor: anchor)
    }
  }
}

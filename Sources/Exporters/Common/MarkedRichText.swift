import DigestModel
import DigestSyntax

extension RichText {
  /// The plain text with the marks that BibTeX and CSL know in titles: emphasis, strong, subscript, superscript.
  var markedText: MarkedText {
    var text = MarkedText()
    text.append(inlines)
    return text
  }
}

extension MarkedText {
  fileprivate mutating func append(_ inlines: [Inline]) {
    for inline in inlines {
      switch inline {
      case .emphasis(let children): append(children, .emphasis)
      case .strong(let children): append(children, .strong)
      case .subscript(let children): append(children, .subscript)
      case .superscript(let children): append(children, .superscript)
      default: append([inline].plainText)
      }
    }
  }

  private mutating func append(_ children: [Inline], _ mark: Mark) {
    begin(mark)
    append(children)
    end()
  }
}

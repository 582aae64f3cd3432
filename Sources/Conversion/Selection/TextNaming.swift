import DigestModel

extension RichText {
  /// The same text, in which papers that are left out are words and not citations.
  /// - Parameter keeps: whether a paper stays.
  func naming(_ keeps: (PaperID) -> Bool) -> RichText {
    guard citations.contains(where: { !keeps($0.id) }) else { return self }
    return RichText(markdown: markdown, inlines: inlines.naming(keeps), anchor: anchor)
  }
}

extension [Inline] {
  fileprivate func naming(_ keeps: (PaperID) -> Bool) -> [Inline] {
    flatMap { inline -> [Inline] in
      switch inline {
      case .citation(let citation): [keeps(citation.id) ? inline : .text(citation.written)]
      case .emphasis(let children): [.emphasis(children.naming(keeps))]
      case .strong(let children): [.strong(children.naming(keeps))]
      case .subscript(let children): [.subscript(children.naming(keeps))]
      case .superscript(let children): [.superscript(children.naming(keeps))]
      case .image(let description, let source, let title):
        [.image(description: description.naming(keeps), source: source, title: title)]
      case .link(let children, let destination, _): link(inline, children, destination, keeps)
      case .code(let code): [PaperIDScanner.ids(in: code).allSatisfy(keeps) ? inline : .text(code)]
      case .text, .math, .lineBreak: [inline]
      }
    }
  }

  /// A link to a paper that is left out is its text.
  private func link(
    _ link: Inline, _ children: [Inline], _ destination: String, _ keeps: (PaperID) -> Bool
  ) -> [Inline] {
    if let id = PaperID(destination), id.scheme != .url {
      return keeps(id) ? [link] : children.isEmpty ? [.text(destination)] : children.naming(keeps)
    }
    // What stands in the text of any other link is read without its markup.
    return PaperIDScanner.ids(in: children.plainText).allSatisfy(keeps) ? [link] : [.text([link].plainText)]
  }
}

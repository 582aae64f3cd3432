import DigestModel
import DigestSyntax

// Lines of several parts, each marked with what it is.
extension JATSWriter {
  /// Whether the line has begun, so that a separator goes before the next part.
  struct PhraseLine {
    var hasBegun = false
  }

  mutating func papers(_ papers: [Citation], after separator: String, _ line: inout PhraseLine) {
    for (index, paper) in papers.enumerated() {
      if index > 0 { xml.text(", ") } else if line.hasBegun { xml.text(separator) }
      line.hasBegun = true
      write(paper)
    }
  }

  mutating func part(
    _ type: String, _ text: RichText?, after separator: String, _ line: inout PhraseLine
  ) {
    guard let text, text.hasText else { return }
    if line.hasBegun { xml.text(separator) }
    line.hasBegun = true
    startNamed(type)
    write(text, in: .plain)
    xml.end()
  }

  /// `named-content`: JATS's element for a phrase whose meaning only its attribute says.
  mutating func startNamed(_ type: String) {
    xml.start("named-content", .mixed)
    xml.attribute("content-type", type)
  }
}

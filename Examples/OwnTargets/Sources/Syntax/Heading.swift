/// A heading in Markdown.
public struct Heading {
  public var text: String

  public init(_ text: String) { self.text = text }

  public var markdown: String { "# \(text)\n\n" }
}

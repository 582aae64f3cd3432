extension Digest {
  /// A line of the tree without a paper, as a typed entry.
  package struct Placeholder {
    package var text: RichText

    package init(text: RichText) { self.text = text }
  }
}

extension Digest.Placeholder: DescribedEntry {
  package static var blank: Self { Self(text: RichText(plain: "")) }
  package static var typeName: String { "placeholder" }
  package static var noun: String { "a line without a paper" }
  package static var kind: Digest.Section.Kind { .topicTree }
  package var entry: Digest.Entry { .placeholder(text) }
  /// It stands where its text does.
  package var anchor: SourceAnchor {
    get { text.anchor }
    set { text.anchor = newValue }
  }

  package mutating func describe(to walk: inout some PartWalk) { walk.text("text", always: &text) }
}

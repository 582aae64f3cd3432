extension Digest {
  /// A line of the tree without a paper, as a typed entry.
  @usableFromInline package struct Placeholder {
    @usableFromInline package var text: RichText

    @inlinable package init(text: RichText) { self.text = text }
  }
}

extension Digest.Placeholder: DescribedEntry {
  @inlinable package static var blank: Self { Self(text: RichText(plain: "")) }
  @inlinable package static var typeName: String { "placeholder" }
  @inlinable package static var noun: String { "a line without a paper" }
  @inlinable package static var kind: Digest.Section.Kind { .topicTree }
  @inlinable package var entry: Digest.Entry { .placeholder(text) }
  /// It stands where its text does.
  @usableFromInline package var anchor: SourceAnchor {
    get { text.anchor }
    set { text.anchor = newValue }
  }

  @inlinable package mutating func describe(to walk: inout some PartWalk) { walk.text("text", always: &text) }
}

extension Digest {
  /// An open problem with what could be done about it.
  public struct Gap: Hashable, Sendable {
    /// The problem in a few words.
    public var title: RichText?
    /// What is said of it, in the order of the text.
    public var parts: [Gap.Part]
    /// Where it stands in the source.
    public var anchor: SourceAnchor

    /// Makes a gap; by default an empty one.
    public init(title: RichText? = nil, parts: [Gap.Part] = [], anchor: SourceAnchor = .none) {
      self.title = title
      self.parts = parts
      self.anchor = anchor
    }
  }
}

extension Digest.Gap {
  /// A part of a gap, in the order of the text.
  public struct Part: Hashable, Sendable {
    /// What a part of a gap is.
    public enum Role: String, Hashable, Sendable, CaseIterable {
      /// Prose that is not marked as either.
      case body
      /// Marked as what is missing: `*Gaps:*`.
      case gap
      /// Marked as what could be done: `Cơ hội:`, `*Opportunities:*`.
      case opportunity
      /// A bullet that groups the parts below it.
      case point
    }

    /// What the part is.
    public var role: Role
    /// The mark as written, `Cơ hội`; `nil` where there is none.
    public var label: RichText?
    /// What it says.
    public var text: RichText?
    /// The parts below it.
    public var parts: [Part]
    /// What hangs below and is not a bullet list.
    public var details: [Digest.Block]
    /// Where it stands in the source.
    public var anchor: SourceAnchor

    /// Makes a part of a gap; by default an empty one.
    public init(
      role: Role, label: RichText? = nil, text: RichText? = nil, parts: [Part] = [],
      details: [Digest.Block] = [], anchor: SourceAnchor = .none
    ) {
      self.role = role
      self.label = label
      self.text = text
      self.parts = parts
      self.details = details
      self.anchor = anchor
    }
  }
}

extension Digest.Gap: DescribedEntry {
  @inlinable package static var blank: Self { Self() }
  @inlinable package static var typeName: String { "gap" }
  @inlinable package static var noun: String { "a gap" }
  @inlinable package static var kind: Digest.Section.Kind { .gaps }
  @inlinable package var entry: Digest.Entry { .gap(self) }

  @inlinable package mutating func describe(to walk: inout some PartWalk) {
    walk.text("title", &title)
    walk.parts("parts", &parts, each: "part")
  }
}

extension Digest.Gap.Part: Described {
  @inlinable package static var blank: Self { Self(role: .body) }

  @inlinable package mutating func describe(to walk: inout some PartWalk) {
    walk.role(&role)
    walk.text("label", &label, .label)
    walk.text("text", &text)
    walk.parts("parts", &parts, each: "part")
    walk.blocks("details", &details)
  }
}

extension Digest {
  /// A research idea.
  public struct Idea: Hashable, Sendable {
    /// `✨`, as written.
    public var marker: String?
    /// `Idea 2` of `**Idea 2: Title**`, as written.
    public var label: RichText?
    /// The title with any tag that is written in it.
    public var title: RichText
    /// `Moon-shot`, `Cross-disciplinary`, found in the title or at the end of the risk; they stand there too.
    public var tags: [String]
    /// In order; prose between the title and the first field is a field without label.
    public var fields: [Idea.Field]
    /// Where it stands in the source.
    public var anchor: SourceAnchor

    /// Makes an idea; by default nothing more than its title.
    public init(
      marker: String? = nil, label: RichText? = nil, title: RichText, tags: [String] = [],
      fields: [Idea.Field] = [], anchor: SourceAnchor = .none
    ) {
      self.marker = marker
      self.label = label
      self.title = title
      self.tags = tags
      self.fields = fields
      self.anchor = anchor
    }
  }
}

extension Digest.Idea {
  /// A labelled field of an idea.
  public struct Field: Hashable, Sendable {
    /// What a field says of its idea.
    public enum Role: String, Hashable, Sendable, CaseIterable {
      /// Why it is worth doing.
      case motivation
      /// What is new.
      case novelty
      /// How to do it.
      case approach
      /// With which data.
      case data
      /// How to measure success.
      case metrics
      /// Data and metrics under one label.
      case dataAndMetrics
      /// What could go wrong.
      case risk
      /// Prose without a label, or under a label that is none of these.
      case other
    }

    /// What the field says.
    public var role: Role
    /// As written, without colon: `Motivation`, `Dataset + Metrics`; `nil` for prose before the first label.
    public var label: RichText?
    /// Prose and steps; steps are an ordered list.
    public var content: [Digest.Block]
    /// Where it stands in the source.
    public var anchor: SourceAnchor

    /// Makes a field of an idea.
    public init(role: Role, label: RichText?, content: [Digest.Block], anchor: SourceAnchor = .none) {
      self.role = role
      self.label = label
      self.content = content
      self.anchor = anchor
    }
  }
}

extension Digest.Idea: DescribedEntry {
  @inlinable package static var blank: Self { Self(title: RichText(plain: "")) }
  @inlinable package static var typeName: String { "idea" }
  @inlinable package static var noun: String { "an idea" }
  @inlinable package static var kind: Digest.Section.Kind { .ideas }
  @inlinable package var entry: Digest.Entry { .idea(self) }

  @inlinable package mutating func describe(to walk: inout some PartWalk) {
    walk.sign("marker", &marker, at: anchor)
    walk.text("label", &label, .label)
    walk.text("title", always: &title)
    walk.words("tags", &tags, areRepeated: true, at: anchor)
    walk.parts("fields", &fields, each: "field")
  }
}

extension Digest.Idea.Field: Described {
  @inlinable package static var blank: Self { Self(role: .other, label: nil, content: []) }

  @inlinable package mutating func describe(to walk: inout some PartWalk) {
    walk.role(&role)
    walk.text("label", &label, .label)
    walk.blocks("content", &content)
  }
}

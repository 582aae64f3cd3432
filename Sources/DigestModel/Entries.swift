import DigestText

// The typed entries of the seven sections. Separators (`|`, ` – `, ` · `, `:`) are not kept: each part has a place
// of its own. All words are, also labels such as `Cơ hội` or `Suy nghĩ`.

extension Digest {
  /// A node of the topic tree.
  public struct Topic: Hashable, Sendable {
    /// As written, `II.`, `A.`, `1.`; `nil` where there is none.
    public var enumerator: String?
    public var label: RichText
    /// Topics, papers, placeholders and blocks, mixed, in order.
    public var children: [Entry]
    public var anchor: SourceAnchor

    public init(
      enumerator: String? = nil, label: RichText, children: [Entry] = [], anchor: SourceAnchor = .none
    ) {
      self.enumerator = enumerator
      self.label = label
      self.children = children
      self.anchor = anchor
    }
  }
}

extension Digest {
  /// A line of the tree, or of a free list, about one paper or several together.
  public struct PaperMention: Hashable, Sendable {
    /// At least one.
    public var papers: [Citation]
    /// `NEO` of `id | NEO: text`, where the source gives one.
    public var name: RichText?
    public var summary: RichText?
    /// `(Duplicate of …)`, `(Đã liệt kê ở …)`, `(Lưu ý: Survey)`: what is said of the listing, not of the paper.
    public var note: RichText?
    /// Whether the line says that the paper is listed elsewhere.
    public var isDuplicate: Bool
    /// What hangs below the line.
    public var details: [Block]
    public var anchor: SourceAnchor

    public init(
      papers: [Citation], name: RichText? = nil, summary: RichText? = nil, note: RichText? = nil,
      isDuplicate: Bool = false, details: [Block] = [], anchor: SourceAnchor = .none
    ) {
      self.papers = papers
      self.name = name
      self.summary = summary
      self.note = note
      self.isDuplicate = isDuplicate
      self.details = details
      self.anchor = anchor
    }
  }
}

extension Digest {
  /// The ranked table.
  public struct HighlightTable: Hashable, Sendable {
    public struct Column: Hashable, Sendable {
      public enum Role: String, Hashable, Sendable, CaseIterable {
        case rank, papers, keywords
        /// A column in words; its cells are in `Highlight.cells`, in the order of these columns.
        case text
      }

      public var header: RichText
      public var role: Role

      public init(header: RichText, role: Role) {
        self.header = header
        self.role = role
      }
    }

    public var columns: [Column]
    public var rows: [Highlight]
    public var anchor: SourceAnchor

    public init(columns: [Column], rows: [Highlight], anchor: SourceAnchor = .none) {
      self.columns = columns
      self.rows = rows
      self.anchor = anchor
    }
  }
}

extension Digest {
  /// A row of the ranked table.
  public struct Highlight: Hashable, Sendable {
    /// As written; `rank` reads it. `nil` where the table has no such column or the row no such cell.
    public var rankText: String?
    public var papers: [Citation]
    /// What stands beside the ids in the papers cell, for example the paper's name.
    public var name: RichText?
    /// Without markup, in order.
    public var keywords: [String]
    /// The cells of the `text` columns in their order; fewer where the row is short, more where it is long.
    public var cells: [RichText]
    public var anchor: SourceAnchor

    public init(
      rankText: String? = nil, papers: [Citation], name: RichText? = nil, keywords: [String] = [],
      cells: [RichText] = [], anchor: SourceAnchor = .none
    ) {
      self.rankText = rankText
      self.papers = papers
      self.name = name
      self.keywords = keywords
      self.cells = cells
      self.anchor = anchor
    }

    /// The number in `rankText`, 1 for the first.
    public var rank: Int? {
      guard let rankText else { return nil }
      let digits = rankText.utf8.drop { !$0.isDigit }.prefix { $0.isDigit }
      return Int(String(decoding: digits, as: UTF8.self))
    }
  }
}

extension Digest {
  /// A novel technique of a paper with a remark on it.
  public struct Contribution: Hashable, Sendable {
    public var papers: [Citation]
    public var technique: RichText?
    /// The word before the remark as written, `Suy nghĩ`; `nil` where there is none.
    public var remarkLabel: RichText?
    public var remark: RichText?
    /// `Đóng góp dữ liệu` of a trailing `(Đóng góp dữ liệu)`, without the brackets.
    public var kindTag: RichText?
    /// What hangs below.
    public var details: [Block]
    public var anchor: SourceAnchor

    public init(
      papers: [Citation], technique: RichText? = nil, remarkLabel: RichText? = nil, remark: RichText? = nil,
      kindTag: RichText? = nil, details: [Block] = [], anchor: SourceAnchor = .none
    ) {
      self.papers = papers
      self.technique = technique
      self.remarkLabel = remarkLabel
      self.remark = remark
      self.kindTag = kindTag
      self.details = details
      self.anchor = anchor
    }
  }
}

extension Digest {
  /// An open problem with what could be done about it.
  public struct Gap: Hashable, Sendable {
    public var title: RichText?
    public var parts: [Gap.Part]
    public var anchor: SourceAnchor

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

    public var role: Role
    /// The mark as written, `Cơ hội`; `nil` where there is none.
    public var label: RichText?
    public var text: RichText?
    public var parts: [Part]
    /// What hangs below and is no bullet list.
    public var details: [Digest.Block]
    public var anchor: SourceAnchor

    public init(
      role: Role, label: RichText? = nil, text: RichText? = nil, parts: [Part] = [],
      details: [Digest.Block] = [],
      anchor: SourceAnchor = .none
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
    public var anchor: SourceAnchor

    public init(
      marker: String? = nil, label: RichText? = nil, title: RichText, tags: [String] = [],
      fields: [Idea.Field] = [],
      anchor: SourceAnchor = .none
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
    public enum Role: String, Hashable, Sendable, CaseIterable {
      case motivation, novelty, approach, data, metrics, dataAndMetrics, risk, other
    }

    public var role: Role
    /// As written, without colon: `Motivation`, `Dataset + Metrics`; `nil` for prose before the first label.
    public var label: RichText?
    /// Prose and steps; steps are an ordered list.
    public var content: [Digest.Block]
    public var anchor: SourceAnchor

    public init(role: Role, label: RichText?, content: [Digest.Block], anchor: SourceAnchor = .none) {
      self.role = role
      self.label = label
      self.content = content
      self.anchor = anchor
    }
  }
}

extension Digest {
  /// An entry of the reading list.
  public struct ReadingItem: Hashable, Sendable {
    /// The number as written, `1.`; `nil` in a bullet list.
    public var enumerator: String?
    public var papers: [Citation]
    public var name: RichText?
    public var reason: RichText?
    /// What hangs below.
    public var details: [Block]
    public var anchor: SourceAnchor

    public init(
      enumerator: String? = nil, papers: [Citation], name: RichText? = nil, reason: RichText? = nil,
      details: [Block] = [], anchor: SourceAnchor = .none
    ) {
      self.enumerator = enumerator
      self.papers = papers
      self.name = name
      self.reason = reason
      self.details = details
      self.anchor = anchor
    }
  }
}

import DigestText

extension Digest {
  /// The ranked table.
  public struct HighlightTable: Hashable, Sendable {
    /// In the order of the source.
    public var columns: [Column]
    /// In the order of the source, whatever their ranks.
    public var rows: [Highlight]
    /// Where it stands in the source.
    public var anchor: SourceAnchor

    /// Makes a ranked table.
    public init(columns: [Column], rows: [Highlight], anchor: SourceAnchor = .none) {
      self.columns = columns
      self.rows = rows
      self.anchor = anchor
    }
  }
}

extension Digest.HighlightTable {
  /// A column of the ranked table.
  public struct Column: Hashable, Sendable {
    /// Which part of a row a column shows.
    public enum Role: String, Hashable, Sendable, CaseIterable {
      /// `Highlight.rankText`.
      case rank
      /// `Highlight.papers` and `Highlight.name`.
      case papers
      /// `Highlight.keywords`.
      case keywords
      /// A column in words; its cells are in `Highlight.cells`, in the order of these columns.
      case text
    }

    /// As written; empty where the column has none.
    public var header: RichText
    /// What its cells hold.
    public var role: Role

    /// Makes a column.
    public init(header: RichText, role: Role) {
      self.header = header
      self.role = role
    }
  }
}

extension Digest {
  /// A row of the ranked table.
  public struct Highlight: Hashable, Sendable {
    /// As written; `rank` reads it. `nil` where the table has no such column or the row no such cell.
    public var rankText: String?
    /// The papers of the row, mostly one.
    public var papers: [Citation]
    /// What stands beside the ids in the papers cell, for example the paper's name.
    public var name: RichText?
    /// Without markup, in order.
    public var keywords: [String]
    /// The cells of the `text` columns in their order; fewer where the row is short, more where it is long.
    public var cells: [RichText]
    /// Where it stands in the source.
    public var anchor: SourceAnchor

    /// Makes a row; by default nothing more than the ids of its papers.
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

    /// The number in `rankText`, 1 for the first; `nil` where it holds no digits.
    public var rank: Int? {
      guard let rankText else { return nil }
      let digits = rankText.utf8.drop { !$0.isDigit }.prefix { $0.isDigit }
      return Int(String(decoding: digits, as: UTF8.self))
    }
  }
}

extension Digest.HighlightTable: DescribedEntry {
  @inlinable package static var blank: Self { Self(columns: [], rows: []) }
  @inlinable package static var typeName: String { "highlights" }
  @inlinable package static var noun: String { "a ranked table" }
  @inlinable package static var kind: Digest.Section.Kind { .highlights }
  @inlinable package var entry: Digest.Entry { .highlights(self) }

  @inlinable package mutating func describe(to walk: inout some PartWalk) {
    walk.parts("columns", &columns, each: "column")
    walk.parts("rows", &rows, each: "row")
  }
}

extension Digest.HighlightTable.Column: Described {
  @inlinable package static var blank: Self { Self(header: RichText(plain: ""), role: .text) }
  /// A column stands where its header does.
  @usableFromInline package var anchor: SourceAnchor {
    get { header.anchor }
    set { header.anchor = newValue }
  }

  @inlinable package mutating func describe(to walk: inout some PartWalk) {
    walk.text("header", always: &header)
    walk.role(&role)
  }
}

extension Digest.Highlight: Described {
  @inlinable package static var blank: Self { Self(papers: []) }

  @inlinable package mutating func describe(to walk: inout some PartWalk) {
    walk.number("rank", &rankText, at: anchor)
    walk.papers(&papers, isRequired: false)
    walk.text("name", &name, .name)
    walk.words("keywords", &keywords, areRepeated: false, at: anchor)
    walk.texts("cells", &cells)
  }
}

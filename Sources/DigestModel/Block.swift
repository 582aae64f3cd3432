extension Digest {
  /// Text of a document that no recogniser typed, or the free text inside typed nodes.
  public indirect enum Block: Hashable, Sendable {
    /// Running text.
    case paragraph(RichText)
    /// A heading that begins no section of the digest.
    case heading(Heading)
    /// A bulleted or numbered list.
    case list(List)
    /// A block quote.
    case quote(Quote)
    /// Code, fenced or indented.
    case code(CodeBlock)
    /// A table that no recogniser typed.
    case table(Table)
    /// A line across the page.
    case thematicBreak(SourceAnchor)

    /// Where it stands in the source.
    public var anchor: SourceAnchor {
      switch self {
      case .paragraph(let text): text.anchor
      case .heading(let heading): heading.text.anchor
      case .list(let list): list.anchor
      case .quote(let quote): quote.anchor
      case .code(let code): code.anchor
      case .table(let table): table.anchor
      case .thematicBreak(let anchor): anchor
      }
    }
  }
}

extension Digest {
  /// A heading inside a section, an entry or the preamble.
  public struct Heading: Hashable, Sendable {
    /// 1-6.
    public var level: Int
    /// The heading without its marks.
    public var text: RichText

    /// Makes a heading.
    /// - Parameter level: 1-6.
    public init(level: Int, text: RichText) {
      self.level = level
      self.text = text
    }
  }
}

extension Digest {
  /// A list.
  public struct List: Hashable, Sendable {
    /// Whether its items are numbered.
    public var isOrdered: Bool
    /// In order.
    public var items: [List.Item]
    /// Where it stands in the source.
    public var anchor: SourceAnchor

    /// Makes a list.
    public init(isOrdered: Bool, items: [List.Item], anchor: SourceAnchor = .none) {
      self.isOrdered = isOrdered
      self.items = items
      self.anchor = anchor
    }
  }
}

extension Digest.List {
  /// An item of a list.
  public struct Item: Hashable, Sendable {
    /// The number as written, `3.` or `b)`; `nil` in a bullet list.
    public var enumerator: String?
    /// What it holds, in order.
    public var blocks: [Digest.Block]
    /// Where it stands in the source.
    public var anchor: SourceAnchor

    /// Makes an item; by default one without a number.
    public init(enumerator: String? = nil, blocks: [Digest.Block], anchor: SourceAnchor = .none) {
      self.enumerator = enumerator
      self.blocks = blocks
      self.anchor = anchor
    }
  }
}

extension Digest {
  /// A block quote.
  public struct Quote: Hashable, Sendable {
    /// What is quoted, in order.
    public var blocks: [Block]
    /// Where it stands in the source.
    public var anchor: SourceAnchor

    /// Makes a quote.
    public init(blocks: [Block], anchor: SourceAnchor = .none) {
      self.blocks = blocks
      self.anchor = anchor
    }
  }
}

extension Digest {
  /// Code, fenced or indented.
  public struct CodeBlock: Hashable, Sendable {
    /// The fence's info string, `swift`; empty where there is none.
    public var info: String
    /// The lines, each ended by LF.
    public var text: String
    /// Where it stands in the source.
    public var anchor: SourceAnchor

    /// Makes a code block; by default one without an info string.
    public init(info: String = "", text: String, anchor: SourceAnchor = .none) {
      self.info = info
      self.text = text
      self.anchor = anchor
    }
  }
}

extension Digest {
  /// A table that no recogniser typed.
  public struct Table: Hashable, Sendable {
    /// The cells of the header.
    public var header: [RichText]
    /// Rows as written: a row may be shorter or longer than the header.
    public var rows: [Table.Row]
    /// Where it stands in the source.
    public var anchor: SourceAnchor

    /// Makes a table.
    public init(header: [RichText], rows: [Table.Row], anchor: SourceAnchor = .none) {
      self.header = header
      self.rows = rows
      self.anchor = anchor
    }
  }
}

extension Digest.Table {
  /// A row of a table, without its header.
  public struct Row: Hashable, Sendable {
    /// In order; empty cells are texts without characters.
    public var cells: [RichText]
    /// Where it stands in the source.
    public var anchor: SourceAnchor

    /// Makes a row.
    public init(cells: [RichText], anchor: SourceAnchor = .none) {
      self.cells = cells
      self.anchor = anchor
    }
  }
}

extension Digest {
  /// Text of a document that no recogniser typed, or the free text inside typed nodes.
  public indirect enum Block: Hashable, Sendable {
    case paragraph(RichText)
    case heading(Heading)
    case list(List)
    case quote(Quote)
    case code(CodeBlock)
    case table(Table)
    case thematicBreak(SourceAnchor)

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
  public struct Heading: Hashable, Sendable {
    /// 1-6.
    public var level: Int
    public var text: RichText

    public init(level: Int, text: RichText) {
      self.level = level
      self.text = text
    }
  }
}

extension Digest {
  public struct List: Hashable, Sendable {
    public var isOrdered: Bool
    public var items: [List.Item]
    public var anchor: SourceAnchor

    public init(isOrdered: Bool, items: [List.Item], anchor: SourceAnchor = .none) {
      self.isOrdered = isOrdered
      self.items = items
      self.anchor = anchor
    }
  }
}

extension Digest.List {
  public struct Item: Hashable, Sendable {
    /// The number as written, `3.` or `b)`; `nil` in a bullet list.
    public var enumerator: String?
    public var blocks: [Digest.Block]
    public var anchor: SourceAnchor

    public init(enumerator: String? = nil, blocks: [Digest.Block], anchor: SourceAnchor = .none) {
      self.enumerator = enumerator
      self.blocks = blocks
      self.anchor = anchor
    }
  }
}

extension Digest {
  public struct Quote: Hashable, Sendable {
    public var blocks: [Block]
    public var anchor: SourceAnchor

    public init(blocks: [Block], anchor: SourceAnchor = .none) {
      self.blocks = blocks
      self.anchor = anchor
    }
  }
}

extension Digest {
  public struct CodeBlock: Hashable, Sendable {
    /// The fence's info string, `swift`; empty where there is none.
    public var info: String
    /// The lines, each ended by LF.
    public var text: String
    public var anchor: SourceAnchor

    public init(info: String = "", text: String, anchor: SourceAnchor = .none) {
      self.info = info
      self.text = text
      self.anchor = anchor
    }
  }
}

extension Digest {
  public struct Table: Hashable, Sendable {
    public var header: [RichText]
    /// Rows as written: a row may be shorter or longer than the header.
    public var rows: [Table.Row]
    public var anchor: SourceAnchor

    public init(header: [RichText], rows: [Table.Row], anchor: SourceAnchor = .none) {
      self.header = header
      self.rows = rows
      self.anchor = anchor
    }
  }
}

extension Digest.Table {
  public struct Row: Hashable, Sendable {
    public var cells: [RichText]
    public var anchor: SourceAnchor

    public init(cells: [RichText], anchor: SourceAnchor = .none) {
      self.cells = cells
      self.anchor = anchor
    }
  }
}

import DigestDiagnostics

/// What a YAML or JSON document says, with the place of every node and key.
package struct LocatedTree: Sendable {
  package enum Grammar: Hashable, Sendable {
    case yaml, json
  }

  package let document: SourceDocument
  package let grammar: Grammar
  package let root: LocatedNode

  /// How many collections may stand inside each other: what walks a tree may use the stack.
  package static let deepestNesting = 512

  package init(document: SourceDocument, grammar: Grammar, root: LocatedNode) {
    self.document = document
    self.grammar = grammar
    self.root = root
  }

  package func location(_ range: SourceRange) -> SourceLocation { SourceLocation(document, range) }
}

/// A node of a `LocatedTree`.
package struct LocatedNode: Sendable {
  package enum Content: Sendable {
    case scalar(LocatedScalar)
    case sequence([LocatedNode])
    /// In document order; no two keys are equal unless the reader was asked to keep them.
    case mapping([LocatedMember])
  }

  package var content: Content
  /// Its bytes in the source. An expanded alias has those of the node it stands for.
  package var range: SourceRange

  package init(_ content: Content, range: SourceRange) {
    self.content = content
    self.range = range
  }

  /// A scalar of type text.
  package init(text: String, range: SourceRange) {
    self.init(.scalar(LocatedScalar(.text, text)), range: range)
  }

  /// The value of a key, or `nil`.
  /// - Complexity: O(n) in the number of members.
  package subscript(_ key: String) -> LocatedNode? {
    guard case .mapping(let members) = content else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// What messages call it: `mapping`, `number`.
  package var kindName: String {
    switch content {
    case .mapping: "mapping"
    case .sequence: "list"
    case .scalar(let scalar): scalar.kind.rawValue
    }
  }
}

/// A key with its value.
package struct LocatedMember: Sendable {
  package var key: String
  package var keyRange: SourceRange
  package var value: LocatedNode

  package init(key: String, keyRange: SourceRange, value: LocatedNode) {
    self.key = key
    self.keyRange = keyRange
    self.value = value
  }
}

/// A scalar with its type and its text.
package struct LocatedScalar: Sendable {
  /// The type by the grammar: in YAML by the core schema of 1.2 (section 10.3), where quoted text is text.
  package enum Kind: String, Hashable, Sendable {
    case text, number, boolean, null
  }

  package var kind: Kind
  /// Decoded text; for the other types the spelling in the source: a number keeps its zeros (rule I1).
  package var text: String
  /// Written without quotes in YAML, so that only its look makes it a number or a truth value (rule Y2).
  package var isPlain: Bool

  package init(_ kind: Kind, _ text: String, isPlain: Bool = false) {
    self.kind = kind
    self.text = text
    self.isPlain = isPlain
  }
}

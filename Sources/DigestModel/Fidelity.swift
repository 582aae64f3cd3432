/// What a format does with a part of the model.
public enum Fidelity: String, Hashable, Sendable, CaseIterable {
  /// The format has a word for it, and it is used.
  case exact
  /// It is all there and can be read back, by a private convention: an extension, a naming rule, a note.
  case encoded
  /// It is there in part, or as plain text.
  case degraded
  /// It is not there.
  case dropped
}

extension [ModelPart: Fidelity] {
  /// For a format in which the parts of sections, where nothing more is said of them, are encoded. A part is in one of the
  /// lists at most.
  package init(exact: [ModelPart], encoded: [ModelPart], degraded: [ModelPart]) {
    self.init()
    for kind in Digest.Section.Kind.allCases { self[kind.traits.part] = .encoded }
    for part in exact { self[part] = .exact }
    for part in encoded { self[part] = .encoded }
    for part in degraded { self[part] = .degraded }
  }
}

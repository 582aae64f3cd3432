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

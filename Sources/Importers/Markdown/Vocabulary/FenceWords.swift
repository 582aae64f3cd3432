/// Words after the opening marks of a code fence. Used by `Repair/FenceRepair`.
enum FenceWords {
  /// Those of fences around text that may be part of a digest, in lower case.
  static let languagesOfText: Set = ["", "markdown", "md", "text", "txt", "plaintext", "tree"]
}

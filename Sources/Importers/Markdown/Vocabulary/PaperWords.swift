/// What joins several ids at the beginning of a line. Used by `Lines/PaperReader`.
enum PaperWords {
  /// Signs between two ids, beside the ASCII ones.
  static let separators: [StaticString] = ["、", "，", "；", "<br>", "<br/>", "<br />"]

  /// Words between two ids.
  static let joining: [StaticString] = ["and ", "và ", "und ", "et ", "y ", "e ", "和", "与", "及"]

  /// Words between a comma and the last id: `id, id, and id`.
  static let joiningAfterComma: [StaticString] = ["and ", "và ", "und "]
}

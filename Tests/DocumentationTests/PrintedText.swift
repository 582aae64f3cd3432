/// What the code of an article prints, for tests to read.
struct PrintedText {
  private(set) var text = ""

  mutating func print(_ items: [Any]) { text += items.map { "\($0)" }.joined(separator: " ") + "\n" }
}

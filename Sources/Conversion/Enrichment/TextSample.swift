import DigestModel

/// The first texts of a digest, as written, up to a budget: enough to tell its language.
struct TextSample: DigestVisitor {
  private(set) var bytes: [UInt8] = []
  private let budget: Int

  private init(budget: Int) { self.budget = budget }

  /// - Parameter budget: stop after about so many UTF-8 bytes.
  static func bytes(of digest: Digest, budget: Int) -> [UInt8] {
    var sample = TextSample(budget: budget)
    if let title = digest.metadata.title { sample.visit(text: title) }
    for block in digest.metadata.preamble { block.accept(&sample) }
    for paper in digest.papers where !sample.isFull {
      for text in [paper.record.title, paper.record.abstract] { if let text { sample.visit(text: text) } }
    }
    for section in digest.sections {
      sample.visit(text: section.heading)
      for entry in section.entries {
        if sample.isFull { return sample.bytes }
        entry.accept(&sample)
      }
    }
    return sample.bytes
  }

  private var isFull: Bool { bytes.count >= budget }

  mutating func visit(text: RichText) {
    guard !isFull else { return }
    // A text can be larger than the budget; a character cut in two is not counted as a letter.
    var markdown = text.markdown
    markdown.withUTF8 {
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: $0.prefix(budget - bytes.count)))
    }
    bytes.append(0x0A)
  }
}

import DigestModel

extension LossLog {
  /// For formats that show what is known of a paper and not who says it.
  mutating func recordCompletions(of papers: some Sequence<Paper>) {
    for paper in papers where !paper.record.completions.isEmpty {
      record(
        .paperCompletion, .dropped, "what is from a catalogue is not told from what the source says",
        at: paper.anchor)
    }
  }
}

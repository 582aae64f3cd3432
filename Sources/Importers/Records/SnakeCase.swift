import DigestText

extension CaseIterable where Self: RawRepresentable, RawValue == String {
  /// The case whose raw value is written `topic_tree` for `topicTree`.
  init?(snakeCased word: String) {
    guard let found = Self.allCases.first(where: { $0.isWritten(word) }) else { return nil }
    self = found
  }

  private func isWritten(_ word: String) -> Bool {
    var written: [UInt8] = []
    for byte in rawValue.utf8 {
      if (0x41...0x5A).contains(byte) { written.append(UInt8(ascii: "_")) }
      written.append(byte.lowercased)
    }
    return written.elementsEqual(word.utf8)
  }
}

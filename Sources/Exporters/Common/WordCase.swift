import DigestText

extension String {
  /// A word of the model in snake case: `topicTree` is `topic_tree`.
  var snakeCased: String { lowercased(withSeparator: UInt8(ascii: "_")) }

  /// A word of the model in kebab case: `topicTree` is `topic-tree`.
  var kebabCased: String { lowercased(withSeparator: UInt8(ascii: "-")) }

  private func lowercased(withSeparator separator: UInt8) -> String {
    var text = self
    return text.withUTF8 { bytes in
      guard bytes.contains(where: { $0.isUppercase }) else { return self }
      var word: [UInt8] = []
      word.reserveCapacity(bytes.count + 1)
      for byte in bytes {
        if byte.isUppercase { word.append(separator) }
        word.append(byte.lowercased)
      }
      return String(decoding: word, as: UTF8.self)
    }
  }
}

extension RawRepresentable where RawValue == String {
  /// The word of an enumeration in snake case.
  var snakeCased: String { rawValue.snakeCased }

  /// The word of an enumeration in kebab case.
  var kebabCased: String { rawValue.kebabCased }
}

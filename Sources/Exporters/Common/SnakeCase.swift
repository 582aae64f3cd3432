import DigestText

extension RawRepresentable where RawValue == String {
  /// The word of an enumeration in snake case: `topicTree` is `topic_tree`.
  var snakeCased: String {
    var word: [UInt8] = []
    for byte in rawValue.utf8 {
      if byte.isUppercase { word.append(UInt8(ascii: "_")) }
      word.append(byte.lowercased)
    }
    return String(decoding: word, as: UTF8.self)
  }
}

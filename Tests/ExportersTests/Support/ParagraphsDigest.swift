import DigestModel

extension Digest {
  /// A digest of one section of free text, one paragraph a text.
  static func ofParagraphs(_ texts: [String], heading: String = "META") -> Digest {
    var digest = Digest()
    digest.sections = [
      Digest.Section(
        kind: .reflection, heading: RichText(plain: heading),
        entries: texts.map { .block(.paragraph(RichText(plain: $0))) })
    ]
    digest.normalise()
    return digest
  }
}

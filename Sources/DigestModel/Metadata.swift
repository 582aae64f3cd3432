extension Digest {
  /// What is known of a digest as a whole.
  public struct Metadata: Hashable, Sendable {
    /// `nil` where the source gives none.
    public var title: RichText?
    /// BCP 47, `vi`.
    public var language: String?
    /// The month it is about.
    public var period: YearMonth?
    /// The file it was first read from.
    public var source: Source?
    /// What stands before the first section.
    public var preamble: [Block]
    /// Front matter that has no word here, in order.
    public var extra: [ExtraField]
    /// Papers that texts name and that are not papers of the digest: a selection left them out. Each without version.
    public var leftOut: Set<PaperID> = []
    /// Where a source says any of it: its front matter, its mapping `metadata`.
    public var anchor: SourceAnchor

    /// Makes metadata; by default nothing is known.
    public init(
      title: RichText? = nil, language: String? = nil, period: YearMonth? = nil, source: Source? = nil,
      preamble: [Block] = [], extra: [ExtraField] = [], anchor: SourceAnchor = .none
    ) {
      self.title = title
      self.language = language
      self.period = period
      self.source = source
      self.preamble = preamble
      self.extra = extra
      self.anchor = anchor
    }
  }
}

extension Digest {
  /// The file that a digest was first read from.
  public struct Source: Hashable, Sendable {
    /// File name without folders: no machine's paths in any output.
    public var name: String
    /// 64 lower-case hexadecimal digits over the bytes as they came.
    public var sha256: String

    /// Names a source; see the properties for what each text looks like.
    public init(name: String, sha256: String) {
      self.name = name
      self.sha256 = sha256
    }
  }
}

public import DigestCatalogue
public import DigestModel

/// What a caller can choose about a conversion.
public struct ConversionOptions: Sendable {
  /// A BCP 47 tag, `vi`; wins over what the source says and over what would be found.
  public var language: String?
  /// The month that the digest is about; wins over what the source says and over what would be found.
  public var period: YearMonth?
  /// The encoding of sources, as `iconv` knows it; `nil` for UTF-8, or for what a source declares.
  public var inputEncoding: String?
  /// Whether outputs are checked against the schemas of their formats.
  public var validates: Bool
  /// What to choose about each format.
  public var export: ExportOptions
  /// Where to look up what a source does not say of its papers: their titles, their authors and so on. `nil` to look up
  /// nothing.
  public var catalogue: (any PaperCatalogue)?
  /// Which papers to keep of what is read; `nil` for all.
  public var selection: Selection?
  /// In which order papers are listed, and how many.
  public var order: PaperOrder
  /// How many threads one conversion to several formats may use; `nil` for as many as there are processors. A caller that
  /// converts several sources at once has more of one.
  public var threads: Int?

  /// - Parameters:
  ///   - language: a BCP 47 tag; `nil` to take what the source says, or what its text shows.
  ///   - period: the digest's month; `nil` to take what the source says, or what its name, headings and papers show.
  ///   - inputEncoding: the encoding of sources; `nil` for UTF-8, or for what a source declares.
  ///   - validates: whether outputs are checked against the schemas of their formats.
  ///   - export: what to choose about each format.
  ///   - catalogue: where to look up what a source does not say of its papers; `nil` to look up nothing.
  ///   - selection: which papers to keep; `nil` for all.
  ///   - order: in which order papers are listed, and how many; by default all as they stand.
  ///   - threads: for one conversion; `nil` for as many as there are processors.
  public init(
    language: String? = nil, period: YearMonth? = nil, inputEncoding: String? = nil, validates: Bool = true,
    export: ExportOptions = ExportOptions(), catalogue: (any PaperCatalogue)? = nil,
    selection: Selection? = nil, order: PaperOrder = PaperOrder(), threads: Int? = nil
  ) {
    self.language = language
    self.period = period
    self.inputEncoding = inputEncoding
    self.validates = validates
    self.export = export
    self.catalogue = catalogue
    self.selection = selection
    self.order = order
    self.threads = threads
  }
}

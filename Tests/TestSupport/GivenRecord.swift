import DigestModel

extension Paper.Record {
  /// A record of the parts that most lists give, each as text.
  package static func given(
    title: RichText? = nil, authors: [ContributorName] = [], abstract: RichText? = nil, date: String? = nil,
    tags: [String] = [], url: String? = nil, doi: String? = nil, venue: String? = nil,
    extra: [ExtraField] = []
  ) -> Paper.Record {
    var record = Paper.Record(
      identifiers: doi.flatMap { PaperID($0) }.map { [$0] } ?? [], title: title,
      date: date.flatMap { EDTFDate(edtf: $0) }, abstract: abstract, keywords: tags,
      links: url.map { [Paper.Link(.landingPage, $0)] } ?? [], extra: extra)
    record.authors = authors
    record.container = venue
    return record
  }
}

/// Sites whose addresses name papers.
enum PaperSites {
  /// What stands in an address after the path that leads to it.
  enum IDForm {
    /// `2401.00011v2`, `arXiv:2401.00011`, `math.GT/0309136`.
    case arxiv
    /// The parameter `id` of the query.
    case openReview
    /// `2024.acl-long.1`, `P19-1001`, at the end of a path.
    case aclAnthology
    /// Digits.
    case pmid
    /// `PMC` and digits, or digits.
    case pmcid
    /// `W` and digits.
    case openAlex
    /// Forty hexadecimal digits, with or without the words of the title before them, or `CorpusID:` and digits.
    case semanticScholar
  }

  /// A site and the paths below which its papers are.
  struct Site {
    /// In lower case, without `www.`.
    let host: StaticString
    /// Whether hosts below it are the same site: `export.arxiv.org`.
    var hasSubdomains = false
    /// In lower case, without the first slash; the first that an id follows counts.
    let paths: [StaticString]
    let form: IDForm
  }

  /// Pages of arXiv and those of others that go by its ids.
  ///
  /// - Source: <https://info.arxiv.org/help/arxiv_identifier_for_services.html>, and the sites themselves.
  static let arxiv: [Site] = [
    Site(
      host: "arxiv.org", hasSubdomains: true,
      paths: ["abs/", "pdf/", "html/", "ps/", "format/", "e-print/", "src/", "refs/", "cits/", ""],
      form: .arxiv),
    Site(host: "lanl.gov", hasSubdomains: true, paths: ["abs/", "pdf/", "ps/", "format/"], form: .arxiv),
    Site(host: "ar5iv.org", paths: ["abs/", "html/", "pdf/", ""], form: .arxiv),
    Site(
      host: "alphaxiv.org", paths: ["abs/", "pdf/", "html/", "overview/", "audio/", "resources/", ""],
      form: .arxiv),
    Site(host: "huggingface.co", paths: ["papers/"], form: .arxiv),
    Site(host: "hf.co", paths: ["papers/"], form: .arxiv),
    Site(host: "hf-mirror.com", paths: ["papers/"], form: .arxiv),
    Site(
      host: "semanticscholar.org", hasSubdomains: true,
      paths: ["arxiv/", "paper/arxiv:", "arxiv:", "graph/v1/paper/arxiv:", "v1/paper/arxiv:"], form: .arxiv),
    Site(host: "arxiv-vanity.com", paths: ["papers/"], form: .arxiv),
    Site(host: "arxiv-sanity.com", paths: [""], form: .arxiv),
    Site(host: "arxiv-sanity-lite.com", paths: ["?rank=pid&pid=", "?pid="], form: .arxiv),
    Site(host: "scirate.com", paths: ["arxiv/"], form: .arxiv),
    Site(host: "papers.cool", paths: ["arxiv/"], form: .arxiv),
    Site(host: "emergentmind.com", paths: ["papers/"], form: .arxiv),
    Site(host: "catalyzex.com", paths: ["paper/arxiv:"], form: .arxiv),
    Site(host: "inspirehep.net", paths: ["arxiv/", "api/arxiv/"], form: .arxiv),
    Site(host: "ui.adsabs.harvard.edu", paths: ["abs/arxiv:"], form: .arxiv),
  ]

  /// Hosts below which a path is a DOI.
  static let resolvers: [StaticString] = [
    "doi.org", "dx.doi.org", "doi.acm.org", "doi.ieeecomputersociety.org", "hdl.handle.net",
  ]

  /// Catalogues and proceedings that have ids of their own.
  static let others: [Site] = [
    Site(
      host: "openreview.net", hasSubdomains: true, paths: ["forum", "pdf", "attachment", "group"],
      form: .openReview),
    Site(host: "aclanthology.org", paths: [""], form: .aclAnthology),
    Site(host: "aclanthology.info", paths: ["papers/", "pdf/"], form: .aclAnthology),
    Site(host: "aclanthology.coli.uni-saarland.de", paths: ["papers/", "pdf/"], form: .aclAnthology),
    Site(host: "aclweb.org", paths: ["anthology/", "anthology-new/"], form: .aclAnthology),
    Site(host: "pubmed.ncbi.nlm.nih.gov", paths: [""], form: .pmid),
    Site(host: "pubmed.gov", paths: [""], form: .pmid),
    Site(host: "ncbi.nlm.nih.gov", paths: ["pubmed/?term=", "pubmed/", "m/pubmed/"], form: .pmid),
    Site(host: "europepmc.org", paths: ["article/med/", "abstract/med/"], form: .pmid),
    Site(host: "ncbi.nlm.nih.gov", paths: ["pmc/articles/", "labs/pmc/articles/"], form: .pmcid),
    Site(host: "pmc.ncbi.nlm.nih.gov", paths: ["articles/"], form: .pmcid),
    Site(host: "europepmc.org", paths: ["article/pmc/", "articles/"], form: .pmcid),
    Site(host: "openalex.org", hasSubdomains: true, paths: ["works/", ""], form: .openAlex),
    Site(
      host: "semanticscholar.org", hasSubdomains: true,
      paths: ["paper/", "reader/", "graph/v1/paper/", "v1/paper/", ""], form: .semanticScholar),
  ]

  // MARK: - DOIs in the addresses of publishers

  /// The part of a path right before a DOI: `/doi/10.1145/…`, `/chapter/10.1007/…`.
  static let partsBeforeDOI: [StaticString] = [
    "doi", "abs", "full", "pdf", "epdf", "pdfdirect", "pdfplus", "epub", "reader", "fullhtml", "html", "book",
    "proceedings", "ref", "article", "articles", "chapter", "content", "abstract", "fulltext", "stable",
    "early",
    "referenceworkentry", "protocol", "meta",
  ]

  /// Parts of a path right after a DOI that are not part of it.
  static let partsAfterDOI: [StaticString] = [
    "/full", "/abstract", "/abs", "/pdf", "/epdf", "/pdfdirect", "/epub", "/meta", "/html", "/fulltext",
    "/summary",
    "/suppinfo", "/references", "/figures", "/citations", "/tables", "/xml", "/bibtex", ".full.pdf",
    ".full-text",
    ".pdf", ".full", ".abstract", ".html", ".short", ".epub", "/",
  ]

  /// Hosts whose DOIs a version follows: `10.1101/2020.01.01.123456v2`.
  static let withVersions: [StaticString] = ["biorxiv.org", "medrxiv.org"]

  /// Parameters whose value is a DOI.
  static let doiParameters: [StaticString] = ["id=", "doi=", "docid="]
}

import DigestModel
import Testing

/// Web addresses whose paper is known from the address alone.
@Suite struct PaperAddressTests {
  private func scanned(_ text: String) -> [(written: String, id: PaperID)] {
    var text = text
    return text.withUTF8 { bytes in
      PaperIDScanner.scan(bytes).map {
        (String(decoding: bytes[$0.lower..<$0.upper], as: UTF8.self), $0.id)
      }
    }
  }

  private static let arxivPages = [
    "https://arxiv.org/abs/2401.00011", "http://arxiv.org/abs/2401.00011", "arxiv.org/abs/2401.00011",
    "//arxiv.org/abs/2401.00011", "HTTPS://ArXiv.org/abs/2401.00011", "https://arxiv.org:443/abs/2401.00011",
    "https://www.arxiv.org/abs/2401.00011", "www.arxiv.org/pdf/2401.00011",
    "https://browse.arxiv.org/abs/2401.00011",
    "https://export.arxiv.org/abs/2401.00011", "http://cn.arxiv.org/abs/2401.00011",
    "https://de.arxiv.org/pdf/2401.00011", "http://lanl.arxiv.org/abs/2401.00011",
    "http://xxx.lanl.gov/abs/2401.00011", "https://arxiv.org/format/2401.00011",
    "https://arxiv.org/ps/2401.00011", "https://arxiv.org/e-print/2401.00011",
    "https://arxiv.org/src/2401.00011", "https://arxiv.org/abs/arXiv:2401.00011",
    "https://arxiv.org/abs//2401.00011",
    "https://arxiv.org/html/2401.00011", "https://arxiv.org/html/2401.00011/#S1",
    "https://arxiv.org/pdf/2401.00011.pdf", "https://arxiv.org/pdf/2401.00011.pdf?download=true",
    "https://arxiv.org/abs/2401.00011/", "https://arxiv.org/abs/2401.00011?context=cs.CL",
    "https://arxiv.org/abs/2401.00011#abstract", "https://ar5iv.org/abs/2401.00011",
    "https://ar5iv.org/2401.00011", "https://ar5iv.labs.arxiv.org/html/2401.00011",
    "https://www.alphaxiv.org/abs/2401.00011", "https://alphaxiv.org/overview/2401.00011",
    "https://huggingface.co/papers/2401.00011", "https://hf.co/papers/2401.00011",
    "https://www.semanticscholar.org/arxiv/2401.00011",
    "https://api.semanticscholar.org/arXiv:2401.00011",
    "https://www.arxiv-vanity.com/papers/2401.00011/", "https://scirate.com/arxiv/2401.00011",
    "https://papers.cool/arxiv/2401.00011", "https://www.emergentmind.com/papers/2401.00011",
    "https://arxiv-sanity-lite.com/?rank=pid&pid=2401.00011",
    "https://doi.org/10.48550/arXiv.2401.00011", "https://doi.org/10.48550%2FarXiv.2401.00011",
  ]

  @Test("I3: a page of arXiv, of a mirror or of a site that goes by arXiv's ids", arguments: arxivPages)
  func knowsArXivPages(address: String) {
    let id = PaperID(address)
    #expect(id?.scheme == .arxiv)
    #expect(id?.description == "2401.00011")
    #expect(PaperAddress.identify(address) == id)
  }

  @Test(
    "I3: version and old-style ids in addresses",
    arguments: [
      ("https://arxiv.org/html/2401.00014v2", "2401.00014v2"),
      ("http://arxiv.org/pdf/2401.00016v1.pdf", "2401.00016v1"),
      ("https://huggingface.co/papers/2401.00016v3?x=1", "2401.00016v3"),
      ("https://arxiv.org/abs/cs/0501001v2/", "cs/0501001v2"),
      ("export.arxiv.org/abs/math.GT/0309136", "math/0309136"),
      ("https://scirate.com/arxiv/hep-th/9711200", "hep-th/9711200"),
    ])
  func keepsVersion(address: String, id: String) {
    #expect(PaperID(address)?.description == id)
    #expect(PaperID(address)?.scheme == .arxiv)
  }

  @Test(
    "a page of arXiv's that is not a paper's is an address like any other",
    arguments: [
      "https://arxiv.org/list/cs.CL/recent", "https://arxiv.org/abs/2401.0001",
      "https://arxiv.org/abs/2413.00011",
      "https://arxiv.org/a/bee_a_1", "https://huggingface.co/papers",
      "https://huggingface.co/papers/trending",
      "https://huggingface.co/bee/kites-2401.00011", "https://notarxiv.org/abs/2401.00011",
      "https://arxiv.org.example.com/abs/2401.00011", "https://paperswithcode.com/paper/kites-that-plan",
    ])
  func leavesOtherPages(address: String) {
    #expect(PaperID(address)?.scheme == .url)
    #expect(PaperID(address)?.description == address)
    #expect(PaperAddress.identify(address) == nil)
  }

  @Test(
    "a DOI in the address of a resolver or publisher, without the words of the page",
    arguments: [
      ("https://doi.org/10.1145/1234567.1234568", "10.1145/1234567.1234568"),
      ("dx.doi.org/10.1145/1234567.1234568", "10.1145/1234567.1234568"),
      ("https://doi.org/10.1145%2F1234567.1234568", "10.1145/1234567.1234568"),
      ("https://doi.org/doi:10.1145/1234567.1234568", "10.1145/1234567.1234568"),
      ("https://doi.org/10.1016/S0140-6736(20)30183-5", "10.1016/S0140-6736(20)30183-5"),
      ("https://doi.acm.org/10.1145/1234567.1234568", "10.1145/1234567.1234568"),
      ("https://dl.acm.org/doi/10.1145/1234567.1234568", "10.1145/1234567.1234568"),
      ("https://dl.acm.org/doi/abs/10.1145/1234567.1234568", "10.1145/1234567.1234568"),
      ("https://dl.acm.org/doi/pdf/10.1145/1234567.1234568", "10.1145/1234567.1234568"),
      ("https://dl.acm.org/doi/full/10.1145/1234567.1234568#sec-1", "10.1145/1234567.1234568"),
      ("https://dl.acm.org/doi/fullHtml/10.1145/1234567.1234568", "10.1145/1234567.1234568"),
      ("https://onlinelibrary.wiley.com/doi/10.1002/kite.123", "10.1002/kite.123"),
      ("https://onlinelibrary.wiley.com/doi/abs/10.1002/kite.123", "10.1002/kite.123"),
      ("https://onlinelibrary.wiley.com/doi/full/10.1002/kite.123?af=R", "10.1002/kite.123"),
      ("https://onlinelibrary.wiley.com/doi/10.1002/kite.123/abstract", "10.1002/kite.123"),
      ("https://link.springer.com/article/10.1007/s11263-024-00001-1", "10.1007/s11263-024-00001-1"),
      ("https://link.springer.com/chapter/10.1007/978-3-030-00001-1_2", "10.1007/978-3-030-00001-1_2"),
      (
        "https://link.springer.com/content/pdf/10.1007/978-3-030-00001-1_2.pdf", "10.1007/978-3-030-00001-1_2"
      ),
      ("https://journals.sagepub.com/doi/full/10.1177/0278364924123", "10.1177/0278364924123"),
      ("https://pubs.acs.org/doi/10.1021/acs.kites.1c00001", "10.1021/acs.kites.1c00001"),
      ("https://www.science.org/doi/10.1126/science.abc1234", "10.1126/science.abc1234"),
      ("https://www.tandfonline.com/doi/abs/10.1080/00000000.2024.1", "10.1080/00000000.2024.1"),
      ("https://www.pnas.org/doi/epdf/10.1073/pnas.2400001121", "10.1073/pnas.2400001121"),
      ("https://www.nejm.org/doi/full/10.1056/NEJMoa2400001", "10.1056/NEJMoa2400001"),
      ("https://epubs.siam.org/doi/10.1137/24M0000001", "10.1137/24M0000001"),
      ("https://www.frontiersin.org/articles/10.3389/frai.2025.0000001/full", "10.3389/frai.2025.0000001"),
      ("https://iopscience.iop.org/article/10.1088/1361-0000/abc/meta", "10.1088/1361-0000/abc"),
      ("https://journals.aps.org/prl/abstract/10.1103/PhysRevLett.1.1", "10.1103/PhysRevLett.1.1"),
      ("https://www.biorxiv.org/content/10.1101/2024.01.01.123456v2.full.pdf", "10.1101/2024.01.01.123456"),
      ("https://www.medrxiv.org/content/10.1101/2024.01.01.123456v1", "10.1101/2024.01.01.123456"),
      (
        "https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0000001&type=printable",
        "10.1371/journal.pone.0000001"
      ),
      (
        "https://direct.mit.edu/tacl/article/doi/10.1162/tacl_a_00012/43333/Kites-That-Plan",
        "10.1162/tacl_a_00012"
      ),
      ("https://academic.oup.com/kites/article/doi/10.1093/kites/abc123/5743456", "10.1093/kites/abc123"),
      ("https://www.degruyter.com/document/doi/10.1515/kite-2024-0001/html", "10.1515/kite-2024-0001"),
    ])
  func knowsDOIs(address: String, doi: String) {
    #expect(PaperID(address)?.scheme == .doi)
    #expect(PaperID(address)?.description == doi)
  }

  @Test(
    "an address that holds something like a DOI elsewhere is an address",
    arguments: [
      "https://github.com/bee/kites/tree/10.1145/x", "https://example.com/10.1/kites",
      "https://doi.org/", "https://doi.org/kites",
    ])
  func leavesOtherNumbers(address: String) {
    #expect(PaperID(address)?.scheme == .url)
  }

  @Test(
    "ids of other catalogues",
    arguments: [
      ("https://openreview.net/forum?id=AbCdEf1234", PaperID.Scheme.openReview, "AbCdEf1234"),
      ("https://openreview.net/pdf?id=B1x-_fAbCd", .openReview, "B1x-_fAbCd"),
      ("https://openreview.net/forum?noteId=Xy&id=AbCdEf1234&referrer=x#y", .openReview, "AbCdEf1234"),
      ("openreview.net/forum?id=AbCdEf1234", .openReview, "AbCdEf1234"),
      ("https://aclanthology.org/2024.acl-long.1/", .aclAnthology, "2024.acl-long.1"),
      ("https://aclanthology.org/2024.acl-long.1.pdf", .aclAnthology, "2024.acl-long.1"),
      ("https://www.aclanthology.org/2020.tacl-1.5", .aclAnthology, "2020.tacl-1.5"),
      ("https://aclanthology.org/P19-1001.pdf", .aclAnthology, "P19-1001"),
      ("https://www.aclweb.org/anthology/P19-1001", .aclAnthology, "P19-1001"),
      ("http://aclweb.org/anthology/papers/N/N19/N19-1423/", .aclAnthology, "N19-1423"),
      ("https://aclanthology.info/papers/P18-1001/p18-1001", .aclAnthology, "P18-1001"),
      ("https://pubmed.ncbi.nlm.nih.gov/12345678/", .pmid, "12345678"),
      ("https://www.ncbi.nlm.nih.gov/pubmed/12345678", .pmid, "12345678"),
      ("https://www.ncbi.nlm.nih.gov/pmc/articles/PMC1234567/pdf/x.pdf", .pmcid, "PMC1234567"),
      ("https://pmc.ncbi.nlm.nih.gov/articles/PMC1234567/", .pmcid, "PMC1234567"),
      ("https://europepmc.org/article/MED/12345678", .pmid, "12345678"),
      ("https://openalex.org/W2741809807", .openAlex, "W2741809807"),
      ("https://api.openalex.org/works/w2741809807", .openAlex, "W2741809807"),
      (
        "https://www.semanticscholar.org/paper/Kites-That-Plan-Bee-Dee/0123456789abcdef0123456789abcdef01234567",
        .semanticScholar, "0123456789abcdef0123456789abcdef01234567"
      ),
      (
        "https://www.semanticscholar.org/paper/0123456789abcdef0123456789abcdef01234567?sort=x",
        .semanticScholar, "0123456789abcdef0123456789abcdef01234567"
      ),
      ("https://api.semanticscholar.org/CorpusID:215416146", .semanticScholar, "CorpusID:215416146"),
    ])
  func knowsCatalogues(address: String, scheme: PaperID.Scheme, value: String) {
    #expect(PaperID(address)?.scheme == scheme)
    #expect(PaperID(address)?.value == value)
  }

  @Test(
    "pages of catalogues that are not a paper's",
    arguments: [
      "https://openreview.net/group?id=ICLR.cc/2024/Conference",
      "https://openreview.net/profile?id=~Ann_Bee1",
      "https://aclanthology.org/volumes/2024.acl-long/", "https://aclanthology.org/events/acl-2024/",
      "https://pubmed.ncbi.nlm.nih.gov/?term=kites", "https://openalex.org/A5023888391",
      "https://www.semanticscholar.org/author/1741101", "https://www.semanticscholar.org/search?q=kites",
    ])
  func leavesPagesOfCatalogues(address: String) {
    #expect(PaperID(address)?.scheme == .url)
  }

  @Test(
    "in running text the address is the citation, without what closes the sentence",
    arguments: [
      ("see https://huggingface.co/papers/2401.00011.", "https://huggingface.co/papers/2401.00011"),
      ("(arxiv.org/abs/2401.00011)", "arxiv.org/abs/2401.00011"),
      ("at www.arxiv.org/pdf/2401.00011v2.pdf, and", "www.arxiv.org/pdf/2401.00011v2.pdf"),
      ("<https://arxiv.org/abs/2401.00011?x=1>", "https://arxiv.org/abs/2401.00011?x=1"),
      ("https://ar5iv.labs.arxiv.org/html/2401.00011 is", "https://ar5iv.labs.arxiv.org/html/2401.00011"),
      ("seen/2401.00011", "2401.00011"),
      ("https://example.com/2401.00011", "2401.00011"),
      ("2401.00012/2401.00011", "2401.00012"),
    ])
  func scansAddresses(text: String, written: String) {
    #expect(scanned(text).first?.written == written)
    #expect(scanned(text).first?.id.scheme == .arxiv)
  }

  @Test(
    "in running text the pages of catalogues and publishers are no papers",
    arguments: [
      "https://openreview.net/forum?id=AbCdEf1234", "https://aclanthology.org/2024.acl-long.1/",
      "pubmed.ncbi.nlm.nih.gov/12345678", "https://openalex.org/W2741809807", "either/or", "a.b/c",
    ])
  func doesNotScanOthers(text: String) {
    #expect(scanned(text).isEmpty)
  }
}

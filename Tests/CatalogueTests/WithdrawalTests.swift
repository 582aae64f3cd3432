import Testing

@testable import DigestCatalogue

/// Comments as they stand in arXiv's metadata.
@Suite struct WithdrawalTests {
  @Test(
    arguments: [
      "This paper has been withdrawn by the author due to a crucial sign error in equation 1", "Withdrawn",
      "WITHDRAWN.", "The paper is withdrawn because of an error in Theorem 2.",
      "This paper as been withdrawn",
      "Withdrawn by the authors due to an incomplete approval process", "12 pages. Withdrawn: wrong proof",
      "arXiv admin note: this paper has been withdrawn by arXiv", "The paper was retracted",
      "This version is withdrawn as the results do not hold.", "The authors withdrew this submission",
      "The author wishes to withdraw this paper", "Withdrawn; superseded by arXiv:2504.01234",
      "v2: withdrawn, replaced by arXiv:2504.01234", "arXiv admin note: removed by arXiv admins",
      "The previous version had an error; this paper has been withdrawn entirely.",
      "supersedes arXiv:2011.10199; this paper has been withdrawn",
    ])
  func isSaidInAComment(comment: String) {
    #expect(Withdrawal.isSaid(title: "Kites", comment: comment, abstract: "We study kites."))
  }

  @Test(
    arguments: [
      "12 pages, 3 figures", "An earlier version of this paper was withdrawn by the authors.",
      "Earlier version withdrawn. This revision corrects Theorem 3.",
      "The previous version was withdrawn because of a proof error; this one fixes it.",
      "incorporates arXiv:2011.10199 \"Super-clustering\", which has been withdrawn",
      "withdrawn version of v1",
      "with drawings",
    ])
  func isNotSaidOfAnotherPaperOrVersion(comment: String) {
    #expect(!Withdrawal.isSaid(title: "Kites", comment: comment, abstract: "We study kites."))
  }

  @Test func isSaidAtTheBeginningOfAnAbstractAndInATitle() {
    func isSaid(_ title: String, _ abstract: String) -> Bool {
      Withdrawal.isSaid(title: title, comment: nil, abstract: abstract)
    }
    #expect(isSaid("Kites", "  This paper has been withdrawn by the authors."))
    #expect(isSaid("Kites", "Withdrawn by the author."))
    #expect(isSaid("On Kites (withdrawn)", "We study kites."))
    #expect(!isSaid("Kites", "We analyse drugs withdrawn from the market between 1990 and 2020."))
    #expect(
      !isSaid("Kites", "This paper studies what happens when a bid is made and then withdrawn by a bidder."))
    #expect(!isSaid("Drugs Withdrawn From Markets", "We study kites."))
  }
}

import DigestDiagnostics
import DigestImporters
import DigestModel
import DigestTestSupport
import Testing

/// Articles of other programs in the shared corpus. What is expected was counted in the articles.
@Suite("JATS of the corpus", .enabled(if: SharedFolder.isPresent)) struct JATSCorpusTests {
  private static let folder = "corpus/readers/jats/epijats"

  private func read(_ path: String) throws -> JATSReading {
    try JATSReading(String(decoding: SharedFolder.bytes("\(Self.folder)/\(path)"), as: UTF8.self))
  }

  @Test func readsAnArticleOfPubMedCentral() throws {
    for form in ["article", "indent"] {
      let reading = try read("article/PMC11784394/\(form).xml")
      #expect(reading.findings == [])
      let digest = reading.digest
      #expect(digest.metadata.title?.plainText == "Conduction System Pacing: Where Are We in 2025?")
      // The article and its 17 references.
      #expect(digest.papers.count == 18)
      #expect(
        digest.papers.allSatisfy {
          $0.record.title != nil && $0.record.date != nil && !$0.record.authors.isEmpty
        })
      #expect(digest.papers[0].id.description == "10.19102/icrm.2025.16015")
      #expect(digest.papers[1].id.description == "10.1093/europace/euad044")
      #expect(digest.papers[1].record.hasMoreAuthors)
      #expect(
        digest.papers[1].record.details == [
          .container: "Europace", .volume: "25", .issue: "4", .pages: "1237-1248",
        ])
      #expect(reading.lines.count == 13)
      #expect(reading.lines[2].contains("statement on CSP.<sup>1</sup> In brief"))
    }
  }

  @Test(arguments: [
    ("pmc_ref/PMC11759912-ref26/jats.xml", 1), ("pmc_ref/PMC11764066-ref55/jats.xml", 1),
    ("pmc_ref/PMC11784402-ref1/jats.xml", 1), ("ref_item/all/article.xml", 1),
    ("ref_item/book1/article.xml", 1),
    ("ref_item/book1/jats.xml", 1), ("ref_item/cosmo_ref/article.xml", 1), ("ref_item/journal1/jats.xml", 1),
    ("ref_item/manubot/jats.xml", 1), ("ref_item/webpage1/article.xml", 1),
    ("article/multicite/article.xml", 3),
    ("article/whybaseprint/article.xml", 5), ("article/cite_in_abstract/article.xml", 1),
  ])
  func readsEveryReference(path: String, count: Int) throws {
    let papers = try read(path).digest.papers
    #expect(papers.count == count)
    // One reference has no title and a DOI.
    #expect(papers.allSatisfy { $0.record.title != nil || $0.id.scheme == .doi })
  }

  @Test(arguments: [
    (
      "blocks",
      [
        "# ", "``` Preformated⏎", "> A quote", "- one", "- two", "- **Term**: English",
        "- **Termino**: Spanish",
        "# Restyled sub-paragraph blocks", "Preformat", "``` Preformated⏎", "quote", "> A quote", "list",
        "- one", "- two",
        "**definition** list", "- **Term**: English", "- **Termino**: Spanish", "and more!",
      ]
    ),
    (
      "commonmark",
      [
        "# ", "*Italic*", "**Bold**", "# Heading 1", "### Heading 2", "[Link](http://a.com)", "> Blockquote",
        "- List",
        "- List", "- List", "1. One", "2. Two", "3. Three", "`Inline code` with backticks",
        "``` # code block⏎print '3 backticks or'⏎print 'indent 4 spaces'⏎",
      ]
    ),
    ("tables", ["# ", "| A", "| 1", "# Table", "| B", "| 2"]),
    ("so_many_issues", ["# ", "Unknown markup tag.", "# In sections too", "Again unknown tag."]),
    ("minimal_no_p", ["# ", "!"]),
  ])
  func readsTheBlocksOfArticles(article: String, lines: [String]) throws {
    #expect(try read("article/\(article)/article.xml").lines == lines)
  }

  @Test func readsEveryArticleOrSaysWhere() throws {
    for article in try SharedFolder.files(in: Self.folder + "/article") {
      do {
        let digest = try read("article/\(article)/article.xml").digest
        #expect(digest.metadata.title != nil || !digest.sections.isEmpty, "\(article)")
      } catch let error as DiagnosticError {
        #expect(article == "missing_content", "\(error)")
      }
    }
  }
}

import DigestImporters
import DigestTestSupport
import Testing

@Suite struct JATSRecognitionTests {
  private func recognise(_ text: String) -> Recognition { JATSImporter().recognises(Array(text.utf8)) }

  @Test(arguments: [
    "<article><front/></article>", "<article>\n<!-- c --><body><p>x</p></body></article>",
    "<article article-type='x'>text</article>", "<?xml version='1.0'?>\n<article dtd-version='2.3'/>",
    "<!DOCTYPE article PUBLIC '-//NLM//DTD JATS (Z39.96) Journal Archiving and Interchange DTD v1.3//EN' 'x.dtd'><article/>",
    "<!DOCTYPE article PUBLIC '-//NLM//DTD Journal Publishing DTD v2.3 20070202//EN' 'x.dtd'><article/>",
    "<j:article xmlns:j='http://jats.nlm.nih.gov'><j:front/></j:article>",
    "<pmc-articleset><article/></pmc-articleset>",
    "<ref-list/>", "<ref id='b1'><mixed-citation/></ref>", "<sec><title/></sec>", "<table-wrap/>",
    "<list list-type='order'><list-item/></list>", "<sub-article/>", "<front-stub/>",
    "<OAI-PMH xmlns='http://www.openarchives.org/OAI/2.0/'><x><article><front><article-meta/></front></article></x></OAI-PMH>",
  ])
  func knowsArticlesAndPartsOfThem(text: String) { #expect(recognise(text) == .certain) }

  @Test func takesAnEmptyArticleForAnybodys() { #expect(recognise("<article></article>") == .possible) }

  @Test(arguments: [
    "<article xmlns='http://docbook.org/ns/docbook'><title>x</title></article>",
    "<article><articleinfo/></article>",
    "<!DOCTYPE article PUBLIC '-//OASIS//DTD DocBook XML V4.5//EN' 'd.dtd'><article><sect1/></article>",
    "<article><h1>x</h1><p>y</p></article>", "<article class='post'><header/></article>",
    "<article>text</article>",
    "<html><body><p>x</p></body></html>", "<!DOCTYPE html><html/>", "<opml version='2.0'><body/></opml>",
    "<feed xmlns='http://www.w3.org/2005/Atom'/>", "<list><entry/></list>", "<ref>x</ref>",
    "<body><div/></body>",
    "<response><status>ok</status></response>", "# A digest", "", "{}",
  ])
  func leavesOtherVocabulariesAlone(text: String) { #expect(recognise(text) == .none) }

  @Test("every article of the corpus is known", .enabled(if: SharedFolder.isPresent))
  func knowsTheCorpus() throws {
    let folder = "corpus/readers/jats/epijats/article"
    for article in try SharedFolder.files(in: folder) {
      let bytes = try SharedFolder.bytes("\(folder)/\(article)/article.xml")
      #expect(JATSImporter().recognises(bytes) == .certain, "\(article)")
    }
  }
}

import DigestDiagnostics
import DigestImporters
import DigestModel
import DigestPlatform
import DigestSyntax
import DigestText

/// Reads what arXiv's API answers.
///
/// - Source: <https://info.arxiv.org/help/api/user-manual.html>. An id that it does not know has no entry; one that it
///   cannot read makes the whole answer one of status 400 with an entry called `Error`.
enum ArXivAnswer {
  /// - Throws: where the answer is not a whole feed.
  static func read(_ response: HTTPResponse, of ids: [PaperID]) throws(ServiceFault) -> ServiceAnswer {
    guard response.status == 200 || response.status == 400 else { throw ServiceFault(status: response) }
    let source = SourceDocument(name: FetchService.arXiv.name, bytes: response.body)
    let feed = try feed(source, response)
    guard response.status == 200 || feed.error != nil else { throw ServiceFault(status: response) }
    var answer = ServiceAnswer()
    if feed.entries > 0 {
      let asked = Set(ids)
      answer.records = try papers(source, response).compactMap { paper in
        guard var record = CatalogueRecord(paper, askedFor: asked) else { return nil }
        let updated = record.take("updated")
        record.updated = updated.flatMap { PartialDate(String($0.prefix(10))) }
        record.noteWithdrawal()
        return record
      }
    }
    let found = Set(answer.records.map(\.id))
    let rest = ids.filter { !found.contains($0) }
    if let error = feed.error {
      answer.again = groups(rest, refusedBecauseOf: error)
    } else if feed.entries < feed.total, !found.isEmpty {
      answer.again = [rest]
    }
    return answer
  }

  private struct Feed {
    /// Of papers.
    var entries = 0
    /// How many the service says there are.
    var total = 0
    /// What the service says is wrong.
    var error: String?
  }

  /// The importer reads whatever it can; half an answer is not enough here.
  private static func feed(
    _ source: SourceDocument, _ response: HTTPResponse
  ) throws(ServiceFault) -> Feed {
    let root: XMLNode
    do {
      root = try XMLReader.read(source).root
    } catch {
      throw ServiceFault(unexpected: response, expected: "Atom")
    }
    guard root.localName == "feed" else { throw ServiceFault(unexpected: response, expected: "Atom") }
    var feed = Feed()
    for entry in root.elements("entry") {
      if let id = entry.first("id")?.text, id.contains("/api/errors") {
        feed.error = entry.first("summary")?.text.trimmed ?? id
      } else {
        feed.entries += 1
      }
    }
    feed.total = (root.first("totalResults")?.text.trimmed).flatMap { Int($0) } ?? 0
    return feed
  }

  /// What it finds odd in a record nobody who asks can mend.
  private static func papers(
    _ source: SourceDocument, _ response: HTTPResponse
  ) throws(ServiceFault) -> [Paper] {
    do {
      return try AtomImporter().read(source).digest.papers
    } catch {
      throw ServiceFault(unexpected: response, expected: "a feed of papers")
    }
  }

  /// The id that the service stumbled over stands in its words: `incorrect id format for abc`. Where it does not, halves
  /// are asked for until it stands alone.
  private static func groups(_ ids: [PaperID], refusedBecauseOf error: String) -> [[PaperID]] {
    let words = Set(error.split { $0.isWhitespace || $0 == "," || $0 == "'" || $0 == "\"" }.map(String.init))
    let innocent = ids.filter { !words.contains($0.value) }
    if innocent.count < ids.count { return innocent.isEmpty ? [] : [innocent] }
    guard ids.count > 1 else { return [] }
    return [Array(ids[..<(ids.count / 2)]), Array(ids[(ids.count / 2)...])]
  }
}

import DigestDiagnostics
import DigestImporters
import DigestModel
import DigestPlatform

/// Reads what Crossref and DataCite answer about one DOI.
enum RegistryAnswer {
  /// - Throws: where the answer is not a record in JSON.
  static func read(
    _ response: HTTPResponse, of id: PaperID, from service: FetchService
  ) throws(ServiceFault) -> ServiceAnswer {
    switch response.status {
    case 200: break
    case 400, 404, 410, 422:
      // A firewall says so in a page.
      if response.contentType?.contains("html") == true {
        throw ServiceFault(unexpected: response, expected: "JSON")
      }
      return ServiceAnswer()
    default: throw ServiceFault(status: response)
    }
    let source = SourceDocument(name: service.name, bytes: response.body)
    let papers: [Paper]
    do {
      papers = try JSONImporter().read(source).digest.papers
    } catch {
      throw ServiceFault(unexpected: response, expected: "a record in JSON")
    }
    guard var record = papers.lazy.compactMap({ CatalogueRecord($0, askedFor: [id]) }).first else {
      return ServiceAnswer()
    }
    if service == .dataCite, id.scheme == .arxiv { record.readAsOfArXiv() }
    // Lists of references, counts and dates of the registry itself: none of it says what the paper is.
    record.record.extra = []
    return ServiceAnswer(records: [record])
  }
}

extension CatalogueRecord {
  /// What arXiv registers with DataCite: its classes as subjects, `Machine Learning (cs.LG)`, and the day of each
  /// version.
  fileprivate mutating func readAsOfArXiv() {
    noteWithdrawal()
    record.type = .preprint
    record.keywords = record.keywords.filter { keyword in
      guard let name = keyword.partInBrackets, ArXivCategory.isCategory(name) else {
        return !keyword.hasPrefix("FOS: ")
      }
      if !record.categories.contains(name) { record.categories.append(name) }
      return false
    }
    latestVersion = take("version").flatMap { Int($0) } ?? latestVersion
    guard case .sequence(let days)? = record.extra.first(where: { $0.key == "dates" })?.value else { return }
    if let first = days.day("Submitted", of: "v1") { record.date = EDTFDate(first) }
    if let version = latestVersion { updated = days.day("Updated", of: "v\(version)") }
  }
}

extension String {
  /// `cs.LG` of `Machine Learning (cs.LG)`.
  fileprivate var partInBrackets: String? {
    guard hasSuffix(")"), let open = lastIndex(of: "(") else { return nil }
    return String(self[index(after: open)...].dropLast())
  }
}

extension [DataValue] {
  /// `{"date": "2024-09-19T17:16:21Z", "dateType": "Submitted", "dateInformation": "v1"}`
  fileprivate func day(_ type: String, of version: String) -> PartialDate? {
    let entry = first { $0["dateType"]?.text == type && $0["dateInformation"]?.text == version }
    return (entry?["date"]?.text).flatMap { PartialDate(String($0.prefix(10))) }
  }
}

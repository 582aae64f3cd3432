import DigestModel

/// A service on the net that tells what papers are.
///
/// - Source: arXiv, <https://info.arxiv.org/help/api/tou.html>: one request every three seconds, one connection.
///   Crossref, <https://www.crossref.org/documentation/retrieve-metadata/rest-api/access-and-authentication/>, and
///   DataCite, <https://support.datacite.org/docs/rate-limit>: some requests a second, more for those who say who they
///   are; the intervals here are right for everybody.
package enum FetchService: String, CaseIterable, Sendable {
  // In the order in which they are asked.
  case arXiv = "arXiv API"
  case crossref = "Crossref"
  case dataCite = "DataCite"

  /// What messages and the catalogue call it.
  package var name: String { rawValue }

  /// Where its answers come from unless the user says otherwise; ids are added to it.
  package var standardAddress: String {
    switch self {
    case .arXiv: "https://export.arxiv.org/api/query"
    case .crossref: "https://api.crossref.org/works"
    case .dataCite: "https://api.datacite.org/dois"
    }
  }

  /// How long it is left alone between the end of a request and the next one.
  package var interval: Duration {
    switch self {
    case .arXiv: .seconds(3)
    case .crossref: .milliseconds(250)
    case .dataCite: .milliseconds(750)
    }
  }

  /// How many papers one request is about.
  package var batchSize: Int {
    switch self {
    case .arXiv: 100
    case .crossref, .dataCite: 1
    }
  }

  /// What its answers are.
  var format: String {
    switch self {
    case .arXiv: "Atom"
    case .crossref, .dataCite: "JSON"
    }
  }

  var mediaType: String {
    switch self {
    case .arXiv: "application/atom+xml"
    case .crossref: "application/json"
    case .dataCite: "application/vnd.api+json"
    }
  }

  /// Those that may know a paper, in the order in which they are asked; none for ids that cannot be fetched.
  package static func services(for id: PaperID) -> [FetchService] {
    switch id.scheme {
    case .arxiv: [.arXiv, .dataCite]
    case .doi: [.crossref, .dataCite]
    default: []
    }
  }

  /// The address of one request.
  /// - Parameters:
  ///   - ids: without version, at most `batchSize`.
  ///   - base: `standardAddress` or another one.
  func address(of ids: [PaperID], at base: String) -> String {
    switch self {
    case .arXiv:
      // Without `max_results` the answer has ten entries.
      let list = ids.map { $0.value.percentEncoded(except: "/") }.joined(separator: ",")
      return "\(base)?id_list=\(list)&start=0&max_results=\(batchSize)"
    case .crossref, .dataCite:
      return base + "/" + (ids.first?.doi ?? "").percentEncoded()
    }
  }
}

extension String {
  /// What may stand in any part of an address (RFC 3986, section 2.3).
  fileprivate func percentEncoded(except allowed: String = "") -> String {
    let free = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8).union(
      allowed.utf8)
    let digits = Array("0123456789ABCDEF".utf8)
    var encoded: [UInt8] = []
    for byte in utf8 {
      if free.contains(byte) {
        encoded.append(byte)
      } else {
        encoded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }
}

import DigestDiagnostics
import DigestModel
import DigestPlatform

/// What can go wrong when papers are fetched.
package enum FetchDiagnostics {
  package static let unknownPaper = DiagnosticID(
    "fetch/unknown-paper", .warning,
    """
    No service that answers for such ids knows this one: for an id of arXiv, arXiv and DataCite were asked, for another \
    DOI Crossref and DataCite. Mostly the id is mistyped, or does not exist. It is not asked for again within 30 days \
    unless `--again` is given.
    """)
  package static let serviceFailed = DiagnosticID(
    "fetch/service-failed", .error,
    """
    A service on the net cannot be reached, refuses to answer, or its answers are damaged; it was asked again as often \
    as that is worth it. What it answered before is in the catalogue, and the same command asks for the rest only. A \
    proxy is taken from the variables `https_proxy` and `no_proxy`.
    """)

  package static let noLibrary = DiagnosticID(
    "fetch/no-library", .error,
    """
    The net is asked by libcurl, which is loaded only then and is not part of the program. It is the package `libcurl4` \
    of Debian and Ubuntu, `libcurl` of Fedora and `curl` of Homebrew, and part of macOS.
    """)

  package static let all = [unknownPaper, serviceFailed, noLibrary]
}

extension FetchDiagnostics {
  /// - Parameter place: where the paper is named.
  package static func unknown(_ id: PaperID, at place: SourceLocation?) -> Diagnostic {
    let names = FetchService.services(for: id).map(\.name).joined(separator: " nor ")
    return Diagnostic(unknownPaper, "neither \(names) knows \(quoted(id.description))", at: place)
  }

  /// - Parameter place: where the paper is named.
  package static func denied(
    _ id: PaperID, _ denial: CatalogueDenial, at place: SourceLocation?
  ) -> Diagnostic {
    Diagnostic(
      unknownPaper, "no service knew \(quoted(id.description)) on \(denial.day)", at: place,
      help: "--again asks once more")
  }

  /// Without a client nothing can be asked.
  package static func noClient(_ error: HTTPError) -> Diagnostic {
    Diagnostic(
      noLibrary, error.reason, at: nil,
      help: "install it: the package is libcurl4 (Debian, Ubuntu), libcurl (Fedora) or curl (Homebrew)")
  }
}

extension FetchFailure {
  /// An error, or a warning where nothing is missing because of it: another service knew the papers.
  package func diagnostic(isHarmless: Bool) -> Diagnostic {
    var diagnostic = Diagnostic(
      FetchDiagnostics.serviceFailed,
      "\(service.name) gave no answer for \(papers) paper\(papers == 1 ? "" : "s"): \(reason)", at: nil,
      help: isHarmless ? nil : "run the command again later; it asks only for what is missing")
    if isHarmless { diagnostic.severity = .warning }
    return diagnostic
  }
}

import DigestCatalogue
import DigestConversion
import DigestDiagnostics
import DigestModel
import DigestPlatform

/// Fetches what a catalogue lacks.
struct CatalogueFetch {
  private let path: String
  private let isQuiet: Bool
  private var plan: FetchPlan
  /// Where the papers of files are first named.
  private var places: [PaperID: SourceLocation] = [:]

  /// - Parameters:
  ///   - refreshes: whether to ask also for what the catalogue has.
  ///   - asksAgain: whether to ask also for what no service knew lately.
  init(_ path: String, refreshes: Bool, asksAgain: Bool, isQuiet: Bool) throws(CommandFailure) {
    self.path = path
    self.isQuiet = isQuiet
    let catalogue = try CommandFailure.ofCatalogue { () throws(CatalogueError) in
      refreshes || !FileSystem.exists(path) ? nil : try CatalogueFile(at: path)
    }
    plan = FetchPlan(catalogue: catalogue, asksAgain: asksAgain)
  }

  // MARK: What to ask for

  /// A word that is not a file may be an id.
  mutating func add(_ words: [InputFile], _ reading: ReadingRequest) throws(CommandFailure) {
    let converter = try reading.converter()
    for word in words {
      if !word.isStandardInput, !FileSystem.exists(word.path) {
        guard let id = PaperID(identifier: word.path) else {
          throw CommandFailure(
            .unreadableInput, FileDiagnostics.missing,
            "there is no such file, and it is not the id of a paper",
            file: word.name)
        }
        try add(Paper(id: id), at: nil)
        continue
      }
      let importer = reading.importer(of: converter)
      let source = try word.read(for: converter, importer)
      var papers: [(Paper, SourceLocation?)] = []
      do throws(DiagnosticError) {
        let read = try converter.read(source, with: importer)
        papers = read.digests.flatMap(\.papers).map { ($0, read.sourceMap.location(of: $0.anchor)) }
      } catch {
        throw CommandFailure(.invalidInput, error.diagnostics)
      }
      for (paper, place) in papers { try add(paper, at: place) }
    }
  }

  private mutating func add(_ paper: Paper, at place: SourceLocation?) throws(CommandFailure) {
    do throws(CatalogueError) {
      if let id = try plan.add(paper), places[id] == nil { places[id] = place }
    } catch {
      throw CommandFailure(error)
    }
  }

  /// What would be asked.
  var preview: String {
    let requests = plan.requests.map {
      "\($0.service.name): \(counted($0.papers, "paper")) in \(counted($0.requests, "request"))"
    }
    let lines = (requests.isEmpty ? ["nothing to fetch"] : requests) + left
    return lines.map { $0 + "\n" }.joined()
  }

  /// Papers that are not asked for.
  private var left: [String] {
    [
      (plan.known.count, "in the catalogue already"), (plan.denied.count, "not known when last asked"),
      (plan.unfetchable.count, "without an id of arXiv or a DOI"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
  }

  // MARK: Asking

  /// - Throws: where a service gave no answer or does not know a paper, after everything else has been asked for.
  func fetch(as userAgent: String, at addresses: [FetchService: String]) throws(CommandFailure) {
    let published = plan.known.isEmpty ? [] : try publications()
    if plan.wanted.isEmpty, published.isEmpty {
      return try end(.success, denials, (["nothing to fetch"] + left).joined(separator: ", "))
    }
    // Before the net is asked in vain.
    try writing { () throws(CatalogueError) in try CatalogueWriter(at: path).commit() }
    let client = try client()
    let progress = FetchProgressLine(isShown: !isQuiet)
    let fetcher = RecordFetcher(as: userAgent, at: addresses, by: client, noting: progress.show)
    Interruption.watch()
    let papers = try fetch(plan.wanted, by: fetcher)
    // arXiv says by which DOI a paper has been published, its registry in which journal.
    let journals = papers.isInterrupted ? nil : try fetch(publications(), by: fetcher)
    progress.end()
    let summary = summary(of: papers, journals)
    if papers.isInterrupted || journals?.isInterrupted == true {
      say(summary)
      Interruption.end()
    }
    let isAnswered = papers.unanswered.isEmpty && journals?.unanswered.isEmpty != false
    try end(isAnswered ? .success : .serviceFailure, findings(of: papers, journals), summary)
  }

  /// Asks for papers, and keeps what comes as it comes.
  private func fetch(_ ids: [PaperID], by fetcher: RecordFetcher) throws(CommandFailure) -> FetchOutcome {
    try writing { () throws(CatalogueError) in
      let outcome = try fetcher.fetch(ids) { batch throws(CatalogueError) in
        try CatalogueWriter.write(batch, at: path)
      }
      try CatalogueWriter.write(unknown: outcome.unknown, at: path)
      return outcome
    }
  }

  private func publications() throws(CommandFailure) -> [PaperID] {
    try CommandFailure.ofCatalogue { () throws(CatalogueError) in
      try plan.publications(in: CatalogueFile(at: path))
    }
  }

  /// Says what came of it.
  private func end(
    _ status: ExitStatus, _ findings: [Diagnostic], _ summary: String
  ) throws(CommandFailure) {
    reportFindings(findings, isQuiet: isQuiet)
    say(summary)
    let isUnknown = findings.contains { $0.id == FetchDiagnostics.unknownPaper }
    let status = status == .success && isUnknown ? .findings : status
    if status != .success { throw CommandFailure(status, []) }
  }

  private func client() throws(CommandFailure) -> CurlClient {
    do throws(HTTPError) {
      return try CurlClient()
    } catch {
      throw CommandFailure(.serviceFailure, [FetchDiagnostics.noClient(error)])
    }
  }

  private func writing<Result>(
    _ body: () throws(CatalogueError) -> Result
  ) throws(CommandFailure) -> Result {
    try CommandFailure.ofCatalogue(failing: .unwritableOutput, body)
  }

  // MARK: What came of it

  /// A DOI that no registry knows is arXiv's mistake, not the digest's.
  private func findings(of papers: FetchOutcome, _ published: FetchOutcome?) -> [Diagnostic] {
    denials + papers.unknown.map { id in FetchDiagnostics.unknown(id, at: places[id]) }
      + [papers, published].compactMap(\.self).flatMap { outcome in
        outcome.failures.map { $0.diagnostic(isHarmless: outcome.unanswered.isEmpty) }
      }
  }

  private var denials: [Diagnostic] {
    plan.denied.map { FetchDiagnostics.denied($0.id, $0.denial, at: places[$0.id]) }
  }

  /// `96 of 99 papers fetched, 3 not found, 12 of 13 journals found`
  private func summary(of papers: FetchOutcome, _ published: FetchOutcome?) -> String {
    var parts: [String] = []
    if !plan.wanted.isEmpty {
      parts.append("\(papers.foundCount()) of \(counted(plan.wanted.count, "paper")) fetched")
    }
    let (unknown, unanswered) = (papers.unknown, papers.unanswered)
    if !unknown.isEmpty { parts.append("\(unknown.count) not found") }
    if !unanswered.isEmpty {
      parts.append(
        "\(unanswered.count) \(papers.isInterrupted ? "left when it was interrupted" : "not answered")")
    }
    if let published, published.count > 0 {
      parts.append("\(published.foundCount()) of \(counted(published.count, "journal")) found")
    }
    return (parts + left).joined(separator: ", ")
  }

  private func say(_ text: String) {
    if !isQuiet { StandardStreams.write(toError: text + "\n") }
  }
}

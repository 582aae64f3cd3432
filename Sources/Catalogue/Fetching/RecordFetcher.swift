import DigestModel
import DigestPlatform

/// Asks services on the net for papers.
///
/// Ids of arXiv are asked for at arXiv, a hundred at a time, other DOIs at Crossref, one by one; what these do not answer,
/// at DataCite, with which arXiv and others register their DOIs. One request is made at a time.
package struct RecordFetcher {
  private let connections: [ServiceConnection]
  private let note: (FetchEvent) -> Void

  /// - Parameters:
  ///   - userAgent: program, version, and how to reach who runs it.
  ///   - addresses: of services that are elsewhere than usual.
  ///   - client: makes the requests.
  ///   - clock: passes the time between them.
  ///   - note: is told of what happens, for those who wait.
  package init(
    as userAgent: String, at addresses: [FetchService: String] = [:], by client: any HTTPClient,
    _ clock: any WaitingClock = SystemWaitingClock(), noting note: @escaping (FetchEvent) -> Void = { _ in }
  ) {
    connections = FetchService.allCases.map {
      ServiceConnection($0, at: addresses[$0], as: userAgent, by: client, clock, noting: note)
    }
    self.note = note
  }

  /// Fetches papers.
  /// - Parameters:
  ///   - ids: without version, each once.
  ///   - store: gets the answer to each request as it comes, so that a run that is broken off has lost none.
  /// - Throws: what `store` throws.
  package func fetch<Failure: Error>(
    _ ids: [PaperID], storing store: (FetchedBatch) throws(Failure) -> Void
  ) throws(Failure) -> FetchOutcome {
    var outcome = FetchOutcome(ids)
    for connection in connections {
      let open = outcome.open(for: connection.service)
      try ask(connection, open, &outcome, store)
      if outcome.isInterrupted { break }
    }
    return outcome
  }

  private func ask<Failure: Error>(
    _ connection: ServiceConnection, _ ids: [PaperID], _ outcome: inout FetchOutcome,
    _ store: (FetchedBatch) throws(Failure) -> Void
  ) throws(Failure) {
    var progress = FetchProgress(service: connection.service, total: ids.count)
    // The last one is asked for next.
    var waiting: [[PaperID]] = ids.batches(of: connection.service.batchSize).reversed()
    while !connection.isGivenUp, let batch = waiting.popLast() {
      let result = Result { () throws(ServiceFault) in try connection.answer(about: batch) }
      progress.asked += batch.count
      switch result {
      case .success(let answer):
        // Each question is about fewer papers than the one before it, so they come to an end.
        let again = answer.again.filter { !$0.isEmpty && $0.count < batch.count }
        waiting += again.reversed()
        progress.asked -= again.joined().count
        progress.found += answer.records.count
        outcome.add(answer.records, from: connection.service)
        if !answer.records.isEmpty {
          try store(FetchedBatch(service: connection.service, records: answer.records))
        }
      case .failure(let fault):
        let lost = connection.isGivenUp ? batch + waiting.joined() : batch
        outcome.add(fault, of: connection.service, leaving: lost)
      }
      note(.progress(progress))
    }
  }
}

extension Array {
  fileprivate func batches(of size: Int) -> [[Element]] {
    stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min(count, $0 + size)]) }
  }
}

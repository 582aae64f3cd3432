import DigestModel

/// What one request brought.
package struct FetchedBatch: Sendable {
  /// Who says so.
  package var service: FetchService
  /// Each by the id that was asked for.
  package var records: [CatalogueRecord]
}

extension CatalogueWriter {
  /// Writes what one request brought into the file.
  /// - Throws: where the file cannot be written: then nothing of it is.
  package static func write(_ batch: FetchedBatch, at path: String) throws(CatalogueError) {
    let writer = try CatalogueWriter(at: path)
    try writer.begin(source: batch.service.name, kind: batch.service.format)
    for record in batch.records { try writer.add(record) }
    try writer.commit()
  }

  /// Notes that all services that may know some papers do not.
  /// - Throws: where the file cannot be written.
  package static func write(unknown ids: [PaperID], at path: String) throws(CatalogueError) {
    guard !ids.isEmpty else { return }
    let writer = try CatalogueWriter(at: path)
    try writer.note(unknown: ids)
    try writer.commit()
  }
}

/// What happens during a run.
package enum FetchEvent: Hashable, Sendable {
  /// A request has been answered, or given up.
  case progress(FetchProgress)
  /// The same request will be made again after a while.
  case retry(FetchService, String, after: Duration)
}

/// How far a run is with one service.
package struct FetchProgress: Hashable, Sendable {
  package var service: FetchService
  /// How many papers it has been asked for.
  package var asked = 0
  /// How many it is to be asked for.
  package var total: Int
  /// How many it knew.
  package var found = 0

  package init(service: FetchService, asked: Int = 0, total: Int, found: Int = 0) {
    self.service = service
    self.asked = asked
    self.total = total
    self.found = found
  }
}

/// What a service did not answer.
package struct FetchFailure: Hashable, Sendable {
  package var service: FetchService
  /// One clause: `status 500`.
  package var reason: String
  /// How many papers it was to be asked for and did not answer.
  package var papers: Int
}

/// What came of a run.
package struct FetchOutcome: Sendable {
  private let ids: [PaperID]
  private var sources: [PaperID: FetchService] = [:]
  private var left: Set<PaperID> = []
  /// One for each service that failed, in the order in which they were asked.
  package private(set) var failures: [FetchFailure] = []
  /// Whether the user ended it.
  package private(set) var isInterrupted = false

  init(_ ids: [PaperID]) { self.ids = ids }

  /// How many papers were to be asked for.
  package var count: Int { ids.count }

  mutating func add(_ records: [CatalogueRecord], from service: FetchService) {
    for record in records { sources[record.id] = service }
  }

  mutating func add(_ fault: ServiceFault, of service: FetchService, leaving papers: [PaperID]) {
    left.formUnion(papers)
    if fault.kind == .isInterrupted {
      isInterrupted = true
      left.formUnion(ids)
    } else if let index = failures.firstIndex(where: { $0.service == service }) {
      failures[index].reason = fault.reason
      failures[index].papers += papers.count
    } else {
      failures.append(FetchFailure(service: service, reason: fault.reason, papers: papers.count))
    }
  }

  /// The papers that a service is to be asked for after those before it.
  func open(for service: FetchService) -> [PaperID] {
    ids.filter { sources[$0] == nil && FetchService.services(for: $0).contains(service) }
  }

  /// How many papers a service, or any, knew.
  package func foundCount(by service: FetchService? = nil) -> Int {
    service.map { service in sources.values.count { $0 == service } } ?? sources.count
  }

  /// Papers that all services say they do not know, in the order in which they were asked for.
  package var unknown: [PaperID] { ids.filter { sources[$0] == nil && !left.contains($0) } }

  /// Papers that were not found where a service gave no answer: they may be known.
  package var unanswered: [PaperID] { ids.filter { sources[$0] == nil && left.contains($0) } }
}

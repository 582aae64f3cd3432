import Foundation
import Testing

/// What becomes of a worker, and of its requests, whatever becomes of its processes.
@Suite(.enabled(if: hasProcesses, "the system does not show the processes of a process"))
struct WorkerProcessTests {
  /// Sends a signal to a process and waits until it has stopped, or goes on.
  private func stop(_ child: Int32) throws {
    kill(child, SIGSTOP)
    while try !String(contentsOfFile: "/proc/\(child)/stat", encoding: .utf8).contains(") T ") {
      usleep(1000)
    }
  }

  /// A worker whose first process has answered a request and does not go on.
  private func stopped(_ arguments: String...) throws -> (worker: RunningWorker, child: Int32) {
    let worker = try RunningWorker(arguments)
    try worker.send(request(1))
    #expect(try worker.replies(1) == ["1 0"])
    let child = try #require(try worker.children.first)
    try stop(child)
    return (worker, child)
  }

  /// Waits until a request is with the process.
  private func waitForChildren(_ worker: RunningWorker, _ count: Int) throws {
    while try worker.children.count < count { usleep(1000) }
  }

  @Test func answersARequestBeforeTheNextComes() throws {
    let worker = try RunningWorker()
    for id in 1...3 {
      try worker.send(request(id))
      #expect(try worker.replies(1) == ["\(id) 0"])
    }
    try worker.closeInput()
    #expect(try worker.lastReplies() == [])
    #expect(worker.end() == 0)
  }

  @Test func repliesComeInTheOrderOfTheRequests() throws {
    let (worker, child) = try stopped("-j2")
    try worker.send(request(2) + request(3))
    try waitForChildren(worker, 2)
    // The third request is answered long before the second.
    usleep(300_000)
    kill(child, SIGCONT)
    #expect(try worker.replies(2) == ["2 0", "3 0"])
  }

  @Test func unorderedRepliesComeAsTheyAreReady() throws {
    let (worker, child) = try stopped("-j2", "--unordered")
    try worker.send(request(2) + request(3) + request(4))
    #expect(try worker.replies(2) == ["3 0", "4 0"])
    kill(child, SIGCONT)
    #expect(try worker.replies(1) == ["2 0"])
  }

  @Test func givesUpADocumentThatTakesTooLong() throws {
    let (worker, child) = try stopped("-j1", "--limit-time", "2.5")
    try worker.send(request(2) + request(3))
    #expect(
      try worker.line() == """
        {"id":2,"status":124,"outputs":[],"diagnostics":[{"file":"<request 2>","line":1,"column":1,"endLine":1,\
        "endColumn":1,"offset":0,"length":0,"severity":"error","id":"request/too-slow",\
        "summary":"the document takes longer than 2.5 seconds, the limit","help":"--limit-time sets the limit"}],\
        "losses":[]}
        """)
    // How busy the machine is decides whether a document is in time.
    #expect(try worker.replies(1).first?.hasPrefix("3 ") == true)
    #expect(try !worker.children.contains(child))
    try worker.closeInput()
    #expect(worker.end() == 0)
  }

  @Test func asksAnotherProcessWhereOneIsKilled() throws {
    let (worker, child) = try stopped("-j1")
    // Between requests, and with one.
    kill(child, SIGKILL)
    try worker.send(request(2))
    #expect(try worker.replies(1) == ["2 0"])
    let second = try #require(try worker.children.first)
    try stop(second)
    try worker.send(request(3))
    usleep(100_000)
    kill(second, SIGKILL)
    #expect(try worker.replies(1) == ["3 0"])
    try worker.closeInput()
    #expect(worker.end() == 0)
  }

  /// Twice: what kills a process may be the document.
  @Test func answersARequestWhoseProcessesAreKilled() throws {
    let (worker, child) = try stopped("-j1")
    try worker.send(request(2))
    usleep(100_000)
    kill(child, SIGKILL)
    var second: Int32?
    while second == nil { second = try worker.children.first { $0 != child } }
    kill(try #require(second), SIGKILL)
    #expect(
      try worker.line() == """
        {"id":2,"status":70,"outputs":[],"diagnostics":[{"file":"<request 2>","line":1,"column":1,"endLine":1,\
        "endColumn":1,"offset":0,"length":0,"severity":"error","id":"request/unanswered",\
        "summary":"the process that converts it was ended by signal 9"}],"losses":[]}
        """)
    try worker.send(request(3))
    #expect(try worker.replies(1) == ["3 0"])
  }

  /// The signal is one that nobody sends and Swift's runtime does not catch.
  @Test func answersARequestWhoseProcessCrashes() throws {
    let (worker, child) = try stopped("-j1")
    try worker.send(request(2) + request(3))
    usleep(100_000)
    kill(child, SIGSYS)
    kill(child, SIGCONT)
    #expect(try worker.replies(2) == ["2 70", "3 0"])
  }

  @Test(arguments: [SIGTERM, SIGINT, SIGHUP])
  func answersWhatItHasReadAfterASignal(signal: Int32) throws {
    let (worker, child) = try stopped("-j1")
    try worker.send(request(2) + request(3) + request(4) + #"{"id": 5"#)
    usleep(100_000)
    worker.send(signal: signal)
    usleep(100_000)
    kill(child, SIGCONT)
    #expect(try worker.lastReplies() == ["2 0", "3 0", "4 0"])
    #expect(worker.end() == 0)
  }

  /// A terminal sends it to all of them.
  @Test func processesDoNotEndBySignalsOfATerminal() throws {
    let (worker, child) = try stopped("-j1")
    try worker.send(request(2))
    for signal in [SIGINT, SIGTERM, SIGHUP] { kill(child, signal) }
    kill(child, SIGCONT)
    #expect(try worker.replies(1) == ["2 0"])
    #expect(try worker.children == [child])
  }

  @Test(arguments: [SIGKILL, SIGTERM, 0])
  func leavesNoProcess(signal: Int32) throws {
    let worker = try RunningWorker(["-j1"])
    try worker.send(request(1))
    #expect(try worker.replies(1) == ["1 0"])
    let child = try #require(try worker.children.first)
    if signal == 0 { try worker.closeInput() } else { worker.send(signal: signal) }
    _ = worker.end()
    while isRunning(child) { usleep(1000) }
  }

  private func isRunning(_ process: Int32) -> Bool {
    // Nobody may have waited for it yet.
    guard let stat = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8) else {
      return false
    }
    return !stat.contains(") Z ") && !stat.contains(") X ")
  }

  @Test func endsWhereNobodyReadsItsReplies() throws {
    let worker = try RunningWorker()
    try worker.send(request(1))
    #expect(try worker.replies(1) == ["1 0"])
    try worker.closeOutput()
    #expect(worker.end() == 141)
  }

  @Test func memoryDoesNotGrow() throws {
    let worker = try RunningWorker(["-j1"])
    var sizes: [Int] = []
    for round in 0..<20 {
      for part in 0..<10 {
        let ids = (1...10).map { round * 100 + part * 10 + $0 }
        try worker.send(ids.map { request($0, to: $0 % 10 == 0 ? "none" : "bibtex,jats") }.joined())
        #expect(try worker.replies(10) == ids.map { $0 % 10 == 0 ? "\($0) 2" : "\($0) 0" })
      }
      if round == 4 || round == 19 { sizes.append(try worker.memory) }
    }
    #expect(sizes[1] < sizes[0] + 4 << 20, "\(sizes)")
  }
}

import DigestConversion
import DigestDiagnostics
import DigestPlatform

/// Hands the requests of standard input to processes and their replies to standard output.
///
/// All of it is one loop on one thread, which never waits for anything but for one of its pipes to become ready: this is why
/// a process that is stuck, crashes or is killed holds up nobody else.
struct Worker {
  struct Limits {
    /// Of the time from the handing over of a request to its reply.
    var time: Duration
    /// Of the bytes of a request.
    var size: Int
  }

  private let limits: Limits
  private let processes: [WorkerProcess]
  private let input = PipeEnd.standardInput
  private let output = PipeEnd.standardOutput()
  private var lines: RequestLines
  /// Requests that no process has yet.
  private var waiting = Queue<PendingRequest>()
  private var replies: ReplyQueue
  /// How many requests were read.
  private var requests = 0
  /// How many bytes of requests are held.
  private var requestBytes = 0
  private var isAtEnd = false
  private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 << 10, alignment: 1)

  /// So many bytes may be held before no more are read, or before no more requests are begun.
  private static let mostBytes = 64 << 20
  /// A signal that comes just before the program waits is noticed so many milliseconds later.
  private static let longestWait = 500

  /// - Parameter arguments: of the command line that makes this program one of the processes.
  init(jobs: Int, isOrdered: Bool, limits: Limits, arguments: [String]) {
    self.limits = limits
    processes = (0..<jobs).map { _ in WorkerProcess(arguments: arguments) }
    lines = RequestLines(limit: limits.size)
    replies = ReplyQueue(isOrdered: isOrdered)
  }

  /// Answers all requests.
  /// - Throws: where standard input cannot be read, or nothing can be written to standard output.
  mutating func run() throws(CommandFailure) {
    Interruption.watch()
    while true {
      // What has been read is answered; a line without an end is not a request yet.
      if Interruption.isAsked { isAtEnd = true }
      begin()
      let isBusy = processes.contains { $0.request != nil }
      if isAtEnd, waiting.isEmpty, !isBusy, replies.isEmpty { return }
      try goOn()
    }
  }

  // MARK: One step

  /// Gives requests to processes that have none.
  private mutating func begin() {
    for process in processes where process.request == nil {
      guard let request = waiting.first else { return }
      guard replies.bytes < Self.mostBytes || request.number == replies.next else { return }
      _ = waiting.popFirst()
      do throws(SystemError) {
        try process.take(request, limit: limits.time)
      } catch {
        answer(request, RequestFailure.unanswered("the system starts no process: \(error.reason)", request))
      }
    }
  }

  /// Waits until something is possible, and does it.
  private mutating func goOn() throws(CommandFailure) {
    var ready = ReadyPipes()
    let reading = wantsRequests ? ready.add(input, for: .reading) : nil
    let writing = ready.add(output, for: replies.isEmpty ? .nothing : .writing)
    for process in processes { process.addPipes(to: &ready) }
    ready.wait(milliseconds: milliseconds)
    if let failure = ready.failure(writing) { throw StandardStreams.failure(failure) }
    for process in processes { goOn(process, ready) }
    if let reading, ready.isReady(reading) { try read() }
    if !replies.isEmpty, ready.isReady(writing) { try write() }
  }

  private var wantsRequests: Bool {
    let held = requests - replies.written
    return !isAtEnd && held < 4 * processes.count + 4
      && (held == 0 || requestBytes + replies.bytes < Self.mostBytes)
  }

  private var milliseconds: Int {
    let left = processes.compactMap(\.timeLeft).min() ?? .seconds(1)
    let (seconds, attoseconds) = left.components
    // Rounded up, so that the time is over then.
    return seconds > 0
      ? Self.longestWait : min(max(Int(attoseconds / 1_000_000_000_000_000) + 1, 0), Self.longestWait)
  }

  private mutating func goOn(_ process: WorkerProcess, _ ready: ReadyPipes) {
    let request = process.request
    switch process.goOn(ready) {
    case .reply(let reply)?:
      if let request { answer(request, reply) }
    case .ended(let end)?:
      guard var request else { return }
      if end.isFromOutside, !request.wasTried {
        request.wasTried = true
        waiting.prepend(request)
      } else {
        answer(request, RequestFailure.ended(end, request))
      }
    case nil:
      guard let request, let left = process.timeLeft, left <= .zero else { return }
      process.giveUp()
      answer(request, RequestFailure.tooSlow(request, limit: limits.time))
    }
  }

  private mutating func answer(_ request: PendingRequest, _ reply: [UInt8]) {
    requestBytes -= request.message.count
    replies.add(reply, number: request.number)
  }

  // MARK: Standard streams

  private mutating func read() throws(CommandFailure) {
    let count: Int?
    do { count = try input.read(into: buffer) } catch {
      throw InputFile(path: "-").failure(error)
    }
    guard let count else { return }
    var found: [RequestLines.Line] = []
    if count > 0 {
      lines.take(UnsafeRawBufferPointer(rebasing: buffer[..<count])) { found.append($0) }
    } else {
      isAtEnd = true
      found += [lines.finish()].compactMap(\.self)
    }
    for line in found { take(line) }
  }

  private mutating func take(_ line: RequestLines.Line) {
    requests += 1
    switch line {
    case .request(let line):
      let request = PendingRequest(number: requests, line: line)
      requestBytes += request.message.count
      waiting.append(request)
    case .tooLong(let id):
      replies.add(RequestFailure.tooLarge(id, number: requests, limit: limits.size), number: requests)
    }
  }

  private mutating func write() throws(CommandFailure) {
    do throws(SystemError) {
      repeat {
        try replies.write { (bytes, offset) throws(SystemError) in
          try output.write(bytes, from: offset)
        }
      } while !replies.isEmpty && output.takesBytes
    } catch {
      throw StandardStreams.failure(error)
    }
  }
}

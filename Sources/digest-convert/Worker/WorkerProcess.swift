import DigestPlatform

/// A process that answers one request at a time, and the request that it has. It writes an empty line when it is ready for
/// the first, then a line for each.
final class WorkerProcess {
  /// What became of a request.
  enum Outcome {
    case reply([UInt8])
    /// The process is gone.
    case ended(ChildProcess.End)
  }

  private(set) var request: PendingRequest?
  private var limit = Duration.zero
  private var deadline: ContinuousClock.Instant?
  private let arguments: [String]
  private var process: ChildProcess?
  /// Whether the process has said that it reads requests: the time until then is not the document's.
  private var isStarted = false
  private static let startLimit = Duration.seconds(60)
  /// How much of the request was handed over.
  private var sent = 0
  private var reply: [UInt8] = []
  private var numbers: (input: Int?, output: Int?) = (nil, nil)
  private let buffer: UnsafeMutableRawBufferPointer

  /// - Parameter arguments: of the command line that makes this program such a process.
  init(arguments: [String]) {
    self.arguments = arguments
    buffer = .allocate(byteCount: 256 << 10, alignment: 1)
  }

  deinit { buffer.deallocate() }

  /// Gives it a request. The process is started where there is none.
  /// - Parameter limit: of the time that it may take.
  /// - Throws: where it cannot be started.
  func take(_ request: PendingRequest, limit: Duration) throws(SystemError) {
    if process == nil {
      process = try ChildProcess(arguments: arguments)
      isStarted = false
    }
    self.request = request
    self.limit = limit
    deadline = .now + (isStarted ? limit : Self.startLimit)
    sent = 0
    reply = []
  }

  /// How long it may still take; `nil` where it has no request.
  var timeLeft: Duration? { deadline.map { ContinuousClock.now.duration(to: $0) } }

  /// Kills the process and forgets the request.
  @discardableResult
  func giveUp() -> ChildProcess.End? {
    let end = process?.end()
    forget()
    process = nil
    return end
  }

  private func forget() {
    request = nil
    deadline = nil
  }

  // MARK: Pipes

  func addPipes(to ready: inout ReadyPipes) {
    numbers = (nil, nil)
    guard let process else { return }
    numbers.output = ready.add(process.output, for: .reading)
    if isStarted, let request, sent < request.message.count {
      numbers.input = ready.add(process.input, for: .writing)
    }
  }

  /// Hands over and takes what is possible now.
  /// - Returns: the outcome where there is one; the request is forgotten then.
  func goOn(_ ready: ReadyPipes) -> Outcome? {
    guard let process else { return nil }
    do throws(SystemError) {
      if let number = numbers.input, ready.isReady(number), let request {
        sent += try process.input.write(request.message, from: sent)
      }
      guard let number = numbers.output, ready.isReady(number),
        let count = try process.output.read(into: buffer)
      else { return nil }
      if count > 0 { return take(UnsafeRawBufferPointer(rebasing: buffer[..<count])) }
    } catch {
      // It reads or writes no more.
    }
    let end = process.end()
    self.process = nil
    forget()
    return .ended(end)
  }

  private func take(_ bytes: UnsafeRawBufferPointer) -> Outcome? {
    guard isStarted else {
      isStarted = true
      if request != nil { deadline = .now + limit }
      return nil
    }
    reply += bytes
    guard bytes.last == 0x0A, request != nil else { return nil }
    forget()
    defer { reply = [] }
    return .reply(reply)
  }
}

/// A request that is not answered yet.
struct PendingRequest {
  /// 1-based.
  let number: Int
  /// What a process gets: the number, a space, the line and its end.
  let message: [UInt8]
  private let lineStart: Int
  /// Whether a process that had it was killed.
  var wasTried = false

  init(number: Int, line: [UInt8]) {
    let start = "\(number) ".utf8
    self.number = number
    message = Array(start) + line + [0x0A]
    lineStart = start.count
  }

  /// Takes a message apart.
  init?(message: [UInt8]) {
    guard let space = message.firstIndex(of: 0x20),
      let number = Int(String(decoding: message[..<space], as: UTF8.self))
    else { return nil }
    self.number = number
    self.message = message
    lineStart = space + 1
  }

  /// The request without its end.
  var line: ArraySlice<UInt8> { message[lineStart...].dropLast() }
}

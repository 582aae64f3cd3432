import DigestConversion
import DigestPlatform

/// One of the processes of a worker: reads requests from its parent and answers each before it reads the next.
struct WorkerChild {
  private var answers: DocumentAnswers

  init(answers: DocumentAnswers) { self.answers = answers }

  /// Ends the program when the parent has no more requests, or is gone.
  mutating func run() throws(SystemError) -> Never {
    try ParentProcess.output.writeAll([0x0A])
    while let message = try nextMessage() {
      guard let request = PendingRequest(message: message) else { continue }
      try ParentProcess.output.writeAll(answers.reply(to: Array(request.line), number: request.number))
    }
    RunningProgram.end(status: ExitStatus.success.rawValue)
  }

  /// - Returns: `nil` at the end.
  private mutating func nextMessage() throws(SystemError) -> [UInt8]? {
    var message: [UInt8] = []
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 1)
    defer { buffer.deallocate() }
    while true {
      guard let count = try ParentProcess.input.read(into: buffer) else { continue }
      if count == 0 { return nil }
      message += UnsafeRawBufferPointer(rebasing: buffer[..<count])
      // The parent sends one request at a time.
      if message.last == 0x0A { return message }
    }
  }
}

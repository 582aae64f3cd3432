import DigestConversion
import DigestDiagnostics
import DigestPlatform

/// Why a request gets no outputs.
enum RequestFailure {
  static func wrongValue(_ summary: String, _ location: SourceLocation) -> CommandFailure {
    CommandFailure(.usage, [Diagnostic(RequestDiagnostics.wrongValue, summary, at: location)])
  }

  /// Options that exclude each other, each of which is right.
  static func options(_ error: any Error) -> [Diagnostic] {
    [
      Diagnostic(
        RequestDiagnostics.wrongValue, WrongValue.clause(in: ConvertOptions.message(for: error)), at: nil)
    ]
  }

  // MARK: Replies to requests that no process has answered

  /// The status of a document that takes too long: that of `timeout` of the coreutils.
  static let timeLimitStatus: Int32 = 124

  static func tooLarge(_ id: RequestID?, number: Int, limit: Int) -> [UInt8] {
    reply(
      to: id, number, ExitStatus.unreadableInput.rawValue, RequestDiagnostics.tooLarge,
      "the request is larger than \(limit) bytes, the limit", help: "--limit-size sets the limit")
  }

  static func tooSlow(_ request: PendingRequest, limit: Duration) -> [UInt8] {
    reply(
      to: request, timeLimitStatus, RequestDiagnostics.tooSlow,
      "the document takes longer than \(limit.formatted), the limit", help: "--limit-time sets the limit")
  }

  static func ended(_ end: ChildProcess.End, _ request: PendingRequest) -> [UInt8] {
    switch end {
    case .status(ExitStatus.outOfMemory.rawValue):
      reply(
        to: request, ExitStatus.outOfMemory.rawValue, FileDiagnostics.outOfMemory,
        "there is not enough memory for this document")
    case .status(let status):
      unanswered("the process that converts it ended with status \(status)", request)
    case .signal(let number):
      unanswered("the process that converts it was ended by signal \(number)", request)
    }
  }

  static func unanswered(_ summary: String, _ request: PendingRequest) -> [UInt8] {
    reply(to: request, ExitStatus.internalError.rawValue, RequestDiagnostics.unanswered, summary)
  }

  private static func reply(
    to request: PendingRequest, _ status: Int32, _ id: DiagnosticID, _ summary: String, help: String? = nil
  ) -> [UInt8] {
    var scanner = RequestIDScanner()
    scanner.scan(request.line)
    return reply(to: scanner.finish(), request.number, status, id, summary, help: help)
  }

  private static func reply(
    to request: RequestID?, _ number: Int, _ status: Int32, _ id: DiagnosticID, _ summary: String,
    help: String?
  ) -> [UInt8] {
    let document = SourceDocument(name: DocumentRequest.name(ofNumber: number), bytes: [])
    var reply = DocumentReply(id: request, status: status)
    reply.diagnostics = [
      Diagnostic(id, summary, at: SourceLocation(document, SourceRange(at: 0)), help: help)
    ]
    return reply.line()
  }
}

extension Duration {
  /// `60 seconds`, `0.5 seconds`
  fileprivate var formatted: String {
    let thousandths = Int(components.seconds) * 1000 + Int(components.attoseconds / 1_000_000_000_000_000)
    if thousandths % 1000 == 0 { return counted(thousandths / 1000, "second") }
    return "\(Double(thousandths) / 1000) seconds"
  }
}

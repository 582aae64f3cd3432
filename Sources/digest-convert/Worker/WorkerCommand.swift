import ArgumentParser
import DigestConversion
import DigestDiagnostics
import DigestPlatform

struct WorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: CommandName.worker.rawValue,
    abstract: "Convert documents that come as lines of JSON, and answer each with a line of JSON.",
    usage:
      "digest-convert worker [-j <number>] [--unordered] [--limit-time <seconds>] [--limit-size <bytes>]",
    discussion: """
      REQUESTS:
        A line of standard input is a request, and gets one line of standard output:
          {"id": 1, "name": "2024-09.md", "text": "# September", "to": "bibtex"}
          {"id": 1, "status": 0, "outputs": [{"format": "bibtex", "text": "@"}], ...
        The document is 'text', 'base64' or the 'path' of a file. 'to' is a format
        or a list of formats; without it the document is only checked. 'from' is
        its format, and 'options' has options of 'convert' without the dashes, for
        example {"bibtex-dialect": "bibtex"}. The status is that of 'convert' or
        'check', or 124 for --limit-time. 'schema worker-request.schema.json' and
        'schema worker-reply.schema.json' say all about the lines.

        At the end of the input, and after SIGTERM or SIGINT, the worker answers
        what it has read and ends with status 0. No document ends it.
      """)

  @Flag(help: "Answer requests as soon as they are done; by default in their order.")
  var unordered = false

  @Option(
    name: [.customShort("j", allowingJoined: true), .long],
    help: ArgumentHelp(
      "How many documents are converted at once; by default as many as there are processors.",
      valueName: "number"),
    transform: jobCount)
  var jobs: Int?

  @Option(
    help: ArgumentHelp(
      "Give up a document that takes longer; by default 60 seconds.", valueName: "seconds"),
    transform: timeLimit)
  var limitTime: Duration = .seconds(60)

  @Option(
    help: ArgumentHelp(
      "Refuse a request, or a file that one names, that is larger; by default 67108864 bytes, 64 MiB.",
      valueName: "bytes"),
    transform: sizeLimit)
  var limitSize: Int = 64 << 20

  @Flag(
    help:
      "Fill in titles, authors and so on of papers from your catalogue; a request says otherwise with the option 'complete'."
  )
  var complete = false

  @Option(help: ArgumentHelp("Fill them in from this catalogue.", valueName: "file"))
  var catalogue: String?

  @Flag(help: .hidden)
  var child = false

  func run() throws {
    let choice = CatalogueChoice(isAsked: complete, file: catalogue)
    if child { try convert(with: choice) }
    try reportingFailure { () throws(CommandFailure) in
      // A catalogue that cannot be read is not the documents' fault.
      _ = try choice.open()
      var worker = Worker(
        jobs: jobs ?? Processors.count, isOrdered: !unordered,
        limits: Worker.Limits(time: limitTime, size: limitSize), arguments: childArguments)
      try worker.run()
    }
  }

  private var childArguments: [String] {
    [CommandName.worker.rawValue, "--child", "--limit-size=\(limitSize)"] + (complete ? ["--complete"] : [])
      + (catalogue.map { ["--catalogue=\($0)"] } ?? [])
  }

  private func convert(with choice: CatalogueChoice) throws -> Never {
    var child = WorkerChild(answers: DocumentAnswers(catalogue: WorkerCatalogue(choice), limit: limitSize))
    do throws(SystemError) {
      try child.run()
    } catch {
      // The parent is gone; nobody is left to tell.
      RunningProgram.end(status: ExitStatus.closedPipe.rawValue)
    }
  }
}

/// Reads `60` or `0.5`.
private func timeLimit(_ text: String) throws(ValidationError) -> Duration {
  guard let seconds = Double(text), seconds > 0, seconds <= 1_000_000 else {
    throw ValidationError("\(quoted(text)) is not a number of seconds above 0")
  }
  return .seconds(seconds)
}

private func sizeLimit(_ text: String) throws(ValidationError) -> Int {
  guard let bytes = Int(text), (1...(1 << 30)).contains(bytes) else {
    throw ValidationError("\(quoted(text)) is not a number of bytes from 1 to \(1 << 30)")
  }
  return bytes
}

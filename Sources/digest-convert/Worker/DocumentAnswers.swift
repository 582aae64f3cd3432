import DigestConversion
import DigestDiagnostics
import DigestExporters
import DigestImporters

/// Answers requests one after the other: what a process of a worker does.
struct DocumentAnswers {
  private let catalogue: WorkerCatalogue
  /// The most bytes of a file that a request names.
  private let limit: Int
  /// Those of the last requests: most requests have the same options.
  private var settings: [(options: [Option], settings: DocumentSettings)] = []
  private static let mostSettings = 8

  /// An option as a request has it, wherever it stands there.
  private struct Option: Equatable {
    var name: String
    var value: DocumentRequest.Option.Value
  }

  init(catalogue: WorkerCatalogue, limit: Int) {
    self.catalogue = catalogue
    self.limit = limit
  }

  /// - Parameters:
  ///   - line: the request without its end.
  ///   - number: of the request, 1-based.
  /// - Returns: the reply, a line with its end.
  mutating func reply(to line: [UInt8], number: Int) -> [UInt8] {
    do throws(RequestError) {
      let request = try DocumentRequest(line, number: number)
      var reply = DocumentReply(id: request.id, status: ExitStatus.success.rawValue)
      do throws(CommandFailure) {
        try answer(request, number, &reply)
      } catch {
        reply.status = error.status.rawValue
        reply.diagnostics += error.diagnostics
      }
      return reply.line()
    } catch {
      var reply = DocumentReply(id: error.id, status: ExitStatus.usage.rawValue)
      reply.diagnostics = error.diagnostics
      return reply.line()
    }
  }

  private mutating func answer(
    _ request: DocumentRequest, _ number: Int, _ reply: inout DocumentReply
  ) throws(CommandFailure) {
    let formats = try Self.formats(of: request)
    let named = try Self.importer(of: request)
    let settings = try settings(for: request.options)
    let importer = named.map { named in
      settings.converter.registry.importers.first { $0.name == named.name } ?? named
    }
    let source = try source(of: request, number, settings.converter, importer)
    if formats.isEmpty {
      try check(source, settings, importer, &reply)
    } else {
      try convert(source, to: formats, settings, importer, &reply)
    }
  }

  // MARK: The request

  private static func formats(of request: DocumentRequest) throws(CommandFailure) -> [ExportFormat] {
    var formats: [ExportFormat] = []
    for entry in request.to {
      do { formats += try FormatArguments.exportFormats(entry.value) } catch {
        throw RequestFailure.wrongValue(error.message, entry.location)
      }
    }
    return formats
  }

  private static func importer(of request: DocumentRequest) throws(CommandFailure) -> (any Importer)? {
    guard let entry = request.from else { return nil }
    do { return try FormatArguments.importer(entry.value) } catch {
      throw RequestFailure.wrongValue(error.message, entry.location)
    }
  }

  private mutating func settings(
    for options: [DocumentRequest.Option]
  ) throws(CommandFailure) -> DocumentSettings {
    // To parse options takes milliseconds, so that is done only for those that are new.
    let chosen = options.map { Option(name: $0.name.value, value: $0.value.value) }
    if let known = settings.first(where: { $0.options == chosen }) { return known.settings }
    let new = try DocumentSettings(DocumentOptionWords(options), catalogue)
    // Files may have changed by the next time.
    guard new.request.selecting.expressions.isEmpty, new.request.reading.headingAliases == nil else {
      return new
    }
    if settings.count == Self.mostSettings { settings.removeFirst() }
    settings.append((chosen, new))
    return new
  }

  private func source(
    of request: DocumentRequest, _ number: Int, _ converter: Converter, _ importer: (any Importer)?
  ) throws(CommandFailure) -> SourceDocument {
    switch request.content {
    case .bytes(let bytes):
      return SourceDocument(name: request.name ?? DocumentRequest.name(ofNumber: number), bytes: bytes)
    case .path(let path):
      var file = InputFile(path: path)
      file.mostBytes = min(limit, InputFile.limit)
      let source = try file.read(for: converter, importer)
      guard let name = request.name else { return source }
      return SourceDocument(name: name, bytes: source.bytes, companions: source.companions)
    }
  }

  // MARK: The reply

  private func check(
    _ source: SourceDocument, _ settings: DocumentSettings, _ importer: (any Importer)?,
    _ reply: inout DocumentReply
  ) throws(CommandFailure) {
    var converter = settings.converter
    // `check` asks which papers are selected after it has looked at all, and reports what a catalogue says.
    converter.options.selection = nil
    converter.options.catalogue = nil
    let checked = try CheckedSource(
      source, with: converter, importer, settings.converter.options.selection, against: settings.catalogue)
    reply.diagnostics = settings.request.severities.applied(to: checked.findings)
    let least: Severity = settings.request.failOn.contains(.warning) ? .warning : .error
    if reply.diagnostics.contains(where: { $0.severity >= least }) {
      reply.status = ExitStatus.findings.rawValue
    }
  }

  private func convert(
    _ source: SourceDocument, to formats: [ExportFormat], _ settings: DocumentSettings,
    _ importer: (any Importer)?, _ reply: inout DocumentReply
  ) throws(CommandFailure) {
    let layouts = formats.map { $0.makeExporter(settings.request.exporting).layout }
    let targets = zip(formats, layouts).map { ConversionTarget($0, named: $1.name(stem: source.stem)) }
    let conversion: Conversion
    do throws(DiagnosticError) {
      conversion = try settings.converter.convert(source, to: targets, with: importer)
    } catch {
      throw CommandFailure(.invalidInput, error.diagnostics)
    }
    let imported = conversion.imported
    let noticed = settings.request.severities.applied(to: imported.diagnostics)
    reply.diagnostics = noticed
    let faults = conversion.outputs.flatMap(\.findings)
    guard faults.isEmpty else { throw CommandFailure(.invalidOutput, faults) }
    reply.losses = conversion.outputs.map {
      LossReport.Output(
        source: source.name, name: $0.name, format: $0.format, losses: $0.losses,
        sourceMap: imported.sourceMap)
    }
    let refusal = settings.request.refusal(of: reply.losses, noticed)
    if let refusal {
      reply.status = refusal.failure.status.rawValue
      reply.diagnostics += refusal.failure.diagnostics
    } else {
      let papers = imported.digests.flatMap(\.papers)
      let advice = settings.request.adviceOnTitles(
        all: papers.count, untitled: papers.count { $0.record.title == nil })
      reply.diagnostics += [advice].compactMap(\.self)
    }
    reply.diagnostics += [imported.selectionCount?.noPaperSelected].compactMap(\.self)
    if refusal?.isWritten == false { return }
    reply.outputs = zip(conversion.outputs, layouts).map { output, layout in
      let isDirectory = if case .directory = layout { true } else { false }
      return DocumentReply.Output(format: output.format, isDirectory: isDirectory, files: output.files)
    }
  }
}

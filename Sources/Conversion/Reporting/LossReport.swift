public import DigestDiagnostics
public import DigestExporters
public import DigestModel
import DigestSyntax

/// What the outputs of a run could not hold as it was, grouped by cause, with the places in the sources.
public struct LossReport: Sendable {
  /// The losses of one output.
  public struct Output: Sendable {
    /// What messages call the source.
    public var source: String
    /// What messages call the output.
    public var name: String
    /// The name of the format.
    public var format: String
    /// What the output could not hold as it was.
    public var losses: LossLog
    /// Finds the places in the source.
    public var sourceMap: SourceMap

    /// - Parameters:
    ///   - source: what messages call the source.
    ///   - name: what messages call the output.
    ///   - format: the name of the format.
    ///   - losses: what the output could not hold as it was.
    ///   - sourceMap: the places of the digest's nodes in the source.
    public init(source: String, name: String, format: String, losses: LossLog, sourceMap: SourceMap) {
      self.source = source
      self.name = name
      self.format = format
      self.losses = losses
      self.sourceMap = sourceMap
    }

    /// How many things are degraded or dropped; what is encoded can be read back and is not a loss.
    public var lossCount: Int { losses.losses.count { $0.fidelity == .degraded || $0.fidelity == .dropped } }
  }

  /// In the order in which they were written.
  public var outputs: [Output]

  /// - Parameter outputs: in the order in which they were written.
  public init(outputs: [Output]) { self.outputs = outputs }

  // MARK: Grouping

  struct Cause: Hashable {
    var fidelity: Fidelity
    var part: ModelPart
    var reason: String
  }

  struct Group {
    var cause: Cause
    var count = 0
    /// Where the source says so, in its order. What concerns the whole digest is at its beginning.
    var places: [Place] = []
  }

  /// Dropped before degraded before encoded, then in the order of the parts of the model, then of the log.
  static func groups(of output: Output) -> [Group] {
    var groups: [Group] = []
    var indices: [Cause: Int] = [:]
    var finder = PlaceFinder()
    for loss in output.losses.losses {
      let cause = Cause(fidelity: loss.fidelity, part: loss.part, reason: loss.reason)
      let index = indices[cause] ?? groups.count
      if index == groups.count {
        indices[cause] = index
        groups.append(Group(cause: cause))
      }
      groups[index].count += 1
      let whole = output.sourceMap.document.map { SourceLocation($0, SourceRange(at: 0)) }
      if let location = output.sourceMap.location(of: loss.anchor) ?? whole {
        groups[index].places.append(finder.place(of: location))
      }
    }
    let documents = output.sourceMap.documents
    var orders: [String: Int] = [:]
    if documents.count > 1 {
      for document in documents { orders[document.name] = orders[document.name] ?? orders.count }
    }
    for index in groups.indices {
      groups[index].places.sort { a, b in
        let files = (orders[a.file] ?? 0, orders[b.file] ?? 0)
        if files.0 != files.1 { return files.0 < files.1 }
        return (a.range.lower, a.range.upper) < (b.range.lower, b.range.upper)
      }
    }
    return groups.enumerated().sorted { a, b in
      let ranks = (rank(a.element.cause), rank(b.element.cause))
      return ranks.0 != ranks.1 ? ranks.0 < ranks.1 : a.offset < b.offset
    }.map(\.element)
  }

  private static func rank(_ cause: Cause) -> (Int, Int) {
    let fidelities: [Fidelity] = [.dropped, .degraded, .encoded, .exact]
    return (
      fidelities.firstIndex(of: cause.fidelity) ?? 0, ModelPart.allCases.firstIndex(of: cause.part) ?? 0
    )
  }

  // MARK: Text

  /// A paragraph an output: `file:line:column: fidelity: part: reason (count)`, further places below it.
  public var text: String {
    var text = ""
    for output in outputs {
      let groups = Self.groups(of: output)
      text +=
        "\(visible(output.source)) -> \(visible(output.name)) (\(output.format)): \(Self.summary(of: output))\n"
      for group in groups {
        let place = group.places.first.map { "\($0.label): " } ?? ""
        let count = group.count > 1 ? " (\(group.count) times)" : ""
        text +=
          "\(place)\(group.cause.fidelity.rawValue): \(group.cause.part.rawValue): \(group.cause.reason)\(count)\n"
        if group.places.count > 1 {
          text += "  also at " + Self.others(of: group.places).joined(separator: ", ") + "\n"
        }
      }
    }
    return text
  }

  /// The places after the first; each names its file where that is another than before.
  private static func others(of places: [Place]) -> [String] {
    zip(places.dropFirst(), places).map { place, before in
      place.file == before.file ? "\(place.start)" : "\(visible(place.file)):\(place.start)"
    }
  }

  private static func summary(of output: Output) -> String {
    let counts = [Fidelity.dropped, .degraded, .encoded].compactMap { fidelity in
      let count = output.losses.losses.count { $0.fidelity == fidelity }
      return count == 0 ? nil : "\(count) \(fidelity.rawValue)"
    }
    return counts.isEmpty ? "nothing lost" : counts.joined(separator: ", ")
  }

  // MARK: JSON

  /// The shape is `schemas/loss-report.schema.json`; a change that readers would misread raises its version.
  public var json: [UInt8] {
    var writer = JSONWriter()
    writer.beginMapping()
    writer.member("version", 1)
    writer.key("outputs")
    writer.beginSequence()
    writeOutputs(to: &writer)
    writer.endSequence()
    writer.endMapping()
    return writer.finish()
  }

  /// An element for each output.
  func writeOutputs(to writer: inout JSONWriter) {
    for output in outputs {
      writer.beginMapping()
      writer.member("source", output.source)
      writer.member("output", output.name)
      writer.member("format", output.format)
      writer.key("losses")
      writer.beginSequence()
      let namesFiles = output.sourceMap.documents.count > 1
      for group in Self.groups(of: output) { write(group, namesFiles, to: &writer) }
      writer.endSequence()
      writer.endMapping()
    }
  }

  /// - Parameter namesFiles: whether places are in several sources, so that each names its own.
  private func write(_ group: Group, _ namesFiles: Bool, to writer: inout JSONWriter) {
    writer.beginMapping()
    writer.member("fidelity", group.cause.fidelity.rawValue)
    writer.member("part", group.cause.part.rawValue)
    writer.member("reason", group.cause.reason)
    writer.member("count", group.count)
    writer.key("places")
    writer.beginSequence()
    for place in group.places {
      writer.beginMapping()
      if namesFiles { writer.member("source", place.file) }
      writer.member("line", place.start.line)
      writer.member("column", place.start.column)
      writer.member("offset", place.range.lower)
      writer.member("length", place.range.count)
      writer.endMapping()
    }
    writer.endSequence()
    writer.endMapping()
  }
}

// MARK: In short

extension LossReport {
  /// One finding that sums all outputs up, `nil` where nothing was lost.
  public var summary: Diagnostic? {
    var formats: [String] = []
    var counts: [String: LossCounts] = [:]
    var advice: [String] = []
    for output in outputs where output.lossCount > 0 {
      if counts[output.format] == nil { formats.append(output.format) }
      counts[output.format, default: LossCounts()].add(output)
      if let new = output.losses.advice, !advice.contains(new) { advice.append(new) }
    }
    guard !formats.isEmpty else { return nil }
    let clauses = formats.map { format in "\(format) \(counts[format, default: LossCounts()].clause)" }
    return Diagnostic(
      ConversionDiagnostics.loss, clauses.joined(separator: ", ") + "; --loss-report lists them", at: nil,
      help: advice.isEmpty ? nil : advice.joined(separator: "; "))
  }

  /// One finding that sums an output up as an error, `nil` where nothing was lost: for a run that fails on a loss.
  public static func error(of output: Output) -> Diagnostic? {
    guard output.lossCount > 0 else { return nil }
    let document =
      output.sourceMap.documents.first ?? SourceDocument(name: output.source, bytes: [])
    var counts = LossCounts()
    counts.add(output)
    var diagnostic = Diagnostic(
      ConversionDiagnostics.loss, "\(output.format) \(counts.clause); --loss-report lists them",
      at: SourceLocation(document, SourceRange(at: 0)), help: output.losses.advice)
    diagnostic.severity = .error
    return diagnostic
  }
}

/// How much outputs of a format have lost.
private struct LossCounts {
  private var dropped = 0
  private var degraded = 0

  mutating func add(_ output: LossReport.Output) {
    dropped += output.losses.losses.count { $0.fidelity == .dropped }
    degraded += output.losses.losses.count { $0.fidelity == .degraded }
  }

  /// `leaves out 39 things and simplifies 2 things`
  var clause: String {
    [("leaves out", dropped), ("simplifies", degraded)].filter { $0.1 > 0 }
      .map { verb, count in "\(verb) \(counted(count, "thing"))" }
      .joined(separator: " and ")
  }
}

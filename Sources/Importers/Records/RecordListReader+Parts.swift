import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

extension RecordListReader {
  /// Records that are read together; fewer are not worth another thread.
  private static let fewestInPart = 250

  /// Reads the records of a file, several at a time. Papers, places and findings are those of reading one after the
  /// other: only what joins records, the collector, sees them in their order afterwards.
  /// - Parameters:
  ///   - count: how many records there are.
  ///   - file: the context of this reader.
  ///   - read: reads the record of a number with the reader that it is given, and nothing else that changes.
  func readEach(
    _ count: Int, of file: RecordFile, with workers: Workers,
    _ read: @Sendable (_ reader: RecordListReader, _ number: Int) -> Void
  ) {
    let ranges = workers.parts(of: count, fewest: Self.fewestInPart)
    guard ranges.count > 1 else {
      for number in 0..<count { read(self, number) }
      return
    }
    let start = Start(document: file.document, grammar: file.grammar, form: form, keys: keys)
    var parts = workers.map(Array(zip(ranges, file.splitPlaces(into: ranges.count)))) { range, places in
      let file = RecordFile(start.document, grammar: start.grammar, places: places)
      let reader = RecordListReader(part: file, start.form, start.keys)
      reader.reserve(range.count)
      for number in range { read(reader, number) }
      return Part(
        records: reader.records, notes: reader.notes, places: file.sourceMap, findings: file.diagnostics)
    }
    reserve(count)
    parts.reverse()
    while let part = parts.popLast() { append(part, to: file) }
  }

  /// What the reader of each part begins with.
  private struct Start: Sendable {
    var document: SourceDocument
    var grammar: LocatedTree.Grammar?
    var form: Form
    var keys: RecordKeys
  }

  /// What was read in one part.
  private struct Part: Sendable {
    var records: [(record: ReadRecord?, findings: Int)]
    var notes: RecordNotes
    var places: SourceMap
    var findings: [Diagnostic]
  }

  private func append(_ part: consuming Part, to file: RecordFile) {
    file.append(part.places)
    var reported = 0
    for position in part.records.indices {
      let findings = part.records[position].findings
      for finding in part.findings[reported..<findings] { file.report(finding) }
      reported = findings
      // Taken out of the list: a copy of a record counts references to all that is in it.
      if let record = part.records[position].record.take() { collect(record) }
    }
    for finding in part.findings[reported...] { file.report(finding) }
    notes.append(part.notes)
  }
}

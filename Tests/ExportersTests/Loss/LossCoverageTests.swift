import DigestConversion
import DigestDiagnostics
import DigestExporters
import DigestImporters
import DigestModel
import DigestSyntax
import DigestTestSupport
import Foundation
import Testing

/// What is not in the bytes of an output is in its loss log, with its place.
@Suite("The loss log") struct LossCoverageTests {
  private static let seeds = 0..<(Int(ProcessInfo.processInfo.environment["LOSS_SEEDS"] ?? "") ?? 60)

  /// Every format that the program writes, with every choice that changes what is written.
  static let exporters: [any Exporter] = {
    var choices = [ExportOptions()]
    func add(_ change: (inout ExportOptions) -> Void) {
      var options = ExportOptions()
      change(&options)
      choices.append(options)
    }
    add { $0.csv = CSVOptions(profile: .spreadsheet) }
    for dialect in BibTeXOptions.Dialect.allCases {
      for encoding in BibTeXOptions.Encoding.allCases {
        add { $0.bibtex = BibTeXOptions(dialect: dialect, encoding: encoding) }
      }
    }
    for profile in OPMLOptions.Profile.allCases { add { $0.opml = OPMLOptions(profile: profile) } }
    for table in CSVTable.allCases { add { $0.csvTable = table } }
    var seen: Set<String> = []
    return Registry.standard.exportFormats.flatMap { format in
      // Most choices are of other formats and make the same exporter again.
      choices.map { format.makeExporter($0) }.filter { seen.insert("\($0)").inserted }
    }
  }()

  /// A generated digest as it is read from YAML or JSON, so that every node has a place.
  private func imported(seed: Int) throws -> ImportResult {
    var generator = HostileDigestGenerator(seed: UInt64(seed), marksWords: true)
    let digest = generator.digest()
    let importer: any Importer = seed.isMultiple(of: 2) ? YAMLImporter() : JSONImporter()
    let exporter: any Exporter = seed.isMultiple(of: 2) ? YAMLExporter() : JSONExporter()
    if let folder = ProcessInfo.processInfo.environment["LOSS_DUMP"] {
      try Data(exporter.export(digest).files[0].bytes).write(
        to: URL(fileURLWithPath: "\(folder)/seed-\(seed)"))
    }
    var result = try importer.read(
      SourceDocument(name: "seed \(seed)", bytes: try exporter.export(digest).files[0].bytes))
    result.digest.normalise()
    return result
  }

  @Test("every word is in the output or covered by a loss with its place", arguments: seeds)
  func coversEveryWord(seed: Int) throws {
    let source = try imported(seed: seed)
    var marks = MarkCollector()
    marks.collect(source.digest)
    for exporter in Self.exporters {
      let result = try exporter.export(source.digest)
      exporter.expectDeclared(result.losses, "seed \(seed)")
      let found = MarkCollector.marks(in: try result.files.flatMap { try $0.unpacked() })
      let losses = result.losses.losses.map { Covering($0, source.sourceMap) }
      let homeless = losses.filter { $0.range == nil }.map { "\($0.loss.part): \($0.loss.reason)" }
      #expect(homeless == [], "\(exporter.name), seed \(seed)")
      let silent = marks.marks.filter { mark in
        let range = source.sourceMap.range(of: mark.anchor)
        return !found.contains(mark.word) && !losses.contains { $0.covers(mark, at: range) }
      }
      #expect(silent.map { "\($0.word) (\($0.role))" } == [], "\(exporter.name), seed \(seed)")
    }
  }

  @Test("what is read back from YAML and JSON loses nothing", arguments: seeds)
  func losesNothingInTheShape(seed: Int) throws {
    let digest = try imported(seed: seed).digest
    #expect(YAMLExporter().export(digest).losses.losses.isEmpty)
    #expect(JSONExporter().export(digest).losses.losses.isEmpty)
  }
}

extension OutputFile {
  /// What a reader finds in it: the parts of an archive, the cells of a database, else its bytes.
  fileprivate func unpacked() throws -> [UInt8] {
    if bytes.starts(with: "PK".utf8) {
      let archive = try ZIPReader(bytes)
      return try archive.names.flatMap { try archive.file($0) ?? [] }
    }
    guard bytes.starts(with: "SQLite format 3".utf8) else { return bytes }
    let database = try SQLiteConnection.reading(bytes)
    var cells: [UInt8] = []
    for table in CSVTable.allCases {
      let rows = try database.prepare("SELECT * FROM \(table.rawValue)")
      while try rows.step() {
        for column in 0..<rows.columnCount { cells += (rows.bytes(column) ?? []) + [0] }
      }
    }
    return cells
  }
}

/// A loss with its range in the source.
private struct Covering {
  let loss: LossLog.Loss
  let range: SourceRange?

  init(_ loss: LossLog.Loss, _ map: SourceMap) {
    self.loss = loss
    range = map.range(of: loss.anchor)
  }

  /// Whether the loss says that a word is not there: it is at the word's text, or it drops what the text is part of.
  func covers(_ mark: MarkCollector.Mark, at place: SourceRange?) -> Bool {
    guard let range, let place else { return false }
    if range == place { return true }
    guard range.lower <= place.lower, place.upper <= range.upper else { return false }
    switch (loss.part, loss.fidelity) {
    case (.topics, _): return mark.role == .label
    case (.topicNumber, _), (.sectionNumber, _): return mark.role == .plain
    case (_, .dropped): return true
    // Text cells and numbers of what becomes something else.
    case (.highlights, .degraded), (.readingList, .degraded):
      return mark.role == .plain || mark.role == .header || loss.reason.hasSuffix("in part")
    default: return loss.reason.hasSuffix("in part")
    }
  }
}

/// The words of a digest that are in no other text.
struct MarkCollector: DigestVisitor {
  enum Role { case text, plain, label, header, record }

  struct Mark {
    var word: String
    var role: Role
    var anchor: SourceAnchor
  }

  private(set) var marks: [Mark] = []
  private var labels: Set<String> = []
  private var headers: Set<String> = []

  mutating func collect(_ digest: Digest) {
    for section in digest.sections { for entry in section.entries { note(entry) } }
    digest.accept(&self)
    for field in digest.metadata.extra { add(field.key, .record, field.anchor) }
    for field in digest.metadata.extra { add(field.value, field.anchor) }
    for text in [digest.metadata.language, digest.metadata.source?.name, digest.metadata.source?.sha256] {
      add(text ?? "", .record, digest.metadata.anchor)
    }
    for paper in digest.papers { add(paper.record) }
  }

  private mutating func add(_ record: Paper.Record) {
    for text in [record.title, record.abstract, record.shortTitle, record.originalTitle] {
      if let text { add(text.markdown, .text, text.anchor) }
    }
    let lists = [record.keywords, record.categories, record.names, record.links.map(\.url)] + record.topics
    let words =
      lists.flatMap(\.self) + Array(record.details.values) + record.identifiers.map(\.value)
      + [record.citationKey].compactMap(\.self)
    let names = record.contributors.flatMap(\.names)
    for text in words + names.flatMap({ [$0.familyText, $0.person?.given ?? "", $0.person?.suffix ?? ""] }) {
      add(text, .record, record.anchor)
    }
    for field in record.extra {
      add(field.key, .record, field.anchor)
      add(field.value, field.anchor)
    }
  }

  private mutating func add(_ value: DataValue, _ anchor: SourceAnchor) {
    switch value {
    case .string(let text): add(text, .record, anchor)
    case .sequence(let values): for value in values { add(value, anchor) }
    case .mapping(let fields):
      for field in fields {
        add(field.key, .record, anchor)
        add(field.value, anchor)
      }
    case .null, .bool, .number: break
    }
  }

  private mutating func note(_ entry: Digest.Entry) {
    switch entry {
    case .topic(let topic):
      labels.insert(topic.label.markdown)
      for child in topic.children { note(child) }
    case .highlights(let table): headers.formUnion(table.columns.map(\.header.markdown))
    default: break
    }
  }

  mutating func visit(text: RichText) {
    let role: Role =
      labels.contains(text.markdown) ? .label : headers.contains(text.markdown) ? .header : .text
    add(text.markdown, role, text.anchor)
  }

  mutating func visit(plain: String, at anchor: SourceAnchor) { add(plain, .plain, anchor) }

  private mutating func add(_ text: String, _ role: Role, _ anchor: SourceAnchor) {
    for word in Self.marks(in: Array(text.utf8)) {
      marks.append(Mark(word: word, role: role, anchor: anchor))
    }
  }

  /// All `zq17q` of a text.
  static func marks(in bytes: [UInt8]) -> Set<String> {
    var found: Set<String> = []
    var i = 0
    while i + 3 < bytes.count {
      guard bytes[i] == UInt8(ascii: "z"), bytes[i + 1] == UInt8(ascii: "q") else {
        i += 1
        continue
      }
      var end = i + 2
      while end < bytes.count, (0x30...0x39).contains(bytes[end]) { end += 1 }
      if end > i + 2, end < bytes.count, bytes[end] == UInt8(ascii: "q") {
        found.insert(String(decoding: bytes[i...end], as: UTF8.self))
      }
      i = end
    }
    return found
  }
}

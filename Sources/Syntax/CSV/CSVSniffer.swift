import DigestDiagnostics
import DigestText

/// Finds out how a file sets its records apart: from its first line where that says so, else from its first records.
package struct CSVSniffer {
  private static let sampleSize = 64 << 10
  private static let sampleRecords = 200
  /// A header stands among the first records.
  private static let headerRecords = 20
  /// Two separators that are nearer to each other than this fit nearly alike.
  private static let margin = 0.1

  private let sample: SourceDocument
  private let knownNames: ([String]) -> Int

  /// - Parameters:
  ///   - preferred: the separator that the name of the file stands for; taken where others fit as well.
  ///   - knownNames: how many of the texts of a record are names of columns.
  package static func form(
    of document: SourceDocument, preferred: UInt8? = nil, knownNames: @escaping ([String]) -> Int = { _ in 0 }
  ) -> CSVForm {
    let bytes = document.bytes
    let start = bytes.byteOrderMarkLength
    if let (delimiter, end) = declared(bytes, from: start) {
      var form = CSVForm(delimiter: delimiter)
      form.start = end
      form.escapesWithBackslash = escapes(document, form)
      return form
    }
    return CSVSniffer(sample: cut(document), knownNames: knownNames).bestForm(
      preferred: preferred, start: start)
  }

  /// `sep=;`, the first line that Excel obeys and other programs write for it.
  private static func declared(_ bytes: [UInt8], from start: Int) -> (delimiter: UInt8, end: Int)? {
    let line = bytes[start...].prefix(16).prefix { !$0.isNewline }
    let text = String(decoding: line, as: UTF8.self).lowercased().utf8.filter { $0 != .quote }
    guard text.count == 5, text.starts(with: "sep=".utf8), let delimiter = text.last else { return nil }
    var end = line.endIndex
    if end < bytes.count, bytes[end] == 0x0D { end += 1 }
    if end < bytes.count, bytes[end] == 0x0A { end += 1 }
    return (delimiter, end)
  }

  /// The beginning of a document, to the end of a line.
  private static func cut(_ document: SourceDocument) -> SourceDocument {
    guard document.bytes.count > sampleSize else { return document }
    let head = document.bytes[..<sampleSize]
    let end = head.lastIndex(where: \.isNewline) ?? sampleSize
    return SourceDocument(name: document.name, bytes: Array(head[..<end]))
  }

  // MARK: - Comparing

  private struct Fit {
    var form: CSVForm
    var score: Double
    var width: Int
  }

  private func bestForm(preferred: UInt8?, start: Int) -> CSVForm {
    var fits: [Fit] = []
    for delimiter in CSVForm.delimiters where sample.bytes.contains(delimiter) {
      var form = CSVForm(delimiter: delimiter)
      form.start = start
      form.escapesWithBackslash = Self.escapes(sample, form)
      if var fit = fit(of: form) {
        if delimiter == preferred { fit.score += Self.margin }
        fits.append(fit)
      }
    }
    // The sort is stable: `enumerated` keeps the order of preference.
    let sorted = fits.enumerated().sorted { a, b in
      let (first, second) = (a.element, b.element)
      if first.score != second.score { return first.score > second.score }
      return first.width != second.width ? first.width > second.width : a.offset < b.offset
    }.map(\.element)
    guard let best = sorted.first else {
      var form = CSVForm(delimiter: nil)
      form.start = start
      form.escapesWithBackslash = Self.escapes(sample, form)
      return form
    }
    var form = best.form
    form.isDoubtful =
      sorted.dropFirst().contains { best.score - $0.score < Self.margin } || best.score < 0.5
    return form
  }

  /// How well a form fits: what share of the records has one width, whether one of them is a header, and whether quotes
  /// stand where they should.
  /// - Returns: `nil` where records would have one field each.
  private func fit(of form: CSVForm) -> Fit? {
    let (records, faultCount) = CSVTolerantReader.sample(sample, form, limit: Self.sampleRecords)
    var counts: [Int: Int] = [:]
    var total = 0
    var header: (names: Int, width: Int)?
    for index in 0..<records.count {
      let fields = records[index]
      if fields.count == 1, let field = fields.first, isNoRecord(field) { continue }
      counts[fields.count, default: 0] += 1
      total += 1
      guard total <= Self.headerRecords, fields.count < 1000 else { continue }
      let names = knownNames(fields.map { records.text($0) })
      if names > header?.names ?? 0 { header = (names, fields.count) }
    }
    if let header, header.width == 1 { return nil }
    let wide = counts.filter { $0.key > 1 }
    guard let mode = wide.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else { return nil }
    var score = Double(mode.value) / Double(total)
    score -= 0.5 * min(1, Double(faultCount) / Double(total))
    if let header { score += header.names > 1 ? 1 : 0.3 }
    return Fit(form: form, score: score, width: mode.key)
  }

  /// An empty line or a comment.
  private func isNoRecord(_ field: CSVField) -> Bool {
    field.range.count == 0 || sample.bytes[field.range.lower] == UInt8(ascii: "#")
  }

  /// Whether `\"` is a quote of the text: where the records come out better so.
  private static func escapes(_ document: SourceDocument, _ form: CSVForm) -> Bool {
    let bytes = document.bytes.prefix(sampleSize)
    guard zip(bytes, bytes.dropFirst()).contains(where: { $0 == .backslash && $1 == .quote }) else {
      return false
    }
    var other = form
    other.escapesWithBackslash = true
    let plain = CSVTolerantReader.sample(document, form, limit: sampleRecords)
    let escaped = CSVTolerantReader.sample(document, other, limit: sampleRecords)
    return escaped.faultCount < plain.faultCount
  }
}

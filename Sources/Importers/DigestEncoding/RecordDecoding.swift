import DigestDiagnostics
import DigestModel
import DigestSyntax

/// Reads back what `RecordEncoding` of the exporters writes.
package enum RecordDecoding {
  /// - Parameter source: JSON of one record.
  /// - Returns: the record without places: they would be those of this JSON.
  /// - Throws: where it is not JSON, or its values have other types than the shape says.
  package static func record(_ source: SourceDocument) throws(DiagnosticError) -> Paper.Record {
    // Only programs repeat a name, and what they do is kept.
    let tree = try JSONReader.read(source, duplicateNames: .kept)
    let reader = DigestEncodingReader(tree) { _ in .none }
    guard let members = DigestEncodingMapping(tree.root, reader, "paper") else {
      throw DiagnosticError(reader.diagnostics)
    }
    var record = reader.record(members, at: tree.root, id: nil)
    record.names = members.words("names")
    record.topics = members.list("topics").map { path in
      guard case .sequence(let labels) = path.content else { return [] }
      return labels.compactMap { reader.string($0, .asText, for: "topics") }
    }
    record.rank = members.integer("rank", in: 0...Int.max)
    guard reader.diagnostics.isEmpty else { throw DiagnosticError(reader.diagnostics) }
    return record
  }
}

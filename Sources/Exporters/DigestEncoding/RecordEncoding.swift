import DigestModel
import DigestSyntax

/// A record on its own in the shape of YAML and JSON: a paper of the index without its id, on one line of JSON.
package enum RecordEncoding {
  /// Everything that the record says; `RecordDecoding` of the importers reads it back.
  /// - Complexity: O(n).
  package static func json(of record: Paper.Record) -> [UInt8] {
    var writer = DigestEncodingWriter(JSONWriter(style: .compact))
    writer.output.beginMapping()
    writer.write(members: record)
    writer.write("names", words: record.names)
    writer.write("topics", record.topics) { $0.write(words: $1) }
    if let rank = record.rank {
      writer.output.key("rank")
      writer.output.number(rank)
    }
    writer.output.endMapping()
    return Array(writer.output.finish().dropLast())
  }
}

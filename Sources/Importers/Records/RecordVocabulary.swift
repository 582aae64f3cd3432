import DigestModel

/// What the fields of one format mean where its specification says so: before the table of all names is asked.
struct RecordVocabulary {
  /// By name, as it is written; `nil` for a field that a record has no part for. Fields inside others have a point
  /// between the names, both folded.
  private var fields: [String: RecordField?] = [:]
  private var types: [String: PublicationType] = [:]

  /// A vocabulary that says nothing.
  init() {}

  /// - Parameters:
  ///   - rows: parts, and the names of their fields in the order of their fitness, spaces between them.
  ///   - types: words of CSL, and those of the format.
  init(_ rows: [(part: RecordPart?, names: String)], types: [(String, String)] = []) {
    for (word, names) in types {
      guard let type = PublicationType(rawValue: word) else { continue }
      for name in names.split(separator: " ") { self.types[String(name)] = type }
    }
    var fitness: [RecordPart: Int] = [:]
    for row in rows {
      for name in row.names.split(separator: " ") {
        guard let part = row.part else {
          fields.updateValue(nil, forKey: String(name))
          continue
        }
        let rank = fitness[part, default: 0]
        fitness[part] = rank + 1
        fields[String(name)] = RecordField(part: part, fitness: rank)
      }
    }
  }

  /// Says that a field keeps its value also where its part takes it: a role that is only nearly one of ours.
  mutating func keep(_ names: String) {
    for name in names.split(separator: " ") {
      guard case .some(.some(var field)) = fields[String(name)] else { continue }
      field.isKept = true
      fields[String(name)] = field
    }
  }

  /// Whether a format says what its fields mean.
  var isOfFormat: Bool { !fields.isEmpty }

  /// The type that a word of the format means.
  func type(_ word: String) -> PublicationType? { types.isEmpty ? nil : types[word.lowercased()] }

  /// - Returns: `nil` for what it does not know, and `nil` inside for what is only kept.
  subscript(name: String) -> RecordField?? { fields.isEmpty ? nil : fields[name] }
}

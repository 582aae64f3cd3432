import DigestDiagnostics
import DigestModel
import DigestSyntax

/// Names as the column `authors` holds them: most have two parts, and a catalogue has millions of them.
enum AuthorColumn {
  static func json(of names: [ContributorName]) -> [UInt8] {
    var writer = JSONWriter(style: .compact)
    writer.beginSequence()
    for name in names { write(name, to: &writer) }
    writer.endSequence()
    return Array(writer.finish().dropLast())
  }

  private static func write(_ name: ContributorName, to writer: inout JSONWriter) {
    switch name {
    case .literal(let text): writer.text(text)
    case .person(let person):
      guard person.droppingParticle == nil, person.nonDroppingParticle == nil, person.suffix == nil else {
        return writeParts(person, to: &writer)
      }
      writer.beginSequence()
      writer.text(person.family)
      if let given = person.given { writer.text(given) }
      writer.endSequence()
    }
  }

  private static func writeParts(_ person: PersonName, to writer: inout JSONWriter) {
    writer.beginMapping()
    for (key, text) in [
      ("family", person.family), ("given", person.given), ("droppingParticle", person.droppingParticle),
      ("nonDroppingParticle", person.nonDroppingParticle), ("suffix", person.suffix),
    ] {
      guard let text else { continue }
      writer.key(key)
      writer.text(text)
    }
    writer.endMapping()
  }

  /// - Returns: `nil` for what `json(of:)` does not write.
  static func names(_ json: UnsafeBufferPointer<UInt8>) throws(DiagnosticError) -> [ContributorName]? {
    if let names = plainNames(json) { return names }
    let tree = try JSONReader.read(SourceDocument(name: "authors", bytes: Array(json)))
    guard case .sequence(let nodes) = tree.root.content else { return nil }
    var names: [ContributorName] = []
    names.reserveCapacity(nodes.count)
    for node in nodes {
      guard let name = name(node) else { return nil }
      names.append(name)
    }
    return names
  }

  /// - Returns: `nil` where a name has more than two parts, or a backslash.
  private static func plainNames(_ json: UnsafeBufferPointer<UInt8>) -> [ContributorName]? {
    var scanner = ColumnScanner(json)
    var names: [ContributorName] = []
    let isRead = scanner.items("[", "]") { scanner in
      guard scanner.take("[") else {
        guard let name = scanner.text() else { return false }
        names.append(.literal(name))
        return true
      }
      guard let family = scanner.text() else { return false }
      var given: String?
      if scanner.take(",") {
        given = scanner.text()
        if given == nil { return false }
      }
      names.append(.person(PersonName(family: family, given: given)))
      return scanner.take("]")
    }
    return isRead && scanner.isAtEnd ? names : nil
  }

  private static func name(_ node: LocatedNode) -> ContributorName? {
    switch node.content {
    case .scalar(let scalar): return .literal(scalar.text)
    case .sequence(let parts):
      guard let family = parts.first.flatMap(text), parts.count <= 2 else { return nil }
      return .person(PersonName(family: family, given: parts.count == 2 ? text(parts[1]) : nil))
    case .mapping:
      guard let family = node["family"].flatMap(text) else { return nil }
      return .person(
        PersonName(
          family: family, given: node["given"].flatMap(text),
          droppingParticle: node["droppingParticle"].flatMap(text),
          nonDroppingParticle: node["nonDroppingParticle"].flatMap(text),
          suffix: node["suffix"].flatMap(text)))
    }
  }

  private static func text(_ node: LocatedNode) -> String? {
    guard case .scalar(let scalar) = node.content else { return nil }
    return scalar.text
  }
}

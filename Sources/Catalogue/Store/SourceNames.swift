import DigestSyntax

/// What the sources of a catalogue are called. A source keeps its name, so each is looked up once.
final class SourceNames {
  private let statement: LazyStatement
  private var names: [Int64: String] = [:]

  init(_ connection: SQLiteConnection) {
    statement = LazyStatement(connection, "SELECT name FROM sources WHERE id = ?")
  }

  func name(of id: Int64) throws(SQLiteError) -> String {
    if let name = names[id] { return name }
    let statement = try statement.prepared()
    try statement.bind(1, id)
    defer { statement.reset() }
    guard try statement.step(), let name = statement.text(0) else { throw SQLiteError.damaged }
    names[id] = name
    return name
  }
}

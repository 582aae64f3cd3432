import ArgumentParser
import DigestConversion
import DigestDiagnostics
import DigestExporters

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: CommandName.schema.rawValue,
    abstract: "Print a schema that outputs are checked against, or write all of them.",
    usage: "digest-convert schema [<name> | --all <dir>]",
    discussion: """
      EXAMPLES:
        digest-convert schema
        digest-convert schema jats
        digest-convert schema --all schemas
      """)

  @Argument(
    help: "The name of a schema, or of the format that it is for; lists all when left out.",
    completion: .list(BundledSchema.all.map(\.name)), transform: bundledSchema)
  var name: BundledSchema?

  @Option(
    help: ArgumentHelp("Write all schemas into this directory.", valueName: "dir"), completion: .directory)
  var all: String?

  func validate() throws {
    if name != nil, all != nil { throw ValidationError("a name and --all exclude each other") }
    if all == "" { throw ValidationError("the name after --all is empty") }
  }

  func run() throws {
    try reportingFailure { () throws(CommandFailure) in
      if let all {
        try Self.write(BundledSchema.all, into: all)
      } else if let name {
        try StandardStreams.write(toOutput: name.bytes)
      } else {
        try StandardStreams.write(toOutput: Array(Self.list.utf8))
      }
    }
  }

  private static var list: String {
    let width = BundledSchema.all.map(\.name.count).max() ?? 0
    return BundledSchema.all.map { schema in
      schema.name + String(repeating: " ", count: width + 2 - schema.name.count) + schema.summary + "\n"
    }.joined()
  }

  private static func write(_ schemas: [BundledSchema], into directory: String) throws(CommandFailure) {
    let folders = StagingFolders(flushes: true)
    var stage = OutputStage(touchesUnchanged: false, in: folders)
    do {
      try stage.makeDirectory(directory)
      for schema in schemas {
        _ = try stage.stage(schema.bytes, at: OutputFile(name: schema.name, bytes: []).path(in: directory))
      }
      try stage.commit()
    } catch {
      stage.discard()
      throw error
    }
    try folders.flush()
  }
}

/// Reads the name of a schema or of a format, and refuses others with the one that was probably meant.
private func bundledSchema(_ name: String) throws(ValidationError) -> BundledSchema {
  if let schema = BundledSchema.named(name) { return schema }
  if let format = FormatArguments.knownExportFormat(name) {
    guard let schema = format.schema else {
      throw ValidationError("\(format.name) has no schema: its outputs are checked by rules of this program")
    }
    return schema
  }
  let hint =
    suggestion(for: name, among: BundledSchema.all.map(\.name))
    ?? "'schema' lists them all"
  throw ValidationError("\(quoted(name)) is not the name of a schema; \(hint)")
}

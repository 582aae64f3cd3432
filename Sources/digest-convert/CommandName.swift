/// The subcommands. A first word that is none of them is an input.
enum CommandName: String, CaseIterable {
  case convert, merge, check, diff, stats, validate, formats, schema, explain, catalogue, worker, help
}

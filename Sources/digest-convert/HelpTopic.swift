/// What 'help' knows besides commands, formats and messages.
enum HelpTopic: String, CaseIterable {
  case configuration
  case exitStatus = "exit-status"
  case losses
  case selecting

  var text: String {
    switch self {
    case .configuration: Self.configurationText
    case .exitStatus: "EXIT STATUS:\n" + ExitStatus.table
    case .losses: Self.lossText
    case .selecting: SelectionOptions.discussion
    }
  }

  private static let configurationText = """
    CONFIGURATION:
      .digest-convert.yaml, in the folder of the inputs or the nearest above it,
      chooses what the command line leaves open. Its paths start at its own folder.

        to: [bibtex, csv-bundle]
        output-dir: out
        catalogue: papers.sqlite
        language: en
        aliases:
          Papers by subject: topicTree
        options:
          bibtex-dialect: bibtex
        severities:
          digest/paper-not-in-tree: ignore

      Severities are error, warning, note and ignore. Options are those of formats
      on the command line: \(FormatOptionNames.all.prefix(3).joined(separator: ", ")) and so on.
      --print-config says what is in force and where it comes from.
      --config FILE reads another file, and --no-config none.
      'check' obeys it in all but formats; 'stats' and 'diff' in language and aliases.
    """

  private static let lossText = """
    LOSSES:
      What a format cannot hold is reported, never dropped silently. A run ends
      with one line that says how much it was.

        --loss-report FILE    each loss with its place; JSON if FILE ends in .json
        --fail-on loss        write no output that has lost something; status 1

      'formats NAME' says beforehand what a format does with each part: exact,
      encoded (by a private convention, to be read back), degraded (in part, or
      as plain text), or dropped.
      yaml, json and jsonl lose nothing.
    """
}

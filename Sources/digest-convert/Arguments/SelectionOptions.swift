import ArgumentParser
import DigestConversion
import DigestDiagnostics

/// Which papers `check` asks about.
struct SelectOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Keep only papers for which this is true, for example 'rank <= 5 and not in library.bib'; repeatable. See SELECTING.",
      valueName: "expression"))
  var select: [String] = []
}

/// Which papers are converted, and in which order.
struct SelectionOptions: ParsableArguments {
  @OptionGroup var only: SelectOption

  @Option(
    help: ArgumentHelp(
      "List papers in this order: \(PaperOrder.Key.allCases.map(\.rawValue).joined(separator: ", ")); several with commas, each with :desc for the greatest first.",
      valueName: "key,..."),
    transform: paperOrder)
  var sort: [PaperOrder.Step] = []

  @Option(
    help: ArgumentHelp(
      "Keep only the first papers in the order of --sort, without it those of the best rank.",
      valueName: "number"),
    transform: paperCount)
  var top: Int?

  var request: SelectionRequest {
    SelectionRequest(expressions: only.select, order: PaperOrder(sort, limit: top))
  }

  /// What the help of commands says about it.
  static let discussion = """
    SELECTING:
      Conditions, joined by and, or, not and parentheses:
        <field> = <value>            also != and ~ (contains); no case, no accents
        rank <= 5, date > 2024-06    also = != < >=
        since <date>, until <date>   the month of the digest, else of the paper
        in reading-list              named in a section of this kind
        in library.bib               in a file: a bibliography, a list of ids
      Values of several words stand in quotes. Fields:
        \(Selection.fieldTable.split(separator: "\n").joined(separator: "\n    "))
    """
}

/// Reads `rank,date:desc`.
private func paperOrder(_ text: String) throws(ValidationError) -> [PaperOrder.Step] {
  var steps: [PaperOrder.Step] = []
  for part in text.split(separator: ",", omittingEmptySubsequences: false) {
    let words = part.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    let key: PaperOrder.Key = try choice(words[0])
    guard words.count == 1 || words.count == 2 && ["asc", "desc"].contains(words[1]) else {
      throw ValidationError("\(quoted(String(part))) is not a key with :asc or :desc")
    }
    steps.append(PaperOrder.Step(key, isDescending: words.last == "desc"))
  }
  return steps
}

func paperCount(_ text: String) throws(ValidationError) -> Int {
  guard let count = Int(text), count > 0 else {
    throw ValidationError("\(quoted(text)) is not a number from 1")
  }
  return count
}

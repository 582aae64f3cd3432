/// What the explanation of every finding about an output ends with.
enum ProgramFault {
  static let explanation =
    " In a conversion the input is not at fault: this is a fault of the program, and worth a report with the input that "
    + "shows it; `--no-validate` writes the file anyway. Where `validate` finds it, the file is to be mended."
}

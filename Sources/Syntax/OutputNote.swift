/// What explanations of faults in a file end with where the file may have been written by this program.
enum OutputNote {
  static let text =
    " Where the file is an output of this program, the input is not at fault: this is a fault of the program, and "
    + "worth a report."
}

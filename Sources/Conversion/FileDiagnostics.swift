package import DigestDiagnostics

/// What the command reports about files. It is here so that the catalogue holds it.
package enum FileDiagnostics {
  static let all = [missing, isDirectory, unreadable, unwritable, notADirectory]

  package static let missing = DiagnosticID(
    "file/missing", .error,
    "There is no file of this name. The path is taken as it is given, from the folder the command runs in.")
  package static let isDirectory = DiagnosticID(
    "file/is-directory", .error,
    "A directory stands where a file is meant. The command reads files; a shell pattern such as `digests/*.md` "
      + "names all of a directory.")
  package static let unreadable = DiagnosticID(
    "file/unreadable", .error,
    "The system does not let the program read the file, and the message gives the system's reason; or the file is larger "
      + "than 1 GiB.")
  package static let unwritable = DiagnosticID(
    "file/unwritable", .error,
    "The output was made but the system does not let the program write it; the message gives the system's reason. "
      + "No output of the same input is written, and files that were there before are as they were.")
  package static let notADirectory = DiagnosticID(
    "file/not-a-directory", .error,
    "A file stands where a directory is needed: an output of several files goes into a directory of its own.")
}

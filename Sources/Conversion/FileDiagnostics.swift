package import DigestDiagnostics

/// What the command reports about files and about itself. It stands here so that `DiagnosticCatalogue` lists it.
package enum FileDiagnostics {
  static let all = [
    missing, isDirectory, noInput, unreadable, unreadableName, unwritable, outputIsInput, notADirectory,
    outOfMemory,
    unexpectedError,
  ]

  package static let missing = DiagnosticID(
    "file/missing", .error,
    "There is no file of this name. A relative path starts at the folder in which the command runs.")
  package static let isDirectory = DiagnosticID(
    "file/is-directory", .error,
    "A directory stands where a file is expected. A shell pattern such as `digests/*.md` names all files of a directory, "
      + "and `--recursive` reads all that are below it.")
  package static let noInput = DiagnosticID(
    "file/no-input", .error,
    "A list of files, or a directory that is read with `--recursive`, names no file to read. Below a directory, files "
      + "count whose extension is that of a format; hidden files and what links to directories lead to do not."
  )
  package static let unreadable = DiagnosticID(
    "file/unreadable", .error,
    "The system does not let the program read the file, and the message gives its reason; or the file is larger than "
      + "1 GiB.")
  package static let unreadableName = DiagnosticID(
    "file/unreadable-name", .warning,
    "Below a directory that is read with `--recursive` there are files whose names are not UTF-8. No text can name them, "
      + "so they are not read, whatever they hold.")
  package static let unwritable = DiagnosticID(
    "file/unwritable", .error,
    "The output was made, but the system does not let the program write it; the message gives its reason. No output of "
      + "the same input is written, and existing files stay as they were.")
  package static let outputIsInput = DiagnosticID(
    "file/output-is-input", .error,
    "An output of `merge` that is named after the periods of its digests would take the place of one of the inputs, mostly "
      + "of an earlier merged output that a shell pattern found. `--name` gives it another name.")
  package static let notADirectory = DiagnosticID(
    "file/not-a-directory", .error,
    "A file stands where a directory is needed: an output of several files gets a directory of its own.")
  package static let outOfMemory = DiagnosticID(
    "file/out-of-memory", .error,
    "The system gives the program no more memory, or the shell lets it have no more (`ulimit -v`). One digest to all "
      + "formats takes up to forty times its size, and several digests are converted at once: fewer formats in a run, or "
      + "`-j 1`, take less. Outputs that were not in place by then are not written.")
  package static let unexpectedError = DiagnosticID(
    "internal/unexpected-error", .error,
    "Something failed in a way that the program does not expect. The input is not at fault, and no output of it was "
      + "written. The message quotes the error; a report with it, the command line and the input helps to mend the "
      + "program.")
}

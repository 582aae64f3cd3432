package import DigestDiagnostics

/// What can be wrong with a request to `worker`, and with answering it.
package enum RequestDiagnostics {
  static let all = [unknownMember, missingMember, wrongValue, tooLarge, tooSlow, unanswered]

  package static let unknownMember = DiagnosticID(
    "request/unknown-member", .error,
    "A member of a request to `worker`, or of its `options`, is not one that the program knows, so what it was meant to "
      + "choose would not be chosen. The members are `id`, `name`, `text`, `base64`, `path`, `from`, `to` and "
      + "`options`; the options are those of `convert` that make sense for one document, without the dashes.")
  static let missingMember = DiagnosticID(
    "request/missing-member", .error,
    "A request to `worker` has no `id`, or not exactly one document: `text`, `base64` or `path`. Where the `id` is "
      + "missing, that of the reply is `null`.")
  package static let wrongValue = DiagnosticID(
    "request/wrong-value", .error,
    "A value of a request to `worker` is not of the kind that its member needs, or not one of the words it may be. The "
      + "words are those of the command line.")
  package static let tooLarge = DiagnosticID(
    "request/too-large", .error,
    "A request to `worker` is longer than `--limit-size` lets it be. It was not read to its end, and the worker goes on "
      + "with the next one. The limit concerns the file of a `path`, too.")
  package static let tooSlow = DiagnosticID(
    "request/too-slow", .error,
    "A document took `worker` longer than `--limit-time` lets it take. It was given up, its status is 124, and the worker "
      + "goes on with the next one. On a machine that does much else, the same document may be answered in time later."
  )
  package static let unanswered = DiagnosticID(
    "request/unanswered", .error,
    "The process that converted the document for `worker` ended before it had an answer: it crashed, or it was killed "
      + "twice, as a system does that is short of memory. The worker goes on with another process. A crash is a fault "
      + "of the program; a report with the document helps to mend it.")
}

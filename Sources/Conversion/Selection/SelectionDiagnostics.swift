import DigestDiagnostics

/// What can be wrong in an expression that selects papers, and what a selection reports.
enum SelectionDiagnostics {
  static let all = [syntax, unknownField, wrongValue, noPaper]

  static let syntax = DiagnosticID(
    "selection/syntax", .error,
    "The expression after `--select` cannot be read. A condition is a field, a comparison and a value, such as "
      + "`rank <= 5`; conditions are joined by `and`, `or`, `not` and parentheses. A value of several words stands in "
      + "quotes. The message says what was expected at the marked place.")
  static let unknownField = DiagnosticID(
    "selection/unknown-field", .error,
    "The expression names a field that papers do not have. `digest-convert help convert` lists the fields.")
  static let wrongValue = DiagnosticID(
    "selection/wrong-value", .error,
    "A value of the expression is not of the kind that its field has: a rank is a number, a date is a year, a month or "
      + "a day. It is also reported for a comparison that the field does not have.")
  static let noPaper = DiagnosticID(
    "selection/no-paper", .warning,
    "No paper fits the expression, so the outputs hold none. Mostly a word is spelt differently in the digest; `~` finds "
      + "parts of words.")
}
